"""The organ that punished, found by its code or name; one the house does not know yet is registered on the way."""

from __future__ import annotations

from django.utils.translation import gettext as _

from fadu.exchange.checks import Decided
from fadu.organs.kinds import Domain, Level
from fadu.organs.models import Organ, Region
from fadu.organs.regions import known_name, level_of, parent_code

# What an organ is called tells its field. A name that fits none is entered as 其他 and can be changed.
FIELDS = {
    "市场监督": Domain.MARKET,
    "生态环境": Domain.ECOLOGY,
    "文化": Domain.CULTURE,
    "交通运输": Domain.TRANSPORT,
    "农业": Domain.AGRICULTURE,
    "城市管理": Domain.URBAN,
    "应急": Domain.EMERGENCY,
    "自然资源": Domain.NATURAL_RESOURCES,
    "林业": Domain.FORESTRY,
    "水利": Domain.WATER,
    "水务": Domain.WATER,
    "住房": Domain.HOUSING,
    "卫生": Domain.HEALTH,
    "公安": Domain.PUBLIC_SECURITY,
    "交通警察": Domain.PUBLIC_SECURITY,
    "消防": Domain.FIRE,
    "税务": Domain.TAXATION,
    "烟草": Domain.TOBACCO,
    "综合": Domain.GENERAL,
}


class Organs:
    """The organs of one file. ``region`` (six digits) is used where an organ's code names no region."""

    def __init__(self, region: str = "") -> None:
        self.region = region.ljust(12, "0") if region else ""
        self.by_code: dict[str, Organ] = {}
        self.by_name: dict[str, Organ] = {}
        for organ in Organ.objects.all():
            self.by_name[organ.name] = organ
            if organ.code:
                self.by_code[organ.code] = organ
        self.new: dict[str, Organ] = {}
        self.regions = set(Region.objects.values_list("code", flat=True))

    def of(self, row: Decided) -> Organ:
        """The organ of a row that ``find`` let pass."""
        code, name = row.cells.get("CF_CFJGDM", ""), row.cells["CF_CFJG"]
        return self.by_code[code] if code in self.by_code else self.by_name[name]

    def find(self, row: Decided) -> None:
        """Refuse the row when its organ's code and name belong to different organs, or its region cannot be told."""
        code, name = row.cells.get("CF_CFJGDM", ""), row.cells.get("CF_CFJG", "")
        if not name or row.faults:
            return
        organ, named = self.by_code.get(code), self.by_name.get(name)
        if organ and named and organ is not named:
            row.fault(
                "CF_CFJGDM",
                _("代码属于“{organ}”，与处罚机关“{name}”不是同一机关").format(organ=organ.name, name=name),
            )
        elif named and named.code and code and named.code != code:
            row.fault("CF_CFJGDM", _("“{name}”的代码是 {code}，请核对").format(name=name, code=named.code))
        elif organ and not named:
            row.warn("CF_CFJG", _("代码属于“{organ}”，按该机关导入").format(organ=organ.name))
        elif not organ and not named:
            self._new(row, code, name)

    def _new(self, row: Decided, code: str, name: str) -> None:
        place = self._region(code, row.region)
        if not place:
            row.fault(
                "CF_CFJG", _("系统中没有“{name}”，其代码中也没有可识别的区划，请用 --region 指明").format(name=name)
            )
            return
        if len(name) > 100:
            row.fault("CF_CFJG", _("机关名称超过 100 个字，请核对"))
            return
        domain = next((field for word, field in FIELDS.items() if word in name), Domain.OTHER)
        organ = Organ(name=name, code=code, region_id=place, domain=domain)
        self.by_name[name] = organ
        if code:
            self.by_code[code] = organ
        self.new[name] = organ

    def _region(self, code: str, place: str) -> str:
        """The region's code: given with the command, in the row, in the organ's code, else the only county we have."""
        for wanted in (self.region, place, code[2:8]):
            full = wanted.ljust(12, "0")
            if wanted and (full in self.regions or known_name(full)):
                return full
        counties = [code for code in self.regions if level_of(code) == Level.COUNTY]
        return counties[0] if len(counties) == 1 else ""

    def register(self) -> list[str]:
        """Enter the organs that were not known, with the regions above them; their names."""
        for organ in self.new.values():
            self._found(organ.region_id)
            organ.save(force_insert=True)
        return list(self.new)

    def _found(self, code: str) -> None:
        if code in self.regions:
            return
        above = parent_code(code)
        if above:
            self._found(above)
        Region.objects.create(code=code, name=known_name(code) or code, level=level_of(code), parent_id=above)
        self.regions.add(code)
