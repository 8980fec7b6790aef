"""The search of articles: their words, the index of them in the database, and how it is asked."""
