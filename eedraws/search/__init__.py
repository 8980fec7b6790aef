"""The search of the whole site: what is asked is understood here, and answered from articles, draws, types and occupations."""
