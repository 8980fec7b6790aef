"""Places of a text that are read already."""

from bisect import bisect_left


class Taken:
    """Places that are read already."""

    def __init__(self, spans: list[tuple[int, int]]):
        self.spans = sorted(spans)

    def hidden(self, text: str) -> str:
        """Return the text with what is read already made unreadable, so that "27 August 511" ends in 511."""
        pieces: list[str] = []
        done = 0
        for start, end in self.spans:
            if start >= done:
                pieces += [text[done:start], "\0" * (end - start)]
                done = end
        return "".join([*pieces, text[done:]])

    def __contains__(self, span: object) -> bool:
        assert isinstance(span, tuple)
        start, end = span
        place = bisect_left(self.spans, (start, start))
        return (place < len(self.spans) and self.spans[place][0] < end) or (
            place > 0 and self.spans[place - 1][1] > start
        )
