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
        said("领导包案{petitions.charged}件", "化解信访积案{petitions.backlog_resolved}件"),
        said("信访人评价{petitions.rated}件", "满意率{petitions.satisfied_share}%"),
    ),
)
DISPUTES = (PETITIONS,)
