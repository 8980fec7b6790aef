"""What was expected of a draw before it was held, and what came of it."""
