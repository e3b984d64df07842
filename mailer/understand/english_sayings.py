# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""English sayings for leaving, for applying and for being through with the course.

A saying alone never makes a reading clear: it says what the mail is probably about, so that the
right question is asked. Each line of a table is one saying in the notation of `words`.
"""

from collections.abc import Iterable, Iterator

from mailer.rules.intents import Intent
from mailer.understand.cues import Cue, Role, cue

_POSSIBLE = 0.38
_PROBABLE = 0.5

_LEAVING = """
throw(?:ing|n)? (?:in )?the towel(?: in)?|throw in
call(?:ing)? (?:it (?:a day|quits)|time on)|call
hang(?:ing)? up (?:my|the) (?:[\\w']+ )?(?:boots|hat|whistle|gloves|apron|keys|spurs|cap|lamp)|hang
(?:pass|hand|giv)(?:e|ing|ed)? (?:on |over |up )?the (?:baton|torch|keys|reins|lamp|flag|wheel|staff)|pass hand give giving
(?:end|close) of (?:the|my) (?:road|line|journey|chapter|story)|end close
(?:my|the) (?:chapter|curtain|journey|season|song|race) (?:\\w+ ){0,3}(?:clos|fall|end|over|finish|run)\\w*|chapter curtain journey season song race
(?:sign(?:ing)?|clock(?:ing)?|log(?:ging)?|step(?:ping)?|get(?:ting)?) off(?: (?:as|this|from))?(?= ?[.!,]| as| this| from)|sign clock log step getting get
(?:done|did|served) my (?:bit|share|time|part|duty|turn|years)|done did served
draw(?:ing)? (?:a|the) line (?:under|here)|draw
(?:nothing|empty|not much)(?: \\w+){0,2} (?:left )?(?:in|for) (?:me|the (?:tank|well|jar|cup))|nothing empty
(?:someone|somebody) else(?:'s turn| should (?:take|sit|do|carry|have)| must| will have to| can take)|else
(?:make|making) (?:way|room|place) for (?:someone|somebody|others|the young|younger|new)|make making
(?:younger|fresh(?:er)?|new) (?:person|people|blood|legs|face|hands|energy)(?: \\w+){0,3} (?:sit|take|should|deserve)|young fresh new
(?:release|relieve|excuse|discharge|free|unburden) me|release relieve excuse discharge free
(?:free|clear|vacate|leave|give (?:up|back)) (?:up )?my (?:place|seat|spot|chair|slot)|free clear vacate leave give
(?:no longer|not) (?:be )?(?:fit|able|in a position|the right person|strong enough|what they need)|longer not
this is where i (?:stop|get off|leave)|where
my (?:\\w+ )?mentees? (?:need|needs|deserve|deserves|must|should|will need|have to|has to)(?: \\w+){0,3} (?:someone|somebody|another|a new|new|better|more)|mentee
(?:no|not take|not taking) (?:any )?(?:more|new|further) mentees|mentees
(?:reassign|rehome|redistribute|take over) (?:all )?my (?:\\w+ )?mentees?|mentee
(?:my|the) (?:last|final) (?:one|mentee|pair|round|mentoring|meeting as (?:a )?mentor)|last final
not (?:be )?(?:coming|com|come|going) back|back
(?:without|minus) me(?= ?[.!,])|without minus
i (?:\\w+ ){0,3}(?:quit|resign|am out|am done|am leaving|bow out|step (?:down|aside|back))(?= ?[.!,;]|$)|quit resign out done leav bow step
(?:one mentor (?:less|fewer)|a mentor less)|mentor
(?:cannot|can not|could not|can no longer) (?:\\w+ ){0,2}(?:go on|keep (?:this|it|going)|carry|hold|continue|manage|juggle)|can not no
"""
_APPLYING = """
(?:show|teach|learn)(?:ing)? (?:\\w+ ){0,3}the ropes|ropes
pay(?:ing)? (?:it|this|that) (?:forward|on|back)|pay
(?:give|giving|pass|passing|hand|transmit|share)(?:ing)? (?:\\w+ ){0,2}(?:back|on|forward|what i (?:\\w+ )?(?:learn\\w*|know|received|got))|give giving pass hand transmit share
return(?:ing)? the favou?r|return
under my (?:wing|wings|roof|umbrella)|under
(?:the other|that|this) side of the (?:table|desk|line|fence|mentor\\w*)|side
(?:throw|threw|put|toss)(?:ing)? my (?:hat|name|cap) (?:in|into|on)|throw threw put toss
(?:my|it is my) turn(?: now)?(?: to)?|turn
lend(?:ing)? (?:a hand|an ear|a shoulder|my)|lend
(?:do|be) (?:that |this |it |the same )?for (?:others|somebody|someone|the next|another|new)|for
what (?:my mentor|she|he|[a-z]+) did for me|did for me
(?:big|older|elder) (?:brother|sister) (?:to|for)|brother sister
(?:be|become|being) (?:that|the|a) (?:person|one|voice|shoulder|guide|somebody|someone|friend|lighthouse|bridge) (?:who|for|to|that)|be
where do i sign|sign
(?:what|which|how) (?:do|should|must|can|could|would|form|paper\\w*) i (?:\\w+ ){0,4}(?:mentor\\w*|sign|start|fill|join)|what which how
(?:if|in case) (?:you|ye|there) (?:\\w+ ){0,4}(?:need|looking for|short of|want|seek|missing|lacking|spare|room|place|space)|if case
(?:ready|able|free|available|time|room|space|happy|willing|glad|keen) (?:\\w+ ){0,3}(?:for|to take|to have|to guide|to help|to support|to accompany|to welcome) (?:\\w+ ){0,3}(?:one|two|somebody|someone|others|people|person|a few|newcomer\\w*|mentees?)|ready able free available time room space happy willing glad keen
(?:i|we) (?:\\w+ ){0,3}(?:want|wish|like|love) (?:to )?(?:\\w+ ){0,2}(?:guide|lead|accompany|mentor|coach|teach)(?! for me)|guide lead accompany mentor coach teach
(?:consider|take|use|pick|choose|accept|have) me(?= ?[.!,]| as| for| in| among| to)|consider take use pick choose accept have
(?:mentors? (?:is|are) (?:missing|needed|wanted|lacking|scarce|short)|(?:short|lack|need) (?:of )?(?:more )?mentors)|mentor
(?:as|to) (?:a )?(?:new )?mentor(?= ?[.,!]| for| in)|mentor
"""
_THROUGH = """
cross(?:ed|ing) the finish(?:ing)? line|cross
reach(?:ed|es)? (?:\\w+ )?(?:the|its|my) (?:end|summit|top|last|finish|final)|reach
(?:am|now|officially|finally) (?:a )?(?:certified|graduated?)|certif graduat
(?:confetti|fireworks|green (?:tick|check|box)|check ?mark|all green|progress bar)|confetti firework green check progress
(?:last|final) (?:box|tick|page|screen|slide|video|lesson|module|quiz|test|exam|chapter|unit)|last final
(?:it is|is|are|that is|all|everything|whole thing|the lot|done|everything is) (?:\\w+ ){0,2}(?:done|finished|completed?|over|behind me|a wrap|in the bag|dusted)|done finished complete over behind wrap bag dusted
(?:i|me) (?:\\w+ )?(?:did it|made it|got there|survived|managed)|did made got surviv manag
(?:finished|completed|done|passed|closed) (?:it|everything|all|them all|the lot|the last|with it)|finished completed done passed closed
"""
_MENTORING_NEAR = r"\b(?:mentor\w*|mentees?|young|pupils?|my two|my three|reps?)\b"
_NEWCOMERS_NEAR = r"\b(?:mentor\w*|{novices}|reps?|people|new|young)\b"
_COURSE_NEAR = r"\b(?:coaching|teachable|course|training|lessons?|modules?|certificates?|cert)\b"


def _sayings(intent: Intent, table: str, roles: Iterable[Role], beside: str) -> Iterator[Cue]:
    for line in table.strip().splitlines():
        text, _, stems = line.rpartition("|")
        words = rf"\b(?P<v>{text})"
        yield cue(
            intent,
            words,
            stems,
            _POSSIBLE,
            roles=roles,
            question=True,
            beside=beside,
            lifted=_PROBABLE,
        )


SAYINGS = (
    *_sayings(Intent.RESIGNATION, _LEAVING, (Role.MENTOR,), _MENTORING_NEAR),
    *_sayings(Intent.MENTOR_APPLICATION, _APPLYING, (Role.REP, Role.STRANGER), _NEWCOMERS_NEAR),
    *_sayings(Intent.COURSE_COMPLETION, _THROUGH, (), _COURSE_NEAR),
)
