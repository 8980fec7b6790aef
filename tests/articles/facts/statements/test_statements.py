"""Which draws a sentence, a section or a table speaks of."""

from datetime import date

from articles.facts.model import Part
from articles.facts.reading import Kind, read
from articles.facts.statements import Verdict, statements
from tests.articles.facts.labelled.record import shipped_record

TEXT = """The draws of 5 and 6 July 2023 were for STEM and healthcare. Together they had 2,000 invitations.

## French

On 7 July, 2,300 French speakers were invited at 439. It was the lowest.

| Date | CRS |
|---|---|
| 4 July | 511 |
| 27 June | 486 |
"""
READING = read([Part("body", TEXT)], date(2023, 7, 8))
SAID = statements(READING, shipped_record())


def numbers(draws: object) -> list[str]:
    return [draw.number for draw in draws]  # type: ignore[attr-defined]


def test_a_sentence_names_its_draws_and_the_next_may_mean_them() -> None:
    first, second = READING.sentences[:2]
    assert numbers(SAID.draws(first)) == ["254", "255"]
    assert (numbers(SAID.scope(first).draws), SAID.scope(first).why) == (["254", "255"], "sentence")
    assert (numbers(SAID.scope(second).draws), SAID.scope(second).why) == (["254", "255"], "before")


def test_a_section_a_table_and_the_article() -> None:
    table = next(place for place, block in enumerate(READING.blocks) if block.kind is Kind.TABLE)
    assert numbers(SAID.of_table(table)) == ["253", "251"]
    assert numbers(SAID.of_section(table)) == ["256", "253", "251"]
    assert numbers(SAID.article) == ["251", "253", "254", "255", "256"]


def test_statements_are_made_once_for_a_reading_and_a_record() -> None:
    assert statements(READING, shipped_record()) is SAID


def test_what_the_record_cannot_know_is_said_as_such() -> None:
    later = read([Part("body", "On 20 October 2026, 3,000 CEC candidates were invited.")], date(2026, 10, 21))
    assert [one.verdict for one in statements(later, shipped_record()).all] == [Verdict.LATER]
