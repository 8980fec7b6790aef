"""The fact desk of the newsroom: reads an article against the record of this site, and keeps what people decide.

What a claim is and whether it is true is the business of articles/facts, which knows no database.
"""
