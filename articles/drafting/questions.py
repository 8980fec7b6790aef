"""Questions and answers about the draws of a roundup."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from articles.drafting.sentences import nominated, tie_break
from articles.drafting.telling import Told
from articles.drafting.words import day, names
from articles.models import FaqEntry

STEP = 10


def entries(told: Sequence[Told], asked: Iterable[str] = (), first: int = STEP) -> list[FaqEntry]:
    """A question for each draw, in places from `first`; one that is `asked` already names its draw's number too."""
    found: list[FaqEntry] = []
    known = set(asked)
    for place, item in enumerate(told):
        question = _question(item)
        if question in known:
            question = _question(item, numbered=True)
        known.add(question)
        found.append(FaqEntry(question=question, answer=_answer(item), order=first + STEP * place))
    return found


def _question(told: Told, *, numbered: bool = False) -> str:
    text = (
        _("How many invitations were issued in draw %(number)s, for %(whom)s, on %(day)s?")
        if numbered
        else _("How many invitations were issued in the draw for %(whom)s on %(day)s?")
    )
    return text % {
        "number": told.round.number,
        "whom": names(told.round.category).short,
        "day": day(told.round.date),
    }


def _answer(told: Told) -> str:
    facts = _(
        "IRCC issued [[round %(number)s invitations]] invitations in [[round %(number)s link]], with a cut-off of "
        "[[round %(number)s cutoff]]."
    ) % {"number": told.round.number}
    sentences = [facts, tie_break(told.round)]
    if told.round.category.includes_nomination:
        sentences.append(nominated())
    return " ".join(sentences)
