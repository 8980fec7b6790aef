"""Who signed in, for administrators to read; and no lists of secrets, which the libraries would show here."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django_otp.plugins.otp_static import admin as _static  # noqa: F401
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp import admin as _totp  # noqa: F401
from django_otp.plugins.otp_totp.models import TOTPDevice

from core.admin import ReadOnlyAdmin
from core.people import name_of
from eedraws.signin.models import SignIn

# Registered by the imports above.
for model in (StaticDevice, TOTPDevice):
    admin.site.unregister(model)


@admin.register(SignIn)
class SignInAdmin(ReadOnlyAdmin):
    list_display = ["at", "who", "how", "browser"]
    list_filter = ["how"]
    search_fields = ["account__username"]
    list_select_related = ["account"]

    @admin.display(description=_("who"), ordering="account__username")
    def who(self, obj):
        return name_of(obj.account)
