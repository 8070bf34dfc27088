"""Personal data: encrypted at rest, hashed for comparison, masked for show."""

import pytest
from click.testing import CliRunner
from django.core.exceptions import FieldError
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from fadu.organs import second_factor
from fadu.organs.masking import mask_account, mask_address, mask_id, mask_name, mask_phone
from fadu.organs.models import Person
from fadu.organs.secret import Undecipherable, decrypt, encrypt, fingerprint
from fadu.site.commands.people import command


@given(st.text())
def test_what_is_encrypted_can_be_read_again(text):
    assert decrypt(encrypt(text, "x"), "x") == text


def test_the_same_text_never_encrypts_alike():
    assert encrypt("13800001234", "x") != encrypt("13800001234", "x")


def test_a_value_serves_only_its_own_column():
    with pytest.raises(Undecipherable, match="改动"):
        decrypt(encrypt("13800001234", "phone"), "id_number")


def test_an_altered_value_is_found():
    stored = encrypt("13800001234", "x")
    with pytest.raises(Undecipherable):
        decrypt(stored[:-6] + ("A" if stored[-6] != "A" else "B") + stored[-5:], "x")


def test_the_key_is_changed_without_losing_what_was_stored(settings):
    settings.FADU_KEY = "old key"
    stored = encrypt("13800001234", "x")
    settings.FADU_KEY = "new key, old key"
    assert decrypt(stored, "x") == "13800001234"
    again = encrypt("13800001234", "x")
    settings.FADU_KEY = "new key"
    assert decrypt(again, "x") == "13800001234"
    with pytest.raises(Undecipherable, match="密钥"):
        decrypt(stored, "x")


def test_the_database_holds_only_ciphertext(db):
    person = Person.objects.create_user("u1", name="张测试", phone="13800001234")
    with connection.cursor() as cursor:
        cursor.execute("SELECT phone FROM organs_person")
        (stored,) = cursor.fetchone()
    assert stored.startswith("g1:")
    assert decrypt(stored, "organs.person.phone") == "13800001234"
    person.refresh_from_db()
    assert person.phone == "13800001234"


def test_an_encrypted_column_cannot_be_searched(db):
    with pytest.raises(FieldError, match="fingerprint"):
        Person.objects.filter(phone="13800001234").exists()
    assert not Person.objects.filter(phone__isnull=True).exists()


def test_a_fingerprint_is_salted_and_names_its_algorithm(settings):
    one = fingerprint("110101199001010011")
    assert one.split(":")[0] in {"sm3", "sha256"}
    assert one == fingerprint("110101199001010011")
    settings.FADU_SALT = "another salt"
    assert one != fingerprint("110101199001010011")
    assert fingerprint("") == ""


@pytest.mark.parametrize(
    ("mask", "plain", "shown"),
    [
        (mask_name, "张测试", "张**"),
        (mask_name, "张测", "张*"),
        (mask_name, "欧阳示例", "欧阳**"),
        (mask_name, "欧阳", "欧*"),
        (mask_name, "阿示例·买样本", "阿******"),
        (mask_name, "张", "*"),
        (mask_name, "", ""),
        (mask_id, "110101199001010011", "110***********0011"),
        (mask_id, "11010119900101001x", "110***********001X"),
        (mask_id, "E1234567", "********"),
        (mask_phone, "13800001234", "138****1234"),
        (mask_phone, "0353-8081234", "**********34"),
        (mask_account, "6222 0000 0000 0000 123", "***************0123"),
        (mask_account, "12345678", "********"),
        (mask_address, "山西省阳泉市盂县秀水镇示例路8号", "山西省阳泉市盂县秀水镇****"),
        (mask_address, "四川省阿坝藏族羌族自治州黑水县芦花镇示例街3号", "四川省阿坝藏族羌族自治州黑水县芦花镇****"),
        (mask_address, "北京市东城区示例街道一号院", "北京市东城区示例街道****"),
        (mask_address, "示例路8号", "****"),
        (mask_address, "", ""),
    ],
)
def test_masks(mask, plain, shown):
    assert mask(plain) == shown


@given(st.text(min_size=2, max_size=30).map(str.strip).filter(lambda s: len(s) > 1))
def test_no_mask_shows_the_whole(text):
    for mask in (mask_name, mask_id, mask_phone, mask_account):
        if shown := mask(text):
            assert "*" in shown


def test_after_writing_anew_the_old_key_may_go(db, settings):
    settings.FADU_KEY = "old key"
    people = [Person.objects.create_user(f"u{n}", name="张测试", phone=f"1380000{n:04}") for n in range(3)]
    Person.objects.create_user("none", name="李示例")
    second_factor.renew_recovery_codes(people[0])
    settings.FADU_KEY = "new key,old key"
    assert CliRunner().invoke(command, ["reencrypt"]).output.startswith("4 ")
    assert CliRunner().invoke(command, ["reencrypt"]).output.startswith("0 ")
    settings.FADU_KEY = "new key"
    assert [p.phone for p in Person.objects.order_by("pk")] == ["13800000000", "13800000001", "13800000002", ""]
    assert second_factor.recovery_codes_left(people[0]) == 10
