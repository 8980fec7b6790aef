"""Taking in what a WordPress site exported (WXR): read, turn into Markdown, write.

`reading`, `shaping`, `tables` and `turning` know XML and HTML only; `taking` writes, by the one write path.
docs/importing.md is the manual.
"""
