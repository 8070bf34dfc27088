"""The room against the words of the law. Skipped, loudly, where the texts are not at hand."""

from __future__ import annotations

import shutil

import pytest

from fadu.law import statutes as S
from fadu.law import structures, texts
from fadu.law.rulebook import BadRule, take
from fadu.law.rules import TABLE
from fadu.law.statute import STATUTES, STRUCTURES
from fadu.law.texts import TextNotImported
from fadu.law.verification import BadText, bring, findings, quotes, written


def test_structures_rules_and_citations_agree_with_the_texts(lawbook):
    assert list(findings(lawbook)) == []


def test_every_quote_of_the_table_stands_in_the_provision_cited(lawbook):
    table = lawbook.parent / "rules.csv"
    if not table.is_file():
        pytest.skip("the table of rules with quotes is not here")
    assert list(quotes(table, lawbook)) == []


def test_the_committed_structures_are_those_that_the_texts_give(lawbook, tmp_path):
    for made in structures.index(lawbook, tmp_path):
        assert made.read_text("utf-8") == (STRUCTURES / made.name).read_text("utf-8")
    assert len(list(tmp_path.iterdir())) == len(list(STRUCTURES.iterdir())) == len(STATUTES)


def test_the_committed_rules_are_those_that_the_table_gives(lawbook, tmp_path):
    table = lawbook.parent / "rules.csv"
    if not table.is_file():
        pytest.skip("the table of rules with quotes is not here")
    assert take(table, tmp_path / "rules.csv") == 722
    assert (tmp_path / "rules.csv").read_text("utf-8") == TABLE.read_text("utf-8")


def test_the_committed_rules_have_our_own_wording_and_no_quote(lawbook):
    table = lawbook.parent / "rules.csv"
    if not table.is_file():
        pytest.skip("the table of rules with quotes is not here")
    import csv

    ours = TABLE.read_text("utf-8")
    with table.open(encoding="utf-8-sig", newline="") as file:
        quoted = [row["id"] for row in csv.DictReader(file) if len(row["quote"]) > 14 and row["quote"] in ours]
    assert quoted == []


def test_words_are_imported_and_read(lawbook, tmp_path):
    brought, missing = bring(lawbook, tmp_path)
    assert (len(brought), missing) == (74, [])
    texts.use(tmp_path)
    assert "工作日" in S.PENALTY_2021[85].text
    assert S.PENALTY_2021[57, 1, 4].text.startswith("（四）")
    assert S.PENALTY_2021[57, 1].text.count("\n") == 4  # the paragraph and its four items
    for statute in STATUTES.values():
        for article in statute.structure.articles:
            assert statute[article].text


def test_a_text_that_lost_a_paragraph_is_found_and_not_imported(lawbook, tmp_path):
    shelf, home = tmp_path / "texts", tmp_path / "law"
    shutil.copytree(lawbook, shelf)
    path = shelf / S.PENALTY_2021.file
    whole = path.read_text("utf-8")
    lines = whole.split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("（四）") and "犯罪" in line)
    path.write_text("\n".join(lines[:at] + lines[at + 1 :]), "utf-8")
    found = list(findings(shelf))
    assert any("penalty-2021: article 57" in each and "4, 0 item(s)" in each for each in found)
    with pytest.raises(BadText, match="article 57"):
        bring(shelf, home)
    assert not home.exists()


def test_a_changed_word_is_found(lawbook, tmp_path):
    shutil.copytree(lawbook, tmp_path / "texts")
    path = tmp_path / "texts" / S.PENALTY_2021.file
    path.write_text(path.read_text("utf-8").replace("九十日", "九百日"), "utf-8")
    assert list(findings(tmp_path / "texts")) == [
        f"penalty-2021: {S.PENALTY_2021.file} is not the text that was indexed (SHA-256 differs)"
    ]


def test_a_citation_that_the_text_lost_is_found(lawbook, tmp_path):
    assert str(S.PENALTY_2021[86])  # cited here
    shutil.copytree(lawbook, tmp_path / "texts")
    path = tmp_path / "texts" / S.PENALTY_2021.file
    path.write_text(path.read_text("utf-8").partition("第八十六条")[0], "utf-8")
    assert any("penalty-2021/86" in each and "is cited and not found" in each for each in findings(tmp_path / "texts"))


def test_a_folder_with_some_of_the_texts_brings_these(lawbook, tmp_path):
    (tmp_path / "some").mkdir()
    shutil.copy(lawbook / S.PENALTY_2021.file, tmp_path / "some")
    brought, missing = bring(tmp_path / "some", tmp_path / "law")
    assert brought == [S.PENALTY_2021]
    assert len(missing) == 73
    texts.use(tmp_path / "law")
    assert S.PENALTY_2021[85].text
    with pytest.raises(TextNotImported):
        _ = S.REVIEW_2023[88].text


def test_a_folder_with_none_of_the_texts_is_refused(tmp_path):
    with pytest.raises(BadText, match="none of the 74 texts"):
        bring(tmp_path, tmp_path / "law")


def test_a_key_written_out_in_the_program_must_name_a_provision(tmp_path):
    (tmp_path / "page.html").write_text('{% cite "penalty-2021/57.1.4" %} {% cite "penalty-2021/570" %}', "utf-8")
    found = list(written(tmp_path))
    assert len(found) == 1
    assert "penalty-2021/570" in found[0]


ROW = "id,procedure,step,rule,number,unit,who,quote,article,file,verified,law\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "no rules"),
        ("id,rule\nX,甲\n", "the columns"),
        (
            ROW + "X-1,p,s,甲,7,日,甲,乙,第八百条,行政处罚法(2021-01-22).md,yes,行政处罚法\n",
            "row 2 (X-1): field article",
        ),
        (ROW + "X-1,p,s,甲,7,日,甲,乙,甲条,行政处罚法(2021-01-22).md,yes,行政处罚法\n", "is not a provision|numeral"),
        (ROW + "X-1,p,s,甲,7,日,甲,乙,第八条,甲.md,yes,行政处罚法\n", "field file: '甲.md'"),
    ],
)
def test_a_bad_table_of_rules_is_refused_and_changes_nothing(content, said, tmp_path):
    (tmp_path / "bad.csv").write_text(content, "utf-8")
    with pytest.raises(BadRule, match=r"bad\.csv") as refused:
        take(tmp_path / "bad.csv", tmp_path / "rules.csv")
    assert any(each in str(refused.value) for each in said.split("|"))
    assert not (tmp_path / "rules.csv").exists()
