"""Addresses of the desk."""

from __future__ import annotations

from django.urls import path

from fadu.desk import (
    casefile,
    cases,
    changes,
    clocks,
    filing,
    limits,
    opening,
    papers,
    steps,
    work,
)

app_name = "desk"
urlpatterns = [
    path("", work.work, name="work"),
    path("waiting/", work.waiting, name="waiting"),
    path("standing/", work.standing, name="standing"),
    path("cases/", cases.cases, name="cases"),
    path("cases/export/", cases.export, name="export"),
    path("cases/views/", cases.save_view, name="save_view"),
    path("cases/open/", opening.open_case, name="open"),
    path("cases/<int:key>/", casefile.case, name="case"),
    path("cases/<int:key>/sheet/", casefile.sheet, name="sheet"),
    path("cases/<int:key>/clock/<slug:limit>/<slug:began>/", clocks.derivation, name="derivation"),
    path("cases/<int:key>/steps/<slug:name>/", steps.step, name="step"),
    path("cases/<int:key>/steps/<slug:name>/reckon/", steps.reckon, name="reckon"),
    path("cases/<int:key>/limits/<slug:act>/<slug:name>/", limits.limit, name="limit"),
    path("cases/<int:key>/change/<slug:act>/", changes.change, name="change"),
    path("cases/<int:key>/correct/", changes.correct, name="correct"),
    path("cases/<int:key>/papers/", papers.issue, name="issue"),
    path("cases/<int:key>/papers/<int:number>/", papers.paper, name="paper"),
    path("cases/<int:key>/papers/<int:number>/docx/", papers.download, name="docx"),
    path("cases/<int:key>/papers/<int:number>/void/", papers.void, name="void"),
    path("cases/<int:key>/papers/<int:number>/serve/", papers.serve, name="serve"),
    path("cases/<int:key>/services/<int:number>/", papers.receipt, name="receipt"),
    path("cases/<int:key>/evidence/", filing.evidence, name="evidence"),
    path("cases/<int:key>/evidence/<int:item>/", filing.evidence_file, name="evidence_file"),
    path("cases/<int:key>/evidence/<int:item>/exclude/", filing.exclude, name="exclude"),
    path("cases/<int:key>/recusal/", filing.ask_recusal, name="recusal"),
    path("cases/<int:key>/recusal/<int:item>/", filing.decide_recusal, name="decide_recusal"),
    path("cases/<int:key>/publish/", filing.publish, name="publish"),
    path("cases/<int:key>/publications/<int:item>/take-back/", filing.take_back, name="take_back"),
]
