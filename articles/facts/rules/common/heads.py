"""What the headline and the standfirst of an article speak of. Pure: no Django."""

from articles.facts.reading import CategoryMention, Reading

from .periods import Period, find


def leading(reading: Reading) -> list[Period]:
    """Return the periods that the headline speaks of, else the standfirst, else the description."""
    for name in ("title", "standfirst", "description"):
        for text in reading.texts:
            if text.part.name == name:
                found = [period for period in find(text.text.lower(), reading.on) if not period.is_day]
                if found:
                    return found
    return []


def of_head(reading: Reading) -> tuple[str, ...]:
    """Return the one type that the headline speaks of, else the standfirst; none where it speaks of several."""
    for name in ("title", "standfirst"):
        slugs = {
            mention.slug
            for mention in reading.mentions
            if isinstance(mention, CategoryMention) and mention.sure and reading.name(mention) == name
        }
        if slugs:
            return tuple(slugs) if len(slugs) == 1 else ()
    return ()
