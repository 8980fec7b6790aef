"""What the desk said, as it is kept and handed on: plain values fit for JSON."""

from collections.abc import Iterable

from articles.desk.running import Remark


def kept(remarks: Iterable[Remark]) -> list[dict[str, object]]:
    """Return remarks as an override keeps them: by `digest` they are known again."""
    return [
        {
            "digest": remark.digest,
            "rule": remark.finding.rule,
            "status": str(remark.finding.status),
            "part": remark.finding.part,
            "sentence": remark.sentence,
            "claim": remark.finding.claim,
            "expected": remark.finding.expected,
            "message": remark.message,
            "rows": [
                {"kind": row.kind, "key": row.key, "address": row.address} for row in remark.finding.rows
            ],
            "confidence": remark.finding.confidence,
        }
        for remark in remarks
    ]
