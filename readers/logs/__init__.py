"""Sums of the web server's access log. No address of a computer and no name of a program is kept."""
