"""The commands we send for a selected folder: what is in it, its bytes, and moving mails away."""

from collections.abc import Iterator, Mapping, Sequence

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from mailer.receive import fetched
from mailer.receive.fetched import Part, Shape

SEARCH_LIMIT = 50_000  # UIDs in one answer: imaplib refuses lines over a million bytes.
HEADER_LIMIT = 256 * 1024  # Bytes kept of the header of a mail that is too large.
MOVE_LIMIT = 500  # UIDs in one command, to keep its line short.


def all_uids(client: IMAPClient, exists: int) -> list[int]:
    """Return every UID in the folder, which held `exists` mails when it was selected."""
    if exists <= SEARCH_LIMIT:
        return [int(uid) for uid in client.search("ALL")]
    found: list[int] = []
    for first in range(1, exists + 1, SEARCH_LIMIT):
        last = first + SEARCH_LIMIT - 1
        found += client.search(f"{first}:{last if last < exists else '*'}")
    return found


def uids_after(client: IMAPClient, last: int) -> tuple[list[int], bool]:
    """Return the UIDs above `last`, and whether more was announced while we asked.

    `n:*` always names the last mail, even when it lies below n.
    """
    client._imap.response("EXISTS")  # noqa: SLF001 - forgets what was announced before.
    found = [int(uid) for uid in client.search(["UID", f"{last + 1}:*"]) if uid > last]
    _code, announced = client._imap.response("EXISTS")  # noqa: SLF001
    return found, bool(announced and announced[0])


def shapes(client: IMAPClient, uids: Sequence[int]) -> dict[int, Shape]:
    """Return the shape of each mail that is still there."""
    return fetched.shapes(_fetch(client, uids, "RFC822.SIZE INTERNALDATE"), set(uids))


def bodies(client: IMAPClient, uids: Sequence[int]) -> dict[int, bytes]:
    r"""Return the bytes of each mail that is still there, without setting \Seen."""
    return fetched.bodies(_fetch(client, uids, "BODY.PEEK[]"), set(uids))


def headers(client: IMAPClient, uids: Sequence[int]) -> dict[int, bytes]:
    """Return the first `HEADER_LIMIT` bytes of each header."""
    item = f"BODY.PEEK[HEADER]<0.{HEADER_LIMIT}>"
    return fetched.bodies(_fetch(client, uids, item), set(uids))


def _fetch(client: IMAPClient, uids: Sequence[int], items: str) -> list[Part]:
    if not uids:
        return []
    numbers = ",".join(map(str, uids))
    status, parts = client._imap.uid("FETCH", numbers, f"({items})")  # noqa: SLF001 - see `fetched`.
    if status != "OK":
        raise IMAPClientError(f"FETCH failed: {parts}")
    return list(parts)


def batches(sizes: Mapping[int, int], count: int, volume: int) -> Iterator[list[int]]:
    """Cut mails, given as UID to bytes, into batches of at most `count` mails and `volume` bytes.

    The order is kept. A mail larger than `volume` comes alone.
    """
    batch: list[int] = []
    total = 0
    for uid, size in sizes.items():
        if batch and (len(batch) >= count or total + size > volume):
            yield batch
            batch, total = [], 0
        batch.append(uid)
        total += size
    if batch:
        yield batch


def can_move(client: IMAPClient) -> bool:
    """Tell whether single mails can be taken out of a folder."""
    return bool(client.has_capability("MOVE") or client.has_capability("UIDPLUS"))


def move(client: IMAPClient, uids: Sequence[int], folder: str) -> None:
    r"""Move mails to a folder, which is made when it is missing.

    Without MOVE: COPY, \Deleted and UID EXPUNGE. Never a plain EXPUNGE, which would take mails
    that a person marked.
    """
    for start in range(0, len(uids), MOVE_LIMIT):
        part = uids[start : start + MOVE_LIMIT]
        try:
            _move(client, part, folder)
        except IMAPClientAbortError:
            raise
        except IMAPClientError:
            if client.folder_exists(folder):
                raise
            client.create_folder(folder)
            _move(client, part, folder)


def _move(client: IMAPClient, uids: Sequence[int], folder: str) -> None:
    if client.has_capability("MOVE"):
        client.move(uids, folder)
        return
    client.copy(uids, folder)
    client.add_flags(uids, [b"\\Deleted"], silent=True)
    client.uid_expunge(uids)
