"""How the newsroom signs in: a password, a second factor, sessions that can be ended, and a record of it.

docs/signing-in.md tells it to those who sign in, docs/decisions/0025-sign-in-of-our-own-around-django-otp.md says why it is so.
"""
