"""What lets a person in at an address: taken out of the address, so that it stands in no file and no message.

It stays in the session, which puts it to each request to that host again, and to no other.
"""

from __future__ import annotations

from hashlib import blake2b
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

import requests
from requests.auth import AuthBase, HTTPBasicAuth

# names of parameters, without "_" and "-"
# fmt: off
_SECRET = frozenset({
    "accesskey", "accesskeyid", "accesstoken", "apikey", "apitoken", "auth", "authkey", "authorization",
    "authtoken", "awsaccesskeyid", "bearer", "clientsecret", "credential", "credentials", "idtoken",
    "jsessionid", "jwt", "key", "login", "ocpapimsubscriptionkey", "pass", "passphrase", "passwd",
    "password", "phpsessid", "pwd", "refreshtoken", "sas", "sastoken", "secret", "secretkey", "session",
    "sessionid", "sessiontoken", "sid", "sig", "signature", "subscriptionkey", "ticket", "token",
    "user", "userid", "username", "xamzcredential", "xamzsecuritytoken", "xamzsignature",
})
# fmt: on
_APART = str.maketrans("", "", "_-")


class Login(AuthBase):
    """Puts user, password and keys to the requests to one host.

    Parameters
    ----------
    origin : (str, str)
        Scheme and host with port, as in the address.
    user : (str, str) or None
    keys : tuple of (str, str)
        Parameters of the address.
    before : AuthBase or None
        What the session did until then, for other hosts.
    """

    def __init__(
        self,
        origin: tuple[str, str],
        user: tuple[str, str] | None,
        keys: tuple[tuple[str, str], ...],
        before: AuthBase | None = None,
    ) -> None:
        self._origin = origin
        self._user = user
        self._keys = keys
        self._before = before

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Let the request in, if it goes to the host."""
        parts = urlsplit(request.url or "")
        if (parts.scheme, parts.netloc.casefold()) != self._origin:
            return self._before(request) if callable(self._before) else request
        given = {name for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
        keys = [(name, value) for name, value in self._keys if name not in given]
        query = "&".join(part for part in (parts.query, urlencode(keys)) if part)
        request.url = urlunsplit(parts._replace(query=query))
        return HTTPBasicAuth(*self._user)(request) if self._user else request


def public_address(url: str) -> str:
    """Address without user, password and keys, for files and messages."""
    parts = urlsplit(url)
    kept = [part for part in parts.query.split("&") if not _is_secret(part)]
    return urlunsplit(
        parts._replace(netloc=parts.netloc.rpartition("@")[2], query="&".join(kept), fragment="")
    )


def keep_login(session: requests.Session, url: str) -> str:
    """Take what lets a person in out of an address, and leave it to the session.

    Parameters
    ----------
    session : requests.Session
        From then on logs in at the host of the address, and nowhere else.
    url : str

    Returns
    -------
    str
        As `public_address`.
    """
    parts = urlsplit(url)
    names, _, host = parts.netloc.rpartition("@")
    user, _, password = names.partition(":")
    keys = _keys(parts.query)
    if names or keys:
        known = (unquote(user), unquote(password)) if names else None
        session.auth = Login((parts.scheme, host.casefold()), known, keys, session.auth)  # type: ignore[arg-type]
    return public_address(url)


def login_of(url: str) -> str:
    """Short mark of what `keep_login` takes out, by which the same address for two persons is told apart; or empty.

    Too short to find the password by.
    """
    parts = urlsplit(url)
    names, keys = parts.netloc.rpartition("@")[0], _keys(parts.query)
    return blake2b(repr((names, keys)).encode(), digest_size=3).hexdigest() if names or keys else ""


def _keys(query: str) -> tuple[tuple[str, str], ...]:
    return tuple(parse_qsl("&".join(part for part in query.split("&") if _is_secret(part))))


def _is_secret(part: str) -> bool:
    return unquote(part.partition("=")[0]).casefold().translate(_APART) in _SECRET
