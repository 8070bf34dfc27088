"""Addresses of the public site. All are open; what belongs to somebody is shown to whoever is known to be him."""

from __future__ import annotations

from django.urls import path

from fadu.portal import (
    applying,
    data,
    days,
    feeds,
    home,
    progress,
    publications,
    published,
    rating,
    statutes,
    telephone,
    tracking,
)

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
    path("apply/", applying.applications, name="applications"),
    path("apply/for/<slug:procedure>/", applying.application, name="application"),
    path("apply/for/<slug:procedure>/begin/", applying.begin, name="begin"),
    path("apply/telephone/", telephone.telephone, name="telephone"),
    path("apply/drafts/", applying.own_drafts, name="drafts"),
    path("apply/drafts/<int:key>/", applying.draft, name="draft"),
    path("apply/drafts/<int:key>/review/", applying.review, name="review"),
    path("apply/drafts/<int:key>/receipt/", applying.receipt, name="receipt"),
    path("apply/drafts/<int:key>/drop/", applying.drop, name="drop"),
    path("progress/messages/", progress.messages, name="messages"),
    path("progress/<int:key>/rate/", rating.by_account, name="rate"),
    path("progress/receipt/<slug:number>/rate/", rating.by_receipt, name="rate_by_receipt"),
    path("progress/receipt/", tracking.by_receipt, name="by_receipt"),
    path("progress/receipt/<slug:number>/", tracking.tracked, name="tracked"),
    path("progress/", progress.progress, name="progress"),
    path("progress/<int:key>/", progress.matter, name="matter"),
    path("data/", data.data, name="data"),
    path("data/reports/", published.published, name="published"),
    path("data/reports/chart.svg", published.chart, name="published_chart"),
    path("data/reports/<int:key>/", published.published_report, name="published_report"),
    path("data/chart.svg", data.chart, name="chart"),
    path("robots.txt", feeds.robots, name="robots"),
    path("healthz", feeds.health, name="health"),
]
