"""新开案件: choose the procedure, say whom and what it concerns; a related case may be named."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from fadu.desk import names
from fadu.desk.asked import number_asked
from fadu.desk.casefile import case_address
from fadu.desk.frame import Acting, DeskRequest, desk_page, page
from fadu.desk.reaching import cases
from fadu.engine import acts
from fadu.engine.chain import KINDS
from fadu.engine.models import Case, PartyKind
from fadu.engine.refusals import Refused
from fadu.engine.registry import NoEdition
from fadu.interface.fields import DayInput, Refusable
from fadu.organs.kinds import HANDLING, Domain
from fadu.organs.models import Organ, Post


class Opening(Refusable):
    """A new case of one procedure, with its party and, if there is one, a third person."""

    title = forms.CharField(label=gettext_lazy("案由"), max_length=200)
    organ = forms.ModelChoiceField(Organ.objects.none(), label=gettext_lazy("办案机关"), empty_label=None)
    domain = forms.ChoiceField(label=gettext_lazy("执法领域"), choices=Domain.choices)
    source = forms.ChoiceField(
        label=gettext_lazy("案件来源"), choices=[("", "—"), *names.SOURCES.items()], required=False
    )
    on = forms.DateField(label=gettext_lazy("开始日期"), widget=DayInput)
    handler = forms.ChoiceField(label=gettext_lazy("承办人"))
    second = forms.ChoiceField(label=gettext_lazy("协办人"), required=False)
    kind = forms.ChoiceField(label=gettext_lazy("当事人类别"), choices=PartyKind.choices)
    name = forms.CharField(label=gettext_lazy("当事人姓名或者名称"), max_length=200, required=False)
    code = forms.CharField(label=gettext_lazy("统一社会信用代码"), max_length=18, required=False)
    code_reason = forms.CharField(
        label=gettext_lazy("代码校验不符仍然采用的理由"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("证照上的代码确实如此、校验不符时填写"),
    )
    representative = forms.CharField(label=gettext_lazy("法定代表人（负责人）"), max_length=100, required=False)
    id_number = forms.CharField(label=gettext_lazy("身份证件号码"), max_length=40, required=False)
    phone = forms.CharField(label=gettext_lazy("联系电话"), max_length=40, required=False)
    address = forms.CharField(label=gettext_lazy("地址"), max_length=200, required=False)
    third = forms.CharField(label=gettext_lazy("第三人"), max_length=200, required=False)
    relation = forms.ChoiceField(
        label=gettext_lazy("本案对关联案件"),
        choices=[(key, said) for key, (said, _back) in KINDS.items() if key != "merged"],
        required=False,
    )

    def __init__(self, acting: Acting, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        organs = list(dict.fromkeys(each.organ_id for each in acting.posts))
        self.fields["organ"].queryset = Organ.objects.filter(pk__in=organs)  # type: ignore[attr-defined]
        officers = {
            each.person_id: each.person
            for each in Post.objects.in_force(acting.today)
            .filter(organ__in=organs, kind__in=HANDLING)
            .select_related("person")
            .order_by("person__name")
        }
        choices = [(str(key), each.name) for key, each in officers.items()]
        me = (str(acting.person.pk), acting.person.name)
        self.people = {**officers, acting.person.pk: acting.person}
        self.fields["handler"].choices = choices if me in choices else [me, *choices]  # type: ignore[attr-defined]
        self.fields["second"].choices = [("", "—"), *choices]  # type: ignore[attr-defined]

    def comers(self) -> list[acts.Comer]:
        """The party and the third person as the engine takes them."""
        given = self.cleaned_data
        found = []
        if given["name"]:
            found.append(
                acts.Comer(
                    given["name"], given["kind"], code=given["code"].upper(), code_reason=given["code_reason"],
                    representative=given["representative"], id_kind=_("居民身份证") if given["id_number"] else "",
                    id_number=given["id_number"], phone=given["phone"], address=given["address"],
                )
            )  # fmt: skip
        if given["third"]:
            found.append(acts.Comer(given["third"], PartyKind.OTHER, role="third"))
        return found


@desk_page
def open_case(request: DeskRequest) -> HttpResponse:
    """Choose a procedure, then fill in the case."""
    acting = request.acting
    known = {each.key: each for each in names.procedures()}
    chosen = known.get(request.GET.get("procedure", ""))
    if chosen is None:
        offered = {"procedures": list(known.values()), "related": number_asked(request.GET.get("related", ""))}
        return page(request, "desk/procedures.html", offered, here="cases")
    related = _related(acting, request.GET.get("related", ""))
    initial = {
        "on": acting.today,
        "handler": str(acting.person.pk),
        "kind": PartyKind.COMPANY,
        "domain": acting.posts[0].organ.domain if acting.posts else "",
    }
    if related:
        party = related.parties.filter(role="party").first()
        initial |= {"title": related.title, "domain": related.domain}
        if party:
            initial |= {name: getattr(party, name) for name in ("kind", "name", "code", "representative", "address")}
    form = Opening(acting, request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid() and (case := _open(form, chosen.key, acting, related)):
        return redirect(case_address(case.pk, "open"))
    context = {
        "procedure": chosen,
        "form": form,
        "related": related,
        "refusals": [(str(each.missing), each.cites) for each in form.refusals],
        "draft": f"{acting.person.pk}:open:{chosen.key}",
    }
    return page(request, "desk/open.html", context, here="cases", status=422 if form.is_bound else 200)


def _open(form: Opening, procedure: str, acting: Acting, related: Case | None) -> Case | None:
    given = form.cleaned_data
    officers = [form.people[int(key)] for key in (given["handler"], given["second"]) if key]
    try:
        return acts.open_case(
            procedure,
            organ=given["organ"],
            title=given["title"],
            by=acting.person,
            on=given["on"],
            domain=given["domain"],
            officers=list(dict.fromkeys(officers)),
            parties=form.comers(),
            source=given["source"],
            related=[(related, given["relation"] or "related")] if related else [],
        )
    except Refused as refused:
        form.refuse(refused.refusals)
    except NoEdition:
        form.add_error("on", _("该日没有施行中的版本，不能以这一程序开始办理"))
    return None


def _related(acting: Acting, key: str) -> Case | None:
    number = number_asked(key)
    return cases(acting).filter(pk=number).first() if number is not None else None
