"""Where a request comes from: nobody but a trusted proxy is believed about it."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from core.addresses import address_of, network_of, proxies


@pytest.mark.parametrize(
    ("trusted", "sender", "forwarded", "address"),
    [
        ([], "198.51.100.7", "", "198.51.100.7"),
        ([], "198.51.100.7", "203.0.113.9", "198.51.100.7"),
        (["10.0.0.0/8"], "10.1.2.3", "203.0.113.9", "203.0.113.9"),
        (["10.0.0.0/8"], "10.1.2.3", "1.1.1.1, 203.0.113.9", "203.0.113.9"),
        (["10.0.0.0/8"], "10.1.2.3", "203.0.113.9, 10.9.9.9", "203.0.113.9"),
        (["10.0.0.0/8"], "10.1.2.3", "", "10.1.2.3"),
        (["10.0.0.0/8"], "10.1.2.3", "nonsense", ""),
        (["::1"], "::1", "2001:db8::5", "2001:db8::5"),
        (["unix"], "", "203.0.113.9", "203.0.113.9"),
        (["unix"], "", "", ""),
        ([], "", "203.0.113.9", ""),
    ],
)
def test_address(rf, settings, trusted, sender, forwarded, address):
    settings.TRUSTED_PROXIES = proxies(trusted)
    headers = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    assert address_of(rf.get("/", REMOTE_ADDR=sender, **headers)) == address


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("198.51.100.7", "198.51.100.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:198.51.100.7", "198.51.100.7"),
        ("", ""),
    ],
)
def test_network(rf, address, network):
    assert network_of(rf.get("/", REMOTE_ADDR=address)) == network


def test_a_proxy_that_is_none_stops_the_start():
    with pytest.raises(ImproperlyConfigured, match="TRUSTED_PROXIES"):
        proxies(["the-proxy"])
