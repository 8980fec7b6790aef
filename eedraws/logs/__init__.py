"""What is logged, and what never is: docs/operations.md.

No line holds what a reader sent: no query, form, cookie, header, address of a reader or path that they typed.
"""
