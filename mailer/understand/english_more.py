# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""English cues for the other things that people write, and the words that void a cue."""

from mailer.rules.intents import Intent
from mailer.understand.cues import Cue, Lexicon, Role, cue, pattern
from mailer.understand.english import APPLICATION, COMPLETION, RESIGNATION
from mailer.understand.english_applying import APPLYING
from mailer.understand.english_course import COURSE
from mailer.understand.english_leaving import LEAVING
from mailer.understand.english_matters import MATTERS
from mailer.understand.english_pairs import PAIRS
from mailer.understand.english_sayings import SAYINGS

_WHO = r"(?:(?!\b(?:not|never|no)\b)[\w'-]+ ){0,4}?"

_MENTORING: tuple[Cue, ...] = (
    cue(
        Intent.MENTOR_CHANGE,
        r"\b(?P<v>(?:another|a different|a new|other|different|new) mentor\b|(?:change|switch|replace|swap)(?: of| my| the| from my)* (?:current |present )?mentors?\b"
        r"|(?:change|switch|move) (?:to (?:a|another) )?(?:new |different |other )?mentor\b|somebody else as (?:my )?mentor|someone else as (?:my )?mentor|reassign(?:ed)? (?:me )?to)",
        "mentor reassign",
        0.85,
        roles=(Role.REP, Role.STRANGER, Role.MENTOR),
        question=True,
    ),
    cue(
        Intent.MENTOR_CHANGE,
        r"\b(?P<v>my mentor,?(?: [\w'.-]+,?){0,5}? (?:(?:is|has been|seems|has|have|went|stopped|does|do|did|who|never|been|become|completely|totally|to be|not|no longer|appears|simply|just) )*"
        r"(?:inactive|silent|unresponsive|unreachable|gone|quiet|disappeared|vanished|answer(?:ed|ing)?|repl(?:y|ied|ying)|respond(?:ed|ing)?|react(?:ed|ing)?|reachable|written|moved on|left))\b",
        "mentor",
        0.85,
        roles=(Role.REP, Role.STRANGER),
        question=True,
        own=True,
    ),
    cue(
        Intent.MENTOR_CHANGE,
        r"\b(?P<v>(?:not heard(?: anything| back)?|never heard(?: back)?|heard nothing|no (?:answer|reply|response|word|sign of life)|not (?:had|got|gotten|received) (?:an? |any )?(?:answer|reply|response|word)|without (?:an? )?(?:answer|reply)|nothing) (?:from|by|of) (?:my mentor|him|her)\b)",
        "heard answer reply response nothing",
        0.85,
        roles=(Role.REP,),
        question=True,
        own=True,
    ),
    cue(
        Intent.MENTOR_REQUEST,
        r"\b(?:i|we) (?:(?:would|do|really|also|am|still|now|currently|badly|urgently|hereby|kindly|just|want to|wish to|like to|have been|been|to) )*"
        r"(?P<v>(?:need|want|like|look(?:ing)? for|search(?:ing)? for|request(?:ing)?|ask(?:ing)? (?:you )?for|seek(?:ing)?|get|have|find|wait(?:ing)? for|apply(?:ing)? for|be (?:given|assigned|matched with|paired with)|hoping for|hope for) (?:to (?:have|get|find|ask for|request|be (?:given|assigned|matched with|paired with)) )?(?:an? |my |some |the help of a )?(?:(?:new|first|own|good|suitable|patient) )?mentor\b)(?! (?:role|position|application|certificate|training|badge|group|list))",
        "mentor",
        0.9,
        roles=(Role.REP, Role.STRANGER),
        question=True,
    ),
    cue(
        Intent.MENTOR_REQUEST,
        r"\b(?P<v>(?:could|can|would|will|may|might) (?:you|i|someone|somebody|the council) (?:please |kindly |perhaps )?(?:assign|find|give|get|have|suggest|recommend|match|pair|point)(?: me)?(?: to| with| up with)* (?:an? |my )?(?:(?:first|own|suitable|good) )?mentor\b|"
        r"(?:please )(?:assign|find|give|get|match|pair)(?: me)?(?: to| with)* an? (?:(?:first|own|suitable|good) )?mentor\b|i (?:still |currently )?(?:have no|do not have an?|am without an?|do not (?:yet )?have any) mentor\b|mentor (?:request|wanted)\b)",
        "mentor",
        0.9,
        roles=(Role.REP, Role.STRANGER),
        question=True,
        own=True,
    ),
    cue(
        Intent.MENTEE_ACCEPTANCE,
        r"\bi (?:(?:can|will|would|could|am|do|also|gladly|happily|be|love to|like to|happy to|glad to|willing to|ready to|want to|offer to|able to|pleased to|accept to|agree to|really|now|still|therefore|to|hereby|,) )*"
        r"(?P<v>(?:take|accept|adopt|welcome|mentor|take on|take over|have room for|have space for|have a place for|coach|look after|be (?:the )?mentor (?:of|for|to)|become (?:the )?mentor (?:of|for))) (?:in |on |care of )?(?!.{0,12}\b(?:break|rest|pause|holidays?|days?|leave|part|over as|note|course|time|training)\b)(?P<whom>\w+)",
        "take accept adopt welcome mentor room space place coach look",
        0.85,
        roles=(Role.MENTOR,),
        question=True,
    ),
    cue(
        Intent.MENTEE_ACCEPTANCE,
        r"\b(?P<v>i (?:have|got|still have) (?:(?:room|space|time|capacity|a free (?:place|slot|seat)|one place|a place|free places|places?|two places) (?:free |left |open )?)for |(?:ready|available|open|happy) (?:for|to take(?: on)?) (?:(?:a|an|one|two|more|new|another|my|next|some|any) )*mentees?\b|send me (?:(?:a|one|another|new|the next) )*mentee)",
        "mentee room space time capacity free place",
        0.85,
        roles=(Role.MENTOR,),
        question=True,
    ),
)
_PAIR: tuple[Cue, ...] = (
    cue(
        Intent.RENEWAL,
        r"\b(?:i|we|[a-z]+ and (?:i|me)|both of us|let us|please) (?:(?:would|both|will|want|wish|agreed?|have|decided|like|love|happy|glad|are|am|all|to|hereby|that|be|please|also|do|really|gladly|us) )*"
        r"(?P<v>(?:extend|renew|prolong|continue|carry on|go on|keep (?:going|on)|stay together|go for)(?:ing)?)\b[^.]{0,60}\b(?:another|one more|second|next|more|extra|further|third|the) (?:\w+ )?(?:year|term|mentorship|commitment|together)",
        "extend renew prolong continu carry go keep stay",
        0.9,
    ),
    cue(
        Intent.RENEWAL,
        r"\b(?P<v>(?:extend|renew|prolong|continue|end|close|finish|conclude|stop)(?:ing)?) (?:(?:our|the|this|my) )(?:\w+ )?(?:mentorship|mentoring relationship|pair|pairing|commitment|relationship|collaboration)\b",
        "mentorship relationship pair commitment collaboration",
        0.8,
    ),
    cue(
        Intent.MEETING_REPORT,
        r"\b(?:i|we|[a-z]+ and (?:i|me)) (?:(?:have|had|just|finally|both|today|yesterday|also|all|already|then) )*"
        r"(?P<v>met|had (?:our|my|a|an|the)(?: \w+){0,4} (?:meeting|call|session|talk|conversation|chat|hangout)|held (?:our|my|a|the)(?: \w+){0,4} (?:meeting|call|session)|talked|spoke|sat down|sat together)\b(?! up with)(?! all (?:the|my))",
        "met meeting call session talk conversation chat spoke sat hangout",
        0.85,
    ),
    cue(
        Intent.MEETING_REPORT,
        r"\b(?:our|the|my)(?: \w+){0,3} (?:coaching|mentoring|yearly|annual|mentor|first|second|monthly|quarterly) (?:meeting|call|session|talk) (?:with [\w ]{1,30})?(?P<v>took place|was (?:held|on)|happened|went|has taken place|is done)",
        "meeting call session talk",
        0.85,
    ),
    cue(
        Intent.FEEDBACK,
        r"\b(?P<v>(?:\d(?:[.,]\d)?|ten|five|four|three|two|one|eight|nine|seven|six) (?:out of|of|/) ?(?:5|10|five|ten)\b|\d ?/ ?(?:5|10)\b|\d stars?\b|i (?:would )?(?:rate|give) (?:him|her|my mentor|my mentee|[a-z]+) (?:an? )?\w+)",
        "out / of rate give star",
        0.6,
    ),
    cue(
        Intent.FEEDBACK,
        r"\b(?P<v>(?:my |some |the |yearly |annual |here is (?:my |some )?|short )?(?:feedback|assessment|evaluation|review) (?:on|about|for|of) (?:my (?:mentor|mentee)|[a-z]+)|(?:her|his|their|my mentor's|my mentee's) (?:main |biggest |only )?(?:strengths?|weakness(?:es)?))",
        "feedback assessment evaluation review strength weakness",
        0.8,
    ),
    cue(
        Intent.LEAVE_OF_ABSENCE,
        r"\b(?:i|my) (?:(?:am|will|would|have|shall|need|want|like|be|to|going|must|also|plan|hereby|request|ask|for|taking|take|can|a|an) )*"
        r"(?P<v>away\b|on (?:\w+ )?(?:leave|holidays?|vacation|break|sabbatical)|absent|offline|unavailable|not be (?:available|reachable|around|able to)|out of (?:the )?(?:office|country|town)|travelling|traveling|(?:a |my )?(?:\w+ )?(?:break|leave of absence|time off|sabbatical|pause|(?<=\bon )leave|(?<=\ba )leave|(?<=\bmy )leave|(?<=\bsick )leave|(?<=ental )leave|(?<=nity )leave)\b(?! (?:the|my|as|reps|this|it))|pause my|pausing|stepping back for)",
        "away leave holiday vacation break sabbatical absent offline unavailable available reachable around out travel time pause paus back",
        0.8,
        own=True,
    ),
)
_COUNCIL: tuple[Cue, ...] = (
    cue(
        Intent.ANNOUNCEMENT,
        r"\b(?P<v>(?:please |kindly |could you )?(?:pass|forward|announce|tell|share|send|spread|distribute|relay|let|inform|circulate|broadcast|communicate|get)\b[^.]{0,60}\b(?:to )?(?:all |every |the |our )+mentors?\b|announcement (?:for|to) (?:all |the )*mentors|dear mentors)",
        "mentors mentor",
        0.85,
        question=True,
    ),
    cue(
        Intent.STATUS_QUESTION,
        r"(?P<v>\b(?:have|did) you (?:ever |already )?(?:receive|get|got|see|look at|process|decide on)d? my (?:application|request|candidacy|certificate)|\b(?:status|state|progress|news|update|any progress) (?:of|on|about|with|regarding|for) (?:my|the|our) (?:\w+ ){0,2}(?:application|assignment|request|certificate|onboarding|mail|case|candidacy)|"
        r"\b(?:how far|what happened|where (?:does|is)|has anything happened|what (?:is|has) (?:become|going on)|how is|when will)\b[^.]{0,50}\b(?:application|assignment|request|candidacy|onboarding)|"
        r"\bmy (?:application|request|assignment|candidacy)\b[^.]{0,60}\b(?:been (?:received|processed|decided|reviewed|approved|accepted|looked at)|arrive[d]?|received|stand|stands|still (?:pending|open|waiting)|get lost|got lost|lost)|"
        r"\bi (?:applied|asked|sent|wrote|submitted|handed in)\b[^.]{0,80}\b(?:(?:and )?(?:have )?(?:heard nothing|not heard|no (?:answer|reply|news|response)|nothing (?:since|happened)|still wait)))",
        "application assignment request candidacy onboarding status news update heard answer reply waiting nothing case certificate",
        0.85,
        question=True,
        own=True,
    ),
    cue(
        Intent.DATA_REQUEST,
        r"(?P<v>\b(?:copy|export|extract|overview|download|list|send|give|provide|tell|get|access)\b[^.?]{0,50}\b(?:my|personal|about me|of mine|hold|stored?)\b[^.?]{0,25}\b(?:data|information|records|everything|details|me)\b|\b(?:copy|export|extract) of (?:all |the )*(?:my |personal )?data\b|\b(?:all|what|which)(?: the)?(?: personal)? (?:data|information) (?:that )?(?:you|is|the council|do you) (?:hold|have|keep|store|stored)[^.?]*\b(?:me|my)\b)",
        "data information record",
        0.85,
        question=True,
    ),
    cue(
        Intent.DATA_REQUEST,
        r"(?P<v>\b(?:delete|erase|remove|deletion|erasure|removal|wipe|forget|destroy)\b[^.?]{0,50}\b(?:data|information|records|account|everything (?:about|on) me|details|profile|me completely)\b|right to be forgotten)",
        "data information record account everything profile forgotten details completely",
        0.85,
        question=True,
    ),
    cue(
        Intent.TAKE_BACK,
        r"(?P<v>(?<!not )\b(?:ignore|disregard|forget|cancel|withdraw|withdrawing|take back|taking back|revoke|retract|undo|scrap|delete|nullify)\b (?:(?:about|please|all|it|this|that) )*(?:my|the|this|that|our) (?:(?:last|previous|earlier|recent|yesterday's|first|mentor|own) )*(?:resignation|mail|e-?mail|message|application|request|letter|note|notice|candidacy)"
        r"|\bi (?:have )?(?:changed|change) my mind\b|\bi (?:would like to |want to |will |am going to )?(?:stay|remain|staying|keep on|carry on|continue) (?:on )?as (?:an? )?mentor after all\b|\b(?:i (?:have decided|decided) )?not to resign after all)",
        "ignore disregard forget cancel withdraw back revoke retract undo scrap mind stay remain after nullify delet continue carry keep",
        0.8,
        own=True,
        question=True,
    ),
)

ENGLISH = Lexicon(
    cues=(
        *RESIGNATION,
        *LEAVING,
        *APPLICATION,
        *APPLYING,
        *COMPLETION,
        *COURSE,
        *_MENTORING,
        *_PAIR,
        *_COUNCIL,
        *PAIRS,
        *MATTERS,
    ),
    vague=SAYINGS,
    prefixes=True,
    border=pattern(
        r"[;:()]|, | - | but | so | therefore | however | yet | although | though | because "
    ),
    negation=pattern(
        r"\b(?:not|never|nor|neither|without|instead of|rather than|no intention|no plans?|far from|deny|refuse to)\b"
    ),
    condition=pattern(
        r"\b(?:why|if|unless|whether|in case|supposing|suppose|provided|may (?:have|need|want|become|leave|quit|stop)|assuming|would have to|might|perhaps|maybe|possibly|"
        r"thinking (?:about|of)|thought (?:about|of)|think about|consider(?:ing|ed)?|wonder(?:ing)?|not sure|unsure|undecided|tempted|torn|toying|play(?:ing)? with the idea|"
        r"(?:when|after|before|until|once|as soon as) (?:i|my|the|we|they|it)(?: \w+)? (?:finish|am|have|complete|get|pass|is|are|can|do|end|ends|retire|move|graduate|turn|reach|know|see|find)|(?:when|after|before|until|till|once|as soon as) ?$)(?:\b|$)"
    ),
    later=pattern(
        r"(?<!know )(?<!me )(?<!happy )\b(?:if|unless|should (?:nobody|you|nothing|this)|when (?:you|i|we|they|somebody|someone|nobody) (?!was|were|had|got|started|joined|began|became)\w+|without (?!return|internet|problem|any|hard|hesitation|regret|doubt|me\b)|were it not|had decided|, then)\b"
    ),
    hearsay=pattern(
        r"\b(?:(?:he|she|they|who|(?!(?:i|we|you|that|to|and|also|now|really|just|have|hereby|would|of|a|the|in|my|some|much|long|deep|careful|further|enough|without) )[a-z]+) (?:says?|said|tells|wants?|wanted|asks?|asked|thinks?|thought|told|suggested|suggests|heard|claims?|wrote|believes?|insists?|hopes?|would like|expects?|assumed?)(?: me| us)?(?: that| to)?|"
        r"you (?:write|wrote|say|said|think|thought|ask|asked|claim|assume|list|believe|told me)|it says|the (?:page|list|portal|mail|letter) (?:says|shows|claims|lists)|(?:rumou?rs?|they say|it is said|apparently|according to|dream(?:t|ed)?|joke[ds]?|joking|pretend|imagine|for example|example|e\.g\.|wrongly|by mistake|mistakenly|april fools?|april fool's|just kidding|kidding|myth|false|(?:my|our|his|her|one of my|one of our|a|the|your) (?:[\w']+ ){0,2}?(?:colleague|friend|batchmate|neighbou?r|sister|brother|cousin|wife|husband|son|daughter|roommate|students?|boss|mentee|mentor|subordinate|classmate|boy|girl|mate|flatmate|uncle|aunt|teacher|kid|supervisor|coworker|flatmates|friends|colleagues)(?! (?:i|we)\b)(?= (?!.*\b(?:i|we|me)\b)[a-z]+)|not true|untrue|false that|would have|i thought|rumou?r has it))\b"
    ),
    someday=pattern(
        r"\b(?:some ?day|one day|in the (?:far |near |distant )?future|eventually|at some point|sooner or later|next year|in a few years|later (?:on|this year)|not yet|long ago|years ago|last year|used to|once upon|back then|at that time|at the time|in 20[01]\d|had (?:decided|planned|wanted|meant|intended))\b"
    ),
)
