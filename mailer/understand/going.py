# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Coming and going in plain words: back from a break, leaving the whole programme, all three agree.

Few mails say such things, so the trained reader has seen too few of them. Only sentences that say
it outright count here; whatever else is read as before.
"""

import re

from mailer.rules.intents import Intent
from mailer.understand.clues import Clued
from mailer.understand.found import CLEAR, Found
from mailer.understand.matter import Matter
from mailer.understand.sentences import Sentence

_BACK = Clued(
    r"\b(?:i am|i have been|now) (?:now |finally |already )?back\b|\bi (?:have |just |already )*(?:returned|came back|come back)\b|\bback (?:early|earlier|sooner|from (?:my|the) (?:break|leave|pause|absence))\b"
    r"|\b(?:estoy|ya estoy) de (?:vuelta|regreso)\b|\bhe (?:vuelto|regresado)\b|\bestou de volta\b|\bvoltei\b|\bje suis (?:de retour|revenue?)\b|\b(?:ich bin|bin) (?:wieder (?:da|zuruck|hier)|zuruck)\b|\bsono (?:tornat[oa]|di ritorno)\b|\bsaya (?:sudah |telah )?kembali\b"
)
_NOT_BACK = re.compile(
    r"\b(?:not|until|till|when|once|if|before|after|will|hasta|cuando|ate|quando|jusqu\w*|quand|bis|wenn|nicht|finche|sampai|kalau|jika)\b|\bno(?:n|t)? "
)
_LEAVES = Clued(
    r"\bi (?:\w+ ){0,5}?(?:leav(?:e|ing)|quit(?:ting)?|resign(?:ing)? (?:my (?:membership )?)?from|retir(?:e|ing) from|withdraw(?:ing)? from|end(?:ing)? my membership (?:in|of)) (?:the )?(?:whole |entire )?(?:mozilla )?(?:reps?\b|programme|program)(?! (?:team|list|group|call|meeting|council|portal|chat|room))"
    r"|\b(?:dejo|quiero dejar|abandono) (?:el programa|reps|mozilla reps)\b|\b(?:deixo|quero deixar|saio d)o? ?(?:o programa|reps|programa)\b|\bje quitte (?:le programme|reps|mozilla reps)\b|\bich verlasse (?:das programm|reps|mozilla reps)\b|\blascio (?:il programma|reps|mozilla reps)\b|\bsaya (?:keluar|mundur) dari (?:program|reps|mozilla reps)\b"
)
_STAYS = re.compile(
    r"\b(?:not|never|no|nao|pas|nicht|non|tidak|stay\w*|remain\w*|but|unless|if|thought|think|thinking|might|may|considering|whether|how|mentor (?:role|of)|break|pause|for (?:a|some|two|three|\d) )"
)
_AGREED = Clued(
    r"\b(?:(?:all|we) (?:three |all )?(?:have )?(?:agree|agreed)|(?:have|has) (?:all )?agreed|agree|all three of us)\b"
)
_NEW_MENTOR = re.compile(
    r"\b(?:new mentor|(?:becomes?|will be|is now|to be) (?:my|the|his|her|their|\w+'s) (?:new )?mentor|takes? over (?:as )?(?:the )?mentor|mentor of \w+|instead of)\b"
)


def plainly(matter: Matter) -> Found | None:
    """Return what a mail says outright of coming or going, or None."""
    away = matter.speaker is not None and matter.speaker.away_from is not None
    for place, sentence in enumerate(matter.text):
        intent = _said(sentence, away=away)
        if intent is not None:
            return Found(intent, CLEAR, _words(matter, intent, sentence), place)
    return None


def _said(sentence: Sentence, *, away: bool) -> Intent | None:
    low = sentence.low
    if sentence.asks:
        return None
    if away and _BACK.search(low) and not _NOT_BACK.search(low):
        return Intent.RETURN
    if ("rep" in low or "program" in low) and _LEAVES.search(low) and not _STAYS.search(low):
        return Intent.DEPARTURE
    if "mentor" in low and _AGREED.search(low) and _NEW_MENTOR.search(low):
        return Intent.MENTOR_CHANGE
    return None


def _words(matter: Matter, intent: Intent, sentence: Sentence) -> str:
    """Return the sentence; for a change all that is said, because it names the three."""
    if intent is Intent.MENTOR_CHANGE:
        return " ".join(each.raw.strip() for each in matter.text)[:1_000]
    return sentence.raw.strip()
