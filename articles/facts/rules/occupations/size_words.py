"""Words around numbers that count the occupations of lists. Pure: no Django."""

from articles.facts.rules.common.hedging import HYPOTHETICAL
from articles.facts.rules.common.patterns import compiled

ABOUT_LISTS = compiled(r"\b(?:occupations?|lists?|listed|jobs|codes)\b")
ABOUT_DRAWS = compiled(r"\b(?:draws?|rounds?|invit\w+|cut-? ?offs?)\b")
CHANGED = compiled(
    r"\b(?:add\w*|gain\w*|lost|loses|los(?:e|ing)|drop\w*|remov\w*|cuts?|took|by|another|further|additional|plus|minus|with|new|lists|gave up|joined by|goodbye to|farewell to|hello to|parted with|a net|got|grew|shrank|swap\w*|exchang\w*|trad(?:ed|es)|admit\w*|picked up|rid of|away with|threw out|scrap\w*|for) (?:just |only |about |some |the |its )?$"
)
PARTLY = compiled(
    r"\b(?:other|these|those|several|following|first|last|top|of the|each of the|two of the|at least|any|like|for) $"
)
ON_LIST = compiled(r" (?:[\w-]+ )?on (?:the|its|this) [^.;,]{0,30}?list\b")
OF_ONE_LIST = compiled(r" (?:on|of|in) (?:its|their|this|that) (?:[\w-]+ )?list\b")
# "Of the ten occupations of 2023 two are left".
OF_OLD = compiled(
    r" (?:of|in|from) (?:20[0-9]{2}\b|the (?:first|old|original|former|previous) (?:[\w-]+ )?(?:list|version)\b)"
)
OF_THEIR_OWN = compiled(
    r"\b(?:(?:list|category) of (?:its|their) own|(?:its|their) own(?: (?:list|category|one))?)\b[^.;:]{0,24}$"
)
OF_THE = compiled(r" of (?:the|these|those) (?![0-9])")
GOES_ON = compiled(r"\W*(?:it|its|they|their|this|that|these|both)\b")
ONE_OF = compiled(r"\bone of (?:the )?$")
GREW = compiled(r"\bfrom [\w-]+ (?:occupations|jobs|codes|trades) to (?:only |just )?$")
# What part of a list a number counts: "three codes of managers", "two jobs that need a licence".
PART = compiled(
    r" (?:of|for|in|among) (?!(?:the|its|their|this|that|our|all|each|a|any|them|these|those|which|total|scope|force|express|french|healthcare|health|stem|trades?|transport\w*|agricultur\w+|education|physicians|doctors|senior|military|research\w*|[0-9])\b)[a-z][\w-]*"
    r"| (?:begin|beginn|start)\w* with\b"
)
SHARE = compiled(
    r"\W+(?:(?:of (?:them|these|those|which|(?:the|its) (?!(?:[\w-]+ ){0,3}(?:categor|list)))|other|more|fewer|new|further|additional|were|was|are (?:new|added|gone)|have been|joined|left|stayed|survived|were kept|disappear\w*|came|went|vanish\w*|fell|apiece|longer|shorter|(?:did|do|does|could|can|have|had|has)(?: not|n't)\b|made (?:it|the cut|way)|arrived|had to|fell|got in|no longer|in,|out\b|at (?:a|the same) time|in demand|per |with|in the same|that (?:need|require|pay|are not|were not)|outside|below|above)\b)"
)
# "Codes on the list: 25", "together the lists hold 82".
OF_LIST = compiled(
    r"\b(?:occupations|jobs|codes|names|entries) (?:on|in) (?:the|its|this|that) (?:[\w-]+ )?list: $|\bsize (?:is |was |stays |remains |still )?(?:unchanged)? ?(?:at |: |\()$|\blists (?:now |together )?(?:hold|have|contain|name|count|number|comprise|list) $"
)
# "It has 37": the list that was spoken of before.
IT_HAS = compiled(
    r"\b(?:it|(?:the|this|that|its) list|which) (?:now |still |only |then |today )*(?:has|had|holds|held|counts|counted|contains|contained|names|named|numbers|lists|runs to|ran to|stands at|stood at|comprises) (?:now |still |only |just |exactly )*$"
)
# "A list of eleven".
LIST_OF = compiled(r"\b(?:lists?|categor(?:y|ies)) of (?:just |only |now |exactly )*$")
# What leads to the number of an answer: "There are five".
LEADS = compiled(
    r"[\W_]*(?:(?:there (?:are|were)|it (?:has|had|is|was|counts?|lists|names)|they (?:are|were)|exactly|only|just|now|still|all of|a total of|in all|in total)[ ,:]*)*\W*"
)
VERB = compiled(
    r"\b(?:has|have|had|counts?|counted|grew|grown|grows|shrank|shrunk|shrinks|remain\w*|stay\w*|stands?|stood|is|are|keeps?|kept|holds?|held|went|expanded|expands|cut|fell|rose|down|up|numbers|includes|contains|lists|comprises|covers|covered|contained|held|named|names|runs to|ran to|at|to|from|with|:) (?:now |still |only |just |back |again |all |a total of |exactly |up |down )*(?:at |to |from |with |of )?(?:now |still |only |just )*$"
)
CLOSED = compiled(
    r" ?(?:[.,;:)!?]|$|\b(?:and|to|in|on|since|now|as|again|from|until|while|but|under|were)\b)"
)
HOW_MANY = compiled(
    r"\bhow (?:many|long|large|big)\b|\bwhich (?:jobs|occupations|codes)\b|\bwhat (?:jobs|occupations|codes)\b"
)
TOGETHER = compiled(
    r"\b(?:all|together|altogether|in total|total|overall|across|lists|categories|combined|categories' lists|sum|between them|express entry occupations)\b"
)
OF_THEM = compiled(r" (?:of (?:them|these)|in all|in total)\b")
THERE = compiled(r"\b(?:there (?:are|were)|it (?:has|had)|they (?:are|were)) (?:now |only |just |still )*$")
TRADES = compiled(
    r" (?:listed |skilled |eligible |health ?care |health |stem |education |transport |farm |agriculture )*(?:trades|professions)\b"
)
# Of codes that stand on two lists each is counted once: "91 different codes".
DISTINCT = compiled(r" (?:different|distinct|unique)\b")
# What a list has so many of, in other words than occupations.
LINES = compiled(
    r" (?:[\w-]+ )?(?:names|entries|lines|occupations|jobs|titles|professions|items|codes|unit groups|roles)\b"
)
BETWEEN = compiled(r"[,;:.()]|\b(?:and|but|while)\b")
# Who has categories, and what is done with them: "Express Entry has ten", "the department selects from six".
_WHO_HAS = r"(?:express entry|ircc|canada|ottawa|the (?:department|government|system|ministry)|category-based selection|selection)"
HAS_CATEGORIES = compiled(
    rf"\b{_WHO_HAS} (?:now |today |currently |still )*(?:has|had|knows|knew|uses|used|starts|started|works|selects|chooses|picks|draws|invites|counts|consists|comprises|lists|maintains|runs|operates)(?: (?:with|from|of|by|in))? (?:now |only |just |still |currently )*$"
)
# Behind them, where they are all.
ALL_CATEGORIES = compiled(
    r" ?(?:[.,;:)!]|$)| (?:now|today|at present|in all|in total|in (?:force|use|place)|altogether)\b"
)
CATEGORIES = compiled(
    r"\b(?:there (?:are|were)|ircc (?:has|named|announced|created|introduced)|exist(?:ing)?|canada has) (?:now |only |just |still |currently )*$"
)
CATEGORIES_AFTER = compiled(
    r" (?:occupational |occupation-based |category-based |different |work )*categor(?:y|ies) (?:(?:have|had|has|with|now have) (?:an? |their own |now )*lists?\b|exist\b|are based on)"
)
# The list before that in force.
BEFORE_THAT = compiled(
    r"\b(?:before (?:that|then|it)|until then|previously|formerly|the list before|(?:the|its|that) (?:old|previous|former|outgoing) (?:[\w-]+ ){0,3}?(?:list|one|version))\b(?:(?!\b(?:new|now|today|current|present|successor)\b)[^.;:])*$"
)
FROM = compiled(r"\bfrom (?:just |only )?$")

# Of one list, not of all together.
ITS_LIST = compiled(
    r"\bits (?:own )?list (?:now |only )*(?:has|had|names|counts|holds|contains|numbers|comprises) $"
)
# In how many somebody worked: "work in two occupations".
WORKED_IN = compiled(r"\b(?:work\w*|experience|months|years?)(?: [\w-]+){0,2} in (?:at least )?$")
# "Of 24 occupations only five stayed".
OF_ALL = compiled(r"\bof (?:the |its )?(?:old |former |original |first |earlier )?$")
STAYED = compiled(
    r"\b(?:keeps?|retain\w*|made (?:it|the cut)|no longer|stay\w*|remain\w*|surviv\w+|kept|left|dropped|went|lost|los(?:es|ing)|shed|removed|cut|gone|disappear\w*|vanish\w*)\b"
)
# What is not, or is not yet: "it would have twelve occupations".
IMAGINED = compiled(
    rf"\b(?:{HYPOTHETICAL}|should|imagine|suppose|if(?! (?:you|your|she|he|they|i)\b))\b[^.;:]*$"
)
# "Lost programmers and 17 other occupations".
OTHERS = compiled(r" (?:other|others|remaining)\b")
ROW_BEFORE = compiled(r"\b[0-9]+,? (?:and )?$")
ROW_AFTER = compiled(r",? (?:and )?[0-9]+(?=,| and |[.;)]|$)")
