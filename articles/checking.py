"""What is wrong with the references of a text, said so that an editor finds the line and knows what to write."""

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from articles import polls
from articles.drafting.asked import read
from articles.markup import has_paid_link, render
from articles.references import BadReference, FaqBlock, Found, ImageBlock, parse, scan
from articles.targets import NotInTheRecord, Targets

# Long enough for any article; a bound on what one form can ask of the renderer.
LONGEST_TEXT = 60_000


def problems(source: str, targets: Targets, *, blocks: bool = True, faq: bool = False) -> list[str]:
    """Return a sentence for each reference of Markdown source that is wrong or names what is not in the record.

    `blocks` and `faq`: whether tables, and the article's own questions, may stand in this text.
    """
    if len(source) > LONGEST_TEXT:
        return [_("This text is too long. Make two articles of it.")]
    found = scan(source)
    known = {" ".join(item.text.split()) for item in found}
    # What the renderer reads although the scan took it for code has no line, but is no less wrong.
    found += [_read(text) for text in render(source).references if text not in known]
    reasons = ((item, _reason(item, targets, blocks, faq)) for item in found)
    return [_sentence(item, reason) for item, reason in reasons if reason] + _polls(source, blocks)


def _polls(source: str, blocks: bool) -> list[str]:
    """Return a sentence for each poll that is wrong."""
    return [
        _("Line %(line)s, poll: %(reason)s")
        % {
            "line": found.start + 1,
            "reason": _words(found.error)
            if found.error
            else _("A table does not fit here. Put it into the text."),
        }
        for found in polls.scan(source)
        if found.error or not blocks
    ]


def bad_question(text: str, targets: Targets) -> list[str]:
    """Return what is wrong with a question from the record, if anything."""
    if not text:
        return []
    try:
        asked = read(text)
        if asked.category:
            targets.category(asked.category)
    except BadReference as error:
        return [_words(error)]
    except NotInTheRecord as error:
        return [str(error)]
    return []


def unsaid_payment(article, source: str) -> list[str]:
    """Return what is wrong with a paid link in Markdown source, where the article says nothing of payment.

    `article` is None for a text of the whole site, which has no place to say so.
    """
    if len(source) > LONGEST_TEXT or not has_paid_link(source):
        return []
    if article is None:
        return [_("A paid link stands in an article only, which says so above its headline.")]
    if article.funding == article.Funding.NONE:
        return [_("A link of the text is marked {sponsored}. Choose how the article is paid for.")]
    return []


def _words(error: BadReference) -> str:
    return " ".join(_(message) for message in error.messages) % error.params


def _read(text: str) -> Found:
    try:
        return Found(0, text, parse(text))
    except BadReference as error:
        return Found(0, text, error=error)


def _reason(item: Found, targets: Targets, blocks: bool, faq: bool) -> str:
    if item.error:
        return _words(item.error)
    if isinstance(item.reference, FaqBlock) and not faq:
        return _("The questions stand in the text of an article only.")
    if item.reference.is_block and not blocks:
        if isinstance(item.reference, ImageBlock):
            return _("A picture does not fit here. Put it into the text.")
        return _("A table does not fit here. Put it into the text.")
    try:
        targets.check(item.reference)
    except NotInTheRecord as error:
        return str(error)
    return ""


def _sentence(item: Found, reason: str) -> str:
    text = Truncator(item.text.removeprefix("[[")).chars(60)
    if item.line:
        return _("Line %(line)s, [[%(text)s]]: %(reason)s") % {
            "line": item.line,
            "text": text,
            "reason": reason,
        }
    return _("[[%(text)s]]: %(reason)s") % {"text": text, "reason": reason}
