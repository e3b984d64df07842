# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Spam and phishing: mails that want a click, a login, money or a sale, and nothing of the programme.

Only mails whose writer is not proven to be somebody of the roster are looked at, and only several
signs together count: a stranger's real mail goes to a person rather than being lost.
"""

import re

from mailer.rules.events import Trust
from mailer.understand.clues import Clued
from mailer.understand.matter import Matter
from mailer.understand.sentences import plain

_LINK = re.compile(
    r"https?://|\bwww\.|\b(?:click|tap|press) (?:on |the )?(?:here|below|link|button)|\b(?:open|follow|use) (?:this|the) link"
)
_SIGNS = {
    "login": Clued(
        r"\b(?:verify|validate|confirm|unlock|restore|re-?activate|upgrade|update|secure|sign in to|log ?in to|keep) (?:\w+ ){0,2}?your (?:\w+ ){0,2}?(?:mailbox|account|e-?mail|password|identity|login|storage|access|credentials|wallet|portal)\b|"
        r"\byour (?:\w+ ){0,3}?(?:mailbox|account|password|storage|quota|access|wallet|e-?mail|mail)\b.{0,40}\b(?:full|expire[sd]?|expiring|suspend\w*|deactivat\w*|disabled|locked|limit\w*|delet\w*|clos(?:e|ed)|exceeded|blocked|will be lost)\b|"
        r"\b(?:unusual|suspicious) (?:sign-?in|login|activity)|\bwebmail (?:team|admin\w*|support)|\blog ?in (?:here|now|below|with (?:your |e-?mail and )?password|to (?:avoid|keep|continue))|\b(?:confirm|verify|validate) (?:the |your )?(?:identity|ownership)\b|\b(?:enter|confirm|type) your (?:\w+ )?password\b"
    ),
    "deadline": Clued(
        r"\b(?:within|in the next|in) \d+ ?(?:hours|h|days)\b|\b(?:24|48|72) ?(?:hours|h)\b|\b(?:immediately|urgent\w*|final (?:notice|warning)|last (?:notice|warning|chance)|expires? (?:today|tonight|soon)|act now|before (?:midnight|tomorrow)|failure to)\b"
    ),
    "money": Clued(
        r"\b(?:lottery|jackpot|prize|winners?|you (?:have )?won|inheritance|next of kin|beneficiary|million (?:usd|dollars|euros?|us)|bank transfer|wire transfer|western union|bitcoins?|crypto\w*|forex|investment opportunity|loan offer|gift cards?|casino|betting|compensation fund|atm card|consignment)\b"
    ),
    "sale": Clued(
        r"\b(?:seo|backlinks?|guest posts?|sponsored (?:post|article)s?|(?:first|1st) page of google|rank(?:ing)? (?:higher|on google|your)|increase (?:your )?(?:traffic|sales|followers)|web ?(?:site)? (?:design|development) services|lead generation|mobile app development|discount\w*|special offer|best price|price list|free (?:trial|quote|audit)|limited offer|buy now|order now|cheap\w*|viagra|followers|bulk (?:e-?mail|sms)|our services|we are a (?:leading )?company|catalogue|% off)\b"
    ),
    "mass": Clued(
        r"\b(?:unsubscribe|opt[ -]?out|dear (?:sir/madam|sir or madam|customer|user|webmaster|beneficiary|winner|friend in)|no longer wish to receive|do not want to hear from|if this is not (?:for|of interest)|dear (?:sir|madam) or)\b"
    ),
}
_SALES = 2
"""How many different words of a sale one needs."""


def bait(matter: Matter) -> str:
    """Return why a mail is spam or phishing, or "" for a mail that a person may read."""
    if matter.speaker and matter.verdict.trust >= Trust.AUTHENTICATED:
        return ""
    low = plain(f"{matter.message.subject}\n{matter.fresh}".replace("\n", " "))
    signs = {name for name, pattern in _SIGNS.items() if pattern.search(low)}
    link = bool(_LINK.search(low))
    if "login" in signs and link:
        return "It looks like phishing: it asks for a login"
    if matter.speaker:
        return ""
    if "money" in signs and (link or signs & {"deadline", "mass"}):
        return "It looks like a fraud about money"
    sold = len({found[0] for found in _SIGNS["sale"].finditer(low)})
    if sold > _SALES or (sold == _SALES and (link or "mass" in signs)):
        return "It looks like an advertisement"
    return ""
