"""One invented paper of each kind, for the tests of this room."""

from __future__ import annotations

from datetime import date

from fadu.documents.papers import (
    CiteRun,
    Column,
    Dossier,
    Enclosure,
    Exchange,
    Field,
    FigureRun,
    Group,
    Inventory,
    Item,
    Letter,
    Minutes,
    Opinion,
    Paragraph,
    Report,
    Run,
    Sheet,
    Signature,
    Table,
)

ORGAN = "甲县市场监督管理局"
DAY = date(2026, 3, 5)
NAME = Run("张测试", private=True, masked="张**")
IDENTITY = Run("110101199001011234", private=True, masked="1101**************")
PHONE = Run("13800000000", private=True)
ADDRESS = Run("甲县乙镇测试村1号", private=True, masked="甲县乙镇")
PRIVATE = ("张测试", "110101199001011234", "13800000000", "测试村1号")

OFFICIAL = Letter(
    "甲县人民政府关于2026年度法治政府建设情况的报告",
    (
        Paragraph("总体情况", level=1, numbered=True),
        Paragraph("一年来，各项工作依法推进。"),
        Paragraph("依法办案。", level=2, numbered=True),
        Paragraph("全年办结45件。", lead="规范执法。", level=2, numbered=True),
        Table(
            (
                Column("执法领域", 2),
                Column("警告", align="right", group="处罚种类"),
                Column("罚款", align="right", group="处罚种类"),
                Column("合计", align="right"),
            ),
            (("市场监管", "12", "33", "45"),),
            caption="表1　行政处罚实施情况",
        ),
        Paragraph("下一步打算", level=1, numbered=True),
    ),
    mark="甲县人民政府文件",
    number="甲政发〔2026〕12号",
    addressee="乙市人民政府",
    attachments=("实施情况统计表", "办理情况统计表"),
    signature=("甲县人民政府",),
    dated=DAY,
    note="此件公开发布",
    copies=("县委办公室", "县人大常委会办公室"),
    printed_by="甲县人民政府办公室",
    printed_on=date(2026, 3, 6),
    copy_number="000012",
    urgency="特急",
)

INQUIRY_LETTER = Letter(
    "关于协助提供有关材料的函",
    (Paragraph("请予协助。"),),
    kind="letter",
    mark=ORGAN,
    number="甲市监函〔2026〕3号",
    addressee="甲县公安局",
    signature=(ORGAN, "甲县公安局"),
    dated=DAY,
)

DECISION = Letter(
    "行政处罚决定书",
    (
        Paragraph(("经查，当事人", NAME, "未取得许可从事食品经营。")),
        Paragraph(("上述行为违反了", CiteRun("《食品安全法》第三十五条", "food-2021/35"), "的规定。")),
    ),
    kind="decision",
    mark=ORGAN,
    number="甲市监罚〔2026〕12号",
    particulars=(("当事人", NAME), ("身份证号码", IDENTITY), ("住址", ADDRESS)),
    signature=(ORGAN,),
    dated=DAY,
    signatures=(Signature("当事人签收", asks_date=True),),
)

SHEET = Sheet(
    "行政处罚立案审批表",
    (
        (Field("案由", "未取得许可从事食品经营"),),
        (Field("案件来源", "监督检查"), Field("发现时间", "2026年3月1日")),
        Group(
            "当事人",
            (
                Group("公民", ((Field("姓名", NAME), Field("性别", "男")), (Field("联系电话", PHONE),))),
                Group("单位", ((Field("名称"), Field("地址")),)),
            ),
        ),
        (Field("案情", "经查有违法事实。", lines=6),),
        Table((Column("证据", 3), Column("来源", 2)), (("现场笔录", "检查"),), blank_rows=2),
        Opinion("承办人意见", "建议立案。", (Signature("签名", "李示例", "110001"), Signature("签名", certified=True))),
    ),
    organ=ORGAN,
    number="甲市监立〔2026〕12号",
    notes=("本表归入案卷。",),
)

MINUTES = Minutes(
    "询问笔录",
    ((Field("时间", "2026年3月3日9时"), Field("地点", "询问室")), (Field("被询问人", NAME), Field("电话", PHONE))),
    (Paragraph("我们是执法人员，这是证件。"), Exchange("你的姓名？", NAME), Exchange("经过如何？", "没有办证。")),
    organ=ORGAN,
    confirmation="以上笔录我已看过，记录属实。",
    signatures=(Signature("被询问人", asks_date=True),),
    page_signatures=(Signature("被询问人"), Signature("询问人")),
)

INVENTORY = Inventory(
    "查封扣押财物清单",
    (Column("序号", 1, "centre"), Column("名称", 4), Column("数量", 1, "right")),
    (("1", "示例食品", "3"), ("2", "示例饮料", "12")),
    organ=ORGAN,
    number="甲市监查扣〔2026〕3号",
    header=((Field("当事人", NAME),),),
    signatures=(Signature("当事人"),),
)

REPORT = Report(
    "甲县2026年法治政府建设年度报告",
    (
        Paragraph("行政执法", level=1, numbered=True),
        Paragraph(
            (
                "办理行政处罚案件",
                FigureRun("1,234", "penalty.decided", "https://example.org/figures/penalty.decided"),
                "件，罚没",
                FigureRun("56.7", "penalty.fined"),
                "万元。",
            )
        ),
    ),
    organ="甲县人民政府",
    signature=("甲县人民政府",),
    dated=DAY,
)

PAPERS = {
    "official": OFFICIAL,
    "letter": INQUIRY_LETTER,
    "decision": DECISION,
    "sheet": SHEET,
    "minutes": MINUTES,
    "inventory": INVENTORY,
    "report": REPORT,
}

RECORDING = Enclosure("执法录像", "../录像 张测试.mp4", "video/mp4", b"recording of \xe5\xbc\xa0", pages=1)

DOSSIER = Dossier(
    "甲公司未取得许可案",
    ORGAN,
    "甲市监案〔2026〕12号",
    ((Field("案由", "未取得许可"),), (Field("立案日期", "2026年3月2日"), Field("保存期限", "30年"))),
    (Item(SHEET, dated=DAY), Item(MINUTES), Item(RECORDING, note="光盘"), Item(DECISION, dated=DAY), Item(OFFICIAL)),
)
