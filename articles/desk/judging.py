"""A claim judged right by somebody: remembered for its sentence, and taken back."""

from articles.desk.running import Remark
from articles.models import Article, Judgement


def judge(remark: Remark, article: Article, *, reason: str, by) -> Judgement:
    """Remember that a claim of an article is right. A second judgement of it changes the reason.

    Raises ValidationError, such as for want of a reason.
    """
    found = Judgement.objects.filter(article=article, digest=remark.digest).first()
    judgement = found or Judgement(
        article=article,
        rule=remark.finding.rule,
        digest=remark.digest,
        sentence=remark.sentence,
        claim=remark.finding.claim[:300],
    )
    judgement.reason = " ".join(reason.split())
    judgement.signed_by(by).full_clean()
    judgement.save()
    return judgement
