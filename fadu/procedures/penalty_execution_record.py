"""行政处罚执行的案件记录 ——《行政处罚法》（2021年修订）第六章；《行政强制法》第五章。"""

from __future__ import annotations

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.facts import Never, account, choice, count, day, money, never, text, yes
from fadu.engine.models import Record
from fadu.law.statutes import COERCION_2011 as C
from fadu.law.statutes import FINE_SEPARATION_1997 as S
from fadu.law.statutes import LITIGATION_2017 as LITIGATION
from fadu.law.statutes import LITIGATION_READING_2018 as READING
from fadu.law.statutes import PENALTY_2021 as L
from fadu.procedures.penalty_record import NEW_LAW

COLLECTION = (
    ("small", _("数额在当场收缴限额以下")),
    ("hard", _("不当场收缴事后难以执行")),
    ("remote", _("边远、水上、交通不便地区，当事人提出")),
)
RULING = (
    ("granted", _("准予执行")),
    ("refused", _("不予执行")),
    ("not_accepted", _("不予受理")),
)


class Executed(Record):
    # 履行和缴纳
    pay_by = day(_("决定书载明的履行期限"), L[66, 1])
    collector = text(_("代收机构名称、地址"), S[7, 1])
    surcharge_stated = yes(_("决定书写明逾期加处罚款"), S[7, 1])
    paid_on = day(_("缴清罚没款日期"), L[67, 3])
    paid = money(_("已缴罚没款数额"), L[67, 3])
    deferral_asked_on = day(_("申请延期、分期缴纳日期"), L[66, 2])
    deferral_reason = account(_("经济困难的情况"), L[66, 2])
    deferred_on = day(_("批准延期、分期缴纳日期"), L[66, 2])
    deferred_until = day(_("延期、分期缴纳期限结束日期"), L[72, 2])
    instalments = count(_("分期期数"), L[66, 2])
    performed_on = day(_("处罚决定履行完毕日期"), L[66, 1])

    # 当场收缴
    collected_on = day(_("当场收缴日期"), L[68])
    collected = money(_("当场收缴数额"), L[68])
    collection = choice(_("当场收缴的理由"), L[68], COLLECTION)
    receipt = text(_("财政部门专用票据号码"), L[70], 60)
    ashore_on = day(_("水上当场收缴的抵岸日期"), L[71])
    handed_in_on = day(_("罚款交至行政机关日期"), L[71])
    banked_on = day(_("罚款缴付指定银行日期"), L[71])
    goods_disposed_on = day(_("没收的非法财物处理日期"), L[74, 1])
    goods_disposal = text(_("没收的非法财物处理方式"), L[74, 1])

    # 复议、诉讼与不履行
    contested_on = day(_("申请行政复议或者提起行政诉讼日期"), L[73, 1])
    contest_over_on = day(_("行政复议、行政诉讼结束日期"), L[73, 3])
    sued = yes(_("当事人提起行政诉讼"), C[53])
    reconsidered_on = day(_("当事人收到行政复议决定书日期"), LITIGATION[45])
    surcharged_on = day(_("加处罚款决定日期"), L[72, 1, 1])
    surcharge = money(_("加处罚款数额"), L[72, 1, 1])
    remedies_over_on = day(_("复议、起诉期限届满日期"), C[53])
    demanded_on = day(_("催告书送达日期"), C[54])
    demand_reply = account(_("当事人对催告的意见"), C[55, 1, 3])
    applied_on = day(_("申请人民法院强制执行日期"), C[54])
    court = text(_("受理申请的人民法院"), C[54])
    late_ground = account(_("逾期申请的正当理由"), READING[156])
    accepted_on = day(_("人民法院受理日期"), C[56, 1])
    ruling = choice(_("人民法院裁定"), C[57], RULING)
    ruled_on = day(_("收到裁定日期"), C[58, 3])
    reviewed_by_court_on = day(_("向上一级人民法院申请复议日期"), C[58, 3])

    class Meta(Record.Meta):
        abstract = True


def forbidden(name: str) -> list[Never]:
    """What the law forbids in collecting and enforcing, whichever procedure and edition."""
    return [
        never(
            Q(collected_on__gte=NEW_LAW, receipt=""),
            L[70],
            f"{name}_receipt",
            _("当场收缴罚款的，必须出具财政部门统一制发的专用票据"),
        ),
        never(
            Q(collected_on__gte=NEW_LAW, collection=""),
            L[67, 2],
            f"{name}_collection",
            _("除依法当场收缴的罚款外，不得自行收缴罚款"),
        ),
        never(
            Q(collected_on__gte=NEW_LAW, collection="small", fine__gt=100),
            L[68, None, 1],
            f"{name}_small",
            _("一百元以下的罚款才可以以此为由当场收缴"),
        ),
        never(Q(collected__gt=F("fine")), L[67, 2], f"{name}_collected", _("当场收缴的数额不能超过罚款数额")),
        never(Q(surcharge__gt=F("fine")), C[45, 2], f"{name}_surcharge", _("加处罚款的数额不得超出罚款的数额")),
        never(
            Q(deferred_on__isnull=False, deferral_asked_on=None),
            L[66, 2],
            f"{name}_deferral",
            _("延期、分期缴纳罚款，须经当事人申请和行政机关批准"),
        ),
        never(
            Q(applied_on__isnull=False, remedies_over_on=None, taken_over=False),
            C[53],
            f"{name}_remedies",
            _("复议、起诉期限届满后才可以申请人民法院强制执行"),
        ),
        never(
            Q(applied_on__lte=F("remedies_over_on"), taken_over=False),
            C[53],
            f"{name}_remedies_over",
            _("复议、起诉期限届满后才可以申请人民法院强制执行"),
        ),
        never(
            Q(applied_on__isnull=False, demanded_on=None, taken_over=False),
            C[54],
            f"{name}_demanded",
            _("申请人民法院强制执行前，应当催告当事人履行义务"),
        ),
        # 第七十二条第二款：延期、分期期限结束以前，当事人没有逾期不履行。
        never(
            Q(applied_on__lte=F("deferred_until"), taken_over=False),
            L[72, 2],
            f"{name}_deferred",
            _("延期、分期缴纳罚款的期限尚未结束"),
        ),
        never(
            Q(surcharged_on__lte=F("deferred_until"), taken_over=False),
            L[66, 2],
            f"{name}_deferred_surcharge",
            _("延期、分期缴纳罚款的期限尚未结束，不得加处罚款"),
        ),
        never(
            Q(applied_on__isnull=False, sued=True, taken_over=False),
            C[53],
            f"{name}_sued",
            _("当事人已提起行政诉讼的，不按未起诉又不履行的行政决定申请执行"),
        ),
    ]
