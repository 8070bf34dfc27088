"""Fadu's settings with the floor's tables and a peer beside it."""

from fadu.site.settings import *  # noqa: F403
from fadu.site.settings import INSTALLED_APPS as OURS

INSTALLED_APPS = [*OURS, "viewflow", "viewflow.workflow", "bench.floor"]
ROOT_URLCONF = "bench.floor.urls"
SILENCED_SYSTEM_CHECKS = ["viewflow.W001"]
