"""The public API, version 1: read-only JSON under /api/v1/, described by its own OpenAPI 3.1 document."""

from datetime import date
from functools import cache

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_noop as _
from ninja import Field, NinjaAPI, Schema
from ninja.errors import HttpError, ValidationError
from ninja.openapi.docs import DocsBase
from ninja.openapi.schema import REF_TEMPLATE
from ninja.schema import NinjaGenerateJsonSchema

from core.api import reads
from core.problems import MEDIA_TYPE, problem
from draws.api import router as draws
from eedraws.age import age_of_record
from eedraws.pages.api_operations import Operation, operations
from occupations.api import router as occupations

LICENCE_NAME = "Creative Commons Attribution 4.0 International (CC BY 4.0)"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
ATTRIBUTION = (
    "eedraws, compiled from information of Immigration, Refugees and Citizenship Canada and Statistics Canada "
    "licensed under the Open Government Licence – Canada"
)


class ParameterError(Schema):
    parameter: str
    detail: str


class Problem(Schema):
    """RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[ParameterError] = Field(None, description="Which parameters cannot be used, and why.")


class Record(Schema):
    complete_to: date | None = Field(description="Day of the newest draw; null while there is none.")
    stale: bool = Field(description="Whether later draws may be missing.")
    licence: str
    licence_url: str
    attribution: str = Field(description="Whom to name.")
    about: str = Field(description="Where the data are described.")
    documentation: str


class Docs(DocsBase):
    """A page of the site, which needs no script: the library's own does."""

    def render_page(self, request, api, **kwargs):
        document = self.get_openapi_url(api, kwargs)
        return render(request, "pages/api.html", {"document": document, "operations": described(api)})


@cache
def described(api: NinjaAPI) -> list[Operation]:
    """Return the operations, which the code alone decides: they are put into words once."""
    return operations(api.get_openapi_schema())


class API(NinjaAPI):
    def get_openapi_schema(self, **kwargs):
        """Add to every operation the problems that it may answer with."""
        document = super().get_openapi_schema(**kwargs)
        schemas = Problem.model_json_schema(
            ref_template=REF_TEMPLATE, schema_generator=NinjaGenerateJsonSchema
        )
        document["components"]["schemas"] |= schemas.pop("$defs") | {"Problem": schemas}
        content = {MEDIA_TYPE: {"schema": {"$ref": REF_TEMPLATE.format(model="Problem")}}}
        for methods in document["paths"].values():
            for operation in methods.values():
                for status, description in PROBLEMS.items():
                    operation["responses"][status] = {"description": description, "content": content}
        return document


PROBLEMS = {
    400: "The request cannot be read.",
    404: "There is nothing of this name.",
    405: "Only GET and HEAD.",
    414: "The address is too long.",
    422: "A parameter cannot be used.",
}

api = API(
    title=_("eedraws API"),
    version="1.0.0",
    description=_(
        "Canada's Express Entry draws, types of draw with their lists, occupations and the pool. Read-only, without "
        "keys and cookies. Answers carry an ETag. What the columns mean, and what to mind: [open data](/data/)."
    ),
    urls_namespace="api",
    docs=Docs(),
    servers=[{"url": settings.SITE_URL}],
    openapi_extra={"info": {"license": {"name": LICENCE_NAME, "url": LICENCE_URL}}},
)
api.add_router("", draws)
api.add_router("", occupations)


@reads(api, "/", response=Record, tags=["Record"])
def get_record(request):
    """How far the record reaches, and under which licence it may be used."""
    record = age_of_record()
    return {
        **record._asdict(),
        "licence": LICENCE_NAME,
        "licence_url": LICENCE_URL,
        "attribution": ATTRIBUTION,
        "about": settings.SITE_URL + reverse("data"),
        "documentation": settings.SITE_URL + reverse("api:openapi-view"),
    }


@api.exception_handler(Http404)
def not_found(request, error=None):
    """In our own words, since Django's name models; the view of every other address under /api/ too."""
    return problem(404)


@api.exception_handler(HttpError)
def refused(request, error):
    return problem(error.status_code, str(error))


@api.exception_handler(ValidationError)
def unusable(request, error):
    return problem(422, errors=[(str(item["loc"][-1]), item["msg"]) for item in error.errors])
