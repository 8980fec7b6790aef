"""Backups that are proved when they are made and again before they are used: docs/backups.md."""
