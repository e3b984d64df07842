# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""English ways to speak of a pair: asking for a mentor, another one, a mentee, a meeting, a year."""

from mailer.rules.intents import Intent
from mailer.understand.cues import Role, cue

_REPS = (Role.REP, Role.STRANGER)
_PAIR = (Role.REP, Role.MENTOR)
_MENTORS = (Role.MENTOR,)
_SPAN = r"(?:\d+|one|two|three|four|an|half an|a couple of|several|many|ninety|forty|sixty|thirty|\w+ty(?:-\w+)?)"
_LASTED = rf"(?:{_SPAN} (?:and a half )?(?:hours?|minutes|mins?|h)\b|an hour\b|half an hour|agreed on|we (?:went through|discussed|talked about|spoke about|set|made|agreed|covered)|goals|plan\b|notes|minutes|topics?|agenda|discussed|next steps|action plan)"
_TRAIT = r"(?:hard-?working|reliable|diligent|punctual|curious|creative|organi[sz]ed|structured|polite|sincere|quick|motivated|patient|impatient|shy|helpful|supportive|responsive|attentive|brilliant|excellent|talented|committed|dedicated|enthusiastic|respectful|independent|autonomous|friendly|kind|smart|clever|capable|engaged|proactive|thorough|always (?:late|on time|there|prepared)|on time|quick learner|fast learner|great listener|good listener|listens|learns|needs? to|should (?:\w+ )?(?:more|less|be)|could be (?:a bit )?(?:more|better|less)|afraid (?:of|to|from)|more confidence|defect|gripe|weak(?:ness|er)?|strengths?|strong|disorgani[sz]ed|late|self-confident|confident|improved|overpromising)"
_HIM = r"(?:my (?:mentor|mentee)|he|she|(?!it\b|this\b|that\b|there\b|what\b|which\b|who\b|here\b|everything\b|all\b|course\b|training\b|time\b|mail\b|meeting\b)[a-z]+)(?: (?:is|was|has|has been|'s)|'s)"

PAIRS = (
    # A mentor for somebody who has none.
    cue(
        Intent.MENTOR_REQUEST,
        r"\b(?P<v>(?:no|nae|without|not have|not got|never had|have not had|have not got|do not yet have|lack|missing|not been (?:given|assigned)|not (?:yet )?received)(?: (?:a|an|any|my|yet|still|own|have|assigned|single|first|one))* mentor\b(?! (?:certificate|role|badge|who|list|meeting|application))|(?:nobody|no one|no-one|none) (?:has |have |is |was |yet |been |ever )*(?:given|assigned|allotted|appointed|introduced|contacted|following|guiding|assigned) [^.;!?]{0,40}?(?:mentor|me\b|guide)|(?:where|who) is my mentor|mentor (?:slot|field|place|box|name|column) (?:is |was |still )*(?:empty|blank|vacant)|which mentor\?|am i (?:supposed|meant) to have (?:a )?mentor)",
        "mentor nobody none no",
        0.85,
        roles=_REPS,
        question=True,
        own=True,
    ),
    cue(
        Intent.MENTOR_REQUEST,
        r"\b(?P<v>(?:could|can|might|may|would|please|kindly|pls|hope|hoping|like|want|wish|waiting|ask|asking|looking|request|requesting|need|searching)(?: (?:i|you|we|ye|someone|please|kindly|to|for|be given|be assigned|be matched|be paired|have|get|assign|assigned|allot|appoint|attribute|find|give|line|up|match|matched|pair|paired|with|provide|connect|connected|me|us|also|like|out|about|the|help|of|some|still|now|too|finally|really|very much)){1,8} (?:a|an|my|one|some|any)(?: (?:first|own|good|suitable|patient|local|kind))? mentor\b)(?! (?:role|position|application|certificate|training|badge|candidate|group|list|for (?:my|the) mentee))",
        "mentor",
        0.85,
        roles=_REPS,
        question=True,
    ),
    cue(
        Intent.MENTOR_REQUEST,
        r"\b(?P<v>(?:assign|appoint|allot|find|give|attribute|match|line up|is there)(?: (?:me|us|to|for|with|up|a|an|one|someone|somebody|left|there|anyone|anybody|at all|still))* (?:one|someone|somebody|to me|for me|going spare|to guide me|who (?:can|could|would) guide me)\b)",
        "assign appoint allot find give attribute match line is there",
        0.5,
        roles=_REPS,
        question=True,
        beside=r"\b(?:no|nae|without|not have an?|nobody|no one|none)\b[^.]{0,40}\bmentor\b|\bwithout (?:a )?(?:mentor|contact person)\b|\bnobody gave me\b",
    ),
    cue(
        Intent.MENTOR_REQUEST,
        r"\b(?P<v>(?:without|no) (?:a )?(?:contact person|guide|guidance)|nobody (?:is following|to guide|guides|is guiding|has been assigned to) me|i (?:am|feel)[^.]{0,30}\borphan|(?:somebody|someone|anyone) to (?:show me the ropes|guide me|take me by the hand|walk with me|help me get started|turn to)|no mentor (?:yet|so far))\b",
        "contact guide guidance nobody orphan ropes hand walk turn mentor show",
        0.8,
        roles=_REPS,
        question=True,
        own=True,
    ),
    # Another mentor.
    cue(
        Intent.MENTOR_CHANGE,
        r"\b(?P<v>(?:somebody|someone)(?: else)? (?:could|can|would|to|should|might) (?:take over|follow me|help me|guide me|mentor me))\b",
        "somebody someone",
        0.5,
        roles=_REPS,
        question=True,
        beside=r"\b(?:my mentor|line went dead|no (?:activity|answer|reply)|wrote (?:in|to (?:him|her)|twice))\b",
    ),
    cue(
        Intent.MENTOR_CHANGE,
        r"\b(?P<v>(?:change|swap|switch|replace|exchange)(?:d|ing|s)?(?: (?:of|my|the|own|present|current|mentor for|to|a|from|out))* mentor\b|(?:another|different|other|new) mentor\b|mentor (?:change|swap|switch))(?! (?:for (?:him|her|them|my)|will|to (?:my|him|her)))",
        "mentor",
        0.85,
        roles=_REPS,
        question=True,
    ),
    cue(
        Intent.MENTOR_CHANGE,
        r"\b(?P<v>(?:could|can|please|kindly|possible|would like|any chance|want|wish|would|prefer|consult with|look for|assign|give me|arrange|find me)\b[^.;!?]{0,40}?\b(?:another (?:one|person|arrangement|mentor)?|some(?:body|one|e one) else|(?:some )?other person|somebody new|a change|to change|change people|someone who))\b",
        "another else other somebody someone change",
        0.5,
        roles=_REPS,
        question=True,
        beside=r"\b(?:my|me|present|current|own) mentor\b|\bmentor of me\b|^mentor\b|\bmentor (?:writes|does|never|is|has)\b",
    ),
    cue(
        Intent.MENTOR_CHANGE,
        r"\b(?P<v>(?:my|me|our|the present|the current) mentor(?:'s)?\b[^.;!?]{0,60}?\b(?:ghosted|vanished|disappeared|silent|silence|gone|dead|inactive|unreachable|not (?:\w+ )?(?:answer\w*|repl\w*|respond\w*|react\w*|write|written|call\w*|show\w*|turn\w* up|been in touch|in touch)|never (?:answers?|repl\w*|writes?|responds?|calls?|showed|shows)|no (?:answer|reply|response|sign|word)|stopped (?:answering|replying|writing)|too busy|moved away|left (?:the|us|me)|useless)|(?:no (?:answer|reply|response|word|sign)|not a word|nothing|silence|not heard)[^.;!?]{0,40} (?:from|by) (?:my mentor|him|her|mine)\b)",
        "mentor answer reply word nothing silence heard",
        0.8,
        roles=_REPS,
        question=True,
        own=True,
    ),
    # A mentor takes a mentee.
    cue(
        Intent.MENTEE_ACCEPTANCE,
        r"\b(?P<v>(?:i|we|let me|me) (?:(?:can|will|would|could|am|do|also|gladly|happily|be|love|like|happy|glad|willing|ready|want|offer|able|pleased|accept|agree|really|now|still|to|hereby|should|shall|well|just|please) )*(?:take|adopt|accept|have|welcome|look after|take on|take over|walk with|mentor|take care of|be the mentor of|claim|pick|follow|accompany|see) (?:(?!(?:rest|break|leave|part|course|time|note|it|this|the course|my|days?|holidays?|vacation|off|a)\b)[\w'.-]+,? ){1,8}?(?:(?:from|off|on|in|of) (?:the|your|ur|that|this)? ?(?:open |waiting |assignment )*(?:list|assignments?)|as (?:my )?mentee|who is waiting|through (?:his|her|their) first year))\b",
        "list mentee waiting assignment first",
        0.85,
        roles=_MENTORS,
        question=True,
    ),
    cue(
        Intent.MENTEE_ACCEPTANCE,
        r"\b(?P<v>(?:leave|give|send|assign|entrust|pass) (?:him|her|them|me|[a-z]+ [a-z]+|my address)(?: (?:for|to|over|my|me|address|him|her|[a-z]+))*|i (?:can|could|will|would|shall)(?: (?:gladly|happily|well|also|still))? (?:take|do|have|adopt|mentor|look after) (?:him|her|it|them|the (?:bloke|lady|guy|girl|young man|young lady|one))|(?:he|she|[a-z]+) (?:is|can be) mine\b|mine (?:na|please|then)|if (?:nobody|no one|no-one)(?: else| has claimed)?[^.]{0,40}(?:i can|i will|mine|i would)|can come to me|is (?:she|he) still (?:unattached|free|available|waiting))\b",
        "leave give send assign entrust take have adopt mentor look mine nobody unattached come do free available still",
        0.5,
        roles=_MENTORS,
        question=True,
        own=True,
        beside=r"\b(?:open|waiting|your|the|that|ur) (?:\w+ )?(?:list|assignments?)\b|\bon (?:the |your )?list\b|\b(?:who is |is |are )waiting\b|\bunattached\b",
    ),
    cue(
        Intent.MENTEE_ACCEPTANCE,
        r"\b(?P<v>i (?:am |would be |can |could |will |would |)?(?:{gap3})(?:ready|willing|happy|glad|able|pleased)? ?(?:to )?(?:be|become) (?:the |a )?mentor (?:of|for|to)|room for (?:one|another|a|two|more|someone)|(?:one|another|a second|a third|two more) (?:free )?(?:place|slot|spot|mentee)s? (?:free|open|left)|i have (?:room|capacity|space)\b)",
        "mentor room place slot spot capacity space",
        0.8,
        roles=_MENTORS,
        question=True,
    ),
    # The year goes on, or ends.
    cue(
        Intent.RENEWAL,
        r"\b(?P<v>(?:another|one more|a second|second|one further|a further|further|next|the same|for one|a third|the second)(?: (?:one|whole|full|further|more))? (?:year|term|twelve months|season|round)\b|extend|extending|renew|renewing|renewal|prolong|not extending|put us down for (?:another|one more)|(?:we|both)(?: \w+){0,3} (?:continue|keep going|carry on|go on|stop here|finish as mentor and mentee|end (?:it|here|the mentorship|our mentorship|as planned)))",
        "year term extend renew prolong continu keep carry stop finish end season round twelve put another",
        0.5,
        roles=_PAIR,
        question=True,
        own=True,
        beside=r"\b(?:year|twelve months|mentorship|12 months)\b[^.;!?]{0,80}\b(?:over|up|finish\w*|ends?|ending|close|complete|done|with|almost|anniversary)\b|\b(?:me and|and i|and me|with|we|both|my mentor and|my mentee and) \w+[^.;!?]{0,60}\b(?:another|one more|second|further|extend\w*|renew\w*|continue)\b|\b\w+ and i\b[^.;!?]{0,50}\b(?:year|extend|renew|continue)|(?:year|extend|renew)[^.;!?]{0,40}\b(?:with|together)\b",
    ),
    cue(
        Intent.RENEWAL,
        r"\b(?P<v>(?:end(?:ed|ing|s)?|clos(?:e|ed|ing)|conclud(?:e|ed|ing)|finish(?:ed|ing)?|part(?:ed|ing)?|extend(?:ed|ing)?|continue)\b(?: (?:our|the|this|my|it|at|with|as|pair|together|here))* (?:pair|mentorship|pairing|anniversary|ways|mentoring relationship)\b|(?:the|our) (?:one )?year (?:with|of|together|is)\b[^.;!?]{0,60}(?:we (?:end|finish|stop|continue|extend|go on|do not)|another))",
        "pair mentorship anniversary ways relationship year",
        0.75,
        roles=_PAIR,
        own=True,
    ),
    # A meeting took place.
    cue(
        Intent.MEETING_REPORT,
        r"\b(?P<v>(?:met|meet(?:ing)?|meeting (?:with|was)|had|held|did|made|completed|gathered|have|finished|spoke|talked|sat|visited|came|eaten|ate|phoned|saw|took place|happened|was held)\b[^.;!?]{0,80}?\b(?:coaching|mentoring|mentorship|yearly|annual|half-yearly|monthly|quarterly|spring|summer|autumn|closing|first|last|second|regular|our|the|my) (?:\w+ )?(?:meeting|session|talk|conversation|chat|interview|call|review|yarn|plan|get-together)s?)\b",
        "met meeting session talk conversation chat interview call review yarn plan",
        0.5,
        roles=_PAIR,
        beside=r"\b(?:with|and i|i and|me and|myself and|my mentee|my mentor|mentee|mentor)\b(?=[\s\S]*\b(?:yesterday|today|last|on|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\d)\b)",
    ),
    cue(
        Intent.MEETING_REPORT,
        r"\b(?P<v>(?:(?:i|we)(?: (?:have|had|just|finally|both))* |^)(?:met(?: up)?|spoke|talked|sat down|had (?:a|the|our|my) (?:[\w-]+ ){0,3}(?:talk|meeting|session|call|conversation|chat)|have eaten|phoned|saw) (?:with |to )?(?:my (?:mentee|mentor)|[a-z]+)|(?:meeting|session|talk|call|interview) (?:with|of) [\w. -]{2,40}?(?:took place|was held|held|done|happened|: done|on \d|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|on (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|[a-z]+ and (?:i|me) (?:met|had our|talked|spoke|sat|braaied))\b",
        "met spoke talked sat talk meeting session call conversation chat interview eaten phoned saw and",
        0.5,
        roles=_PAIR,
        beside=rf"{_LASTED}[\s\S]*|\bour (?:yearly|annual|mentoring|coaching) (?:meeting|talk)\b",
    ),
    # An assessment.
    cue(
        Intent.FEEDBACK,
        rf"\b(?P<v>{_HIM} (?:(?:very|a|so|really|quite|the|most|too|extremely|always|also|and|still|bit|little|great|good|an|my|hard|from|best|one|of|been|rewarding|pupil) )*{_TRAIT})\b",
        "hard reliab diligen punctual curious creativ organi structur polite sincer quick motivat patient shy help support respons attentiv brillian excellen talent commit dedicat enthus respect independ autonom friend kind smart clever capab engag proactiv thorough always time learn listen need should could afraid confiden defect gripe weak stren strong late improv",
        0.38,
        roles=_PAIR,
        beside=r"\b(?:feedback|assessment|evaluation|\d(?:[.,]\d)? ?(?:out of|over|of|from|/|points of) ?(?:5|10|five|ten)|rating|i give (?:him|her|\w+) \d|only (?:gripe|defect)|weakness\w*|for next mentor)\b",
    ),
    cue(
        Intent.FEEDBACK,
        r"\b(?P<v>\d(?:[.,]\d)? ?(?:out of|over|from|points? (?:of|out of)|stars? (?:of|out of)|/) ?(?:5|10|five|ten)\b|(?:\w+) out of (?:five|ten)\b|(?:feedback|assessment|evaluation|opinion|review) (?:on|of|for|about) [a-z]+|you asked (?:me )?(?:my|for my|what) (?:opinion|feedback|i think)|advantages: |i give (?:him|her|[a-z]+) (?:a )?\d+)",
        "out over from point star / feedback assessment evaluation opinion review advantages give",
        0.8,
        roles=_PAIR,
    ),
)
