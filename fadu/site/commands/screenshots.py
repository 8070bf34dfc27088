"""``fadu screenshots``: pictures of a running demonstration for the documentation, in both languages."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LANGUAGES = {"zh-hans": "zh-CN", "en": "en-GB"}  # of the site, and of the browser that looks at it
WIDE = (1360, 900)
PHONE = (360, 740)
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
)  # fmt: skip


def _refuse(reason: str) -> NoReturn:
    click.echo(reason, err=True)
    sys.exit(2)


@click.command()
@click.option("--address", default="http://127.0.0.1:8000", show_default=True, help="where `fadu demo` answers")
@click.option("--officer-password", required=True, help="the officer's password, as `fadu demo` printed it")
@click.option("-o", "--output", type=click.Path(file_okay=False, path_type=Path), default=Path("docs/images"))
def command(address: str, officer_password: str, output: Path) -> None:
    """截图 Take pictures of desk, case and portal of a running `fadu demo`; Chromium from the system, or CHROMIUM."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        _refuse("playwright is not installed: pip install -e '.[dev]'")
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        _refuse("no Chromium found: install the system's package, or name one in CHROMIUM")
    output.mkdir(parents=True, exist_ok=True)
    address = address.rstrip("/")
    try:
        with sync_playwright() as playwright:
            for language, spoken in LANGUAGES.items():
                browser = playwright.chromium.launch(executable_path=chromium, args=[*QUIET, f"--lang={spoken}"])
                _desk(browser, address, officer_password, language, output)
                _portal(browser, address, language, output)
                browser.close()
    except Error as fault:
        _refuse(f"{address}: {fault.message.splitlines()[0]}")


def _page(browser: Browser, address: str, language: str, size: tuple[int, int]) -> Page:
    """A fresh visitor who reads ``language`` on a screen of ``size``."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme="light", reduced_motion="reduce"
    )
    context.add_cookies([{"name": "django_language", "value": language, "url": address}])
    return context.new_page()


def _desk(browser: Browser, address: str, password: str, language: str, output: Path) -> None:
    page = _page(browser, address, language, WIDE)
    _open(page, f"{address}/signin/")
    page.fill("input[name=username]", "officer")
    page.fill("input[name=password]", password)
    page.click("form.form button")
    _open(page, f"{address}/desk/")
    if "/signin" in page.url:
        _refuse("the officer's password was refused: it is drawn anew at each start of `fadu demo`")
    _save(page, output, "desk", language)
    case = page.locator("td.lead a").nth(1).get_attribute("href")  # overdue, and some steps on its way
    _open(page, f"{address}{case}")
    _save(page, output, "case", language)
    page.context.close()


def _portal(browser: Browser, address: str, language: str, output: Path) -> None:
    for name, size in (("portal", WIDE), ("portal-phone", PHONE)):
        page = _page(browser, address, language, size)
        _open(page, f"{address}/")
        _save(page, output, name, language)
        page.context.close()


def _open(page: Page, address: str) -> None:
    answer = page.goto(address)
    if answer is None or not answer.ok:
        _refuse(f"{address}: {answer.status if answer else 'no'} answer; no picture of a fault is taken")


def _save(page: Page, output: Path, name: str, language: str) -> None:
    page.wait_for_load_state("networkidle")
    file = output / f"{name}-{language[:2]}.png"
    page.screenshot(path=file)
    click.echo(f"{file}  {page.viewport_size}  {file.stat().st_size // 1024} KiB")
