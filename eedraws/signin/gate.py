"""The one gate of the newsroom: whoever has not given the second factor is nobody."""

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.functional import SimpleLazyObject


def is_half_way(user) -> bool:
    """Whether somebody has given a password and must give more."""
    return settings.SECOND_FACTOR and user.is_authenticated and not user.is_verified()


class SecondFactorMiddleware:
    """Takes a session without its second factor for one without an account, everywhere: nothing has to ask.

    `request.half_way` is who gave the password and nothing more, or nobody; the pages of the second factor alone look
    at it. Comes after django_otp.middleware.OTPMiddleware.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        user = request.user
        request.half_way = SimpleLazyObject(lambda: user if is_half_way(user) else AnonymousUser())
        # Whoever wants to leave may: that view needs somebody who leaves, and shows nothing.
        if request.path_info != reverse("admin:logout"):
            request.user = SimpleLazyObject(lambda: AnonymousUser() if is_half_way(user) else user)
        return self.get_response(request)
