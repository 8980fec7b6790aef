"""Texts that go with a picture where somebody posts it, made of what it says. Pure: no Django."""

from eedraws.cards.saying import Card, row_in_words

# What a post may hold, everywhere.
SHORT = 279


def sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


def short_caption(card: Card, url: str) -> str:
    """Return a caption under 280 characters that ends with the address; a long headline is cut, notes never are."""
    figures = ", ".join(figure.words for figure in card.figures)
    notes = " ".join(card.notes)
    around = [sentence(part) for part in (card.label, figures) if part] + [
        part for part in (notes, url) if part
    ]
    room = SHORT - sum(len(part) + 1 for part in around)
    headline = ": ".join(part for part in (card.kicker, card.title) if part)
    parts = [sentence(card.label)] if card.label else []
    parts += [cut(headline, room), sentence(figures) if figures else "", notes, url]
    return " ".join(part for part in parts if part)


def long_caption(card: Card, url: str) -> str:
    """Return a caption of several lines with all that the picture says."""
    lines = [card.label, ": ".join(part for part in (card.kicker, card.title) if part), card.text]
    lines += [figure.words for figure in card.figures]
    lines += [f"• {row_in_words(row, card.columns)}" for row in card.rows]
    lines += [card.more, *card.notes, card.as_of[:1].upper() + card.as_of[1:], card.source, url]
    return "\n".join(line for line in lines if line)


def cut(text: str, room: int) -> str:
    """Return a text as a sentence of at most `room` characters, ended with "…" between words where it is longer."""
    whole = sentence(text)
    if len(whole) <= room:
        return whole
    return text[: max(0, room - 1)].rsplit(" ", 1)[0].rstrip(",;: ") + "…"
