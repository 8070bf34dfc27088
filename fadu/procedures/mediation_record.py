"""人民调解的记录: how a dispute came, what was said, what was agreed, whether it was kept ——《人民调解法》（2010年）.

What the parties say is theirs (第十五条第（四）项、第二十三条第（三）项): it is encrypted where it is stored.
The kinds of dispute are those of the ministry's monthly table (十五类); the law itself names none.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fadu.engine.facts import account, choice, count, day, money, never, private, testimony, text, yes
from fadu.engine.models import Record
from fadu.law.statutes import MEDIATION_2010 as L
from fadu.law.statutes import MEDIATION_CONFIRMATION_2011 as J

KINDS = (
    ("marriage", _("婚姻家庭纠纷")),
    ("neighbour", _("邻里纠纷")),
    ("housing", _("房屋宅基地纠纷")),
    ("contract", _("合同纠纷")),
    ("business", _("生产经营纠纷")),
    ("damage", _("损害赔偿纠纷")),
    ("land", _("山林土地纠纷")),
    ("expropriation", _("征地拆迁纠纷")),
    ("pollution", _("环境污染纠纷")),
    ("labour", _("劳动争议纠纷")),
    ("consumer", _("消费纠纷")),
    ("medical", _("医疗纠纷")),
    ("traffic", _("道路交通事故纠纷")),
    ("property", _("物业纠纷")),
    ("other", _("其他纠纷")),
)
CHANNELS = (
    ("online", _("网上申请")),
    ("paper", _("书面申请")),
    ("oral", _("口头申请")),
)
ENTRUSTED_BY = (
    ("police", _("公安机关")),
    ("court", _("人民法院")),
    ("petitions", _("信访部门")),
    ("department", _("其他部门")),
)
CHOSEN_BY = (
    ("committee", _("人民调解委员会指定")),
    ("parties", _("当事人选择")),
)
FORMS = (
    ("oral", _("口头协议")),
    ("written", _("调解协议书")),
)
PREVENTED = (
    ("crime", _("防止民间纠纷转化为刑事案件")),
    ("petition", _("防止群体性上访")),
)
KEPT = (
    ("performed", _("已经履行")),
    ("partly", _("部分履行")),
    ("unperformed", _("没有履行")),
)
CONFIRMATION = (
    ("confirmed", _("确认有效")),
    ("invalid", _("不予确认、驳回申请")),
    ("withdrawn", _("撤回申请")),
    ("not_accepted", _("不予受理")),
)
COMES = Q(applied_on__isnull=False) | Q(initiated_on__isnull=False) | Q(entrusted_on__isnull=False)
AGREED = Q(effective_on__isnull=False)


class Mediation(Record):
    taken_over = yes(_("由其他系统办结后导入"), L[27])

    # 纠纷怎样来的
    channel = choice(_("申请方式"), L[17], CHANNELS)
    applied_on = day(_("申请日期"), L[17])
    initiated_on = day(_("主动调解日期"), L[17])
    entrusted_on = day(_("接受委托、移送日期"), L[18])
    entrusted_by = choice(_("委托、移送的机关"), L[18], ENTRUSTED_BY)
    entrusted_from = text(_("委托、移送机关名称"), L[18])
    dispute = testimony(_("纠纷简要情况"), L[29, 1, 2])
    claims = testimony(_("申请事项"), L[29, 1, 2])
    other_side = text(_("对方当事人"), L[29, 1, 1])
    other_contact = private(_("对方当事人的联系方式、住址"), L[29, 1, 1])

    # 登记
    registered_on = day(_("登记日期"), L[27])
    kind = choice(_("纠纷类型"), L[27], KINDS)
    people = count(_("涉及当事人数"), L[29, 1, 1])
    place = text(_("纠纷发生地"), L[21, 2])
    told_rights = yes(_("已告知当事人的权利和义务"), L[23])
    chosen_by = choice(_("调解员的确定"), L[19], CHOSEN_BY)
    open_to_public = yes(_("当事人要求公开进行"), L[23, None, 3])

    # 调解
    session_on = day(_("调解日期"), L[22])
    session_place = text(_("调解地点"), L[21, 2])
    session_record = testimony(_("调解记录"), L[27])
    invited = text(_("邀请参与调解的人员"), L[20, 1])
    invited_consented = yes(_("邀请已征得当事人同意"), L[20, 1])
    fee = money(_("收取的费用"), L[4])
    refused_on = day(_("一方明确拒绝调解日期"), L[17])
    refused_by = text(_("拒绝调解、要求终止调解的当事人"), L[23, None, 2])

    # 防止激化
    may_cause_case = yes(_("有可能引起治安案件、刑事案件"), L[25])
    prevented_on = day(_("采取预防措施日期"), L[25])
    prevention = account(_("有针对性的预防措施"), L[25])
    prevented = choice(_("防止激化的情形"), L[25], PREVENTED)
    prevented_people = count(_("防止激化涉及人数"), L[25])
    reported_on = day(_("报告日期"), L[25])
    reported_to = text(_("报告的公安机关或者其他有关部门"), L[25])

    # 协议
    form = choice(_("协议形式"), L[28], FORMS)
    drafted_on = day(_("制作调解协议书日期"), L[28])
    duties = testimony(_("纠纷的主要事实、争议事项以及各方的责任"), L[29, 1, 2])
    agreed = testimony(_("协议内容"), L[29, 1, 3])
    perform_by = day(_("约定的履行期限"), L[29, 1, 3])
    manner = text(_("履行方式"), L[29, 1, 3])
    amount = money(_("协议涉及金额"), L[29, 1, 3])
    no_paper_wanted = yes(_("当事人认为无需制作调解协议书"), L[28])
    parties_signed = yes(_("各方当事人已签名、盖章或者按指印"), L[29, 2])
    mediator_signed = yes(_("人民调解员已签名"), L[29, 2])
    sealed = yes(_("已加盖人民调解委员会印章"), L[29, 2])
    effective_on = day(_("协议生效日期"), L[29, 2])

    # 履行和回访
    visited_on = day(_("回访日期"), L[31, 2])
    visit = testimony(_("回访情况"), L[31, 2])
    kept = choice(_("履行情况"), L[31, 2], KEPT)
    performed_on = day(_("履行完毕日期"), L[31, 1])
    sued_on = day(_("就协议向人民法院起诉日期"), L[32])

    # 司法确认
    status = yes(_("协议确认身份关系、收养关系、婚姻关系"), J[4, 2, 2])
    confirmation_asked_on = day(_("共同申请司法确认日期"), L[33, 1])
    jointly = yes(_("双方当事人共同申请"), L[33, 1])
    court = text(_("人民法院"), J[2, 1])
    confirmation_accepted_on = day(_("人民法院受理日期"), J[4, 1])
    confirmation_number = text(_("“调确字”案号"), J[4, 1])
    ruled_on = day(_("人民法院决定日期"), J[5, 1])
    confirmation = choice(_("司法确认结果"), L[33, 1], CONFIRMATION)
    confirmation_ground = text(_("不予受理、不予确认的理由"), J[7])
    execution_asked_on = day(_("对方当事人申请强制执行日期"), L[33, 2])

    # 终止
    terminated_on = day(_("终止调解日期"), L[26])
    ways_told = yes(_("已告知可以依法通过仲裁、行政、司法等途径维护权利"), L[26])

    class Meta:
        verbose_name = _("人民调解")
        verbose_name_plural = _("人民调解")
        indexes = [
            models.Index(fields=["registered_on", "kind"], name="mediation_registered"),
            models.Index(fields=["effective_on", "form"], name="mediation_effective"),
        ]
        constraints = [
            never(Q(fee__gt=0), L[4], "mediation_free", _("人民调解不收取任何费用")),
            # What another system settled is taken over as it stands: whether all had signed is not known here.
            # “一方明确拒绝调解的，不得调解”: what was done before the refusal stands, nothing is done after it.
            never(
                Q(refused_on__isnull=False, session_on__gt=F("refused_on")),
                L[17],
                "mediation_not_against_will",
                _("当事人一方明确拒绝调解的，不得调解"),
            ),
            never(
                Q(refused_on__isnull=False, effective_on__isnull=False),
                L[17],
                "mediation_refused_or_agreed",
                _("当事人一方明确拒绝调解的，不能再有调解协议"),
            ),
            never(
                Q(invited_consented=False) & ~Q(invited=""),
                L[20, 1],
                "mediation_invited_with_consent",
                _("邀请他人参与调解，须征得当事人的同意"),
            ),
            never(
                Q(form="written", effective_on__isnull=False, parties_signed=False, taken_over=False),
                L[29, 2],
                "mediation_parties_signed",
                _("调解协议书自各方当事人签名、盖章或者按指印后生效"),
            ),
            never(
                Q(form="written", effective_on__isnull=False, mediator_signed=False, taken_over=False),
                L[29, 2],
                "mediation_mediator_signed",
                _("调解协议书自人民调解员签名后生效"),
            ),
            never(
                Q(form="written", effective_on__isnull=False, sealed=False, taken_over=False),
                L[29, 2],
                "mediation_sealed",
                _("调解协议书自加盖人民调解委员会印章之日起生效"),
            ),
            never(
                Q(effective_on__isnull=False, form=""),
                L[28],
                "mediation_form",
                _("写明是口头协议还是调解协议书"),
            ),
            never(
                Q(form="oral", effective_on__isnull=False, no_paper_wanted=False, taken_over=False),
                L[28],
                "mediation_oral_by_choice",
                _("当事人认为无需制作调解协议书的，才可以采取口头协议方式"),
            ),
            never(
                Q(effective_on__lt=F("drafted_on"), form="written"),
                L[29, 2],
                "mediation_effective_after_draft",
                _("协议书生效不能早于制作"),
            ),
            never(
                Q(terminated_on__isnull=False, effective_on__isnull=False),
                L[26],
                "mediation_ended_or_agreed",
                _("调解不成才终止调解；已经达成协议的，不再终止"),
            ),
            never(
                Q(terminated_on__isnull=False, ways_told=False, taken_over=False),
                L[26],
                "mediation_ways_told",
                _("终止调解的，应当告知当事人可以依法通过仲裁、行政、司法等途径维护自己的权利"),
            ),
            never(
                Q(confirmation_asked_on__isnull=False, jointly=False),
                L[33, 1],
                "mediation_confirmed_jointly",
                _("司法确认须由双方当事人共同申请"),
            ),
            never(
                Q(confirmation_asked_on__lt=F("effective_on")),
                L[33, 1],
                "mediation_confirmed_after",
                _("申请司法确认不能早于协议生效"),
            ),
            never(
                Q(confirmation="confirmed", status=True),
                J[4, 2, 2],
                "mediation_status_unconfirmed",
                _("确认身份关系、收养关系、婚姻关系的，人民法院不予受理"),
            ),
            never(
                Q(prevented_people__gt=0, prevented=""),
                L[25],
                "mediation_prevented_what",
                _("写明防止了哪一种激化"),
            ),
            never(Q(performed_on__lt=F("effective_on")), L[31, 1], "mediation_performed", _("履行不能早于协议生效")),
        ]
