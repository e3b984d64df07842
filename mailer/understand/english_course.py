# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""English ways to tell that the coaching training is finished, with the classes of `words`."""

from mailer.rules.intents import Intent
from mailer.understand.cues import cue

_DONE = Intent.COURSE_COMPLETION
_NAMED = r"\b(?:coaching|teachable|e-learning|mentors?|mentees?|mentoring|mentorship|certificates?|cert)\b"
_OWN = r"(?:the|your|this|that|yer|my|all the|all your|whole|entire|mentors?'?|online)"
_WHAT = rf"(?:(?:(?:{_OWN}|all|every|each|last|final|single|of|whole|new|edition|version|with|from|on|in) )*(?:{{course}})|(?:^|(?:{_OWN} )+)(?:training|course|formation|classes|curriculum)(?: (?:you (?:require|asked|sent|gave)|for mentors|of coaching|on teachable))?)"
_ALL = r"(?<!but )(?<!except )(?<!apart from )(?:all|every|each|both|the last|last|final|fourteen|14|the whole|whole)(?: (?:of|the|my|single|your|fourteen|14|them|those|these|teachable|coaching|last|course|e-learning|open|one)){0,4} (?:{lessons}|of (?:the )?(?:lessons|course))\b"
_OTHER = r"(?! (?:on|in|for|at|about|of) (?!teachable|coaching|the (?:portal|platform|site)|\d|mentors|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|time|my (?:side|end|part)))"

COURSE = (
    cue(
        _DONE,
        rf"\b(?:i|me|we) {{donegap5}}(?P<v>(?:{{did}}) {{donegap5}}(?:with )?(?>{_WHAT}(?: (?:training|course|class|modules|skills|coaching|of coaching))*)\b)(?! (?:badge|book|slides|form|survey|registration|introduction|homework|account)\b)(?! on to| along to){_OTHER}",
        "coaching teachable learning course training formation",
        0.6,
        beside=_NAMED,
    ),
    cue(
        _DONE,
        rf"^(?:(?:just|finally|also|and|hi|hey|hello|so|yes|ok|today|yesterday|hooray|have|successfully|now|good news|council|all|at last|well),? )*(?P<v>(?:finished|completed|passed|done with|concluded|knocked over|wrapped up|cleared|closed|got through) {{donegap5}}(?:with )?(?>{_WHAT}(?: (?:training|course|class|modules|skills|coaching|of coaching))*)\b)(?! (?:badge|book|slides|form|survey|registration|introduction|homework|account)\b)(?! on to| along to){_OTHER}",
        "coaching teachable learning course training formation",
        0.6,
        beside=_NAMED,
    ),
    cue(
        _DONE,
        rf"\b(?P<v>(?:finally|just) (?:finish|finished|completed|complete|cleared|passed) (?:with )?(?:the |your |my )?(?>{{course}}))\b(?! (?:badge|book|slides|form|survey)\b){_OTHER}",
        "coaching teachable learning",
        0.85,
    ),
    cue(
        _DONE,
        r"\b(?P<v>(?:certificate|cert|diploma|completion proof|proof of completion|attestation) (?:of|for|from) (?:the |your |my )?(?:coaching|teachable))\b(?! (?:is|was)? ?(?:not|still|missing|lost))",
        "cert diploma proof attestation completion",
        0.7,
        question=True,
    ),
    cue(
        _DONE,
        rf"\b(?P<v>{_WHAT}(?: (?:course|training|class|modules|lessons|site|business|thing|coaching|of|on|in|at|teachable|you|require|refresher|'s))*(?:'s|,|:| =| -)?(?: (?:is|was|were|are|has|have|been|be|got|now|all|aw|over|and|just|finally|also|at last|already|officially|completely|by me|successfully|says|stands|shows|portal|is showing|at)){{0,6}} (?:{{isdone}}|exit code 0|complete|14/14|full bar)\b)(?! (?:by (?!me)|half|except|but|to (?:lesson|module)|my head|on to|along))",
        "coaching teachable learning course training formation",
        0.6,
        beside=_NAMED,
    ),
    cue(
        _DONE,
        rf"\b(?P<v>(?:(?:{{did}}|watched|cleared|closed|finished|passed) {{gap3}}{_ALL}|{_ALL}[^.;!?]{{0,60}}? (?:{{isdone}}|check|safely|watched|worked through|skipped|got passed|is passed|are passed)\b))",
        "lesson module unit chapter quiz video section part assignment test exam",
        0.6,
        beside=rf"{_NAMED}|\b(?:certificate|cert|diploma|mentor course|your (?:course|training))\b",
    ),
    cue(
        _DONE,
        r"\b(?P<v>(?:no|not (?:even )?one|nothing|nae|zero) (?:more |open )?(?:lessons?|modules?|videos?|homework|point|is pending|pending|quiz(?:zes)?|remains|open)[^.;!?]{0,30}?(?:left|pending|missing|to show me|remains?|open|skipped|remaining|from you)|(?:14|fourteen) ?(?:/|of|from|out of) ?(?:14|fourteen)|100 ?(?:%|percent|per cent)|exit code 0|nothing is pending from my side)",
        "lesson module video homework pending 14 fourteen 100 left exit open",
        0.5,
        own=True,
        beside=rf"{_NAMED}|\b(?:all (?:the )?(?:modules|lessons)|mentor course|status of my training)\b",
    ),
    cue(
        _DONE,
        r"\b(?P<v>(?:(?:i|me|it|they|finally|you|today) {gap4}(?:got|have|received|earned|attach|send|forward|enclose|annex|join|put|gave me|has given me|issued|sending|attaching|find|see|accept|came)(?: (?:you|my|the|a|an|here|your|attached|below|me|please|kindly|final|bit|o|of|certificate|file))* (?:{paper})|(?:{paper})(?: (?:of|for|from|my|the|below|no|is|has|come|came|goes|here|also|file|joined|in|as|link|are)){0,5} (?:attached|enclosed|attach|attachment|attached\.|joined|come|came|below|here|enclosed)|(?:attached|enclosed|herewith|see|pfa|find) (?:[\w]+ ){0,4}?(?:{paper})))\b",
        "cert diploma attestation proof badge screenshot paper pdf",
        0.5,
        question=True,
        beside=r"\b(?:coaching|teachable|your course|coaching training|(?:last|all|final|whole|every) (?:of )?(?:the )?(?:lesson|module|video|quiz|test)\w*)\b(?!.{0,60}\b(?:not|still|next|will)\b)",
    ),
)
