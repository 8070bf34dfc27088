"""The closed lists of this room: levels of regions, kinds of organ, person and post, scopes of sight, fields of law."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.IntegerChoices):
    """Level of a region; GB/T 2260 gives the first six digits, GB/T 10114 and the statistics bureau the other six."""

    PROVINCE = 1, _("省级")
    CITY = 2, _("市级")
    COUNTY = 3, _("县级")
    TOWNSHIP = 4, _("乡级")
    VILLAGE = 5, _("村级")

    @property
    def digits(self) -> int:
        """How many leading digits of a region code name a region of this level."""
        return (2, 4, 6, 9, 12)[self - 1]


class OrganKind(models.TextChoices):
    GOVERNMENT = "government", _("人民政府")
    DEPARTMENT = "department", _("政府工作部门")
    TOWNSHIP = "township", _("乡镇人民政府、街道办事处")
    BRANCH = "branch", _("派出机构")
    AUTHORISED = "authorised", _("法律、法规授权的组织")
    ENTRUSTED = "entrusted", _("受委托组织")
    COORDINATION = "coordination", _("议事协调机构")
    MEDIATION = "mediation", _("人民调解组织")
    OTHER = "other", _("其他")


class PersonKind(models.TextChoices):
    STAFF = "staff", _("工作人员")
    CITIZEN = "citizen", _("公众用户")


class PostKind(models.TextChoices):
    OFFICER = "officer", _("执法人员")
    HEAD = "head", _("机关负责人")
    PRINCIPAL = "principal", _("正职负责人")
    REVIEWER = "reviewer", _("法制审核人员")
    PRESIDER = "presider", _("听证主持人")
    EXAMINER = "examiner", _("行政复议人员")
    OFFICE_HEAD = "office_head", _("行政复议机构负责人")
    CLERK = "clerk", _("内勤")
    MEDIATOR = "mediator", _("人民调解员")
    INSPECTOR = "inspector", _("监督检查人员")
    LEADER = "leader", _("县领导")
    SYSTEM_ADMIN = "system_admin", _("系统管理员")
    SECURITY_ADMIN = "security_admin", _("安全管理员")
    AUDIT_ADMIN = "audit_admin", _("审计管理员")


# GB/T 22239-2019, 8.1.4.2 d): the rights of those who administer are separated; nobody holds two of the three.
ADMINISTRATORS = frozenset({PostKind.SYSTEM_ADMIN, PostKind.SECURITY_ADMIN, PostKind.AUDIT_ADMIN})

# What rests on a personal qualification (执法资格, 法律职业资格) or on separation is exercised in person: the stand-in
# of a reviewer is another reviewer. Only these may be exercised by a delegate; the law itself knows it of the
# 正职负责人, in whose place stands "主持工作的负责人" (《行政执法机关移送涉嫌犯罪案件的规定》第五条).
DELEGABLE = frozenset({PostKind.HEAD, PostKind.PRINCIPAL, PostKind.LEADER, PostKind.CLERK, PostKind.INSPECTOR})


class Scope(models.TextChoices):
    """How far the holder of a post sees."""

    OWN = "own", _("本人经办")
    ORGAN = "organ", _("本机关")
    REGION = "region", _("本行政区域")


# Whose cases they are: those who handle cases by a post of their own. Only an officer is one of 行政执法人员.
HANDLING = frozenset({PostKind.OFFICER, PostKind.MEDIATOR, PostKind.EXAMINER})

# The scope a post is given unless the appointment says otherwise.
USUAL_SCOPE = {
    PostKind.OFFICER: Scope.OWN,
    PostKind.HEAD: Scope.ORGAN,
    PostKind.PRINCIPAL: Scope.ORGAN,
    PostKind.REVIEWER: Scope.ORGAN,
    PostKind.PRESIDER: Scope.OWN,
    PostKind.EXAMINER: Scope.OWN,
    PostKind.OFFICE_HEAD: Scope.ORGAN,
    PostKind.CLERK: Scope.ORGAN,
    PostKind.MEDIATOR: Scope.ORGAN,  # a village committee has nobody else to see what was handed in
    PostKind.INSPECTOR: Scope.REGION,
    PostKind.LEADER: Scope.REGION,
}


class Domain(models.TextChoices):
    """Fields of enforcement as certificates and organs name them. GENERAL covers every field."""

    GENERAL = "general", _("综合行政执法")
    MARKET = "market", _("市场监督管理")
    ECOLOGY = "ecology", _("生态环境保护")
    CULTURE = "culture", _("文化市场")
    TRANSPORT = "transport", _("交通运输")
    AGRICULTURE = "agriculture", _("农业农村")
    URBAN = "urban", _("城市管理")
    EMERGENCY = "emergency", _("应急管理")
    NATURAL_RESOURCES = "natural_resources", _("自然资源")
    FORESTRY = "forestry", _("林业和草原")
    WATER = "water", _("水利")
    HOUSING = "housing", _("住房和城乡建设")
    HEALTH = "health", _("卫生健康")
    MEDICAL_INSURANCE = "medical_insurance", _("医疗保障")
    LABOUR = "labour", _("人力资源和社会保障")
    EDUCATION = "education", _("教育")
    PUBLIC_SECURITY = "public_security", _("公安")
    FIRE = "fire", _("消防救援")
    JUSTICE = "justice", _("司法行政")
    CIVIL_AFFAIRS = "civil_affairs", _("民政")
    ENERGY = "energy", _("能源")
    INDUSTRY = "industry", _("工业和信息化")
    COMMERCE = "commerce", _("商务")
    FINANCE = "finance", _("财政")
    AUDIT = "audit", _("审计")
    STATISTICS = "statistics", _("统计")
    TAXATION = "taxation", _("税务")
    TOBACCO = "tobacco", _("烟草专卖")
    METEOROLOGY = "meteorology", _("气象")
    OTHER = "other", _("其他")
