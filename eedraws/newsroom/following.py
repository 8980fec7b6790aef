"""How many follow what by e-mail, and how the messages stand. Nobody's address is shown."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alerts.asking import offered
from alerts.models import Message, Subscriber
from eedraws.newsroom.due_alerts import OVERDUE
from occupations.models import Category


@require_safe
def following(request):
    if not request.user.has_perm("draws.change_round"):
        raise PermissionDenied
    confirmed = Q(confirmed_at__isnull=False)
    subscribers = Subscriber.objects.aggregate(
        confirmed=Count("pk", filter=confirmed),
        asked=Count("pk", filter=~confirmed),
        jobs=Count("pk", filter=confirmed & Q(occupation__isnull=False)),
        scores=Count("pk", filter=confirmed & Q(score__isnull=False)),
    )
    by_type = Subscriber.objects.confirmed().values_list("categories").annotate(count=Count("pk"))
    followers = dict(by_type)
    context = {
        **admin.site.each_context(request),
        "title": _("Alerts by e-mail"),
        "offered": offered(),
        "subscribers": subscribers,
        "types": [
            (category, followers.get(category.pk, 0)) for category in Category.objects.in_reading_order()
        ],
        "standing": Message.objects.standing(timezone.now() - OVERDUE),
    }
    return TemplateResponse(request, "admin/alerts.html", context)
