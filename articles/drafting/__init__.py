"""Texts out of the record: a flash about a draw, the roundup of a week and its growth, questions that answer themselves.

`records`, `splicing` and `asked` are pure. The words are in `words`, `flash`, `roundup` and `questions`; `answers` is
what a page asks for, `making` and `growing` what the newsroom does.
"""
