"""Sets of draws that a range of cut-offs is of, told by their number, by what they came before, or as one of two. Pure: no Django."""

from collections.abc import Iterator

from articles.facts.model import Record
from articles.facts.reading.mentions import Role

from .passages import Passage
from .patterns import compiled
from .scopes import Scope, of_draws
from .speaking import widened

_LATTER = compiled(r"\bthe latter\b")
_FORMER = compiled(r"\bthe former\b")
# "The earlier five rounds ended between 388 and 436": all of their type before the newest.
_EARLIER = compiled(
    r"\b(?:the|its|their|all) (?:[\w-]+ )?(?:earlier|previous|preceding|prior)(?: [\w-]+)? ?(?:draws|rounds|ones|had|ended|lay|closed)\b"
    r"|\bbefore (?:it|that|this),? "
)
# "From then to Christmas it was nominees alone: eight rounds": those at the end.
_ALONE = compiled(r"\b(?:alone|only|nothing but|since then|from then|the last|the latest)\b")

# A figure that no cut-off passed, or that nobody could do without: "never fell below 531", "nobody got in with less than 483".
NOT_PASSED = compiled(
    r"\b(?:not|never|n't|nor|without) (?:[\w-]+ ){0,2}?(?:f[ae]ll\w*|go(?:ne|ing)?|drop\w*|sunk|sink|come|dipp?\w*|ris[ei]\w*|rose|climb\w*|been|get|got) (?P<way>below|under|above|over) $"
    r"|\b(?:nobody|no one|not one|none|no (?:[\w-]+ ){0,3}?(?:candidates?|speakers?|workers?|applicants?|nominees?|person|people|invitees?|draw|round|cut-?off))\b[^.;:]{0,70}?\b(?P<than>less|fewer|lower|more|higher) than(?: a (?:score|crs) of)? $"
)


def of_two(passage: Passage) -> set[str]:
    """Return the type that "the latter" or "the former" of the two spoken of before stands for."""
    if len(passage.topic) != 2:
        return set()
    if _LATTER.search(passage.text):
        return {passage.topic[1]}
    return {passage.topic[0]} if _FORMER.search(passage.text) else set()


def told(passage: Passage, record: Record, slugs: set[str]) -> Iterator[Scope]:
    """Yield the draws of the one type spoken of that a sentence tells of without a time: those before the newest, the last so many."""
    spoken = slugs or set(passage.topic)
    if len(spoken) != 1:
        return
    known = [draw for draw in record.draws if draw.date <= passage.day]
    of_type = [draw for draw in known if draw.category in widened(spoken, known)]
    if _EARLIER.search(passage.text):
        yield of_draws(of_type[:-1])
    counts = [int(one.value) for one in passage.numbers if one.role is Role.DRAWS and one.value > 1]
    if _ALONE.search(passage.text) and len(counts) == 1:
        yield of_draws(of_type[-counts[0] :])
