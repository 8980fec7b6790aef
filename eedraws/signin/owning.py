"""The pages on which somebody looks after how they sign in: second factors, recovery codes, sessions."""

import re
from functools import partial
from io import BytesIO

import segno
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from eedraws.signin import devices, passkeys, sessions
from eedraws.signin.entering import answer, enter
from eedraws.signin.forms import AppForm, NameForm, OwnerForm, PasskeyForm
from eedraws.signin.recording import log

# In the session: the secret of an app that is being set up, and recovery codes until they are shown.
KEY, CODES = "signin-key", "signin-codes"
CODE_LINES = re.compile(r"(?:[a-z0-9]{5}-[a-z0-9]{5}\s*){1,10}")


def for_owner(view, half_way=False):
    """Give a view who asks, whose way of signing in it is about; who is not in is led to the door."""

    def ask(site, request, **kwargs):
        owner = request.user
        if half_way and request.half_way.is_authenticated and not devices.has_factor(request.half_way):
            owner = request.half_way
        if not owner.is_authenticated:
            return redirect(f"{reverse('admin:login')}?{urlencode({'next': request.path})}")
        return view(site, request, owner, **kwargs)

    return ask


# Also for who has given the password and has no second factor yet: they set up their first one.
for_newcomer = partial(for_owner, half_way=True)


def sent(request):
    return request.POST if request.method == "POST" else None


class OwningMixin:
    """The pages of NewsroomSite about one's own sign-in."""

    def get_urls(self):
        return [
            path("account/", self.own_account, name="account"),
            path("account/app/", self.add_app, name="add_app"),
            path("account/app/code.svg", self.app_code, name="app_code"),
            path("account/passkey/", self.add_passkey, name="add_passkey"),
            path("account/codes/", self.recovery_codes, name="recovery_codes"),
            path("account/codes/file/", self.recovery_codes_file, name="recovery_codes_file"),
            path("account/sessions/", self.own_sessions, name="own_sessions"),
            path("account/<slug:kind>/<int:pk>/", self.own_device, name="own_device"),
            *super().get_urls(),
        ]

    def page(self, request, name, title, form=None, **context):
        shared = {**self.each_context(request), "title": title, "form": form}
        response = TemplateResponse(request, f"admin/signin/{name}.html", shared | context)
        return answer(response, form)

    def go_on(self, request, owner, device, is_first):
        """Lead on from a second factor that was added: with the first one to the recovery codes."""
        log(request, "second factor added", owner, kind=devices.kind_of(device))
        wanted = enter(request, owner, device) if request.half_way.is_authenticated else ""
        if is_first:
            request.session[CODES] = {"codes": devices.new_recovery_codes(owner), "wanted": wanted}
            return redirect("admin:recovery_codes")
        messages.success(request, _("Added: %(name)s.") % {"name": device.name})
        return redirect("admin:account")

    @for_owner
    def own_account(self, request, owner):
        return self.page(
            request,
            "account",
            _("How you sign in"),
            devices=devices.factors(owner),
            codes_left=devices.recovery_codes_left(owner),
            passkeys_offered=passkeys.are_offered(),
        )

    @for_newcomer
    def add_app(self, request, owner):
        is_first = not devices.has_factor(owner)
        key = request.session.setdefault(KEY, devices.new_key())
        form = AppForm(
            sent(request), request=request, account=owner, initial={"name": _("Authenticator app")}
        )
        if form.is_valid():
            device = devices.add_app(owner, key, form.cleaned_data["code"], form.cleaned_data["name"])
            if device:
                del request.session[KEY]
                return self.go_on(request, owner, device, is_first)
            form.add_error("code", _("The app shows another code now. Is the clock of its device right?"))
        return self.page(
            request,
            "add_app",
            _("Add an authenticator app"),
            form,
            owner=owner,
            secret=devices.secret_of(key),
            is_first=is_first,
            passkeys_offered=passkeys.are_offered(),
        )

    @for_newcomer
    def app_code(self, request, owner):
        """The secret that is being set up, as a picture for the camera of a phone."""
        key = request.session.get(KEY)
        if not key:
            raise Http404
        picture = BytesIO()
        code = segno.make_qr(devices.address_of_secret(owner, key))
        code.save(picture, kind="svg", scale=4, dark="#000", light="#fff")
        return HttpResponse(picture.getvalue(), content_type="image/svg+xml")

    @for_newcomer
    def add_passkey(self, request, owner):
        if not passkeys.are_offered():
            raise Http404
        is_first = not devices.has_factor(owner)
        form = PasskeyForm(sent(request), request=request, account=owner, initial={"name": _("Passkey")})
        if form.is_valid():
            try:
                device = passkeys.keep_new(
                    request, owner, form.cleaned_data["credential"], form.cleaned_data["name"]
                )
                return self.go_on(request, owner, device, is_first)
            except passkeys.Refused:
                form.add_error(None, _("No passkey was made. Try again, or add an authenticator app."))
        return self.page(
            request,
            "add_passkey",
            _("Add a passkey"),
            form,
            passkey=passkeys.ask_for_new(request, owner),
            is_first=is_first,
        )

    @for_owner
    def own_device(self, request, owner, kind, pk):
        """Rename a second factor, or take it away."""
        device = next((d for d in devices.factors(owner) if (d.kind, d.pk) == (kind, pk)), None)
        if device is None:
            raise Http404
        removes = "remove" in request.POST
        naming = NameForm(None if removes else sent(request), initial={"name": device.name})
        removing = OwnerForm(request.POST if removes else None, request=request, account=owner)
        if naming.is_valid():
            device.name = naming.cleaned_data["name"]
            device.save(update_fields=["name"])
            return redirect("admin:account")
        if removing.is_valid():
            return self.remove_device(request, owner, device)
        return self.page(
            request,
            "device",
            device.name,
            removing if removes else naming,
            naming=naming,
            removing=removing,
            device=device,
        )

    def remove_device(self, request, owner, device):
        try:
            devices.remove(owner, device)
        except devices.LastFactor:
            messages.error(request, _("It is your only second factor, and you need one. Add another first."))
            return redirect("admin:own_device", device.kind, device.pk)
        log(request, "second factor removed", owner, kind=device.kind)
        messages.success(request, _("Removed: %(name)s.") % {"name": device.name})
        return redirect("admin:account")

    @for_owner
    def recovery_codes(self, request, owner):
        """Show the codes that were just made, once; make others when asked to."""
        form = OwnerForm(sent(request), request=request, account=owner)
        if form.is_valid():
            request.session[CODES] = {"codes": devices.new_recovery_codes(owner), "wanted": ""}
            log(request, "recovery codes made", owner)
            return redirect("admin:recovery_codes")
        made = request.session.pop(CODES, None) or {}
        return self.page(
            request,
            "recovery_codes",
            _("Recovery codes"),
            form,
            codes=made.get("codes"),
            wanted=made.get("wanted") or reverse("admin:account"),
            codes_left=devices.recovery_codes_left(owner),
        )

    @for_owner
    def recovery_codes_file(self, request, owner):
        """Send the codes back that a page has shown, as a file: nothing keeps them."""
        codes = request.POST.get("codes", "")
        if not CODE_LINES.fullmatch(codes):
            raise Http404
        words = _("Recovery codes of %(name)s for %(site)s. Each works once.")
        head = words % {"name": owner.get_username(), "site": request.get_host()}
        lines = "\r\n".join([head, "", *codes.split(), ""])
        name = "eedraws-recovery-codes.txt"
        return HttpResponse(
            lines,
            content_type="text/plain; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )

    @for_owner
    def own_sessions(self, request, owner):
        form = OwnerForm(sent(request), request=request, account=owner)
        if form.is_valid():
            sessions.end_sessions(owner, but=request.session.session_key)
            log(request, "sessions ended", owner)
            messages.success(request, _("Signed out everywhere else."))
            return redirect("admin:own_sessions")
        return self.page(
            request,
            "sessions",
            _("Where you are signed in"),
            form,
            sessions=sessions.open_sessions(owner),
            this=request.session.session_key,
        )
