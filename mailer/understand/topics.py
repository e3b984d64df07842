# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""What a mail touches upon: wider words than the cues, never enough to act.

They serve as a guard. A mail that touches upon a matter which no cue read plainly is not called
"a question" or "something other", and a second matter beside a clear one becomes a doubt.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mailer.rules.intents import Intent
from mailer.understand.cues import Role
from mailer.understand.foreign_topics import CLOSES, TOPICS_OF
from mailer.understand.intent import Found
from mailer.understand.sentences import Sentence, plain


@dataclass(frozen=True, slots=True)
class Topic:
    """`broad` words open a question; `strong` words make one even beside a clear matter."""

    intent: Intent
    broad: re.Pattern[str]
    strong: re.Pattern[str] | None = None
    roles: tuple[Role, ...] = ()
    council: bool = False


TOPICS = (
    Topic(
        Intent.RESIGNATION,
        re.compile(
            r"\b(?:resign\w*|step(?:s|ping|ped)? (?:down|aside|back|away)|quit\w*|hand(?:ing)? (?:over|back|in)|farewell|goodbye|good-bye|last day|leav(?:e|ing)\b|"
            r"successors?|replacement|tak\w+ over|giv\w+ up|stop\w*|time to go|off the|from the (?:mentors?'? )?list|retire\w*|my time as|no longer|anymore|any more|enough of|done with|bow(?:ing)? out|moving on|move on|pass(?:ing)? (?:on )?the (?:torch|baton))\b"
        ),
        re.compile(
            r"\b(?:resign\w*|step(?:ping|ped)? (?:down|aside|back|away)|quit(?:ting)?|successor|bow(?:ing)? out|hand(?:ing)? (?:over|back) my|giv(?:e|ing) up (?:my|the|mentoring)|stop(?:ping)? (?:mentoring|as|being)|my last day)\b"
        ),
        (Role.MENTOR, Role.STRANGER),
    ),
    Topic(
        Intent.MENTOR_APPLICATION,
        re.compile(
            r"\b(?:(?:be|become|becoming|being|as|for) (?:an? |one |your )?(?:\w+ )?mentors?|mentor (?:others|people|new|someone|somebody|myself)|mentees|apply\w*|application|candida\w*|the other side|guide (?:new|others)|give back|pass (?:it )?on what|step up|join\w*|volunteer\w*|interested)\b"
        ),
        re.compile(
            r"\b(?:(?:be|become|becoming) (?:an? |one |your )?(?:\w+ )?mentor|mentor others|ready for mentees|apply (?:as|to|for)|my application)\b"
        ),
        (Role.REP, Role.STRANGER),
    ),
    Topic(
        Intent.COURSE_COMPLETION,
        re.compile(r"\b(?:coaching|teachable|certificate|course|training|modules?|quiz|diploma)\b"),
        re.compile(
            r"\b(?:finish\w*|complet\w*|pass(?:ed)?|did|done|certificate|went through|survived|graduat\w*|took|behind me|over|ticked|last)\b.*\b(?:coaching|teachable|course|training|modules?|lessons?|quiz)\b|"
            r"\b(?:coaching|teachable|course|training|modules?|lessons?|quiz)\b.*\b(?:finish\w*|complet\w*|pass(?:ed)?|did|done|certificate|behind me|over|through)\b"
        ),
    ),
    Topic(
        Intent.MENTOR_REQUEST,
        re.compile(r"\b(?:mentor|guidance|somebody to guide|someone to guide)\b"),
        re.compile(
            r"\b(?:need|want|get|find|have|assign\w*|without|looking for|no) (?:me )?(?:to )?(?:an? |any )?mentor\b"
        ),
        (Role.REP, Role.STRANGER),
    ),
    Topic(
        Intent.MENTOR_CHANGE,
        re.compile(
            r"\b(?:mentor|not answer\w*|no answer|silen\w+|inactive|unreachable|disappear\w*)\b"
        ),
        re.compile(
            r"\b(?:(?:another|different|new|other) mentor|my mentor\b.*\b(?:silen\w*|answer\w*|repl\w*|gone|inactive|left|busy|never)|(?:change|switch|replace|swap)\w* (?:my |mine\b)(?:own )?(?:mentor)?)"
        ),
        (Role.REP, Role.STRANGER),
    ),
    Topic(
        Intent.MENTEE_ACCEPTANCE,
        re.compile(
            r"\b(?:open list|open assignments?|take (?:him|her|them|on|one|in|care)|mentees?|newcomers?|new reps?|room for|space for|a free (?:place|slot|seat)|orphan\w*|waiting)\b"
        ),
        re.compile(
            r"\b(?:i|we) (?:\w+ ){0,4}(?:take|adopt|welcome|mentor) (?:him|her|them|one|another|someone|somebody|anyone|anybody|a mentee)\b|\broom for\b|\b(?:from|on|off|in) (?:the|your|ur) (?:\w+ )?list\b|\b(?:waiting|open) list\b"
        ),
        (Role.MENTOR,),
    ),
    Topic(
        Intent.RENEWAL,
        re.compile(
            r"\b(?:another year|extend\w*|renew\w*|year is (?:over|up)|anniversary|second year|one more year|next year|go on|going on|continue\w*|keep going|carry on|our year|twelve months|12 months)\b"
        ),
        re.compile(
            r"\b(?:another year|one more year|second year|extend|renew|our year (?:is|was|ends)|end (?:it|our|the (?:pair|mentorship)))\b"
        ),
        (Role.REP, Role.MENTOR),
    ),
    Topic(
        Intent.MEETING_REPORT,
        re.compile(
            r"\b(?:met|meet|meeting|meetings|call|session|hangout|coffee|talked|spoke|sat down|jitsi|zoom)\b"
        ),
        re.compile(
            r"\b(?:met|talked|spoke|sat(?: down)?|meeting|session|call|talk)(?: \w+){0,3} with my (?:mentor|mentee)\b|\bmet my (?:mentor|mentee)\b|"
            r"\b(?:our|my|the) (?:\w+ )?(?:coaching|mentoring|mentorship|yearly|annual|monthly) (?:meeting|session|call|talk) (?:took place|was|went|happened|is done)\b"
        ),
        (Role.REP, Role.MENTOR),
    ),
    Topic(
        Intent.FEEDBACK,
        re.compile(
            r"\b(?:feedback|rat(?:e|ing)|out of (?:5|10|five|ten)|strengths?|weak\w*|assessment|evaluat\w+|stars?|grade|points)\b|\d ?/ ?(?:5|10)\b"
        ),
        re.compile(
            r"\b(?:(?:my )?feedback (?:on|for|about)|(?:\d|one|two|three|four|five|nine|ten|eight) (?:out )?of (?:5|10|five|ten)|rating|weakness\w*)\b|\d ?/ ?(?:5|10)\b"
        ),
        (Role.REP, Role.MENTOR),
    ),
    Topic(
        Intent.LEAVE_OF_ABSENCE,
        re.compile(
            r"\b(?:away|leave|vacation|holidays?|break|sabbatical|absen\w+|offline|be back|maternity|paternity|parental|pause|unavailable|unreachable|travel\w*|exams?)\b"
        ),
        re.compile(
            r"\b(?:i (?:am|will be|shall be|have to be) (?:away|offline|absent|unavailable|on leave)|(?:take|taking|need|on) (?:a |my )?(?:\w+ )?(?:leave|break|sabbatical|pause)|(?:maternity|paternity|parental) leave)\b"
        ),
    ),
    Topic(
        Intent.ANNOUNCEMENT,
        re.compile(
            r"\b(?:mentors|announc\w*|pass (?:this |it )?on|spread|news|everyone|everybody|circulat\w*|distribut\w*)\b"
        ),
        re.compile(r"\b(?:announc\w+|(?:pass|send|forward|tell|let|inform)\b.{0,40}\bmentors)\b"),
        council=True,
    ),
    Topic(
        Intent.STATUS_QUESTION,
        re.compile(
            r"\b(?:status|heard (?:nothing|back)|any news|still waiting|waiting|how far|did (?:you|it|my)|has (?:my|it|anything)|have you|received|reached you|arrived?|weeks ago|months ago)\b"
        ),
        re.compile(
            r"\b(?:status of|how far are you|did (?:anyone|you) (?:even )?(?:look|see|decide)|have (?:you|ye|youse) found|heard (?:nothing|back)|any news|still waiting|how far|did you (?:get|receive)|has my|reached you|get lost|got lost)\b"
        ),
    ),
    Topic(
        Intent.DATA_REQUEST,
        re.compile(r"\b(?:data|gdpr|privacy|delet\w+|eras\w+|personal)\b"),
        re.compile(
            r"\b(?:my (?:personal )?(?:data|info|information)|gdpr|about me|data protection|(?:wipe|delete|erase|remove) (?:all )?my|a copy of (?:everything|all))\b"
        ),
    ),
    Topic(
        Intent.DECISION,
        re.compile(
            r"\b(?:approv\w+|declin\w+|reject\w*|accept\w*|agree\w*|yes|no|in favou?r|vote\w*|object\w*|fine with|ok|okay)\b"
        ),
        None,
        council=True,
    ),
)
_DENIES = re.compile(
    r"\bnot (?:\w+ ){0,2}(?:resign|step|quit|leav|stop)\w*|\b(?:just asking|only asking|a question|questions|wonder\w*|would like to know)\b"
)
_LONGEST_QUESTION = 90
"""Words of a mail up to which it may be a question and nothing else."""

_NOT_NOW = re.compile(
    r"\b(?:not|never|no|will|plan\w*|soon|next|later|would|could|when i|once i|before i|if|hope|going to|as soon as|until|tomorrow|want\w*|start\w*|said|asked|colleague|friend|he|she|they|who|job|newspaper|company|employer|board|club|choir|committee|university)\b"
)
_OPENS_OR_CLOSES = re.compile(
    r"\b(?:what (?:is|are|comes|happens|should i do|do i do|must i do|else|would be) (?:the )?(?:next|now|then|missing|i|you|do|need)\w*|next steps?|how (?:do|should|can) (?:i|we) (?:proceed|go on|continue)|is (?:that|this|it) (?:ok|okay|fine|possible|enough|all right)|"
    r"(?:could|can|would) you (?:please )?(?:confirm|help|let me know|tell me (?:what|if)|assign|find|give|take|pass|send|match)|do you need|shall i|should i (?:send|do|write|also)|anything else|may i|can i (?:become|apply|be)|how (?:can|do) i (?:become|apply)|right|okay|what do you (?:think|say)|any (?:idea|chance)|who (?:could|can|will)|how are you)\b"
)


def touched(
    text: tuple[Sentence, ...], role: Role, *, council: bool, strong: bool = False
) -> Iterator[Found]:
    """Give what the sentences touch upon, each intent once, as candidates without force."""
    whole = "\n".join(sentence.low for sentence in text)
    live = [
        (topic.intent, pattern)
        for topic in TOPICS
        if (pattern := topic.strong if strong else topic.broad)
        and (not topic.roles or role in topic.roles)
        and (council or not topic.council)
        and pattern.search(whole)
    ]
    seen: set[Intent] = set()
    for place, sentence in enumerate(text) if live else ():
        for intent, pattern in live:
            if intent not in seen and pattern.search(sentence.low):
                seen.add(intent)
                yield Found(intent, 0.3, sentence.raw, place, "touched upon")


def touched_abroad(text: tuple[Sentence, ...], role: Role, language: str) -> Iterator[Found]:
    """Give what sentences in another language than English touch upon."""
    seen: set[Intent] = set()
    for place, sentence in enumerate(text):
        for intent, pattern in TOPICS_OF.get(language, ()):
            fits = intent not in seen and (intent is not Intent.RESIGNATION or role is not Role.REP)
            if fits and pattern.search(sentence.low):
                seen.add(intent)
                yield Found(intent, 0.3, sentence.raw, place, "touched upon")


def beside_abroad(
    text: tuple[Sentence, ...], said: tuple[Found, ...], role: Role, language: str
) -> tuple[str, ...]:
    """Return doubts for what a mail in another language holds beside its clear matter."""
    intents = {one.intent for one in said}
    places = {one.at for one in said}
    allowed = intents | {other for one in intents for other in _NEAR_ABROAD.get(one, ())}
    found = [
        f"It may also be about: {one.intent.value.replace('_', ' ')} (“{one.words[:80]}”)"
        for one in touched_abroad(text, role, language)
        if one.intent not in allowed and (one.at not in places or one.intent in _MAIN)
    ]
    closes = CLOSES.get(language)
    asked = [
        s
        for place, s in enumerate(text)
        if s.asks and place not in places and not (closes and closes.search(s.low))
    ]
    return (*found, *(f"A question stands beside it: “{s.raw[:80]}”" for s in asked[:1]))


_MAIN = (Intent.COURSE_COMPLETION,)
_NEAR_ABROAD = {
    Intent.RESIGNATION: (
        Intent.MENTEE_ACCEPTANCE,
        Intent.MENTOR_APPLICATION,
        Intent.COURSE_COMPLETION,
    ),
    Intent.MEETING_REPORT: (Intent.COURSE_COMPLETION,),
    Intent.STATUS_QUESTION: (Intent.MENTOR_APPLICATION, Intent.COURSE_COMPLETION),
    Intent.GENERAL_QUESTION: (Intent.MENTOR_APPLICATION, Intent.COURSE_COMPLETION),
    Intent.MENTOR_APPLICATION: (Intent.MENTEE_ACCEPTANCE,),
}


def beside(
    text: tuple[Sentence, ...], said: tuple[Found, ...], role: Role, *, council: bool
) -> tuple[str, ...]:
    """Return doubts for what stands beside the clear matter and was not read."""
    places = {one.at for one in said}
    intents = {one.intent for one in said}
    rest = tuple(s for place, s in enumerate(text) if place not in places)
    allowed = intents | {other for other, near in _NEAR.items() if intents & near}
    found = [
        f"It may also be about: {one.intent.value.replace('_', ' ')} (“{one.words[:80]}”)"
        for one in touched(rest, role, council=council, strong=True)
        if one.intent not in allowed
        and not (one.intent in _PUT_OFF and _NOT_NOW.search(plain(one.words)))
        and not _GIVEN_UP.search(plain(one.words))
    ]
    asked = [s for s in rest if s.asks and not _OPENS_OR_CLOSES.search(s.low)]
    if asked and not intents & {
        Intent.GENERAL_QUESTION,
        Intent.STATUS_QUESTION,
        Intent.MENTOR_CHANGE,
    }:
        found.append(f"A question stands beside it: “{asked[0].raw[:80]}”")
    return tuple(found)


_PUT_OFF = (Intent.RESIGNATION, Intent.MENTOR_APPLICATION, Intent.COURSE_COMPLETION)
"""Matters of which people speak long before and after they do them."""

_GIVEN_UP = re.compile(
    r"\b(?:had (?:planned|thought|wanted|meant|intended)|not a (?:pause|break))\b"
)
_NEAR = {
    Intent.MENTOR_REQUEST: {
        Intent.RESIGNATION,
        Intent.MENTOR_CHANGE,
        Intent.MENTOR_APPLICATION,
        Intent.STATUS_QUESTION,
    },
    Intent.MENTOR_CHANGE: {Intent.MENTOR_REQUEST},
    Intent.MENTEE_ACCEPTANCE: {
        Intent.MENTOR_APPLICATION,
        Intent.RESIGNATION,
        Intent.LEAVE_OF_ABSENCE,
    },
    Intent.ANNOUNCEMENT: {Intent.DECISION},
}
_ASKS_PLAINLY = re.compile(
    r"\b(?:how|what|where|which|who|when|why|is there|are there|does|do (?:mentors|mentees|reps|we|i|you)|can (?:an?|i|we|you|mentors|reps)|may|could|would|is it|is the|are (?:the|we|mentors|reps))\b"
)


_COURTESY = re.compile(
    r"\b(?:how are you|how is everybody|how have you been|right\?|isn't it|what do you think of the weather|ok\?|como estan|tudo bem|wie geht|come state|apa kabar|comment allez|ca va)\b"
)
_OF_PROCEDURE = re.compile(
    r"\b(?:mentors?|mentees?|mentoring|coaching|teachable|course|training|certificate|commitment|rules?|year|meetings?|handbook)\b"
)
_ASKED_WITH = {Intent.MENTOR_APPLICATION, Intent.COURSE_COMPLETION, Intent.MENTOR_REQUEST}
_ASKS_FOR_A_DEED = re.compile(
    r"\b(?:could|can|would|will) (?:you|ye|someone|somebody|anyone) (?!(?:please |kindly |perhaps )?(?:tell|explain|clarify|say|let me know|help me understand|confirm))|\bfor me\b|\bi (?:ever )?get\b|\bdo i sign\b|\bform do i\b"
)


def asks(sentence: Sentence) -> bool:
    """Tell whether a sentence asks for knowledge, rather than for a deed or out of courtesy."""
    return (
        sentence.asks
        and not _COURTESY.search(sentence.low)
        and bool(_ASKS_PLAINLY.search(sentence.low))
        and not _ASKS_FOR_A_DEED.search(sentence.low)
    )


def asked_beside(text: tuple[Sentence, ...], said: tuple[Found, ...]) -> tuple[Found, ...]:
    """Return the question on the programme that stands beside a request of a rep, if any does."""
    places = {one.at for one in said}
    if not {one.intent for one in said} <= _ASKED_WITH:
        return ()
    for place, sentence in enumerate(text):
        if place not in places and asks(sentence) and not _OPENS_OR_CLOSES.search(sentence.low):
            if not _OF_PROCEDURE.search(sentence.low):
                return ()
            return (Found(Intent.GENERAL_QUESTION, 0.8, sentence.raw, place),)
    return ()


def only_asks(text: tuple[Sentence, ...], role: Role, *, council: bool) -> bool:
    """Tell whether the mail asks and nothing else: what it touches upon stands in its questions."""
    asking = [s for s in text if asks(s)]
    rest = tuple(s for s in text if not s.asks and not _DENIES.search(s.low))
    words = sum(len(s.low.split()) for s in text)
    return (
        words <= _LONGEST_QUESTION
        and bool(asking)
        and not any(touched(rest, role, council=council))
    )
