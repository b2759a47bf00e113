"""Raw affiliation strings → institution and sector. `Resolver.open().resolve("Dept. of EE, MIT, USA")`."""

from analytics.resolve.resolver import Resolution, Resolver

__all__ = ["Resolution", "Resolver"]
