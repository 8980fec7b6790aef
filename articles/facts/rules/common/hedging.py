"""Words by which something is not told as what happened, as alternatives of expressions. Pure: no Django."""

# The verb: "may" alone is the month more often.
MAY = r"may (?:be|have|well|not|also|still|yet|soon|come|go|get|fall|rise|see|bring|follow|wait|need|take|want|apply|reach|drop|hold|return|change)"
# What is to come, or may be.
HYPOTHETICAL = rf"will|would|{MAY}|might|could"
SUPPOSED = rf"{HYPOTHETICAL}|if|whether"
FORESEEN = r"expect\w*|predict\w*|forecast\w*"
