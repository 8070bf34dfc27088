"""查进度: signed-in persons see how far their own matters are; everybody else is asked to sign in."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from fadu.engine import outbox
from fadu.engine.models import Case
from fadu.organs.models import Person
from fadu.organs.secret import fingerprint
from fadu.portal.matters import matter as own_matter
from fadu.portal.matters import matters, told
from fadu.portal.pages import in_chinese, number_asked, page, today
from fadu.procedures.rating import may_be_rated


@login_not_required
@never_cache
def progress(request: HttpRequest) -> HttpResponse:
    """The list. Members of staff see their own matters as citizens, nothing of their work."""
    person, on = request.user, today()
    context = {"asked_in": not isinstance(person, Person), "on": on}
    if isinstance(person, Person):
        context |= {"known": bool(person.id_number), "matters": matters(person, on)}
    return page(request, "portal/progress.html", context, column="progress")


@login_not_required
@never_cache
def messages(request: HttpRequest) -> HttpResponse:
    """What the person was told of his own matters, newest first; two queries."""
    person = request.user
    if not isinstance(person, Person):
        return redirect_to_login(request.path, reverse("organs:sign_in"))
    found = [
        (each, words)
        for each in outbox.inbox(fingerprint(person.id_number))
        if each.case and each.taken and (words := told(each.case.procedure).get(each.taken.step))
    ]
    return page(request, "portal/messages.html", {"found": found}, column="progress", where=[(_("消息"), "")])


def rate_address(key: int) -> str:
    """Where a matter is rated, while it can be."""
    case = Case.objects.filter(pk=key).first()
    return reverse("portal:rate", args=[key]) if case and may_be_rated(case) else ""


@login_not_required
@never_cache
def matter(request: HttpRequest, key: int) -> HttpResponse:
    """One matter with its derivations; somebody else's is not found, like one that is not there."""
    person = request.user
    if not isinstance(person, Person):
        return redirect_to_login(request.path, reverse("organs:sign_in"))
    found = own_matter(person, key, today()) if number_asked(str(key)) is not None else None
    if found is None:
        raise Http404
    context = {"matter": found, "on": today(), "rate": rate_address(key)}
    return page(request, "portal/matter.html", context, column="progress", where=[(in_chinese(found.number), "")])
