"""What articles add to the list of draws: a roundup of those that are chosen."""

from django.contrib import admin, messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from draws.admin.rounds import RoundAdmin
from draws.clock import Week
from draws.models import Round

admin.site.unregister(Round)


@admin.register(Round)
class ToldRoundAdmin(RoundAdmin):
    """The draws app knows of no articles; here, where both are known, its list gets the action."""

    actions = [*RoundAdmin.actions, "write_roundup"]

    def has_story_permission(self, request):
        return request.user.has_perm("articles.add_article")

    @admin.action(description=_("Write a roundup of these draws"), permissions=["story"])
    def write_roundup(self, request, queryset):
        rounds = list(queryset.oldest_first()[:100])
        weeks = {Week.of(round.date) for round in rounds}
        if not all(round.is_public and not round.withdrawn_at for round in rounds):
            messages.error(request, _("A roundup tells of public draws. Publish the others first."))
        elif len(weeks) > 1:
            messages.error(request, _("A roundup is of one week. Choose draws of the same week."))
        else:
            address = reverse("admin:articles_article_roundup", args=[weeks.pop().slug])
            return redirect(f"{address}?draws={','.join(round.number for round in rounds)}")
        return None
