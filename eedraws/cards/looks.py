"""Colours and patterns of pictures. Pure: no Django.

Pictures are light: the colours are those of the stylesheet's light theme. A type of draw has a hue and a pattern, so that
two of one lightness are told apart without colours; its name stands beside both.
"""

PAPER, INK, SOFT, RULE, ACCENT = "#fbf9f4", "#1b1a18", "#504c45", "#ddd6c8", "#7a1f3d"

HUES = {
    "general": "#81888e",
    "cec": "#5f85c4",
    "pnp": "#a156f0",
    "fsw": "#377d7e",
    "fst": "#987f36",
    "french": "#116754",
    "healthcare": "#780000",
    "stem": "#69175b",
    "trades": "#ac7e5c",
    "transport": "#4d5b00",
    "agriculture": "#436e27",
    "education": "#82740c",
    "physicians": "#bd1555",
    "senior-managers": "#6c53ac",
    "military": "#3b4430",
    "researchers": "#006c81",
}

# A tile of eight by eight squares, a byte a row: where a bit is set, the square is lighter.
SOLID = bytes(8)
PATTERNS = {
    "general": SOLID,
    "cec": bytes.fromhex("ff000000ff000000"),
    "pnp": bytes.fromhex("0066660000999900"),
    "fsw": bytes.fromhex("1111111111111111"),
    "fst": bytes.fromhex("8040201008040201"),
    "french": bytes.fromhex("0102040810204080"),
    "healthcare": bytes.fromhex("0018187e7e181800"),
    "stem": bytes.fromhex("ff818181818181ff"),
    "trades": bytes.fromhex("ff080808ff808080"),
    "transport": bytes.fromhex("1818181818180000"),
    "agriculture": bytes.fromhex("183c66c381000000"),
    "education": bytes.fromhex("f0f0f0f00f0f0f0f"),
    "physicians": bytes.fromhex("003c424242423c00"),
    "senior-managers": bytes.fromhex("10387cfe7c381000"),
    "military": bytes.fromhex("80c0e0f0f8fcfeff"),
    "researchers": bytes.fromhex("aa55aa55aa55aa55"),
}


def hue(type: str) -> str:
    """Return the colour of a type of draw; of one that this module does not know yet, that of quiet text."""
    return HUES.get(type, SOFT)


def pattern(type: str) -> bytes:
    return PATTERNS.get(type, SOLID)


def blend(colour: str, other: str, share: float) -> str:
    """Mix two colours "#rrggbb"; `share` (0 to 1) is that of the other."""
    pairs = zip(bytes.fromhex(colour[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + bytes(round(one + (two - one) * share) for one, two in pairs).hex()
