"""Where the texts are, for the few tests that need the words of the law; the repository has none."""

from __future__ import annotations

import os
import warnings
from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import pytest

import fadu.law.statutes  # noqa: F401  fills the register
from fadu.law import calendar, texts
from fadu.law.calendar import Calendar, standard_calendar

ONE_DAY = timedelta(days=1)


@pytest.fixture
def lawbook() -> Path:
    """The folder of texts: FADU_LAW_TEXTS, or ../shared/laws/texts beside the repository."""
    named = os.environ.get("FADU_LAW_TEXTS")
    folder = Path(named) if named else Path(__file__).parents[2].parent / "shared" / "laws" / "texts"
    if not folder.is_dir():
        message = "the texts of the law are not here: set FADU_LAW_TEXTS; citations are NOT checked against the words"
        warnings.warn(message, pytest.PytestWarning, stacklevel=1) if named else None
        pytest.skip(message)
    return folder


@pytest.fixture(autouse=True)
def nothing_imported():
    """No words and no notices from elsewhere, before and after."""
    texts.use(None)
    calendar.use(None)
    yield
    texts.use(None)
    calendar.use(None)


@pytest.fixture(scope="session")
def standard() -> Calendar:
    return standard_calendar()


def naive_working(start: date, number: int) -> date:
    """Counted one day after the other, with nothing of ours."""
    day = start
    while number:
        day += ONE_DAY
        number -= chinese_calendar.is_workday(day)
    return day


def naive_onward(day: date) -> date:
    while not chinese_calendar.is_workday(day):
        day += ONE_DAY
    return day
