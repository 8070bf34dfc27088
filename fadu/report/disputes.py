"""化解社会矛盾一章的句子: what is said of the matters that citizens bring; each stands only if its figures speak."""

from __future__ import annotations

from fadu.report.sentences import Section, compared, said

PETITIONS = Section(
    "依法分类处理信访诉求",
    (
        said(
            compared("全年受理信访事项{petitions.accepted}件"),
            "办结{petitions.closed}件",
            "其中网上受理{petitions.accepted_online}件",
            "网上办结{petitions.closed_online}件",
        ),
        said(
            "导入法定程序{petitions.diverted}件",
            "出具信访处理意见书{petitions.opinions}份",
            "处理意见按期率{petitions.in_time_share}%",
        ),
        said(
            "收到的信访事项中，劳动社保类占{petitions.share_labour}%",
            "城乡建设类占{petitions.share_construction}%",
            "农业农村类占{petitions.share_agriculture}%",
            "政法类占{petitions.share_judicial}%",
        ),
        said(compared("来县走访{petitions.visits_county}批次")),
        said(compared("到市走访{petitions.visits_city}批次")),
        said(compared("赴省走访{petitions.visits_province}批次")),
        said(compared("进京走访{petitions.visits_capital}批次")),
        said("复查信访事项{petitions.reviewed}件", "复核{petitions.re_reviewed}件"),
        said("督办信访事项{petitions.prompted}件", "反馈采纳改进建议{petitions.adoption_reported}件"),
        said("领导包案{petitions.charged}件", "化解信访积案{petitions.backlog_resolved}件"),
        said("信访人评价{petitions.rated}件", "满意率{petitions.satisfied_share}%"),
    ),
)
MEDIATION = Section(
    "做好人民调解",
    (
        said("设有人民调解组织{mediation.organisations}个", "人民调解员{mediators.serving}人"),
        said(
            "其中乡镇（街道）{mediation.organisations.township}个",
            "村（居）{mediation.organisations.village_and_residents}个",
            "企事业单位{mediation.organisations.enterprise}个",
            "行业性、专业性{mediation.organisations.trade}个",
        ),
        said("开展矛盾纠纷排查{screenings.held}次", "预防纠纷{screenings.prevented}件"),
        said(
            compared("全年调解矛盾纠纷{mediation.accepted}件"),
            "调解成功{mediation.settled}件",
            "成功率{mediation.success_rate}%",
            "涉及当事人{mediation.people}人",
            "协议涉及金额{mediation.money}万元",
        ),
        said("达成口头协议{mediation.oral}件", "书面协议{mediation.written}件"),
        said("人民法院司法确认{mediation.confirmed}件"),
        said(
            "其中邻里纠纷{mediation.kind.neighbour}件",
            "婚姻家庭纠纷{mediation.kind.marriage}件",
            "损害赔偿纠纷{mediation.kind.damage}件",
            "山林土地纠纷{mediation.kind.land}件",
            "劳动争议{mediation.kind.labour}件",
            "生产经营纠纷{mediation.kind.business}件",
            "环境污染纠纷{mediation.kind.pollution}件",
            "其他纠纷{mediation.kind.other}件",
        ),
    ),
)
RECONSIDERATION = Section(
    "办好行政复议案件",
    (
        said(
            compared("全年收到行政复议申请{reconsideration.received}件"),
            "受理{reconsideration.accepted}件",
            "不予受理{reconsideration.refused}件",
            "办结{reconsideration.handled}件",
        ),
        said(
            "审结行政复议案件{reconsideration.concluded}件",
            "其中维持{reconsideration.decision.upheld}件",
            "撤销{reconsideration.decision.revoked}件",
            "部分撤销{reconsideration.decision.partly_revoked}件",
            "变更{reconsideration.decision.changed}件",
            "确认违法{reconsideration.decision.unlawful}件",
            "责令履行{reconsideration.decision.performance}件",
            "驳回{reconsideration.rejected}件",
            "撤回申请{reconsideration.withdrawn}件",
            "调解结案{reconsideration.mediated}件",
            "纠错率{reconsideration.correction_rate}%",
        ),
        said("举行听证{reconsideration.hearings}件", "制发行政复议意见书{reconsideration.opinions}份"),
    ),
)
LITIGATION = Section(
    "做好行政应诉和府院联动",
    (
        said(
            compared("全年收到行政诉讼案件{litigation.received}件"),
            "结案{litigation.concluded}件",
            "其中败诉{litigation.lost}件",
            "按结案计算的败诉率{litigation.loss_rate}%",
            "按收案计算的败诉率{litigation.loss_rate_received}%",
        ),
        said(
            "开庭{litigation.heard}件",
            "行政机关负责人出庭{litigation.head_attended}件",
            "出庭应诉率{litigation.head_attendance}%",
        ),
        said("履行生效裁判{litigation.performed}件", "履行率{litigation.performance_rate}%"),
        said("收到司法建议{suggestions.judicial}件", "答复{suggestions.judicial_replied}件"),
        said(
            "收到检察建议{suggestions.procuratorial}件",
            "答复{suggestions.procuratorial_replied}件",
            "办复率{suggestions.procuratorial_reply_rate}%",
        ),
        said("召开府院联席会议{joint_sessions.held}次", "清单事项解决到位{listed_matters.settled}项"),
    ),
)
HOTLINE = Section(
    "办好热线和网络诉求",
    (
        said(
            compared("收到12345热线转办件{hotline.orders_received}件"),
            "办结率{hotline.orders_concluded_share}%",
            "满意率{hotline.orders_satisfied_share}%",
            "按期答复率{hotline.in_time_share}%",
        ),
        said(
            "省级网络问政平台收到意见建议{hotline.province_received}件",
            "办结率{hotline.province_concluded_share}%",
            "满意率{hotline.province_satisfied_share}%",
        ),
        said(
            "市级网络问政平台收到意见建议{hotline.city_received}件",
            "办结率{hotline.city_concluded_share}%",
            "满意率{hotline.city_satisfied_share}%",
        ),
        said(
            "门户网站问政平台收到意见建议{hotline.portal_received}件",
            "办结率{hotline.portal_concluded_share}%",
        ),
        said("办理网民留言{hotline.messages_answered}条"),
        said("退回重新办理{hotline.reworked}件"),
    ),
)
LEGAL_AID = Section(
    "提供法律援助和公共法律服务",
    (
        said(
            compared("全年办理法律援助案件{legal_aid.handled}件"),
            "其中刑事{legal_aid.handled.criminal}件",
            "民事{legal_aid.handled.civil}件",
            "行政{legal_aid.handled.administrative}件",
            "受援{legal_aid.recipients}人",
        ),
        said("指派律师参与刑事辩护{legal_aid.defences}件"),
        said("结案{legal_aid.closed}件", "为受援人挽回损失{legal_aid.recovered}万元"),
        said("解答法律咨询{legal_services.consultations}人次", "代拟法律文书{legal_services.drafted}份"),
        said("办理公证事项{legal_services.notarised}件", "其中法律援助公证{legal_services.notarised_aided}件"),
        said(
            "{village_advisers.villages}个村（社区）配备法律顾问",
            "提供法律咨询{village_advisers.consultation}人次",
            "法治讲座和法律宣传{village_advisers.lecture}次",
            "参与解决矛盾纠纷{village_advisers.dispute}起",
        ),
        said("建成乡镇（街道）公共法律服务工作站{legal_places.station}个", "村（居）工作室{legal_places.room}个"),
    ),
)
COMPLAINTS = Section(
    "受理投诉举报",
    (
        said(
            "收到市场监管投诉{complaints.received}件",
            "受理{complaints.accepted}件",
            "达成调解协议{complaints.agreed}件",
        ),
        said("收到举报{complaints.reports}件", "立案{complaints.reports_filed}件"),
        said(
            "收到行政执法投诉举报{complaints.enforcement}件",
            "核实存在问题{complaints.enforcement_wrong}件",
            "执法机关纠正{complaints.enforcement_corrected}件",
        ),
    ),
)
DISCLOSURE = Section(
    "依申请公开政府信息",
    (
        said(
            compared("收到政府信息公开申请{disclosure.received}件"),
            "上年结转{disclosure.carried_in}件",
            "办理答复{disclosure.done}件",
            "结转下年度{disclosure.carried_on}件",
        ),
        said(
            "予以公开{disclosure.open}件",
            "部分公开{disclosure.partial}件",
            "不予公开{disclosure.withheld}件",
            "无法提供{disclosure.unavailable}件",
            "不予处理{disclosure.unprocessed}件",
            "其他处理{disclosure.dealt_otherwise}件",
        ),
        said("逾期答复{disclosure.late}件"),
    ),
)
DISPUTES = (MEDIATION, PETITIONS, HOTLINE, COMPLAINTS, RECONSIDERATION, LITIGATION, DISCLOSURE, LEGAL_AID)
