"""Two occupations that change places, said in a few words: "cooks out, butchers in". Pure: no Django."""

from articles.facts.rules.common.patterns import compiled

OTHER = {"out": "in", "in": "out"}

# Each word with the other one before it or behind it. "Nurses are in, dentists out" tells of no exchange.
_AHEAD = {
    core: compiled(
        rf"(?<!\bis\s)(?<!\bare\s)(?<!\bwas\s)(?<!\bwere\s)\b{other}(?:,|;| and| but)+ [^.;:,]{{3,60}} $"
    )
    for core, other in OTHER.items()
}
_BEHIND = {
    core: compiled(
        rf"(?:,|;| and| but)+ (?![^.;:,]*\b(?:is|are|was|were) {other}\b)[^.;:,]{{3,60}} {other}(?= ?[.,;:!)]| ?$)"
    )
    for core, other in OTHER.items()
}
# So far before a word the other one stands.
_REACH = 80


def is_exchanged(text: str, start: int, end: int, core: str) -> bool:
    """Whether "out" or "in" at text[start:end] is said of one of two that change places."""
    ahead = _AHEAD[core].search(text[max(0, start - _REACH) : start])
    return ahead is not None or _BEHIND[core].match(text, end) is not None
