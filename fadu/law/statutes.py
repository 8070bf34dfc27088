"""The editions held, one value each, with the days of force and the rule by which each counts days.

Which 日 are working days, each edition says itself or not at all:

* 行政处罚法2021第八十五条 names “二日”“三日”“五日”“七日”; 行政强制法第六十九条 “十日以内”;
  行政复议法2023第八十八条第二款 adds “十日”, where 2017第四十条第二款 had only “五日”、“七日”; 行政许可法第八十二条
  “行政机关实施行政许可的期限”, not the party's own.
* The applicant's five days of 行政许可法第四十七条 are read leniently as working days: ``working_days(5, "party")``;
  its thirty days before expiry (第五十条) count backwards, where calendar days are the lenient ones.
* Everywhere else 日 are calendar days, and working days only where the provision writes 工作日: ``working_days(n)``.

The 2017 edition of 行政处罚法 has no clause on working days: its three and seven days are calendar days.
Days of force are those the texts state, or the project's rule table where a text was amended; empty where neither
was seen.
"""

from __future__ import annotations

from fadu.law import running
from fadu.law.periods import ORGAN
from fadu.law.register import EditionNotHeld, among, cite, edition, editions, hold, in_force_on, up_to
from fadu.law.statute import STATUTES, Kind

__all__ = ["STATUTES", "EditionNotHeld", "cite", "edition", "editions", "in_force_on"]

LAW, REGULATION, PARTY_REGULATION = Kind.LAW, Kind.REGULATION, Kind.PARTY_REGULATION
INTERPRETATION, RULES, LOCAL = Kind.INTERPRETATION, Kind.RULES, Kind.LOCAL

# fmt: off
# 行政处罚 penalties
PENALTY_2021 = hold("penalty-2021", "行政处罚法", "Administrative Penalty Law", LAW, "2021-01-22", "2021-07-15",
    working=among(2, 3, 5, 7), counted_in=(85,))
PENALTY_2017 = hold("penalty-2017", "行政处罚法", "Administrative Penalty Law", LAW, "2017-09-01", "2018-01-01",
    "2021-07-14", excerpt=True)
COERCION_2011 = hold("coercion-2011", "行政强制法", "Administrative Coercion Law", LAW, "2011-06-30", "2012-01-01",
    working=up_to(10), counted_in=(69,))
FINE_SEPARATION_1997 = hold("fine-separation-1997", "罚款决定与罚款收缴分离实施办法",
    "Measures on Separating Fine Decisions from Collection", REGULATION, "1997-11-17", "1998-01-01")
REFERRAL_2020 = hold("referral-2020", "行政执法机关移送涉嫌犯罪案件的规定",
    "Provisions on Referral of Suspected Criminal Cases", REGULATION, "2020-08-07", "2020-08-07", short="移送规定")
PUBLIC_SECURITY_2025 = hold("public-security-2025", "治安管理处罚法", "Public Security Administration Punishments Law",
    LAW, "2025-06-27", "2026-01-01", running=running.POLICE)
PUBLIC_SECURITY_2012 = hold("public-security-2012", "治安管理处罚法", "Public Security Administration Punishments Law",
    LAW, "2012-10-26", "2013-01-01", "2025-12-31", running=running.POLICE)
POLICE_PROCEDURE_2019 = hold("police-procedure-2019", "公安机关办理行政案件程序规定",
    "Police Administrative Case Procedure Provisions", RULES, "2019-04-27", "", running=running.POLICE)
MARKET_PENALTY_2022 = hold("market-penalty-2022", "市场监督管理行政处罚程序规定",
    "Market Regulation Penalty Procedure Provisions", RULES, "2022-09-29", "2022-11-01",
    short="市监程序规定", running=running.MARKET_PENALTY)
MARKET_PUBLICITY_2021 = hold("market-publicity-2021", "市场监督管理行政处罚信息公示规定",
    "Market Regulation Penalty Publicity Provisions", RULES, "2021-07-30", "2021-09-01", short="公示规定")
SUPERVISION_2025 = hold("supervision-2025", "行政执法监督条例",
    "Regulations on Supervision of Administrative Enforcement", REGULATION, "2025-12-17", "2026-02-01")

# 许可与政务服务 licences and services
LICENCE_2019 = hold("licence-2019", "行政许可法", "Administrative Licence Law", LAW, "2019-04-23", "2019-04-23",
    working=lambda days: days > 0, counted_in=(82,), working_for=frozenset({ORGAN}))
BUSINESS_ENVIRONMENT_2019 = hold("business-environment-2019", "优化营商环境条例",
    "Regulations on Optimizing the Business Environment", REGULATION, "2019-10-22", "2020-01-01")
ONLINE_SERVICES_2019 = hold("online-services-2019", "国务院关于在线政务服务的若干规定",
    "State Council Provisions on Online Government Services", REGULATION, "2019-04-26", "2019-04-26")
DATA_SHARING_2025 = hold("data-sharing-2025", "政务数据共享条例", "Regulations on Government Data Sharing", REGULATION,
    "2025-05-28", "2025-08-01")
PRIVATE_ECONOMY_2025 = hold("private-economy-2025", "民营经济促进法", "Private Economy Promotion Law", LAW,
    "2025-04-30", "2025-05-20")
ANYANG_SERVICES_2021 = hold("anyang-services-2021", "安阳市政务服务条例", "Anyang Regulations on Government Services",
    LOCAL, "2021-10-25", "2021-12-01")
TANGSHAN_HOTLINE_2025 = hold("tangshan-hotline-2025", "唐山市12345政务服务便民热线条例",
    "Tangshan Regulations on the 12345 Hotline", LOCAL, "2025-09-30", "2026-01-01")
FAIR_COMPETITION_2024 = hold("fair-competition-2024", "公平竞争审查条例", "Fair Competition Review Regulations",
    REGULATION, "2024-06-06", "2024-08-01")
FAIR_COMPETITION_MEASURES_2025 = hold("fair-competition-measures-2025", "公平竞争审查条例实施办法",
    "Implementing Measures of the Fair Competition Review Regulations", RULES, "2025-02-25", "2025-04-20", excerpt=True)

# 决策与立规 decisions and rule-making
MAJOR_DECISION_2019 = hold("major-decision-2019", "重大行政决策程序暂行条例",
    "Interim Regulations on Major Administrative Decision-making", REGULATION, "2019-04-20", "2019-09-01")
RULEMAKING_2017 = hold("rulemaking-2017", "规章制定程序条例", "Regulations on Procedures for Making Rules", REGULATION,
    "2017-12-22", "2018-05-01")
FILING_REVIEW_2024 = hold("filing-review-2024", "法规规章备案审查条例",
    "Regulations on Filing and Review of Regulations and Rules", REGULATION, "2024-08-30", "2024-11-01")
FILING_2001 = hold("filing-2001", "法规规章备案条例", "Regulations on Filing Regulations and Rules", REGULATION,
    "2001-12-14", "2002-01-01", "2024-10-31")
SICHUAN_FILING_REVIEW_2024 = hold("sichuan-filing-review-2024",
    "四川省各级人民代表大会常务委员会规范性文件备案审查条例",
    "Sichuan Regulations on Filing and Review by People's Congress Standing Committees", LOCAL, "2024-07-29",
    "2024-09-01")
HEBEI_FILING_REVIEW_2024 = hold("hebei-filing-review-2024", "河北省各级人民代表大会常务委员会规范性文件备案审查条例",
    "Hebei Regulations on Filing and Review by People's Congress Standing Committees", LOCAL, "2024-09-25",
    "2024-11-01")
INSPECTION_2020 = hold("inspection-2020", "政府督查工作条例", "Regulations on Government Inspection", REGULATION,
    "2020-12-26", "2021-02-01")
ARCHIVES_2024 = hold("archives-2024", "档案法实施条例", "Implementing Regulations of the Archives Law", REGULATION,
    "2024-01-12", "2024-03-01")
LAW_PUBLICITY_2025 = hold("law-publicity-2025", "法治宣传教育法", "Law Publicity and Education Law", LAW, "2025-09-12",
    "2025-11-01")

# 复议、诉讼、赔偿 review, litigation, compensation
REVIEW_2023 = hold("review-2023", "行政复议法", "Administrative Review Law", LAW, "2023-09-01", "2024-01-01",
    working=among(3, 5, 7, 10), counted_in=(88, 2), running=running.REVIEW_2023)
REVIEW_2017 = hold("review-2017", "行政复议法", "Administrative Review Law", LAW, "2017-09-01", "2018-01-01",
    "2023-12-31", working=among(5, 7), counted_in=(40, 2), running=running.REVIEW_2017)
REVIEW_REGULATION_2026 = hold("review-regulation-2026", "行政复议法实施条例",
    "Implementing Regulations of the Administrative Review Law", REGULATION, "2026-04-29", "2026-07-01",
    running=running.REVIEW_REGULATION)
REVIEW_REGULATION_2007 = hold("review-regulation-2007", "行政复议法实施条例",
    "Implementing Regulations of the Administrative Review Law", REGULATION, "2007-05-29", "2007-08-01", "2026-06-30",
    running=running.REVIEW_REGULATION)
LITIGATION_2017 = hold("litigation-2017", "行政诉讼法", "Administrative Litigation Law", LAW, "2017-06-27",
    "2017-07-01", running=running.LITIGATION)
LITIGATION_READING_2018 = hold("litigation-reading-2018", "最高人民法院关于适用《行政诉讼法》的解释",
    "SPC Interpretation on the Administrative Litigation Law", INTERPRETATION, "2018-02-06", "2018-02-08",
    short="行诉解释", running=running.LITIGATION)
COURT_APPEARANCE_2020 = hold("court-appearance-2020", "最高人民法院关于行政机关负责人出庭应诉若干问题的规定",
    "SPC Provisions on Heads of Organs Appearing in Court", INTERPRETATION, "2020-06-22", "2020-07-01",
    running=running.LITIGATION)
DISCLOSURE_LITIGATION_2025 = hold("disclosure-litigation-2025",
    "最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释",
    "SPC Interpretation on Government Information Disclosure Cases", INTERPRETATION, "2025-05-19", "2025-06-01",
    running=running.LITIGATION)
PUBLIC_INTEREST_2020 = hold("public-interest-2020",
    "最高人民法院、最高人民检察院关于检察公益诉讼案件适用法律若干问题的解释",
    "SPC and SPP Interpretation on Public Interest Litigation", INTERPRETATION, "2020-12-29", "2021-01-01",
    file="转录摘录_最高法最高检检察公益诉讼解释(2020-12-29).md", excerpt=True)
PUBLIC_INTEREST_2018 = hold("public-interest-2018",
    "最高人民法院、最高人民检察院关于检察公益诉讼案件适用法律若干问题的解释",
    "SPC and SPP Interpretation on Public Interest Litigation", INTERPRETATION, "2018-02-23", "2018-03-02",
    "2020-12-31", file="最高人民法院、最高人民检察院关于检察公益诉讼案件适用法律若干问题的解释.md")
JUDICIAL_SUGGESTION_2023 = hold("judicial-suggestion-2023", "最高人民法院关于综合治理类司法建议工作若干问题的规定",
    "SPC Provisions on Judicial Suggestions", INTERPRETATION, "2023-11-15", "2023-11-16")
PROCURATORIAL_SUGGESTION_2019 = hold("procuratorial-suggestion-2019", "人民检察院检察建议工作规定",
    "SPP Provisions on Procuratorial Suggestions", INTERPRETATION, "2019-02-26", "2019-02-26", excerpt=True)
STATE_COMPENSATION_2012 = hold("state-compensation-2012", "国家赔偿法", "State Compensation Law", LAW, "2012-10-26",
    "2013-01-01")
CIVIL_PROCEDURE_2023 = hold("civil-procedure-2023", "民事诉讼法", "Civil Procedure Law", LAW, "2023-09-01",
    "2024-01-01", running=running.PROCEDURE_2023)
CIVIL_PROCEDURE_2021 = hold("civil-procedure-2021", "民事诉讼法", "Civil Procedure Law", LAW, "2021-12-24",
    "2022-01-01", "2023-12-31", running=running.PROCEDURE_2021)
CIVIL_PROCEDURE_DECISION_2021 = hold("civil-procedure-decision-2021", "全国人大常委会关于修改民事诉讼法的决定",
    "NPCSC Decision Amending the Civil Procedure Law", LAW, "2021-12-24", "2022-01-01",
    excerpt=True, running=running.PROCEDURE_2021)
CIVIL_CODE_2020 = hold("civil-code-2020", "民法典", "Civil Code, General Part", LAW, "2020-05-28", "2021-01-01",
    file="民法典-总则.md", running=running.CIVIL_CODE)

# 信访、公开、调解、法律援助、公证 petitions, disclosure, mediation, legal aid, notarization
PETITION_2022 = hold("petition-2022", "信访工作条例", "Regulations on Petition Work", PARTY_REGULATION, "2022-02-25",
    "2022-05-01")
PETITION_2005 = hold("petition-2005", "信访条例", "Petition Regulations", REGULATION, "2005-01-10", "2005-05-01",
    "2022-04-30")
DISCLOSURE_2019 = hold("disclosure-2019", "政府信息公开条例", "Government Information Disclosure Regulations",
    REGULATION, "2019-04-03", "2019-05-15")
MEDIATION_2010 = hold("mediation-2010", "人民调解法", "People's Mediation Law", LAW, "2010-08-28", "2011-01-01")
COMMERCIAL_MEDIATION_2025 = hold("commercial-mediation-2025", "商事调解条例", "Commercial Mediation Regulations",
    REGULATION, "2025-12-31", "2026-05-01")
MEDIATION_CONFIRMATION_2011 = hold("mediation-confirmation-2011", "最高人民法院关于人民调解协议司法确认程序的若干规定",
    "SPC Provisions on Judicial Confirmation of Mediation Agreements", INTERPRETATION, "2011-03-23", "2011-03-30",
    running=running.PROCEDURE)
LEGAL_AID_2021 = hold("legal-aid-2021", "法律援助法", "Legal Aid Law", LAW, "2021-08-20", "2022-01-01")
LEGAL_AID_2003 = hold("legal-aid-2003", "法律援助条例", "Legal Aid Regulations", REGULATION, "2003-07-21",
    "2003-09-01", "2021-12-31")
NOTARIZATION_2017 = hold("notarization-2017", "公证法", "Notarization Law", LAW, "2017-09-01", "2018-01-01")

# 人大与政府组织 congresses and government
DEPUTIES_2025 = hold("deputies-2025", "全国人民代表大会和地方各级人民代表大会代表法", "Deputies Law", LAW,
    "2025-03-11", "2025-03-12", short="代表法")
DEPUTIES_2015 = hold("deputies-2015", "全国人民代表大会和地方各级人民代表大会代表法", "Deputies Law", LAW,
    "2015-08-29", "2015-08-29", "2025-03-11", short="代表法")
NPC_SUPERVISION_2024 = hold("npc-supervision-2024", "各级人民代表大会常务委员会监督法",
    "Law on Supervision by People's Congress Standing Committees", LAW, "2024-11-08", "2024-11-08", short="监督法")
LOCAL_ORGANIZATION_2022 = hold("local-organization-2022", "地方各级人民代表大会和地方各级人民政府组织法",
    "Organic Law of Local People's Congresses and Governments", LAW, "2022-03-11", "2022-03-12", short="地方组织法")
HEBEI_PROPOSALS_2020 = hold("hebei-proposals-2020", "河北省人民代表大会代表建议、批评和意见处理办法",
    "Hebei Measures on Handling Deputies' Proposals", LOCAL, "2020-06-02", "2020-06-02")
SHANDONG_PROPOSALS_2017 = hold("shandong-proposals-2017", "山东省人民代表大会代表建议、批评和意见办理工作条例",
    "Shandong Regulations on Handling Deputies' Proposals", LOCAL, "2017-05-19", "")

# 市场监管 market regulation
MARKET_COMPLAINTS_2025 = hold("market-complaints-2025", "市场监督管理投诉举报处理办法",
    "Market Regulation Complaints and Reports Measures", RULES, "2025-12-30", "2026-04-15",
    excerpt=True, running=running.MARKET_COMPLAINTS)
MARKET_COMPLAINTS_2022 = hold("market-complaints-2022", "市场监督管理投诉举报处理暂行办法",
    "Interim Market Regulation Complaints and Reports Measures", RULES, "2022-03-24", "", "2026-04-14")
ENTERPRISE_INFORMATION_2024 = hold("enterprise-information-2024", "企业信息公示暂行条例",
    "Interim Regulations on Enterprise Information Publicity", REGULATION, "2024-03-10", "2024-05-01", excerpt=True)
ENTERPRISE_INFORMATION_2014 = hold("enterprise-information-2014", "企业信息公示暂行条例",
    "Interim Regulations on Enterprise Information Publicity", REGULATION, "2014-08-07", "2014-10-01", "2024-04-30")
SPOT_CHECK_2025 = hold("spot-check-2025", "企业公示信息抽查办法", "Measures on Spot Checks of Enterprise Information",
    RULES, "2025-03-18", "", excerpt=True)
ABNORMAL_LIST_2025 = hold("abnormal-list-2025", "企业经营异常名录管理办法",
    "Measures on the List of Abnormal Operations", RULES, "2025-03-18", "", excerpt=True)
SERIOUS_LIST_2021 = hold("serious-list-2021", "市场监督管理严重违法失信名单管理办法",
    "Measures on the List of Serious Violators", RULES, "2021-07-30", "2021-09-01", excerpt=True)
CONSUMER_2013 = hold("consumer-2013", "消费者权益保护法", "Consumer Protection Law", LAW, "2013-10-25", "2014-03-15")

# 应急 emergencies
EMERGENCY_2024 = hold("emergency-2024", "突发事件应对法", "Emergency Response Law", LAW, "2024-06-28", "2024-11-01")
EMERGENCY_2007 = hold("emergency-2007", "突发事件应对法", "Emergency Response Law", LAW, "2007-08-30", "2007-11-01",
    "2024-10-31")
HEALTH_EMERGENCY_2025 = hold("health-emergency-2025", "突发公共卫生事件应对法", "Public Health Emergency Response Law",
    LAW, "2025-09-12", "2025-11-01")
HEALTH_EMERGENCY_2011 = hold("health-emergency-2011", "突发公共卫生事件应急条例",
    "Public Health Emergency Regulations", REGULATION, "2011-01-08", "2011-01-08")
ACCIDENT_2007 = hold("accident-2007", "生产安全事故报告和调查处理条例",
    "Work Safety Accident Reporting and Investigation Regulations", REGULATION, "2007-04-09", "2007-06-01")
# fmt: on
