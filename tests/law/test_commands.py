"""``fadu due`` and ``fadu law`` at the door: 0 done, 1 a finding, 2 bad input with what to do."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from fadu.site.commands import due as due_command
from fadu.site.commands import law as law_command


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("FADU_HOME", str(tmp_path / "home"))

    def called(command, *words):
        return CliRunner().invoke(command, [str(word) for word in words])

    return called


def test_the_day_of_a_rule_as_json(run):
    said = run(due_command.command, "--rule", "CF21-61.1", "--from", "2025-09-26", "--json")
    assert said.exit_code == 0
    content = json.loads(said.stdout)
    assert content["due"] == "2025-10-13"
    assert content["estimated"] is False
    assert (content["rule"], content["law"], content["article"]) == ("CF21-61.1", "行政处罚法", "第六十一条第一款")
    assert all(line["text_zh"] and line["text_en"] for line in content["derivation"])


def test_a_rule_in_hours_takes_a_moment(run):
    said = run(due_command.command, "--rule", "YSF-5.2b", "--from", "2025-09-26T10:00", "--json")
    assert json.loads(said.stdout)["due"] == "2025-09-27T10:00"


def test_beyond_the_last_notice_the_answer_is_an_estimate(run):
    said = run(due_command.command, "--rule", "CF21-61.1", "--from", "2027-09-26", "--json")
    assert json.loads(said.stdout)["estimated"] is True
    assert "推算" in run(due_command.command, "--rule", "CF21-61.1", "--from", "2027-09-26").stdout
    assert "projected" in run(due_command.command, "--rule", "CF21-61.1", "--from", "2027-09-26", "--lang", "en").stdout


def test_pauses_and_extensions_at_the_door(run):
    said = run(
        due_command.command, "--rule", "FY23-62.1a", "--from", "2025-08-05",
        "--paused", "2025-08-20..2025-09-03", "--extended", "FY23-62.1b", "--json",
    )  # fmt: skip
    assert json.loads(said.stdout)["due"] == "2025-11-17"


def test_all_rules_of_a_procedure(run):
    said = run(due_command.command, "penalty_ordinary", "--from", "2025-09-26", "--json")
    answers = json.loads(said.stdout)
    assert {"CF21-60", "CF21-64-1"} <= {answer["rule"] for answer in answers}
    assert not any(answer["rule"].startswith("CF17-") for answer in answers)  # not in force any more
    old = json.loads(run(due_command.command, "penalty_ordinary", "--from", "2020-05-06", "--json").stdout)
    assert {"CF17-42-1"} <= {answer["rule"] for answer in old}


def test_local_rules_bind_in_their_own_region(run):
    def rules(*words):
        said = run(due_command.command, "hotline_ticket", "--from", "2026-03-02", "--json", *words)
        return {answer["rule"] for answer in json.loads(said.stdout)}

    assert "L_TS-23.2" not in rules()
    assert "L_TS-23.2" in rules("--region", "130203000000")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--rule", "CF21-51", "--from", "2025-09-26"], "200/3000元"),
        (["--rule", "XX-1", "--from", "2025-09-26"], "no rule 'XX-1'"),
        (["--rule", "CF21-60", "--from", "26.9.2025"], "2025-09-26"),
        (["--rule", "CF21-60", "--from", "2025-09-26Tten"], "2025-09-26T10:00"),
        (["--rule", "CF21-61.1", "--from", "1980-01-01"], "outside the calendar"),
        (["--rule", "CF21-36.1b", "--from", "9998-01-01"], "year"),
        (["no_such_procedure", "--from", "2025-09-26"], "penalty_ordinary"),
        (["--from", "2025-09-26"], "PROCEDURE or --rule"),
        (["penalty_ordinary", "--rule", "CF21-60", "--from", "2025-09-26"], "PROCEDURE or --rule"),
        (["--rule", "CF21-60", "--from", "2025-09-26", "--paused", "2025-09-03..2025-08-20"], "before it began"),
        (["--rule", "CF21-60", "--from", "2025-09-26", "--extended", "CF21-60"], "not a rule that lengthens"),
    ],
)
def test_bad_input_is_told_and_ends_with_two(run, words, said):
    answered = run(due_command.command, *words)
    assert answered.exit_code == 2
    assert said in answered.stderr
    assert answered.stdout == ""


def test_a_notice_is_taken_once_it_is_published(run, tmp_path):
    empty = tmp_path / "2027.json"
    empty.write_text('{"year": 2027, "papers": [], "days": []}', "utf-8")
    refused = run(law_command.command, "notice", empty)
    assert refused.exit_code == 2
    assert "has not been published" in refused.stderr
    empty.write_text('{"year": 2027, "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}]}', "utf-8")
    assert run(law_command.command, "notice", empty).exit_code == 0
    said = run(due_command.command, "--rule", "CF21-61.1", "--from", "2026-12-31", "--json")
    assert json.loads(said.stdout)["estimated"] is False


def test_texts_are_imported_and_shown(run, lawbook):
    before = run(law_command.command, "show", "行政处罚法85")
    assert before.exit_code == 2
    assert "fadu law import" in before.stderr
    assert run(law_command.command, "import", lawbook).exit_code == 0
    shown = run(law_command.command, "show", "《行政处罚法》第八十五条")
    assert shown.exit_code == 0
    assert "工作日" in shown.stdout
    old = run(law_command.command, "show", "行政处罚法42", "--on", "2020-05-06", "--json")
    assert json.loads(old.stdout)["key"] == "penalty-2017/42"


@pytest.mark.parametrize(
    ("citation", "said"),
    [
        ("penalty-2017/57", "not in the excerpt held"),
        ("行政处罚法99", "no article 99"),
        ("天气", "not a citation"),
        ("宪法1", "no statute"),
    ],
)
def test_a_provision_that_cannot_be_shown(run, citation, said):
    answered = run(law_command.command, "show", citation)
    assert answered.exit_code == 2
    assert said in answered.stderr


def test_a_folder_without_texts_is_refused(run, tmp_path):
    (tmp_path / "empty").mkdir()
    refused = run(law_command.command, "import", tmp_path / "empty")
    assert refused.exit_code == 2
    assert "nothing was imported" in refused.stderr


def test_the_editions_are_listed(run):
    listed = run(law_command.command, "editions")
    assert len(listed.stdout.splitlines()) == 74
    assert "penalty-2017" in listed.stdout
