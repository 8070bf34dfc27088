"""机关: founded with a checked code, placed in a tree without circles, ended when nobody holds a post."""

from datetime import date

import pytest

from fadu.organs.appointment import appoint, dismiss
from fadu.organs.establishment import dissolve as end
from fadu.organs.establishment import doubtful, establish, place_under
from fadu.organs.models import Organ
from fadu.organs.refusal import NotAllowed

DAY = date(2024, 6, 3)


@pytest.mark.parametrize(("code", "right"), [("91350100M000100Y43", True), ("91350100M000100Y4A", False), ("", True)])
def test_a_credit_code_is_checked(code, right):  # GB 32100-2015
    assert (doubtful(code) == "") is right


def test_a_doubtful_code_is_taken_when_confirmed(region):
    with pytest.raises(NotAllowed, match="校验"):
        establish("甲局", region["甲县"], code="91350100M000100Y4A")
    assert establish("甲局", region["甲县"], code="91350100m000100y4a", code_confirmed=True).code[-1] == "A"


def test_name_and_code_are_used_once(region):
    establish("甲局", region["甲县"], code="91350100M000100Y43")
    for wrong in ({"name": "甲局"}, {"name": ""}, {"name": "乙局", "code": "91350100M000100Y43"}):
        with pytest.raises(NotAllowed):
            establish(wrong.pop("name"), region["甲县"], **wrong)
    assert Organ.objects.count() == 1


def test_the_tree_has_no_circle(government, bureau, station):
    for parent in (government, bureau, station):
        with pytest.raises(NotAllowed, match="隶属"):
            place_under(government, parent)
    assert place_under(station, government).parent == government
    assert place_under(station, None).parent is None


def test_an_organ_ends_when_its_posts_have_ended(person, bureau):
    post = appoint(person(), bureau, "officer", since=DAY)
    with pytest.raises(NotAllowed, match="尚未免去"):
        end(bureau, on=DAY)
    dismiss(post, on=DAY)
    assert not end(bureau, on=DAY).active
