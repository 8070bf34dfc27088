"""听证程序 ——《行政处罚法》（2021年修订）第五章第四节，第六十三条至第六十五条。"""

from __future__ import annotations

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.facts import Never, account, choice, count, day, moment, never, text, yes
from fadu.engine.models import Record
from fadu.law.statutes import PENALTY_2021 as L
from fadu.procedures.penalty_record import SINCE_2021

SECRETS = (
    ("state", _("涉及国家秘密")),
    ("trade", _("涉及商业秘密")),
    ("privacy", _("涉及个人隐私")),
)


class Heard(Record):
    large_fine = yes(_("较大数额罚款"), L[63, 1, 1])
    large_forfeiture = yes(_("没收较大数额违法所得、较大价值非法财物"), L[63, 1, 2])
    heavy_other = yes(_("其他较重的行政处罚"), L[63, 1, 5])
    hearing_by_law = yes(_("法律、法规、规章规定应当告知听证权利"), L[63, 1, 6])
    hearing_asked_on = day(_("要求听证日期"), L[64, 1, 1])
    hearing_waived_on = day(_("明确放弃听证权利日期"), L[63, 1])
    hearing_notified_on = day(_("通知听证时间、地点日期"), L[64, 1, 2])
    hearing_place = text(_("听证地点"), L[64, 1, 2])
    hearing_at = moment(_("通知的听证时间"), L[64, 1, 2])
    presider = text(_("听证主持人"), L[64, 1, 4])
    hearing_closed = yes(_("不公开听证"), L[64, 1, 3])
    hearing_closed_ground = choice(_("不公开听证的理由"), L[64, 1, 3], SECRETS)
    proxies = count(_("当事人委托的代理人数"), L[64, 1, 5])
    hearing_on = day(_("听证日期"), L[64, 1, 7])
    heard = yes(_("直接关系当事人或者第三人重大权益，经过听证程序"), L[58, 1, 2])
    hearing_ended_on = day(_("终止听证日期"), L[64, 1, 6])
    hearing_unsigned = account(_("当事人或者代理人拒绝签字、盖章的注明"), L[64, 1, 8])
    hearing_summary = account(_("听证基本情况"), L[65])
    hearing_opinion = account(_("听证报告意见"), L[65])

    class Meta(Record.Meta):
        abstract = True


# 第六十三条第一款：拟作出的处罚。责令停产停业等以拟处罚种类为准；“较大”由省级规定和各部门规章定，逐案填写。
TO_HEAR = (
    Q(large_fine=True)
    | Q(large_forfeiture=True)
    | Q(proposed_grade_lowered=True)
    | Q(proposed_licence_revoked=True)
    | Q(proposed_business_suspended=True)
    | Q(proposed_closed_down=True)
    | Q(proposed_practice_banned=True)
    | Q(heavy_other=True)
    | Q(hearing_by_law=True)
)
ASKED = Q(hearing_asked_on__isnull=False)


def forbidden(name: str, punished: Q) -> list[Never]:
    """What the law forbids once a hearing was asked for."""
    here = punished & SINCE_2021 & Q(taken_over=False)
    return [
        never(
            here & TO_HEAR & ASKED & Q(hearing_on=None, hearing_ended_on=None, hearing_waived_on=None),
            L[63, 1],
            f"{name}_hearing",
            _("当事人要求听证的，应当组织听证"),
        ),
        never(
            here & (ASKED | Q(hearing_on__isnull=False)) & Q(decided_on__lt=F("hearing_on")),
            L[65],
            f"{name}_hearing_first",
            _("听证结束后，根据听证笔录作出决定"),
        ),
        never(
            Q(hearing_on__isnull=False, hearing_closed=True, hearing_closed_ground=""),
            L[64, 1, 3],
            f"{name}_hearing_open",
            _("除涉及国家秘密、商业秘密或者个人隐私外，听证公开举行"),
        ),
        never(Q(proxies__gt=2), L[64, 1, 5], f"{name}_proxies", _("当事人可以委托一至二人代理")),
        never(
            Q(hearing_on__lt=F("hearing_notified_on")),
            L[64, 1, 2],
            f"{name}_hearing_told",
            _("应当在举行听证的七日前通知当事人"),
        ),
    ]
