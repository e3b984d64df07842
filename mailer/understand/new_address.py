# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""A further address of the writer: "please add ana@new.example", or a mail from there that says so.

Few mails say such things, so the trained reader has not seen them. Only sentences that say it
outright count. Nothing rests on the reading: the address on file is asked (mail.md 3.3, 16).
"""

import re

from mailer.rules.fields import Fields, Named
from mailer.rules.intents import Intent
from mailer.rules.roster import Roster
from mailer.understand.found import CLEAR, Found
from mailer.understand.matter import Matter
from mailer.understand.people import who

_MAILBOX = r"(?:e-?mail[- ]?addresse?s?|mail[- ]?adresse?n?|e-?mails?|mailbox|address(?:es)?|adresses?|adresse[n]?|direccion(?:es)?|correos?|enderecos?|courriels?|indirizz[oi]|alamat|surel)"
_NEW = r"(?:new|other|second|another|additional|different|changed?|add(?:ed|itional)?|use|using|switch(?:ed|ing)?|replace|update|nuev[oa]|otr[oa]|cambi\w*|anad\w+|agreg\w+|us[eao]r?|nov[oa]|outr[oa]|mud\w+|adicion\w+|nouvel(?:le)?|autre|chang\w+|ajout\w+|utilis\w+|neue?[nrs]?|andere\w*|geandert|zweite\w*|hinzu\w*|benutz\w*|verwend\w*|aggiung\w+|nuov[oa]|altr[oa]|baru|lain|tambah\w*|ganti|pakai|gunakan)"
_SAYS = re.compile(rf"\b{_NEW}\b.{{0,80}}\b{_MAILBOX}\b|\b{_MAILBOX}\b.{{0,80}}\b{_NEW}\b")
_OWN = re.compile(
    r"\b(?:i|my|me|mine|mi|mis|mio|yo|meu|minha|eu|mon|ma|mes|je|meine?\w*|ich|mich|mia|saya|this|from now on|este|esta|cette|diese\w?|questo|ini)\b"
)
_NOT = re.compile(
    r"\b(?:not|no longer wants?|never|his|her|their|sein\w*|ihre?\w*|su|seu|sua|son|leur|suo)\b"
)
_FIRST = re.compile(
    r"\b(?:instead|from now on|replace\w*|changed?|no longer|any more|anymore|switch\w*|update|en vez|en lugar|a partir|cambi\w*|em vez|mud\w+|desormais|a la place|au lieu|chang\w+|statt\w*|ab (?:jetzt|sofort)|kunftig|geandert|invece|d'ora in poi|mulai sekarang|ganti)\b"
)
_ADDRESS = re.compile(
    r"[a-z0-9._%+'-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}", re.IGNORECASE
)


def new_address(matter: Matter) -> tuple[Found, Fields] | None:
    """Return the sentence that asks for a further address of its writer, with its facts."""
    wanted = None if matter.forwarded else _wanted(matter)
    if wanted is None:
        return None
    first = any(_FIRST.search(sentence.low) for sentence in matter.text)
    fields = Fields(about=wanted, request="first" if first else "add")
    for place, sentence in enumerate(matter.text):
        own = _OWN.search(sentence.low) and not _NOT.search(sentence.low)
        if own and _SAYS.search(sentence.low):
            return Found(Intent.ADDRESS, CLEAR, sentence.raw.strip(), place), fields
    return None


def _wanted(matter: Matter) -> Named | None:
    """Return the new address and its owner; a stranger's is their own, for whom they name.

    A member names one address that is not the one they write from, and nobody else's; a stranger
    an address on file, or bears the name of one person.
    """
    sender, roster = matter.message.sender, matter.roster
    if sender is None:
        return None
    found = _ADDRESS.findall(matter.fresh) if "@" in matter.fresh else ()
    written = dict.fromkeys(one.lower().rstrip(".'-") for one in found)
    if matter.speaker is not None:
        others = [one for one in written if one not in (sender.email, matter.speaker.address)]
        return Named(email=others[0], person=matter.speaker.id) if len(others) == 1 else None
    named = {person.id for one in written if (person := roster.at(one)) is not None}
    if not named:
        named = set(filter(None, (_bearing(sender.name, roster),)))
    return Named(email=sender.email, person=named.pop()) if len(named) == 1 else None


def _bearing(name: str, roster: Roster) -> str | None:
    match = who(Named(name), roster)
    return None if match.near else match.person
