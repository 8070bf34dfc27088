"""One page for every smaller act: a form, the provision it rests on, the engine's answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from fadu.desk.frame import DeskRequest, page
from fadu.desk.names import Label
from fadu.engine.models import Case
from fadu.engine.refusals import Refused
from fadu.interface.fields import Refusable
from fadu.law.statute import Cite
from fadu.ledger.media import AttachmentRefused
from fadu.organs.refusal import NotAllowed


def ask(
    request: DeskRequest,
    form: Refusable,
    act: Callable[[dict[str, Any]], object],
    *,
    title: Label,
    verb: Label,
    back: str,
    done: Label,
    case: Case | None = None,
    cite: Cite | str | None = None,
    note: Label = "",
    grave: bool = False,
    here: str = "cases",
) -> HttpResponse:
    """Show ``form``; on POST run ``act`` with what was typed. Refused, it comes back as it was with every reason."""
    if request.method == "POST" and form.is_valid():
        try:
            act(form.cleaned_data)
        except Refused as refused:
            form.refuse(refused.refusals)
        except (AttachmentRefused, NotAllowed) as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, str(done))
            return redirect(back)
    context = {
        "case": case,
        "title": title,
        "verb": verb,
        "form": form,
        "back": back,
        "cite": cite,
        "note": note,
        "grave": grave,
        "refusals": [(str(each.missing), each.cites) for each in form.refusals],
        "draft": f"{request.acting.person.pk}:{request.path}",
    }
    return page(request, "desk/form.html", context, here=here, status=422 if form.is_bound else 200)
