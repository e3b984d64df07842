# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""English ways to tell of an absence, to announce, to ask how far it is, for data, and to decide."""

from mailer.rules.intents import Intent
from mailer.understand.cues import cue

_PERIOD = r"(?:from|between|until|till|for (?:a|two|three|four|six|\d+|some)|back|\d|week|month|mid-|next|and (?:the|april|may))"

MATTERS = (
    cue(
        Intent.LEAVE_OF_ABSENCE,
        r"\b(?P<v>(?:i|my|we)(?: (?:am|will|would|have|shall|need|want|like|be|to|going|must|also|plan|hereby|request|ask|for|taking|take|can|just|you|that|now|not|on|in|go|the))* (?:away|off|out of (?:action|office|town|reach|the country|it)|out bush|on (?:\w+ )?(?:leave|holidays?|vacation|break|sabbatical)|in holidays|holidays?|absent|offline|unavailable|not (?:be )?(?:available|reachable|around|fit)|unreachable|without internet|travelling|traveling|disappear|rest|silent|in hospital|a break|time off|pause|do not exist|have no (?:signal|range|internet))\b)(?! (?:the|from) (?:mentor|list|table))",
        "away off out leave holiday vacation break sabbatical absent offline available reachable around fit unreachable internet travel disappear rest silent hospital time pause exist signal range",
        0.5,
        own=True,
        beside=rf"\b(?:from (?:the )?\d|\d+(?:st|nd|rd|th)? ?(?:-|to|until|till) ?(?:the )?\d|until|till|between|back (?:on|in|at|by)|before mid|weeks?|months|{_PERIOD} (?:the )?\d{{1,2}}|(?:january|february|march|april|may|june|july|august|september|october|november|december) (?:\d{{1,2}} )?(?:to|until|and))\b",
    ),
    cue(
        Intent.LEAVE_OF_ABSENCE,
        r"(?P<v>^(?:away|off|out|on leave|on holiday)\b[^.;!?]{0,60}\b(?:\d|until|till|to)\b|\b(?:cover for|look after|wait for) (?:my mentees|me)\b[^.;!?]{0,60}\b(?:weeks|months|until|till|return|back)\b|\b(?:paternity|maternity|parental|sick|annual|study) leave\b|\bnot (?:be )?(?:reachable|available)\b|\bi (?:will )?(?:return|come back|be back)\b[^.;!?]{0,20}\b(?:on|in|at|after)\b|\bback on\b[^.;!?]{0,20}\d|\bno council matter should look for me|\banyone who needs me must wait)",
        "away off out leave cover look wait reachable available return come back",
        0.7,
        own=True,
        beside=r"\b(?:away|holidays?|vacation|leave|mentees|rest|absent|travel\w*|not reachable)\b",
    ),
    cue(
        Intent.ANNOUNCEMENT,
        r"\b(?P<v>(?:(?:please|kindly|pls|could you|can you|can someone|would you|would ye|requesting|request|pray|oi|hi|heads up|to)\b[^.;!?:]{0,40}?)?(?:pass|forward|announce|tell|share|send|spread|distribute|relay|let|inform|circulate|broadcast|communicate|get|diffuse|bring|reach|turn|put|make|heads up|go out)\b[^.;!?:]{0,60}?\b(?:all|every|the|our|each|to|for|of|among|aw)(?: (?:the|our|of|active))* mentors?\b|^to all mentors\b|dear mentors\b|announcement (?:for|to) (?:all |the )*mentors|attention (?:all )?mentors)(?! (?:whether|if|who))",
        "mentor",
        0.85,
        question=True,
    ),
    cue(
        Intent.STATUS_QUESTION,
        r"\b(?P<v>(?:my|the|our|ma|about my|about the) (?:\w+ ){0,2}(?:application|candidature|candidacy|request|dossier|form|assignment|appointment|certificate|onboarding|question|thing)\b[^.;!?]{0,80}?(?:\b(?:any|is there|already one month|how far|status|state|stand|stands|sleep|moving|movement|pipeline|aging|still|weeks?|months?|decided|accepted|processed|looked at|news|update|word|longer than|been)\b)|(?:status|state|situation|progress|news|update|word|movement|what happened|how far|how about|decide|decided|anything)\b[^.;!?]{0,40}?\b(?:my|the|our) (?:\w+ ){0,2}(?:application|candidature|candidacy|request|dossier|form|assignment|appointment|onboarding|case|question)\b|(?:applied|sent|submitted|filled (?:in|out)?|handed in|asked)\b[^.;!?]{0,60}\b(?:ago|january|february|march|april|may|june|july|august|september|october|november|december|weeks?|months?|last)\b[^!?;]{0,60}\b(?:nothing|any|news|stand|situation|no (?:answer|reply|response)|decided|yet|how|look at)\b)",
        "application candida request dossier form assignment appointment certificate onboarding question thing applied sent submitted filled handed asked status news update",
        0.5,
        question=True,
        own=True,
        beside=r"\?|\b(?:any (?:news|update|word)|heard nothing|no (?:answer|reply)|nobody replied|week five|remind\w*|follow up)\b",
    ),
    cue(
        Intent.STATUS_QUESTION,
        r"\b(?P<v>(?:any|is there|ony|some) (?:news|update|word|progress|movement|decision|answer)s?\b|(?:i|we) (?:have )?(?:heard nothing|not heard)|did (?:anyone|anybody|you) (?:even )?(?:look|see|get|receive|decide|read)|where (?:do|does) (?:matters|things|it|my \w+) stand|how (?:matters|things) stand|(?:have|has) (?:you|ye|youse|anyone) (?:already )?(?:found|decided|placed|looked)|(?:you|ye) (?:said|promised|wrote)[^.;!?]{0,40}(?:fortnight|weeks?|month|next meeting)|how far are you with|have you forgotten me|you have forgotten me|did you see\?|is it (?:accepted|moving))",
        "news update word progress movement decision answer heard look see stand found decided placed fortnight week month next far forgotten accepted moving did",
        0.5,
        question=True,
        own=True,
        beside=r"\b(?:my|the|our|about|ma) (?:\w+ ){0,3}(?:application|candidature|candidacy|request|dossier|form|requirements|mentor thing|mentor appointment|paper|placement)\b|\b(?:weeks|months)\b|\bbelow\b|\b(?:applied|mentorship|filled)\b",
    ),
    cue(
        Intent.DATA_REQUEST,
        r"(?P<v>\b(?:copy|see|send|export|print|zip|archive|know|list|extract|overview|have|what|which|everything|all|download|confirm)\b[^.;!?]{0,60}?\b(?:(?:you|organisation|council|it|yall|ye|ye have|system|records?)[^.;!?]{0,30}?(?:hold|holds|have|keep|keeps|kept|know|stored|recorded|got|got wi)\b[^.;!?]{0,20}?(?:about|on|to|of|under|wi|with) (?:me|my|ma)\b|(?:is|are) (?:kept|stored|held) (?:about|on|of) me|information about me|(?:my|ma) (?:record|records|file|data|personal (?:data|info|information))|stored about me|personal information)\b)(?! (?:is|are|was) (?:wrong|old|outdated))",
        "data info record recorded hold holds keep keeps kept know stored recorded got have",
        0.85,
        question=True,
    ),
    cue(
        Intent.DATA_REQUEST,
        r"(?P<v>\b(?:delete|erase|remove|wipe|bin|destroy|forget|purge|scrub|clear)\b[^.;!?]{0,40}?\b(?:(?:all|any|every|my|the|personal) ){1,4}(?:data|info|information|details|account|records?|number|address|traces?)\b(?! (?:from the (?:page|list)))|\b(?:delete|erase|remove|wipe|bin|destroy)\b (?:everything|all|the lot|whatever)\b[^.;!?]{0,30}\b(?:on|about|of) me\b)",
        "delete erase remove wipe bin destroy forget purge scrub clear",
        0.85,
        question=True,
    ),
    cue(
        Intent.DECISION,
        r"(?P<v>\b(?:i|we)(?: \w+){0,2} (?:approve|validate|support|accept|decline|reject|oppose|agree to|vote|say (?:yes|no|aye)|second|endorse|would decline|choose approve|choose (?:wait|reject))\b|\b(?:approved|declined|rejected|accepted) (?:from|by|on) (?:my|me)\b|\b(?:a )?(?:yes|no|aye|thumbs up|approval|green light) (?:from|for) (?:me|my)\b|\bfor me it is (?:a )?(?:yes|no)\b|\bmy (?:vote|hand) is\b|\b(?:number|item|case|no\.?|nr\.?|#)? ?\d+(?:'s)? (?:ok|yes|no|approved?|declined?|rejected?|wait|later|a yes|a no)\b|\bnothing speaks against\b|\bi think there is no problem\b|\bwe can ?not say yes\b|\b(?:may|can|shall|should) mentor with my blessing\b|\bi agree\b|\b(?:please )?(?:accept|approve|take|let) (?:[a-z]+ ){1,3}(?:as|in as|go in as|become|be) (?:a )?mentor\b|\bthis one can\b|\blet (?:him|her|them) be mentor\b|\b(?:he|she|[a-z]+) (?:can|shall|may) be(?:come)? (?:a )?mentor\b)",
        "let take this approv validat support accept declin reject oppose agree vote say second endorse yes no aye thumbs green hand number item ok wait later speaks problem blessing mentor choose",
        0.85,
        own=True,
    ),
)
