"""The addresses that this program may open by itself. Private ones are allowed, since a model or an account service may stand in the
same house; those by which a machine in a cloud reads its own keys never are, however they are written and whatever name leads to them.
"""

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

from prompts import render

PORTS = {"http": 80, "https": 443}
# Link-local (the metadata services of most clouds), those of AWS by IPv6, of Alibaba and of Oracle; and what is no machine's address.
NEVER = tuple(map(ip_network, ("169.254.0.0/16", "fe80::/10", "fd00:ec2::/32", "100.100.100.200/32", "192.0.0.192/32", "0.0.0.0/8", "::/128", "224.0.0.0/4", "ff00::/8", "255.255.255.255/32")))
CARRIERS = tuple(map(ip_network, ("64:ff9b::/96", "::/96")))  # IPv6 whose last 32 bits are an IPv4 address


class AddressRefused(Exception):
    """An address that must not be opened; `reason` is the key of its Japanese sentence in `prompts/access.yaml`."""

    def __init__(self, reason: str, detail: str):
        super().__init__(f"{reason}: {detail}")
        self.message_ja = render("access", reason)


def split(url: str) -> tuple[str, int]:
    """(host, port) of an http(s) address. Raises AddressRefused for any other scheme, a missing host, or a user name in it."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, PORTS.get(parts.scheme) if parts.port is None else parts.port
    except ValueError as error:
        raise AddressRefused("reach_bad", "no address") from error
    if parts.scheme not in PORTS or not host or not port or any(not letter.isprintable() or letter.isspace() for letter in url):
        raise AddressRefused("reach_bad", "neither http nor https, or no host")
    if parts.username is not None or parts.password is not None:
        raise AddressRefused("reach_credentials", "a user name or password in the address")
    return host, port


def addresses(host: str, port: int) -> list[str]:
    """Where the name leads, in every way a number may be written. Raises AddressRefused when one of them is never to be opened, OSError."""
    found = list(dict.fromkeys(entry[4][0] for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))
    for one in found:
        if forbidden(ip_address(one.partition("%")[0])):
            raise AddressRefused("reach_metadata", f"{host} leads to {one}")
    return found


def forbidden(address: IPv4Address | IPv6Address) -> bool:
    """Also for an IPv4 address that an IPv6 one carries."""
    carried = []
    if address.version == 6:
        carried = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        carried += [IPv4Address(int(address) & 0xFFFFFFFF) for network in CARRIERS if address in network and int(address) > 1]
    return any(one is not None and any(one.version == network.version and one in network for network in NEVER) for one in (address, *carried))


def refuse(url: str) -> None:
    """Raises AddressRefused for an address that must not be opened; a name that leads nowhere now is not one."""
    host, port = split(url)
    try:
        addresses(host, port)
    except (OSError, UnicodeError):
        return
