"""Sentences for what is found in a pasted list."""

from django.utils.formats import number_format
from django.utils.text import Truncator, get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from occupations.checking import Spelling
from occupations.pasting import Reason

# What is more than a reader corrects in one go is counted and not told one by one.
MOST_TOLD = 20

REASONS = {
    Reason.NO_CODE: gettext_lazy("there is no code of five digits"),
    Reason.SEVERAL_CODES: gettext_lazy("there are several codes; give each a line of its own"),
    Reason.TITLE_TOO_LONG: gettext_lazy("the title is longer than 200 characters"),
}


def numbers(lines):
    """Return line numbers as text: "3, 5 and 9", and of many the first and how many more."""
    shown = [number_format(line) for line in lines[:MOST_TOLD]]
    if more := len(lines) - len(shown):
        shown.append(_("%(count)s more") % {"count": number_format(more, force_grouping=True)})
    return get_text_list(shown, _("and"))


def unknown(found, titles, classification):
    """Return the sentence of a code that the classification does not have."""
    said = _("Line %(line)s: %(code)s is no code of %(classification)s.") % {
        "line": found.line,
        "code": f"{found.code} {shortened(found.title)}".strip(),
        "classification": classification,
    }
    if not found.near:
        return said
    near = "; ".join(f"{code} {titles[code]}" for code in found.near)
    return f"{said} " + _("Near: %(near)s.") % {"near": near}


def repeated(found, titles):
    return _("%(occupation)s is listed more than once: lines %(lines)s.") % {
        "occupation": f"{found.code} {titles.get(found.code, '')}".strip(),
        "lines": numbers(found.lines),
    }


def unread(found):
    """Return the sentence of a line that is no row."""
    reason = REASONS.get(found.reason)
    if found.reason is Reason.ZEROS_DROPPED:
        reason = _("a spreadsheet may have dropped the zeros in front of %(code)s") % {"code": found.code}
    return _("Line %(line)s cannot be read: “%(text)s”: %(reason)s.") % {
        "line": found.line,
        "text": shortened(found.text),
        "reason": reason,
    }


def problems(check, titles, classification):
    """Return a sentence for each thing that has to be corrected before the list can be saved."""
    told = [unknown(found, titles, classification) for found in check.unknown[:MOST_TOLD]]
    told += [repeated(found, titles) for found in check.repeated[:MOST_TOLD]]
    told += [unread(found) for found in check.unread[:MOST_TOLD]]
    more = len(check.unknown) + len(check.repeated) + len(check.unread) - len(told)
    if more:
        told.append(
            ngettext("There is %(count)s more.", "There are %(count)s more.", more)
            % {"count": number_format(more, force_grouping=True)}
        )
    return told


def spelling(found):
    """Return what is to be said of a title that differs from the classification's."""
    match found.spelling:
        case Spelling.ANOTHER:
            return _("This is the title of %(code)s. Is the code right?") % {"code": found.of}
        case Spelling.SMALL:
            return _("Only capitals, spaces or punctuation differ.")
    return ""


def shortened(text):
    return Truncator(text).chars(80)
