"""From a specification to a drawing. The one place that loads the charting library, for commands only."""

from . import svg
from .spec import VEGA_LITE, Chart


class NotRendered(Exception):
    """The library could not make a drawing, or made one that this site does not show."""


def render(chart: Chart) -> str:
    """Return what stands inside the `svg` element of a chart's drawing."""
    # Loading it takes about 100 MB: no request may.
    import vl_convert

    try:
        return svg.inner(
            vl_convert.vegalite_to_svg(
                chart.spec, vl_version=VEGA_LITE, show_warnings=False, allowed_base_urls=[]
            )
        )
    except ValueError as error:
        raise NotRendered(str(error)) from error
