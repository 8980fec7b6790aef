"""Whether one number is another but for a slip of the pen. Pure: no Django."""


def is_slip(claimed: int, actual: int) -> bool:
    """Whether two numbers differ by digits that changed places, by one other digit, or by one nought."""
    one, other = str(claimed), str(actual)
    if len(one) != len(other):
        return claimed == 10 * actual or actual == 10 * claimed
    if claimed == actual or len(one.rstrip("0")) == len(other.rstrip("0")) == 1:
        return False
    return sorted(one) == sorted(other) or sum(a != b for a, b in zip(one, other, strict=True)) == 1
