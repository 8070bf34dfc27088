"""Reading a page as an English reader does: what of it is Chinese without being marked as Chinese."""

from __future__ import annotations

import re
from html.parser import HTMLParser

CHINESE = re.compile(r"[\u4e00-\u9fff，。：；（）]")
EMPTY = {"img", "input", "meta", "link", "br", "path", "hr"}
SPOKEN = {"title", "alt", "placeholder", "aria-label"}


class Reader(HTMLParser):
    """Gathers the words that stand in no element marked ``lang="zh-CN"``, and in no head."""

    def __init__(self):
        super().__init__()
        self.stack, self.words = [], []

    def marked(self):
        return any(tag == "head" or lang == "zh-CN" for tag, lang in self.stack)

    def handle_starttag(self, tag, attrs):
        lang = dict(attrs).get("lang")
        if tag not in EMPTY:
            self.stack.append((tag, lang))
        if not self.marked() and lang != "zh-CN":
            self.words += [value or "" for name, value in attrs if name in SPOKEN]

    def handle_endtag(self, tag):
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if not self.marked():
            self.words.append(data)


def unmarked_chinese(page):
    reader = Reader()
    reader.feed(page)
    return [words for words in reader.words if CHINESE.search(words)]
