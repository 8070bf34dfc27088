"""Addresses of sign-in and of one's own account."""

from __future__ import annotations

from django.contrib.auth.views import LogoutView
from django.urls import path

from fadu.organs import account, signin

app_name = "organs"
urlpatterns = [
    path("signin/", signin.SignIn.as_view(), name="sign_in"),
    path("signin/code/", signin.second_step, name="second_step"),
    path("signout/", LogoutView.as_view(next_page="/signin/"), name="sign_out"),
    path("account/password/", account.OwnPassword.as_view(), name="password"),
    path("account/second-factor/", account.own_second_factor, name="second_factor"),
]
