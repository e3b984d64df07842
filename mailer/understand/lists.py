# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Short mails that ask for a list: the mentors, the open assignments, who knows a subject.

Like "status" and "help" they are read as commands: the whole mail says nothing else.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from mailer.rules.fields import Fields
from mailer.rules.intents import Intent
from mailer.understand.answers import spoken
from mailer.understand.fields import writer
from mailer.understand.matter import Matter
from mailer.understand.model import Heard, Reading
from mailer.understand.sentences import Sentence, sentences

_MOST = 2
"""Sentences of such a mail, greeting and closing aside."""

_GREETING = re.compile(
    r"^(?:hi|hello|hey|hola|ola|bonjour|salut|hallo|ciao|halo|dear \w+)(?: (?:all|council|team|everyone|everybody|there))?[,!.:]? "
)
_ASKING = r"^(?:please |could you |can you |i would like (?:to see )?|send me |show me |give me |send |show |may i (?:see|have) |can i (?:see|have) )*"
_MENTORS = re.compile(
    rf"{_ASKING}(?:the |a |your )?(?:mentors|(?:full |whole |current )?list of (?:the |all |your )?(?:current )?mentors|mentors? list|who are (?:the|your) mentors|(?:la )?(?:lista de )?(?:los )?mentores|¿?quienes son (?:los )?mentores)[ .?!]*$"
)
_OPENINGS = re.compile(
    rf"{_ASKING}(?:the |a )?(?:open|openings|open (?:list|assignments)|(?:current )?list of (?:the |all )?open assignments|who (?:looks|is looking|are looking) for a mentor|who (?:needs|has no) (?:a )?mentor|(?:la )?lista (?:abierta|de espera)|¿?quien(?:es)? buscan? (?:un )?mentor)[ .?!]*$"
)
_HELP = re.compile(
    r"^(?:"
    r"(?:who|which (?:of the )?mentors?|is there (?:a|any) mentor who|is there (?:some|any)(?:body|one) who) (?:can|could|would|might) (?:help|coach|teach|support|advise|train) (?:me|us) (?:with|in|about|on) |"
    r"(?:which mentors? (?:know|knows)|who knows) about |"
    r"(?:i (?:need|want|would like|am looking for) )?(?:a )?coaching session (?:with a mentor )?(?:about|on|for|in|with) |"
    r"¿?(?:quien|que mentor) (?:me )?(?:puede|podria) ayudar(?:me)? (?:con|en) |"
    r"quem (?:me )?(?:pode|poderia) (?:me )?ajudar (?:com|em) |"
    r"qui (?:peut|pourrait) m'aider (?:avec|en|a|dans) |"
    r"chi (?:puo|potrebbe) aiutarmi (?:con|in) |"
    r"siapa (?:yang )?(?:bisa|dapat) membantu saya (?:dengan|soal|dalam|tentang) "
    r")(?P<skill>[^?.!]{3,80})[ ?.!]*$"
)
_HELP_GERMAN = re.compile(
    r"^wer (?:kann|konnte) mir (?:bei|mit|beim|zu) (?P<skill>[^?.!]{3,80}) helfen[ ?.!]*$"
)
_SPLIT = re.compile(r",| and | y | e | et | und | dan ")
_LEADING = re.compile(r"^(?:the|my|a|an|some) ")


def asked_list(text: Sequence[Sentence]) -> tuple[Intent, Fields] | None:
    """Read a mail that asks for a list; `text` are the sentences that carry what it says."""
    if not text or len(text) > _MOST:
        return None
    low = _GREETING.sub("", text[0].low, count=1)
    if len(text) == 1 and _MENTORS.match(low):
        return Intent.MENTORS, Fields()
    if len(text) == 1 and _OPENINGS.match(low):
        return Intent.OPENINGS, Fields()
    match = _HELP.match(low) or _HELP_GERMAN.match(low)
    if match is None:
        return None
    parts = (_LEADING.sub("", part.strip()) for part in _SPLIT.split(match["skill"]))
    skills = tuple(part for part in parts if part)
    return (Intent.SKILL_HELP, Fields(skills=skills)) if skills else None


def read_list(matter: Matter) -> Reading | None:
    """Read a mail, or the subject of one without words, that asks for nothing but a list."""
    text = spoken(matter) if matter.fresh.strip() else sentences(matter.message.subject)
    found = asked_list(text)
    if found is None or matter.forwarded:
        return None
    intent, fields = found
    procedure = matter.policy.procedures.get(intent, "")
    heard = Heard(intent, procedure, None, replace(fields, person=writer(matter)), text[0].raw)
    return Reading((heard,), None, (), matter.language)
