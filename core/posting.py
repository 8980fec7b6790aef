"""Which public views take forms that are sent: the gate of eedraws/middleware.py refuses POST everywhere else."""


def accepts_post(view):
    """Mark a public view as one that takes POST."""
    view.accepts_post = True
    return view
