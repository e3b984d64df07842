"""Failures of delivery in the words of servers without RFC 3464: flufl.bounce knows their forms."""

import email


def failed_recipients(data: bytes) -> tuple[str, ...]:
    """Return the addresses that a mail system's notice says are refused for good, in order.

    Only what flufl.bounce calls permanent; whatever it cannot read gives no address.
    """
    # It takes a tenth of a second to load, and few mails are notices of old servers.
    from flufl.bounce import all_failures  # noqa: PLC0415 - as said above

    try:
        _, permanent = all_failures(email.message_from_bytes(data))
    except Exception:  # noqa: BLE001 - a reader of any form of notice meets any form of input
        return ()
    found = (one.decode("ascii", "replace").strip().lower() for one in permanent)
    return tuple(sorted(address for address in found if "@" in address))
