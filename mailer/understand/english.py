# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""English cues for the three intents that change most: application, course, resignation.

Patterns are anchored on "I": what a colleague wants, or somebody was asked to do, does not match.
All texts are in the plain form of `sentences.plain`: lower case, "I'm" written as "i am".
"""

from mailer.rules.intents import Intent
from mailer.understand.cues import Cue, Role, cue

_CHAIN = (
    r"(?:(?:hereby|herewith|now|today|also|therefore|thus|really|just|officially|formally|"
    r"regretfully|sadly|unfortunately|finally|definitely|gladly|simply|currently|only|very much|"
    r"do|am|have|will|would(?= (?:like|love|prefer|hereby|be) )|shall|must|be|been|need|want|wish|like|love|intend|prefer|"
    r"write|writing|going|decided|chosen|made the decision|made up my mind|taken the decision|"
    r"come to the decision|forced|obliged|happy|glad|willing|"
    r"able|eager|keen|pleased|sorry|afraid|to say|to tell you|to inform you|to let you know|"
    r"to announce|that|to|i|it is time(?: for me)?|here|out|still|always|ask|offer|next|soon) ){0,9}"
)
_ME = rf"\bi {_CHAIN}"
_WISH = (
    r"\bi (?:(?:would|will|be|do|really|very much|am|also|still|definitely|therefore|now|have|hereby|"
    r"just|writing|write|to say|that|i|decided|ask|always|long|gladly) ){0,6}"
    r"(?:like|want|wish|love|wanted|hope|aim|offer|volunteer|happy|glad|keen|eager|willing|ready|"
    r"interested|delighted|pleased|prepared|decided|aspire|intend|available|writing|honoured|honored) "
    r"(?:to )?(?:(?:also|one day|now|please|officially|formally|gladly|very much) )?"
)
_NOT_MENTOR_OBJECT = (
    r"(?:so|because|since|but|and|who|which|job|work|company|employer|firm|bank|newspaper|school|"
    r"university|board|council|treasurer|secretary|seat|coordinator|chair|teacher|lead|leader|"
    r"until|if|unless|mentee|mentees|asked|while|not|club|band|church|committee)"
)
_GAP = rf"(?:(?!{_NOT_MENTOR_OBJECT}\b)[\w'/-]+ ){{0,7}}?"
_MENTOR = r"(?:reps? |mozilla |peer |community |programme |program )?mentor(?:s|ing|ship)?\b"
_SAME_ROLE = (
    r"(?! (?:him|her|them|application|request|summit|meeting|group chat|chat|guide|role play|play|mailing|event|camp|day|dinner)\b|'s\b)"
    r"(?! (?:at|for|of|in) (?:my|our|another|the other|a) )"
)
_LEAVE_ROLE = (
    rf"(?P<v>resign(?:ing|ed)?|step(?:ping|ped)? (?:down|back|aside|away)|quit(?:ting)?|retir(?:e|ing)|"
    rf"bow(?:ing)? out|stand(?:ing)? down)(?! myself| to\b) {_GAP}"
    rf"(?:(?:as|from|of|being|in) )?(?:(?:my|the|this|an?|your|role|position|post|duty|duties|function|office|job of|work|task|place|as|of|being|reps?|mozilla|active|current) )*{_MENTOR}"
    rf"{_SAME_ROLE}"
)
_STOP_BEING = (
    rf"(?P<v>stop(?:ping)?|quit(?:ting)?|ceas(?:e|ing)|giv(?:e|ing) up|resign(?:ing)? from|done|finished|through) "
    rf"(?:being |to be |as |acting as |serving as |working as |my (?:role|work|time|position|post|place|duties|task) (?:as|of) |"
    rf"with |my )?(?:being )?(?:an? |the |your )?{_MENTOR}{_SAME_ROLE}(?! (?:at|in) (?:the|ten|nine|\d))"
)
_HAND_IN = (
    r"(?P<v>leav(?:e|ing)|resign(?:ing)?|quit(?:ting)?|giv(?:e|ing) up|lay(?:ing)? down|withdraw(?:ing)?(?: from)?|relinquish(?:ing)?|"
    r"hand(?:ing)? (?:in|back|over)|drop(?:ping)?|end(?:ing)?|put(?:ting)? down|vacat(?:e|ing)|giv(?:e|ing) back) "
    r"(?:my |the |this )?(?:(?:mentor(?:ing)?|mentorship) (?:role|position|post|duties|job|work|hat|badge|team|task|office|responsibilities)\b(?! play)|"
    r"(?:role|position|post|duties|function|work|task|time|service|place|office|hat|responsibilities) (?:as|of|for) (?:being )?(?:an? |the |your )?"
    rf"{_MENTOR}|(?:team|group|circle|list|pool|ranks) of (?:the )?mentors\b)"
)

RESIGNATION: tuple[Cue, ...] = (
    cue(Intent.RESIGNATION, rf"{_ME}{_LEAVE_ROLE}", "mentor"),
    cue(Intent.RESIGNATION, rf"{_ME}{_STOP_BEING}", "mentor"),
    cue(Intent.RESIGNATION, rf"{_ME}{_HAND_IN}", "mentor"),
    cue(
        Intent.RESIGNATION,
        rf"^(?:hereby |herewith |with regret,? |effective \w+,? )?(?:i am )?{_LEAVE_ROLE}(?! (?:is|was|would|means|can|takes|may|might|should|will|feels))",
        "resigning stepping quitting retiring",
        0.9,
    ),
    cue(
        Intent.RESIGNATION,
        r"(?:accept|consider|take|treat|regard|here is|this is|(?:this|it) as|hand in|handing in|tender|tendering|"
        r"submit|submitting|send|sending|announce|announcing|offer|give|giving|attached is|confirm) (?:you )?(?:this )?(?:e?-?mail |message |letter |note )?"
        r"(?:as )?my (?:formal |official |immediate )?(?P<v>resignation) (?:as|from|of) (?:(?:my|the|this|being) )?"
        rf"(?:an? |your )?(?:(?:role|position|post|duties|function|task) (?:as|of) )?(?:an? |the |your )?{_MENTOR}",
        "resignation",
        question=True,
    ),
    cue(
        Intent.RESIGNATION,
        r"\bi (?:(?:am|will|do|really|can|simply|feel|sadly|have decided) )*(?P<v>(?:no longer|not|never)"
        r"(?: (?:be|want|wish|like|able|going|available|feel able|in a position|capable|be able|to|longer))*"
        r"(?: (?:be|serve|act|work|continue|go on|carry on|stay on|stay|remain|keep on|keep|do|available))*"
        r"(?: (?:as|being|my|of|to be|with))* (?:an? |the |your |my )?(?:role as (?:an? )?|work as (?:an? )?)?"
        r"(?:mentor|mentoring)\b)(?=(?: (?:any ?more|any longer|from|after|role|in the reps|for the (?:programme|program|reps))|[.,;!]|$| and\b| because\b| as of\b))",
        "mentor",
        own=True,
    ),
    cue(
        Intent.RESIGNATION,
        r"\b(?:my (?:time|service|work|days|journey|term|role) as (?:an? |your )?mentor (?P<v>ends?|is over|is done|is finished|"
        r"(?:has )?(?:come|comes?) to an end|will end|finishes)|my (?P<v2>last day) as (?:an? |your )?mentor (?:is|will be|was))",
        "mentor",
        own=True,
    ),
    cue(
        Intent.RESIGNATION,
        r"\b(?P<v>(?:please )?(?:remove|take|strike|delete|drop) (?:me|my name) (?:from|off|out of|as) (?:the |your )?"
        r"(?:(?:list|page|group|pool|team) of (?:the )?(?:active )?mentors|mentors?(?:'s?)?(?: list| page| group| pool| team)?)\b)(?! (?:mailing|e-?mail|chat|channel|for))",
        "mentor",
        0.85,
        roles=(Role.MENTOR,),
        question=True,
    ),
    cue(
        Intent.RESIGNATION,
        rf"{_ME}(?P<v>resign(?:ing)?|step(?:ping)? (?:down|aside)|quit(?:ting)?)"
        r"(?= ?(?:[.!,;-]|$|from (?:the )?(?:role|position|post)[.,!]|with |effective|immediately|as of|from (?:today|now|\d|the \d)|today|at the end|by the end|on \d))",
        "resign step quit",
        0.8,
        roles=(Role.MENTOR,),
    ),
    cue(
        Intent.RESIGNATION,
        rf"\b(?P<v>resign(?:ing|ed|s|ation)?|step(?:ping|ped|s)? (?:down|back)|quit(?:ting|s)?|stop(?:ping|s)? (?:being|as)|giv(?:e|ing) up) {_GAP}mentor(?:ing)?\b",
        "mentor",
        0.4,
    ),
    cue(
        Intent.RESIGNATION,
        rf"{_ME}(?P<v>leav(?:e|ing)|quit(?:ting)?|resign(?:ing)? from) (?:the )?(?:mozilla )?(?:reps?|programme|program|reps (?:programme|program))\b",
        "leav quit resign",
        0.7,
        roles=(Role.MENTOR,),
    ),
)

_THE_ROLE = (
    r"(?:an? |one of (?:the |your )|the |your )?(?:role (?:of|as) (?:an? )?|position (?:of|as) (?:an? )?|job of (?:an? )?)?"
    r"(?:(?:new|good|future|official|reps?|mozilla|community|active|full|proper) )*"
)
_OF_THE_PROGRAMME = (
    r"(?! (?:who|that|which|and (?:a|an|still)|for me|to me|of my own|meeting|call|training|application|at (?:my|the|a|an)|in (?:my|an|another) (?!country|region|area|city|community|language)|"
    r"(?:for|to|of) (?:my|our|a|the|his|her) (?!country|region|area|city|community|communities|language|local|new|next|balkan|reps|programme|program))\b)(?!'s)"
)
_AS = r"(?:as|to be|to become|being|becoming|in the role of|on the list of|for the role of|for the position of|to the list of|to the team of|in as)"
_BECOME = (
    rf"(?P<v>(?:becom(?:e|ing)|be|being) {_THE_ROLE}mentors?\b"
    rf"|(?:serve|serving|act|acting|work|working|volunteer|volunteering|help|step up|step in|apply|applying|register|registering|sign up|train|qualify|contribute|"
    rf"enrol|enroll|give back|get involved|start|join|be considered|be added|be accepted|be listed) {_AS} {_THE_ROLE}mentors?\b"
    r"|(?:join|joining) (?:the |your )?(?:(?:team|group|ranks|list|circle|pool|family) of )?(?:the )?mentors\b"
    r"|(?:take (?:up|on)|fill|apply for|try) (?:the |a )?(?:role (?:of|as) (?:an? )?|position (?:of|as) (?:an? )?|mentor (?:role|position|post))(?:mentor\b)?)"
    rf"{_OF_THE_PROGRAMME}"
)

APPLICATION: tuple[Cue, ...] = (
    cue(Intent.MENTOR_APPLICATION, rf"{_WISH}{_BECOME}", "mentor", question=True),
    cue(
        Intent.MENTOR_APPLICATION,
        rf"\b(?:i|my)\b[^;:?!]{{2,120}}? and (?:(?:would|now|also|really|therefore|am) )*(?:like to|want to|wish to|ready to|interested in|happy to|keen to|eager to|love to) (?:(?:now|also|apply to) )*{_BECOME}",
        "mentor",
        0.9,
    ),
    cue(
        Intent.MENTOR_APPLICATION,
        r"\bi (?:(?:would|am|have|was|got|also|really|very|still|become|been|be|grown|always|,|quite|now|much|genuinely|indeed|thus|more and more|strongly|highly) )*"
        r"(?P<v>interest(?:ed)?) (?:in|to|for) (?:(?:the|a|an|this|becoming|being|be|become|serving as|working as|taking on|taking up|joining as|possibility of|opportunity of|idea of) )*"
        r"(?:role (?:of|as) (?:an? )?|position (?:of|as) (?:an? )?)?(?:(?:rep|reps|mozilla|new|future|community) )*(?:mentoring(?! (?:programme|program|for me))|(?<=ing a )mentor|(?<=ing )mentor|(?<=become a )mentor|(?<=be a )mentor|mentor (?:role|position|post|job)|(?<=role of a )mentor|(?<=role of )mentor|(?<=ing a rep )mentor|(?<=ing a reps )mentor|(?<=ing a mozilla )mentor)\b",
        "mentor",
    ),
    cue(
        Intent.MENTOR_APPLICATION,
        rf"\b(?:it would be|would be|it is|my) (?:(?:an?|my|the|great|real|big|long|own|for|me) )*(?:honou?r|pleasure|joy|privilege|wish|dream|goal|aim|plan|hope|turn|time)(?: for me)?(?: is| now| was)* to {_BECOME}",
        "mentor",
        0.85,
    ),
    cue(
        Intent.MENTOR_APPLICATION,
        r"\b(?:i am (?:very |really |quite |still )?interested in|i (?:would like|want|wish) to express my interest in|i express my interest in|my interest in) "
        r"(?P<v>(?:becoming|being|serving as|joining as|working as|taking (?:on|up) the role of|the role of|the position of) (?:an? |one of the )?(?:(?:reps?|mozilla|new|community) )*mentors?\b)",
        "interest",
    ),
    cue(
        Intent.MENTOR_APPLICATION,
        r"\bi (?:(?:hereby|herewith|am|now|would like to|want to|wish to|decided to|have decided to|officially|formally|also|therefore|writing to|humbly) )*"
        r"(?P<v>apply(?:ing)?|submit(?:ting)? my (?:application|candidacy|candidature)|send(?:ing)? (?:you )?my application|put(?:ting)? (?:my name|myself) forward|nominate myself|propose myself|offer myself|present my candidacy|candidate) "
        r"(?!for (?:an? )?mentor\b(?! (?:role|position|post)))(?:(?:as|to be|to become|for|of|the|an?|being|becoming|role|position|post|your|open|to|serve|reps?|mozilla|new|place|list) )*mentor(?:s|ing|ship)?\b(?! (?:change|for me))",
        "mentor",
    ),
    cue(
        Intent.MENTOR_APPLICATION,
        r"\b(?P<v>(?:this is|here is|here comes|attached is|please (?:accept|consider|find|take)|find|consider this|accept) (?:attached )?(?:this |e?-?mail |as |here )*my (?:formal |official )?(?:application|candidacy|candidature) (?:as|for|to (?:be|become)) "
        r"(?:(?:the|an?|role|position|of|reps?|mozilla|being) )*mentor(?:ing|ship)?\b)",
        "applic candida",
    ),
    cue(
        Intent.MENTOR_APPLICATION,
        r"\b(?P<v>(?:please )?(?:consider|count|put|add|register|take|list|enlist|sign|make|enrol|enroll|note|have|let) me (?!(?:\w+ ){0,6}?(?:for|with|to) an? (?:\w+ )?mentor\b)(?:(?:be|become|in|up|down|on|also|as|for|to|among|the|an?|of|your|role|list|page|new|group|candidate|candidates|next|potential|possible|future) )*mentors?\b)"
        r"(?!ship)(?! (?:who|for me|program))",
        "mentor",
        0.9,
        roles=(Role.REP, Role.STRANGER),
        question=True,
    ),
    cue(
        Intent.MENTOR_APPLICATION,
        r"\b(?P<v>(?:how|where|what) (?:can|do|could|should|must) i (?:(?:do|need|have|to|now|best) )*(?:become|apply to be|apply as|apply to become|sign up as|register as|be) (?:an? )?(?:reps? |mozilla )?mentor\b"
        r"|(?:can|could|may|might) i (?:also |please |still )?(?:become|apply to be|apply as|apply to become|be|join as|serve as|help as) (?:an? |one of the |your )?(?:reps? |mozilla )?mentors?\b)(?! (?:who|and still))",
        "mentor",
        0.8,
        roles=(Role.REP, Role.STRANGER),
        question=True,
    ),
    cue(
        Intent.MENTOR_APPLICATION,
        r"\bi (?:(?:am|feel|think|believe|that|i|now|also|really|finally|would|be|think that) )*(?P<v>(?:(?:ready|happy|glad|willing|keen|eager|prepared|like|want|love) to mentor(?= ?[.,!;]|$)|(?:ready|available|prepared|happy|glad|able|willing|keen|eager|open|excited|like|want|love) "
        r"(?:for|to (?:take(?: on)?|accept|have|receive|get|meet|guide|welcome|support|help|mentor|be given|start mentoring|start with)) (?:(?:my|a|an|the|new|first|some|one|two|three|other|others|also|few|more|own|and|to|or) )*"
        r"(?:mentees?|reps|newcomers|others|people|someone|somebody|new members|new volunteers|new contributors)))(?!\w)",
        "mentee mentor reps newcomer other people some new",
        0.85,
        roles=(Role.REP,),
    ),
)

_DONE = (
    r"(?P<v>finish(?:ed)?|complet(?:e|ed)|pass(?:ed)?|done|concluded|graduated from|got through|went through|"
    r"gone through|did|wrapped up|ended|made it through|took and passed|accomplished|cleared|sat through|through)"
)
_COURSE_GAP = (
    r"(?:(?!(?:but|and i|then|will|so|not|half|part|module|modules|lesson|lessons|chapter|chapters|unit|units|section|week|most|almost|"
    r"nearly|some|registration|enrolment|first|halfway|third|quarter|except|everything|all but|before|after|until|next|previous|other|another|yet|your|his|her|their|our|reading|about|reviewing|translating|translation|writing|preparing|planning|watching|video|slides|introduction|intro|enrolling|registering|teaching|organising|organizing|session|form|survey|feedback|payment|sign-up|signup|profile|account|homework|exercise|review|design|application|\d+|%|two|three|four|five|six|seven|degree|master's|masters|studies|book|thesis|phd|football|soccer|basketball|swimming|tennis|running|life|fitness|sports?|business|career|club|company|university|school)\b)[\w'/()\":-]+ ){0,9}?"
)
_COURSE_NAME = (
    r"(?>coaching(?: (?:skills|training|and mentoring|for mentors))?(?: (?:training|course|class|program|programme|curriculum|modules?))?|"
    r"teachable(?: (?:training|course|class))?)\b(?! (?:badge|licence|license|degree|session|call|meeting|book|slides|of|for my|at my|(?:on|along|over) to)\b)(?!'s)"
)
_COURSE_THING = r"(?:coaching|teachable)\b"
_SOON = r"(?! (?:next|soon|tomorrow|by (?:the end|next)|in the coming|until))"

_ALL = r"(?:(?:all|every)(?: (?:of|the|\w+))? (?:modules?|lessons?|chapters?|units?|parts?|sections?) (?:of|in|from) )?"

COMPLETION: tuple[Cue, ...] = (
    cue(
        Intent.COURSE_COMPLETION,
        rf"\bi (?:(?:have|had|just|finally|now|successfully|already|also|recently|am|today|yesterday|happily|officially|and|"
        rf"am happy to say that|am glad to report that|can (?:happily )?report that|would like to tell you that|i|got|that|proudly|even|actually|last \w+|this \w+|then) )*"
        rf"{_DONE} (?:with )?{_ALL}{_COURSE_GAP}{_COURSE_NAME}{_SOON}",
        "coaching teachable",
    ),
    cue(
        Intent.COURSE_COMPLETION,
        rf"(?:^|[,;:.-] ?|\band (?:i )?(?:have )?)(?:(?:have|just|finally|successfully|happily|now|and|hooray,|done:|yesterday i|today i) )*"
        rf"(?P<v>finished|completed|passed|done with|concluded|graduated from) {_ALL}{_COURSE_GAP}{_COURSE_NAME}{_SOON}",
        "coaching teachable",
        0.85,
    ),
    cue(
        Intent.COURSE_COMPLETION,
        rf"\b(?:(?:the|my|this|your|our) )?{_COURSE_NAME}(?: (?:on|at|from|of|in) (?:teachable|the (?:portal|platform)|mozilla)(?:\.com)?)?,? "
        r"(?:is|was|has been|are) (?:now |finally |successfully |officially |all |also |already )*"
        r"(?P<v>finished|completed|complete|done|passed|behind me|concluded|in the bag|ticked off)\b(?! by)",
        "coaching teachable",
        0.9,
    ),
    cue(
        Intent.COURSE_COMPLETION,
        rf"\bi (?:(?:have|now|finally|also|already) )*(?:have|got) (?:the |my )?{_COURSE_NAME}(?: \w+){{0,2}} (?P<v>behind me|done|finished|completed|in my pocket|in the bag)",
        "coaching teachable",
        0.9,
    ),
    cue(
        Intent.COURSE_COMPLETION,
        rf"{_COURSE_NAME}[^.;!?]{{0,60}}? and (?:i )?(?:have |now |finally )*(?P<v>finished|completed|passed) it\b",
        "coaching teachable",
        0.85,
    ),
    cue(
        Intent.COURSE_COMPLETION,
        rf"\b(?:attached|enclosed|here|find|below|sending|send|attach|enclose|link)\b[^.]{{0,50}}?\b(?:my|the) (?P<v>(?:certificate|diploma|proof of completion|completion certificate|badge))"
        rf"\b[^.]{{0,40}}?{_COURSE_THING}",
        "certificate diploma proof badge",
        0.85,
    ),
    cue(
        Intent.COURSE_COMPLETION,
        rf"\b(?:i|it) (?:(?:have|just|finally|was|got|received|earned|today|now|also|have been|been|given) )+(?:my |the |a )?(?P<v>(?:certificate|diploma|completion certificate)) "
        rf"(?:of|for|from|in) {_COURSE_GAP}{_COURSE_THING}",
        "certificate diploma",
        0.9,
    ),
    cue(
        Intent.COURSE_COMPLETION,
        r"\bi (?:(?:have|just|finally|now|successfully|already|also|recently|am|yesterday|today) )*(?P<v>finished|completed|passed|done with|got through|did) "
        r"(?:with )?(?:all (?:of )?)?(?:the |my |your |this )?(?:(?:mentors?'?|online|whole|entire|required|obligatory|mandatory) )*(?:training|course|modules|class)\b"
        r"(?! (?:on|in|for|at|about|of)\b(?! (?:teachable|\d|the portal|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|time)))",
        "training course modules class",
        0.55,
    ),
)
