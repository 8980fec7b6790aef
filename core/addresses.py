"""Where a request comes from: the computer that asks, also behind a proxy, and the network that it stands in."""

from collections.abc import Iterable
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

# A proxy that hands requests over through a socket of this machine, which gives no address.
SOCKET = "unix"


def proxies(names: Iterable[str]) -> list[str | IPv4Network | IPv6Network]:
    """Return the setting TRUSTED_PROXIES: addresses and networks of proxies, and SOCKET.

    Raises ImproperlyConfigured for what is neither.
    """
    try:
        return [name if name == SOCKET else ip_network(name) for name in names]
    except ValueError as error:
        raise ImproperlyConfigured(
            f"TRUSTED_PROXIES: {error}; expected addresses, networks or the word {SOCKET}."
        ) from error


def address_of(request) -> str:
    """Return the address of the computer that asks: the last one before the proxies that are trusted, or "".

    What stands in X-Forwarded-For before it was written by whoever asks, and proves nothing.
    """
    forwarded = request.headers.get("X-Forwarded-For", "").split(",")
    hops = [hop.strip() for hop in forwarded if hop.strip()] + [request.META.get("REMOTE_ADDR", "")]
    while len(hops) > 1 and is_trusted(hops[-1]):
        hops.pop()
    try:
        return str(ip_address(hops[-1]))
    except ValueError:
        return ""


def network_of(request) -> str:
    """Return the network that asks: an IPv4 address, the half of an IPv6 address that a household shares, or ""."""
    address = address_of(request)
    if ":" not in address:
        return address
    known = ip_address(address)
    return str(known.ipv4_mapped or ip_network((known, 64), strict=False))


def is_trusted(hop: str) -> bool:
    """Whether a REMOTE_ADDR is that of a proxy whose headers are believed."""
    if not hop:
        return SOCKET in settings.TRUSTED_PROXIES
    try:
        address = ip_address(hop)
    except ValueError:
        return False
    return any(address in network for network in settings.TRUSTED_PROXIES if network != SOCKET)
