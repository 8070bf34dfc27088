"""Addresses of the public site. All are open but 查进度, which shows what belongs to whoever is signed in."""

from __future__ import annotations

from django.urls import path

from fadu.portal import data, days, feeds, home, progress, publications, statutes

app_name = "portal"
urlpatterns = [
    path("", home.home, name="home"),
    path("publications/", publications.publications, name="publications"),
    path("publications/feed/", feeds.feed, name="feed"),
    path("publications/<int:key>/", publications.publication, name="publication"),
    path("statutes/", statutes.statutes, name="statutes"),
    path("statutes/<str:key>/", statutes.statute, name="statute"),
    path("statutes/<str:key>/<str:place>/", statutes.provision, name="provision"),
    path("days/", days.days, name="days"),
    path("progress/", progress.progress, name="progress"),
    path("progress/<int:key>/", progress.matter, name="matter"),
    path("data/", data.data, name="data"),
    path("data/chart.svg", data.chart, name="chart"),
    path("robots.txt", feeds.robots, name="robots"),
    path("healthz", feeds.health, name="health"),
]
