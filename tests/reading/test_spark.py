"""A folder is read by Spark as it is read here."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from fadu.reading.corpus import read_file

pytest.importorskip("pyspark", reason="pyspark is not installed: pip install fadu[spark]")
pytestmark = [
    pytest.mark.skipif(not shutil.which("java"), reason="no Java here: the Spark job is not run"),
    pytest.mark.skipif(os.environ.get("FADU_TEST_DATABASE") == "postgresql", reason="no database in it: run once"),
    pytest.mark.filterwarnings("ignore"),
]


def test_a_spark_job_reads_what_a_process_reads(tmp_path: Path) -> None:
    from fadu.reading.spark import over_folder, session

    good = tmp_path / "a.txt"
    good.write_bytes("甲县2020年法治政府建设报告\n2020年，调解纠纷100件，调解成功120件。\n".encode("gbk"))
    (tmp_path / "bad.pdf").write_bytes(b"MZ" + bytes(20))
    (tmp_path / "other.xyz").write_text("1", "utf-8")
    spark = session("test", master="local[1]")
    try:
        rows = {Path(row["path"]).name: row for row in over_folder(spark, str(tmp_path)).collect()}
    finally:
        spark.stop()
    assert set(rows) == {"a.txt", "bad.pdf"}
    assert json.loads(rows["a.txt"]["report"])["figures"] == read_file(good).json()["figures"]
    assert json.loads(rows["a.txt"]["audit"])["findings"][0]["verdict"] == "contradicts"
    assert "Windows 程序" in rows["bad.pdf"]["fault"]
