"""The frame of every desk page: who may come in, in whose name, what he sees, which rail entries stand.

A page is a function decorated with ``desk_page``. A citizen is refused; a member of staff without a post in force comes
in but reaches no record. Today's date is read here, once a request, and handed on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _

from fadu.organs.kinds import DELEGABLE, PostKind, Scope
from fadu.organs.models import Delegation, Person, Post
from fadu.organs.seeing import Reach, sees

SUPERVISORS = frozenset(
    {PostKind.HEAD, PostKind.PRINCIPAL, PostKind.REVIEWER, PostKind.INSPECTOR, PostKind.LEADER, PostKind.CLERK}
)
ADMINISTRATORS = frozenset({PostKind.SYSTEM_ADMIN, PostKind.SECURITY_ADMIN, PostKind.AUDIT_ADMIN})


@dataclass
class Acting:
    """The person at the desk today. ``principal`` is for whom he acts just now, under a delegation in force."""

    person: Person
    today: date
    principal_key: int | None = None
    posts: list[Post] = field(default_factory=list)
    delegations: list[Delegation] = field(default_factory=list)

    @cached_property
    def reach(self) -> Reach:
        """What he may see; asked for once a request."""
        return sees(self.person, self.today)

    @property
    def principal(self) -> Person | None:
        """For whom he acts, if that delegation still runs."""
        return next((d.principal for d in self.delegations if d.principal_id == self.principal_key), None)

    @property
    def kinds(self) -> frozenset[str]:
        """Kinds of post held in person."""
        return frozenset(each.kind for each in self.posts)

    @property
    def organ_name(self) -> str:
        """The organ of the first post, for the top bar."""
        return self.posts[0].organ.name if self.posts else ""

    @property
    def supervises(self) -> bool:
        """Sees an organ or a region whole in a post that answers for it."""
        return bool(self.kinds & SUPERVISORS) and any(p.scope != Scope.OWN for p in self.posts)

    @property
    def lends(self) -> bool:
        """Holds a post that may be exercised by a delegate."""
        return bool(self.kinds & DELEGABLE)

    def holds(self, kinds: frozenset[str] | set[str], organ: int) -> bool:
        """Holds one of ``kinds`` in person at the organ of that key."""
        return any(each.kind in kinds and each.organ_id == organ for each in self.posts)


class DeskRequest(HttpRequest):
    """A request that has come in to the desk."""

    acting: Acting
    user: Person


def acting_of(request: HttpRequest) -> Acting:
    """Who acts; refuses whoever is not staff. Two queries."""
    person = request.user
    if not isinstance(person, Person) or not person.is_staff_member:
        raise PermissionDenied(_("工作台只供工作人员使用"))
    today = timezone.localdate()
    posts = list(Post.objects.in_force(today).filter(person=person).select_related("organ").order_by("since", "pk"))
    lent = list(Delegation.objects.in_force(today).filter(delegate=person).select_related("principal", "post__organ"))
    return Acting(person, today, request.session.get("principal"), posts, lent)


def desk_page(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Let only staff in (anonymous visitors are sent to sign in by the middleware) and bring ``request.acting``."""

    @wraps(view)
    def guarded(request: DeskRequest, *args: Any, **given: Any) -> HttpResponseBase:
        request.acting = acting_of(request)
        return view(request, *args, **given)

    guarded.desk_guarded = True  # type: ignore[attr-defined]
    return guarded


@dataclass(frozen=True)
class Entry:
    """One word of the rail."""

    key: str
    name: str | Promise
    address: str
    here: bool


RAIL: tuple[tuple[str, str | Promise, str], ...] = (
    ("work", _("我的工作"), "desk:work"),
    ("dispute", _("登记纠纷"), "desk:enter_dispute"),
    ("cases", _("案"), "desk:cases"),
    ("registers", _("册"), "desk:registers"),
    ("journals", _("账"), "desk:journals"),
    ("figures", _("数"), "desk:figures"),
    ("reports", _("报"), "desk:reports"),
    ("board", _("监督"), "desk:board"),
    ("offices", _("管理"), "desk:offices"),
)


def rail(acting: Acting, here: str) -> list[Entry]:
    """The entries whose pages stand in the house and are this person's business."""
    entries = []
    for key, name, page in RAIL:
        if key not in {"board", "offices"} and not acting.reach and acting.kinds:  # an administrator reads no case
            continue
        if (key == "board" and not acting.supervises) or (key == "offices" and not acting.kinds & ADMINISTRATORS):
            continue
        if key == "dispute" and PostKind.MEDIATOR not in acting.kinds:
            continue
        try:
            entries.append(Entry(key, name, reverse(page), key == here))
        except NoReverseMatch:  # that room is not built yet: no dead link
            continue
    return entries


def page(
    request: DeskRequest, template: str, context: dict[str, Any] | None = None, *, here: str = "", status: int = 200
) -> HttpResponse:
    """Render a desk page in its frame."""
    given = {"acting": request.acting, "today": request.acting.today, "rail": rail(request.acting, here)}
    return render(request, template, given | (context or {}), status=status)
