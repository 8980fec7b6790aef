"""What is said of a static file beside what whitenoise says."""

import os


def tag_weakly(headers, path: str, url: str) -> None:
    """Give a file and its compressed forms one ETag that is weak: their bytes are not the same."""
    about = os.stat(path)
    headers["ETag"] = f'W/"{int(about.st_mtime):x}-{about.st_size:x}"'
