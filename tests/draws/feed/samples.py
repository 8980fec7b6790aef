"""What IRCC's feed looks like: the real copy of March 2025, one row that would follow the shipped record, and any
row of the record as it would be given; and what a feed can change."""

import json
from pathlib import Path

from draws.models import HeldRow, PoolBand, PoolDistribution, ProposedCorrection, Round

MARCH_2025 = Path(__file__).resolve().parents[2] / "data" / "ee_rounds_123_en.2025-03-16.json"

ROW = {
    "drawNumber": "448",
    "drawNumberURL": "<a href='/content/canadasite/en/invitations.html?q=448'>448</a>",
    "drawDate": "2026-10-14",
    "drawDateFull": "October 14, 2026",
    "drawName": "Canadian Experience Class",
    "drawSize": "2,500",
    "drawCRS": "515",
    "mitext": "<a href='/content/canadasite/en/invitations.html?q=448'>Invitations #448</a>",
    "DrawText1": "<a href='/content/canadasite/en/invitations.html?q=448'>See full text</a>",
    "drawText2": "Canadian Experience Class",
    "drawDateTime": "October 14, 2026 at 13:05:07 UTC",
    "drawCutOff": "September 02, 2026 at 04:14:43 UTC",
    "drawDistributionAsOn": "October 11, 2026",
    "dd1": "1,000", "dd2": "29,000", "dd3": "70,000", "dd4": "14,000", "dd5": "14,000", "dd6": "14,000",
    "dd7": "14,000", "dd8": "14,000", "dd9": "60,000", "dd10": "12,000", "dd11": "12,000", "dd12": "12,000",
    "dd13": "12,000", "dd14": "12,000", "dd15": "50,000", "dd16": "15,000", "dd17": "5,000", "dd18": "230,000",
}  # fmt: skip


def row(**values) -> dict:
    return ROW | values


def feed(*rows) -> bytes:
    return json.dumps({"classes": "wb-tables", "rounds": rows}, ensure_ascii=False).encode()


def as_fed(round):
    """Return a round of the record as a row of IRCC's feed."""
    form = "%B %d, %Y at %H:%M:%S UTC"
    return {
        "drawNumber": round.number,
        "drawDate": f"{round.date:%Y-%m-%d}",
        "drawName": round.published_name_en,
        "drawSize": f"{round.invitations:,}",
        "drawCRS": str(round.crs_cutoff),
        "drawDateTime": f"{round.held_at:{form}}" if round.held_at else "",
        "drawCutOff": f"{round.tie_breaking_at:{form}}" if round.tie_breaking_at else "",
    }


def state():
    """The whole record, row by row."""
    return [
        list(model.objects.order_by("pk").values())
        for model in (Round, Round.history.model, PoolDistribution, PoolBand, HeldRow, ProposedCorrection)
    ]
