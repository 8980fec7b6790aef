"""Pictures of draws, weeks and articles for where a link to them is shared: docs/sharing.md."""
