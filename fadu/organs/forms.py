"""Forms of sign-in and of one's own account."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.utils.translation import gettext_lazy as _


class SignInForm(AuthenticationForm):
    """Account and password. One answer for a wrong account and a wrong password: it does not tell which exist."""

    error_messages = {
        "invalid_login": _("账号或者密码不正确。连续失败五次，账号锁定三十分钟。"),
        "inactive": _("账号或者密码不正确。连续失败五次，账号锁定三十分钟。"),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("账号")
        self.fields["password"].label = _("密码")


class CodeForm(forms.Form):
    """A time-based code or a recovery code."""

    code = forms.CharField(
        label=_("动态口令或者恢复码"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True, "spellcheck": "false"}
        ),
    )


class OwnPasswordForm(PasswordChangeForm):
    """Changing one's own password."""

    error_messages = {
        "password_mismatch": _("两次输入的新密码不一致。"),
        "password_incorrect": _("原密码不正确。"),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = _("原密码")
        self.fields["new_password1"].label = _("新密码")
        self.fields["new_password2"].label = _("再次输入新密码")
        self.fields["new_password1"].help_text = _("至少十个字符，包含小写字母、大写字母、数字、其他字符中的至少三类。")
        self.fields["new_password2"].help_text = ""
