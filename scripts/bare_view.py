"""A bare Django view, by whose cost scripts/bench_load.py tells how fast a machine is."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, MIDDLEWARE=[], USE_TZ=True)


def view(request: HttpRequest) -> HttpResponse:
    return HttpResponse("Bare.")


urlpatterns = [path("healthz", view)]
application = get_wsgi_application()
