"""What rules of several kinds read: words for times, figures and movements, and which draws a sentence speaks of. Pure: no Django."""
