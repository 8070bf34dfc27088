"""Reading and auditing a folder as a Spark job (`pip install fadu[spark]`, and Java): the same functions, a file a row.

`python -m fadu.reading.spark FOLDER OUTPUT` runs it on this machine or, under spark-submit, on a cluster whose Python
has fadu; FOLDER and OUTPUT are any addresses Spark knows. OUTPUT receives lines of JSON.
"""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING

from fadu.reading.audit import audit
from fadu.reading.opening import FORMATS, LARGEST, Unreadable, open_bytes
from fadu.reading.report import read
from fadu.reading.tables import audit_json, report_json

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

__all__ = ["over_folder", "session"]

_SCHEMA = "path string, report string, audit string, fault string"


def session(name: str = "fadu", *, master: str = "") -> SparkSession:
    """A Spark session whose workers run this Python. `master` as Spark has it ("local[2]"); the environment's if empty.

    Raises ImportError without pyspark.
    """
    from pyspark.sql import SparkSession  # an extra: nothing else of fadu needs it

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName(name).config("spark.ui.enabled", "false")
    if master.startswith("local"):  # nothing of it leaves this machine, whatever its name resolves to
        builder = builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1")
    return (builder.master(master) if master else builder).getOrCreate()


def over_folder(spark: SparkSession, folder: str) -> DataFrame:
    """Every report in `folder` and below it: its path, the report and its audit as JSON (as `fadu read --json` and
    `fadu audit --json` print them), or in `fault` why it could not be read."""
    endings = "|".join(sorted(ending.removeprefix(".") for ending in FORMATS))
    files = (
        spark.read.format("binaryFile")
        .option("recursiveFileLookup", "true")
        .load(folder)
        .where(f"lower(path) rlike '[.]({endings})$' and length <= {LARGEST}")
        .select("path", "content")
    )
    rows = files.rdd.map(lambda row: _answer(row["path"], bytes(row["content"])))
    return spark.createDataFrame(rows, _SCHEMA)


def _answer(path: str, content: bytes) -> tuple[str, str | None, str | None, str | None]:
    try:
        opened = open_bytes(content)
        report = read(opened.text, title=opened.title)
        answers = report_json(report, opened), audit_json(audit(report), opened)
    except Unreadable as fault:
        return path, None, None, str(fault)
    found, audited = (json.dumps(answer, ensure_ascii=False) for answer in answers)
    return path, found, audited, None


def main() -> None:
    """The job: FOLDER to lines of JSON in OUTPUT, an empty or new folder."""
    if len(sys.argv) != 3:
        sys.exit("python -m fadu.reading.spark FOLDER OUTPUT")
    spark = session()
    found = over_folder(spark, sys.argv[1]).cache()
    found.write.json(sys.argv[2])
    unread = found.where("fault is not null").count()
    sys.stdout.write(f"已读 {found.count() - unread} 份，未读 {unread} 份（read, not read）\n")
    spark.stop()


if __name__ == "__main__":
    main()
