"""What programs rely on: the shapes that ``--json`` prints, and the exit codes."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from fadu.replay.scenario import load
from fadu.site.cli import main
from tests.exchange.rows import company, write

pytestmark = pytest.mark.django_db


def run(*words: str):
    return CliRunner().invoke(main, list(words), catch_exceptions=False)


@pytest.fixture
def heishui():
    assert run("replay", "heishui-2022").exit_code == 0


def test_replay_prints_region_year_figures_and_what_is_missing():
    done = run("replay", "heishui-2022", "--json")
    told = json.loads(done.stdout)
    assert (done.exit_code, told["region"], told["year"]) == (0, "513228", 2022)
    assert [each["row"] for each in told["missing"]] == ["S218"]  # how many work outside the county is no record
    found = {each["id"]: each for each in told["figures"]}
    assert found["certificates.issued"]["value"] == 92
    assert set(found["certificates.issued"]) == {"id", "rows", "name", "unit", "value", "definition", "source"}
    again = run("replay", "heishui-2022", "--check", "--json")  # a second time it only counts
    assert (again.exit_code, json.loads(again.stdout)) == (0, told)


def test_a_difference_from_what_was_printed_is_a_finding(heishui):
    from fadu.organs.models import Certificate

    Certificate.objects.filter(number__endswith="1").delete()
    done = run("replay", "heishui-2022", "--check", "--json")
    assert done.exit_code == 1
    missing = {each["row"]: each["value"] for each in json.loads(done.stdout)["missing"]}
    assert missing == {"S117": 92, "S218": 20000}


def test_figures_name_the_rows_of_the_inventory_they_answer(heishui):
    told = json.loads(run("figures", "--region", "513228000000", "--year", "2022", "--json").stdout)
    by_row = {row: each["value"] for each in told for row in each["rows"] if each["value"]}
    assert by_row["S118"] == 74


def test_a_figure_lists_as_many_records_as_it_says(heishui):
    told = json.loads(
        run("figure", "examinations.sat", "--region", "513228", "--year", "2022", "--records", "--json").stdout
    )
    assert told["value"] == len(told["records"]) == 74


def test_bad_words_are_bad_input(tmp_path):
    for words in (
        ("figure", "nothing", "--region", "513228", "--year", "2022"),
        ("figures", "--region", "x", "--year", "2022"),
        ("figures", "--region", "513228", "--year", "2022", "--differences"),
        ("replay", "nowhere-1999"),
        ("report", "--region", "513228", "--year", "2022", "-o", str(tmp_path / "r.txt")),
        ("import", "penalties", str(tmp_path / "none.csv")),
        ("import", "penalties", str(write(tmp_path / "p.csv", [company(CF_WSH="")]))),
        ("import", "penalties", str(tmp_path / "p.csv"), "--by", "nobody"),
        ("import", "penalties", str(tmp_path / "p.csv"), "--region", "xyz"),
    ):
        assert run(*words).exit_code == 2, words


def test_the_report_is_written_as_a_document_and_as_a_page(heishui, tmp_path):
    for name, start in (("r.docx", b"PK"), ("r.html", b"<!doctype html>")):
        path = tmp_path / name
        assert run("report", "--region", "513228", "--year", "2022", "-o", str(path)).exit_code == 0
        assert path.read_bytes().startswith(start)


def test_import_tells_what_it_took_and_export_gives_it_out_again(tmp_path):
    path = write(tmp_path / "p.csv", [company(1), company(2, CF_JDRQ="x")])
    assert run("import", "penalties", str(path)).exit_code == 2
    done = run("import", "penalties", str(path), "--accept-good", "--json")
    told = json.loads(done.stdout)
    assert (done.exit_code, told["rows"], told["taken"], told["refused"]) == (0, 2, 1, 1)
    assert told["faults"] == [{"row": 3, "column": "处罚决定日期", "message": told["faults"][0]["message"]}]
    assert (tmp_path / "p-refused.csv").exists()
    out = tmp_path / "out.xlsx"
    assert run("export", "penalties", str(out), "--region", "140322", "--year", "2021").exit_code == 0
    assert "已有此文号" in run("import", "penalties", str(out), "--json").stdout


def test_a_table_is_printed_by_field(heishui, tmp_path):
    told = json.loads(run("table", "penalties", "--region", "513228", "--year", "2022", "--json").stdout)
    assert [each["label"] for each in told] == ["合计"]
    path = tmp_path / "t.xlsx"
    assert run("table", "coercion", "--region", "513228", "--year", "2022", "-o", str(path)).exit_code == 0
    assert path.stat().st_size > 0


def test_each_scenario_names_its_missing_rows_with_the_reason():
    assert {each["row"] for each in load("rongjiang-2021").missing} == {"S141", "S181"}
    assert all(each["why"] for each in load("yuxian-2020").missing)
