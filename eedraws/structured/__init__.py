"""What pages tell machines in the vocabulary of schema.org: plain dictionaries, made without Django.

Each says what its page shows and no more. `eedraws/structured_pages.py` takes them from the context of a page.
"""
