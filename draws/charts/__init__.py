"""Charts of the draws: what they show, how they are drawn, where the drawings are kept.

`spec`, `cutoffs`, `invitations`, `pools`, `sparkline` and `svg` are pure. `store` keeps drawings as files named by a
hash of what they show; `record` lists every chart of the record; `job` renders after a change. Pages only read:
a drawing that is not there yet leaves its table.
"""
