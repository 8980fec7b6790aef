"""What stands in an address: a week, a day, a year, a month, a NOC code and its classification, the number of a round, a format, a picture.

A value has one spelling only; any other, and a week that does not exist, is no address of this site.
"""

from datetime import date

from django.urls import register_converter

from draws.clock import Week
from eedraws.cards.saying import SIZES, Size


class WeekConverter:
    """ "2023-w27" and draws.clock.Week."""

    regex = "[0-9]{4}-w[0-9]{2}"

    def to_python(self, value: str) -> Week:
        return Week.parse(value)

    def to_url(self, value: Week) -> str:
        return value.slug


class DayConverter:
    """ "2023-07-04" and the date."""

    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        return value.isoformat()


class YearConverter:
    """2015 to 2099, which are years and never numbers of rounds."""

    regex = "20(?:1[5-9]|[2-9][0-9])"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


class MonthConverter:
    """ "01" to "12" and 1 to 12."""

    regex = "0[1-9]|1[0-2]"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:02}"


class CodeConverter:
    """A NOC code: five digits, kept as text."""

    regex = "[0-9]{5}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class ClassificationConverter:
    """ "noc-2026" and "NOC 2026"."""

    regex = "noc-[0-9]{4}"

    def to_python(self, value: str) -> str:
        return value.upper().replace("-", " ")

    def to_url(self, value: str) -> str:
        return value.lower().replace(" ", "-")


class NumberConverter(CodeConverter):
    """The number of a round, as text: "255", "91a", "s1"."""

    regex = "[0-9]{1,4}[a-z]?|s[0-9]{1,6}"


class VersionConverter(YearConverter):
    """The number of a version, from 1."""

    regex = "[1-9][0-9]{0,2}"


class FormatConverter(CodeConverter):
    """What a file is written in."""

    regex = "csv|json"


class PictureConverter(CodeConverter):
    """The name of a file of a picture: a hash, a width, a format."""

    regex = r"[0-9a-f]{32}-[0-9]{1,4}\.(?:avif|webp|jpg)"


class PicturedConverter(CodeConverter):
    """Of what a picture is."""

    regex = "draw|week|article|site"


class DigestConverter(CodeConverter):
    """What a picture says, in short."""

    regex = "[0-9a-f]{12}"


class SizeConverter:
    """ "1200x630" and the size."""

    regex = "|".join(SIZES)

    def to_python(self, value: str) -> Size:
        return SIZES[value]

    def to_url(self, value: Size) -> str:
        return value.name


def register() -> None:
    """Make the converters known to path(), by the names that every app's URLs use."""
    register_converter(WeekConverter, "week")
    register_converter(DayConverter, "day")
    register_converter(YearConverter, "year")
    register_converter(MonthConverter, "month")
    register_converter(CodeConverter, "code")
    register_converter(ClassificationConverter, "classification")
    register_converter(NumberConverter, "number")
    register_converter(VersionConverter, "version")
    register_converter(FormatConverter, "format")
    register_converter(PictureConverter, "picture")
    register_converter(PicturedConverter, "pictured")
    register_converter(DigestConverter, "digest")
    register_converter(SizeConverter, "size")
