"""信访复查、复核 ——《信访工作条例》（2022年）第三十五条、第三十六条；《信访条例》（2005年）第三十四条、第三十五条。

Each is a case of its own at the level above, linked to the petition (``contests``): 复查, then 复核, which ends it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.application import Application, Item
from fadu.engine.declare import Ground, Guard, Limit, Outcome, Procedure, Role, Step
from fadu.engine.facts import account, choice, day, never, text, yes
from fadu.engine.models import Record
from fadu.law.statutes import ARCHIVES_2024
from fadu.law.statutes import PETITION_2005 as OLD
from fadu.law.statutes import PETITION_2022 as L
from fadu.procedures.papers import petition as papers
from fadu.procedures.papers.petition_content import served
from fadu.procedures.petition_intake import STAFF
from fadu.procedures.petition_record import REVIEWED

INSTANCES = (
    ("review", _("复查")),
    ("re_review", _("复核")),
)
CHANNELS = (
    ("online", _("信息网络")),
    ("paper", _("书信")),
    ("visit", _("走访")),
)
AGAIN = Q(instance="re_review")


class PetitionReview(Record):
    instance = choice(_("复查或者复核"), L[35], INSTANCES)
    channel = choice(_("提出的形式"), L[17, 1], CHANNELS)
    original_organ = text(_("原办理（复查）机关、单位"), L[35])
    original_opinion = text(_("原处理（复查）意见书文号"), L[35])
    answered_on = day(_("收到原书面答复日期"), L[35])
    request = account(_("请求和理由"), L[35])
    received_on = day(_("收到请求日期"), L[35])
    superior = yes(_("本机关是原办理（复查）机关、单位的上一级"), L[35])
    heard_on = day(_("听证日期"), L[36, 2])
    facts_found = account(_("查明的事实"), L[35])
    opinion = account(_("复查、复核意见的内容"), L[35])
    result = choice(_("复查、复核结果"), L[35], REVIEWED)
    opined_on = day(_("作出复查、复核意见日期"), L[35])
    delivered_on = day(_("信访人收到复查、复核意见日期"), L[36, 1])
    shown_on = day(_("复核意见社会公示日期"), L[36, 2])

    class Meta:
        verbose_name = _("信访复查、复核")
        verbose_name_plural = _("信访复查、复核")
        indexes = [models.Index(fields=["received_on", "instance"], name="petition_review_received")]
        constraints = [
            never(
                Q(heard_on__isnull=False) & ~AGAIN,
                L[36, 2],
                "petition_review_heard",
                _("条例规定由复核机关、单位举行听证"),
            ),
            # “经过听证的复核意见可以依法向社会公示”
            never(
                Q(shown_on__isnull=False, heard_on=None),
                L[36, 2],
                "petition_review_shown",
                _("经过听证的复核意见才可以公示"),
            ),
            never(
                Q(opined_on__lt=F("received_on")), L[35], "petition_review_opined", _("复查、复核意见不能早于收到请求")
            ),
            never(
                Q(received_on__lt=F("answered_on")), L[35], "petition_review_received", _("请求不能早于收到原书面答复")
            ),
        ]


def _title(facts: Mapping[str, Any]) -> str:
    what = "复核" if facts.get("instance") == "re_review" else "复查"
    return f"不服{facts.get('original_organ') or '原'}处理意见请求{what}"[:200]


def _procedure(edition: str, in_force: tuple[date, date | None]) -> Procedure:
    new = edition == "2022"
    law, first = (L, 35) if new else (OLD, 34)
    review, again, hearing = law[first], law[first + 1, 1], law[first + 1, 2]
    petitioner = Role("petitioner", _("信访人"), review, posts=STAFF, outside=True)
    organ = Role("organ", _("上一级机关、单位"), review, posts=STAFF)
    head = Role("head", _("机关、单位负责人"), hearing, posts=("head", "principal"))
    request = Step(
        "review_receipt",
        _("收到复查、复核请求"),
        review,
        petitioner,
        dated="received_on",
        asks=("original_opinion",),
        needs=("instance", "channel", "original_organ", "answered_on", "request"),
        told=_("你的复查、复核请求已经收到"),
    )
    competence = Step(
        "competence",
        _("确认是原办理机关、单位的上一级"),
        review,
        organ,
        after=[request],
        needs=("superior",),
        told=_("正在复查、复核"),
    )
    hearing_held = Step(
        "petition_hearing",
        _("听证"),
        hearing,
        organ,
        after=[competence],
        only=AGAIN & Q(opined_on=None),
        must=Q(pk__in=[]),
        dated="heard_on",
    )
    opinion = Step(
        "petition_review_opinion",
        _("提出复查、复核意见"),
        review,
        organ,
        after=[request, competence],
        dated="opined_on",
        needs=("facts_found", "opinion"),
        # The text says 提出复查意见 and gives no list of results: upheld or changed is for the statistics.
        outcomes=[
            Outcome("upheld", _("维持原处理意见"), review, sets={"result": "upheld"}),
            Outcome("changed", _("改变原处理意见"), review, sets={"result": "changed"}),
        ],
        yields=[served("petition_review_opinion", _("信访事项复查（复核）意见书"), review, papers.review, "信复")],
        told=_("已经作出复查、复核意见"),
    )
    service = Step(
        "opinion_service",
        _("信访人收到书面答复"),
        again,
        organ,
        after=[opinion],
        dated="delivered_on",
        serves="petition_review_opinion",
        told=_("复查、复核意见书已经送达"),
    )
    showing = Step(
        "opinion_publicity",
        _("复核意见向社会公示"),
        hearing,
        organ,
        after=[opinion],
        only=AGAIN,
        must=Q(pk__in=[]),
        dated="shown_on",
        guards=[Guard(hearing, Q(heard_on__isnull=False), _("经过听证的复核意见才可以公示"))],
    )
    closing = Step("closing", _("办结归档"), ARCHIVES_2024[19], organ, after=[opinion, service], closes=True)
    wanted = L[19, 1] if new else OLD[17, 1]
    return Procedure(
        "petition_review",
        edition,
        _("信访复查、复核"),
        [*law[first : first + 1]],
        PetitionReview,
        in_force=in_force,
        steps=[request, competence, hearing_held, opinion, service, showing, closing],
        limits=[
            # “自收到书面答复之日起30日内”: what becomes of a later request it does not say: shown, not barred.
            Limit(
                "petition_review_request",
                _("三十日内可以请求复查、复核"),
                review,
                "answered_on",
                [request],
                law.days(30, "party"),
                whose="party",
            ),
            Limit(
                "petition_review_opinion",
                _("三十日内提出复查意见"),
                review,
                "received_on",
                [opinion],
                law.days(30),
                only=~AGAIN,
                missed=_("未在规定期限内提出复查意见"),
            ),
            Limit(
                "petition_re_review_opinion",
                _("三十日内提出复核意见"),
                again,
                "received_on",
                [opinion],
                law.days(30),
                only=AGAIN,
                missed=_("未在规定期限内提出复核意见"),
                suspends=[Ground("hearing", _("听证所需时间"), hearing, by=head, times=0)],
            ),
        ],
        word="信复",
        application=Application(
            _("信访复查、复核"),
            review,
            step="review_receipt",
            group=_("信访"),
            says=_(
                "对信访处理意见不服的，自收到书面答复之日起三十日内请求上一级机关、单位复查；对复查意见不服的，请求复核。"
            ),
            items=[
                Item("name", wanted, of_applicant=True),
                Item("address", wanted, of_applicant=True),
                Item("instance", review),
                Item("original_organ", review),
                Item("original_opinion", review, required=False),
                Item("answered_on", review),
                Item("request", wanted),
            ],
            to=Q(kind__in=["government", "department"]),
            title=_title,
            channel="channel",
        ),
    )


PETITION_REVIEW = _procedure("2022", (date(2022, 5, 1), None))
PETITION_REVIEW_2005 = _procedure("2005", (date(2005, 5, 1), date(2022, 4, 30)))
