"""A few types of draw with the names that the record has for them."""

from eedraws.search.names import Names

NAMES = Names(
    [
        ("french", "French-language proficiency"),
        ("french", "Compétence linguistique en français"),
        ("french", "French language proficiency (Version 1)"),
        ("french", "French"),
        ("healthcare", "Healthcare and social services occupations"),
        ("healthcare", "Healthcare and Social Services Occupations, 2026-Version 3"),
        ("healthcare", "Healthcare"),
        ("trades", "Trade occupations"),
        ("trades", "Trades"),
        ("trades", "Métiers spécialisés"),
        ("fst", "Federal skilled trades"),
        ("fst", "Federal Skilled Trades Program"),
        ("fst", "FST"),
        ("pnp", "Provincial Nominee Program"),
        ("pnp", "Provincial nominees"),
        ("pnp", "PNP"),
        ("general", "All programs"),
        ("general", "No Program Specified"),
        ("cec", "Canadian Experience Class"),
        ("cec", "CEC"),
        ("french", "category-based"),
        ("healthcare", "category-based"),
        ("trades", "category-based"),
    ]
)
