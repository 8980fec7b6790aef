"""For programs that watch the site: whether the process answers, and whether the site can do its work."""

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse, JsonResponse

from draws.models import Round, SyncRun
from eedraws.logs.counting import errors_today

UNKEPT = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}


def process(request):
    """The process answers: nothing else is asked."""
    return HttpResponse("ok", content_type="text/plain; charset=utf-8", headers=UNKEPT)


def site(request):
    """Whether the database answers, can be written and has the tables of this code, and how old the record is.

    503 if not ready; a site that can only be read is ready for readers.
    """
    try:
        about = looked_at()
    except DatabaseError:
        about = {"database": "does not answer"}
    about["errors_today"] = errors_today()
    is_ready = about.get("migrations") == "applied"
    return JsonResponse(about | {"ready": is_ready}, status=200 if is_ready else 503, headers=UNKEPT)


def looked_at() -> dict[str, str | int | None]:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return {"database": "answers", "migrations": "missing"}
    newest = Round.objects.public_record().newest_first().values_list("date", flat=True).first()
    checked = SyncRun.objects.checks().values_list("started_at", flat=True).first()
    return {
        "database": "can only be read" if settings.DATABASE_READ_ONLY else "answers",
        "migrations": "applied",
        "newest_draw": newest and newest.isoformat(),
        "checked_with_ircc": checked and checked.isoformat(),
    }
