"""Bulk import of 94,495 decided penalties with their ledger entries."""

from __future__ import annotations

import csv
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from bench.county import open_county
from bench.measure import answer

ROWS = 94_495


def main() -> None:
    county = open_county()
    from django.db import connection

    from fadu.engine.models import Case
    from fadu.exchange.penalties import import_penalties
    from fadu.ledger.models import Entry

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "penalties.csv"
        write(path)
        begun = time.perf_counter()
        outcome = import_penalties(path, by=county.clerk, today=date(2022, 1, 10), region="990000")
        took = time.perf_counter() - begun
    answer(
        database=connection.vendor, rows=ROWS, seconds=took, taken=outcome.taken,
        cases=Case.objects.filter(imported=True).count(), entries=Entry.objects.count(),
        faults=[str(fault) for fault in outcome.faults[:3]],
    )  # fmt: skip


def write(path: Path) -> None:
    """A file in the layout, of invented persons and decisions."""
    from fadu.exchange.layout import PENALTIES

    begin = date(2021, 1, 4)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.DictWriter(file, [column.label for column in PENALTIES])
        out.writeheader()
        label = {column.code: column.label for column in PENALTIES}
        for n in range(ROWS):
            day = begin + timedelta(days=n % 360)
            cells = {
                "CF_XDR_MC": f"测试{n:06d}", "CF_XDR_LB": "自然人", "CF_XDR_ZJLX": "其他", "CF_XDR_ZJHM": f"T{n:08d}",
                "CF_WSH": f"测交罚〔2021〕{n + 1}号", "CF_WFXW": "违法停车", "CF_SY": "在禁停路段停车",
                "CF_YJ": "测试依据", "CF_CFLB": "罚款", "CF_NR": "罚款一百五十元", "CF_NR_FK": "0.015",
                "CF_JDRQ": day.strftime("%Y/%m/%d"), "CF_YXQ": "2099/12/31",
                "CF_CFJG": "测试县市场监督管理局", "CF_CFJGDM": "11990000MB0000001X",
                "CF_SJLY": "测试县市场监督管理局", "CF_SJLYDM": "11990000MB0000001X",
            }  # fmt: skip
            out.writerow({label[code]: value for code, value in cells.items()})


if __name__ == "__main__":
    main()
