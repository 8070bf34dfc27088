"""Who may be named as acting in a form: oneself, one's principal, or a fellow officer whose act one enters.

Approvals, reviews and hearings are entered by whoever makes them (or under a delegation): nobody decides in another's
name by typing it. What officers did together one of them, or the organ's clerk, may enter; the record names the hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from fadu.desk.frame import Acting
from fadu.engine.declare import Role
from fadu.engine.models import Case
from fadu.organs.kinds import HANDLING, PostKind
from fadu.organs.models import Person, Post

FIELD_WORK: Final = HANDLING | {PostKind.CLERK}


@dataclass
class Cast:
    """The people of an organ today by post, and who sits at the desk."""

    acting: Acting
    organ: int
    posts: list[Post]

    def holding(self, kinds: tuple[str, ...] | frozenset[str]) -> list[Person]:
        """Those who hold one of ``kinds`` today, each once."""
        return list({each.person_id: each.person for each in self.posts if each.kind in kinds}.values())

    def leads(self, role: Role) -> list[tuple[str, str]]:
        """Choices of who leads the act: value and label."""
        me = self.acting.person
        found = []
        if any(each.pk == me.pk for each in self.holding(role.posts)):
            found.append(("self", me.name))
        for each in self.acting.delegations:
            if each.post.organ_id == self.organ and each.post.kind in role.posts:
                principal = each.principal
                found.append(
                    (f"for:{principal.pk}", _("%(me)s（代 %(name)s）") % {"me": me.name, "name": principal.name})
                )
        entering = self.acting.holds(set(FIELD_WORK), self.organ)
        if entering and set(role.posts) & FIELD_WORK:
            found += [
                (f"person:{each.pk}", each.name)
                for each in self.holding(tuple(set(role.posts) & FIELD_WORK))
                if each.pk != me.pk
            ]
        return found

    def seconds(self, role: Role) -> list[tuple[str, str]]:
        """Choices of who acts second."""
        return [(str(each.pk), each.name) for each in self.holding(role.posts)]

    def person(self, key: int) -> Person:
        """One of the organ's people by key."""
        return next(each.person for each in self.posts if each.person_id == key)


def cast(acting: Acting, case: Case) -> Cast:
    """The people who may be named in a form about this case; one query."""
    posts = Post.objects.in_force(acting.today).filter(organ=case.organ_id).select_related("person")
    return Cast(acting, case.organ_id, list(posts.order_by("person__name", "pk")))


@dataclass(frozen=True)
class Hands:
    """Whose act it is: those who act, for whom the first does, who enters it."""

    by: list[Person]
    principal: Person | None
    entered_by: Person


def hands(people: Cast, lead: str, second: str = "") -> Hands:
    """The people that the choices of a form stand for."""
    me = people.acting.person
    kind, _colon, key = lead.partition(":")
    first = people.person(int(key)) if kind == "person" else me
    principal = (
        next(each.principal for each in people.acting.delegations if each.principal_id == int(key))
        if kind == "for"
        else None
    )
    return Hands([first, *([people.person(int(second))] if second else [])], principal, me)
