"""Papers as pages: escaped, without styles or scripts of their own, each class documented and styled."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fadu.documents import page
from fadu.documents.markup import Markup, element, inline
from fadu.documents.papers import CiteRun, FigureRun, Letter, Paragraph, Run
from tests.documents.examples import DECISION, DOSSIER, MINUTES, OFFICIAL, PAPERS, REPORT, SHEET

EVERYTHING = {**PAPERS, "dossier": DOSSIER}
CSS = (Path(page.__file__).parent / "paper.css").read_text(encoding="utf-8")
VOID = {"hr", "br", "col"}


class Outline(HTMLParser):
    """The elements of a page, and whether they close in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data

    def classes(self) -> set[str]:
        return {name for _, attributes in self.seen for name in (attributes.get("class") or "").split()}


@pytest.mark.parametrize("kind", EVERYTHING)
def test_pages_are_well_formed_and_bring_neither_style_nor_script(kind):
    outline = Outline(page.render(EVERYTHING[kind]))
    assert outline.open == []
    assert outline.seen[0][0] == "article"
    for tag, attributes in outline.seen:
        assert tag not in ("script", "style")
        assert not any(name == "style" or name.startswith("on") for name in attributes)


@pytest.mark.parametrize("kind", EVERYTHING)
def test_every_class_is_documented(kind):
    known = set(re.findall(r"paper(?:-[a-z0-9]+)*", page.__doc__))
    known |= {f"paper-{level}" for level in range(1, 5)}
    known |= {f"paper-blank-{width}" for width in range(4, 25, 4)} | {f"paper-lines-{count}" for count in range(2, 13)}
    assert Outline(page.render(EVERYTHING[kind])).classes() <= known


def test_the_stylesheet_styles_only_classes_that_exist():
    written = set(re.findall(r"\.(paper(?:-[a-z0-9]+)*)", CSS))
    documented = set(re.findall(r"paper(?:-[a-z0-9]+)*", page.__doc__))
    stray = {name for name in written - documented if not re.fullmatch(r"paper-(\d|blank-\d+|lines-\d+)", name)}
    assert stray == set()


@given(st.text(max_size=40))
def test_any_text_is_escaped(text):
    outline = Outline(page.render(Letter((text,), (Paragraph((text, Run(text, bold=True))),), addressee=text)))
    assert outline.open == []
    assert {tag for tag, _ in outline.seen} <= {"article", "hr", "h2", "p", "strong", "br"}


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", "data:text/html,x", "//evil.example", "/\\evil", "JaVaScRiPt:x", "http://[", "relative"],
)
def test_links_lead_only_to_the_web_or_within_the_site(href):
    assert "href" not in inline((CiteRun("甲", "x", href), FigureRun("1", "f", href)))


def test_provisions_and_figures_carry_their_keys_and_addresses():
    words = (
        CiteRun("《食品安全法》第三十五条", "food-2021/35"),
        FigureRun("12", "penalty.decided", "/figures/1?a=1&b=2"),
    )
    shown = inline(words, cites=lambda key: f"/law/{key}")
    assert shown == (
        '<a class="paper-cite" href="/law/food-2021/35" data-cite="food-2021/35">《食品安全法》第三十五条</a>'
        '<a class="paper-figure" href="/figures/1?a=1&amp;b=2" data-figure="penalty.decided">12</a>'
    )


def test_headings_begin_below_the_page_that_holds_the_paper():
    tags = [tag for tag, _ in Outline(page.render(OFFICIAL, heading=3)).seen if re.fullmatch(r"h\d", tag)]
    assert tags == ["h3", "h4", "h5", "h4"]


def test_a_form_fills_its_grid_in_every_row():
    outline = Outline(page.render(SHEET))
    covered: list[int] = []
    spanning: list[tuple[int, int]] = []  # units and the rows that are still left of cells from above
    for tag, attributes in outline.seen:
        if tag == "tr":
            spanning = [(units, left - 1) for units, left in spanning if left > 1]
            covered.append(sum(units for units, _ in spanning))
        elif tag in ("th", "td"):
            units = int(attributes.get("colspan") or 1)
            covered[-1] += units
            spanning.append((units, int(attributes.get("rowspan") or 1)))
    assert set(covered) == {24}


def test_only_internal_pages_show_what_is_private():
    assert 'class="paper-private">张测试' in page.render(DECISION)
    assert "paper-private" not in page.render(DECISION, public=True)
    assert "张**" in page.render(DECISION, public=True)


def test_tables_are_reachable_by_keyboard_and_named():
    regions = [
        attributes for _, attributes in Outline(page.render(OFFICIAL)).seen if attributes.get("role") == "region"
    ]
    assert [(one["tabindex"], one["aria-label"]) for one in regions] == [("0", "表1　行政处罚实施情况")]


def test_dates_are_times_and_minutes_keep_question_and_answer():
    assert '<time datetime="2026-03-05">2026年3月5日</time>' in page.render(REPORT)
    shown = page.render(MINUTES)
    assert '<p class="paper-question">问：经过如何？</p><p class="paper-answer">答：没有办证。</p>' in shown


def test_markup_is_taken_as_it_is_and_text_is_not():
    assert element("p", "<b>") == "<p>&lt;b&gt;</p>"
    assert element("p", Markup("<b></b>"), klass="a", data_x="") == '<p class="a"><b></b></p>'
    assert Markup("<p>").__html__() == "<p>"


def test_what_is_no_paper_is_refused():
    with pytest.raises(TypeError, match="str"):
        page.render("text")
