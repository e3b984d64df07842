# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""English ways to leave the role of mentor, written with the word classes of `words`."""

from mailer.rules.intents import Intent
from mailer.understand.cues import Role, cue

_LEAVE = Intent.RESIGNATION
_MENTOR = (Role.MENTOR, Role.STRANGER)
_LIST = r"(?:list|lists|page|group|team|pool|roster|register|books?|table|ranks|circle|role|mentors?|mentoring|programme page|rota|website)"
_FUTURE_ONES = r"(?:new ones|any ?more (?:mentees|reps|people)|(?:more|new|further|other) mentees|anybody|anyone|others)"

LEAVING = (
    cue(
        _LEAVE,
        r"\b(?:i|we) {gap8}(?P<v>(?:{leave}) (?:(?:my|the|in my|all my) (?:\w+ ){1,2}as (?:a |an |your )?mentor\b{elsewhere}|{mentorhood}))",
        "mentor",
        0.9,
    ),
    cue(
        _LEAVE,
        r"^(?:(?:and|so|hi|hey|hello|sorry|ok|well|sadly|unfortunately|hereby|with regret|regretfully|with this (?:mail|letter)|going to|have to|need to|must|will|decided to|have decided to|time to|after \w+ years|all|dear|council|team|please note|am|from \w+|today|now|just|gotta),? )*"
        r"(?P<v>(?:resigning|stepping (?:down|back|aside)|quitting|retiring|withdrawing|giving up|stopping|leaving|done|finished|through|out|quit|resign|step down|stop) {mentorhood})(?! (?:is|was|would|means|can|takes|may|might|should|feels|certificate|course))",
        "mentor",
        0.85,
        roles=_MENTOR,
    ),
    cue(
        _LEAVE,
        r"\b(?P<v>(?:please|kindly|could you|can you|you can|would (?:you|ye)(?: ever)?|and|let|so you can|,|^)? ?(?:take|remove|strike|scratch|delete|erase|drop|cross|cut|wipe|relieve|count) (?:me|my name|this name|my little star(?: of mentor)?)(?: be)?(?: removed)? (?:{gap3}(?:off|from|out of|out as|among|of|as|in) (?:[\w']+ ){0,5}?mentors?(?:'?s)?\b|(?:off|out|from) (?:the |your |yer )?(?:mentors?'? |mentoring )?(?:list|page|group|team|roster|books)\b))(?! (?:mailing|e-?mail|chat|channel|training))",
        "take remove strike scratch delete erase drop cross relieve count",
        0.75,
        roles=_MENTOR,
        question=True,
        beside=r"\bmentor|{forgood}",
    ),
    cue(
        _LEAVE,
        r"\b(?P<v>(?:let )?my name (?:be |to be |should be |can be |may be )?(?:removed|deleted|struck|taken) (?:from|off|out of) {gap4}mentors?)\b",
        "mentor",
        0.9,
        roles=_MENTOR,
    ),
    cue(
        _LEAVE,
        r"(?:^|\b)(?P<v>(?:i {gap2}|^)(?:can ?not|can no longer|do not|will not|could not|shall not|am not able to|will no longer|no longer|am unable to|can't|cannae|do not want to) (?:[\w-]+ ){0,3}?(?:(?:mentor|do the mentoring|do mentoring|carry (?:any|this)\w*|be (?:a |your |their )?mentor|be responsible for (?:my |the )?(?:\w+ )?mentees|continue (?:as |being |with |the |my )*mentor\w*|go on (?:as |being |with |the )*mentor\w*|serve as (?:a )?mentor|keep (?:up )?(?:the |on )?mentoring|act as (?:a )?mentor))\b)(?! (?:him|her|them|meeting|anybody else|two|three|more than|and)\b)(?! (?:until|before|this (?:week|month)|for (?:two|three|a|some)))",
        "mentor carry",
        0.8,
        roles=_MENTOR,
        own=True,
    ),
    cue(
        _LEAVE,
        r"\b(?P<v>(?:i am |i will be |from [\w ]{1,20} i am |am )?no longer (?:a |your |available as (?:a )?|at disposal as (?:a )?|be (?:a |your )?|act as (?:a )?)?mentor\b|(?:difficult|hard|impossible|not possible|too much)(?: for me)? to (?:continue|go on|keep|carry on)(?: (?:as|the|my|being|a|with|your))* mentor(?:ing)?|no more mentor(?:ing|s|ees)? (?:for|from) me\b|no more mentees for me|not (?:be )?(?:back|return\w*|continue|come back) as (?:a |your )?mentor\b|no longer available as (?:a )?(?:\w+ )?mentor\b|(?:not|no more) (?:a |be |be a )?mentor (?:again|any ?more|after|from)\b|no more (?:a |as (?:a |anybody's |anyone's )?)mentor\b|not (?:resume|continue|take up|return to|go back to|pick up) (?:the |my )?mentoring\b|my (?:\w+ ){0,3}(?:mentoring|as (?:a )?mentor) (?:is|are) (?:over|finished|closed|done|ended|at an end)\b|away as (?:a )?mentor\b|i stand no longer at disposal as mentor|mentor no more|i am out as (?:a )?mentor)",
        "mentor",
        0.85,
        roles=_MENTOR,
        own=True,
    ),
    cue(
        _LEAVE,
        r"\b(?P<v>(?:this (?:is|will be)|here (?:is|comes)|these are|it is|count|accept|treat|consider|take|tender(?:ing)?|present|submit|submitting|announce|communicate|send|hand in|handing in|find|offer) (?:[\w,]+ ){0,5}?my (?:formal |official |immediate )?resignation)\b(?! from (?:my|the) (?:job|company|bank|work|board|council|school|university|firm))",
        "resignation",
        0.6,
        roles=_MENTOR,
        question=True,
        beside=r"\bmentor(?!s' page)",
    ),
    cue(
        _LEAVE,
        r"\b(?P<v>my (?:last|final) (?:day|days|week|month|year|term)\b(?: as (?:a |your )?mentor)?|this (?:is|will be|was) (?:my |the )?last (?:day|week|month|year) (?:as (?:a |your )?mentor|i take care of|with my mentees|of my mentoring))",
        "last final",
        0.5,
        roles=_MENTOR,
        own=True,
        beside=r"\b(?:as (?:a |your )?mentor|quit\w*|resign\w*|leav(?:e|ing) the mentor\w*|stop\w* (?:as|being))\b",
    ),
    cue(
        _LEAVE,
        r"\b(?P<v>(?:find|hand|give|gie|pass|transfer|endorse|move|entrust|arrange|look for|assign)\b (?:[\w']+ ){0,4}?(?:{mentees}|my (?:two|three|four)\b|them|him|her|[a-z]+ and [a-z]+)\b|(?:find|arrange|look for) {somebody}(?: (?:else|new|good))? (?:for|to) {gap3}\w+|the mentees,? i (?:pass|hand|give)|{somebody} (?:else )?(?:will have|has|have|should|must|can) (?:to )?(?:do|take over|take) (?:the|my) (?:mentoring|mentees|wheel))",
        "find hand give gie pass transfer endorse move entrust arrange look assign some mentees",
        0.45,
        roles=_MENTOR,
        question=True,
        beside=r"{forgood}|\bno more mentees\b|will not be taking (?:any )?new|\bremain (?:a )?rep\b|only (?:a )?(?:simple|normal|ordinary) rep\b",
    ),
    cue(
        _LEAVE,
        r"\b(?P<v>(?:i (?:need to|must|have to|want to|will|am|now|hereby) )+(?:let(?:ting)? go of|giv(?:e|ing) up|leav(?:e|ing)|hand(?:ing)? over|say(?:ing)? goodbye to|part(?:ing)? from|releas(?:e|ing)) (?:all )?my (?:\w+ )?mentees|(?:it is |this is |say(?:ing)? )?goodbye (?:\w+ ){0,2}(?:as their mentor|to my mentees|for my (?:\w+ )?mentees))\b",
        "mentee goodbye",
        0.85,
        roles=_MENTOR,
    ),
    cue(
        _LEAVE,
        r"\b(?P<v>(?:from|after|as of|starting) [^.;!?]{2,40}? i (?:am|will be|remain|stay|become) (?:again )?(?:only |just )+(?:a )?(?:simple |normal |ordinary |plain )?rep\b|i remain (?:a )?rep\b|one mentor less|free woman: no more mentoring|(?:it is|the one (?:thing )?to go is|so it is|and it is) the (?:mentoring|mentees)$|i close that of the mentoring|relieve me (?:from|of) (?:my |the )?mentees?)",
        "rep mentor mentee",
        0.8,
        roles=_MENTOR,
    ),
    cue(
        _LEAVE,
        r"\b(?P<v>do not count on me any ?more|count me out|i am out\b|i close this cycle|hand in my mentorship|(?:my )?(?:place|seat|role) (?:is |as )?vacant|hand (?:the|my) mentoring (?:over|in|on)|put down the role|goodbye to the role|i resign (?:now|here|herewith)|i (?:hereby )?resign[.,;!]|i have given (?:it )?my notice|i gave notice|i (?:have )?hand(?:ed)? in my (?:badge|notice|hat|whistle)|(?:i have taken|took|the) decision to give it up|not (?:be )?coming back to (?:it|this)|i will not return to this|step(?:ping)? (?:down|aside)|take me off|my time is (?:up|over)|hang(?:ing)? up my (?:\w+ )?(?:hat|boots|gloves|spurs|apron)|pass(?:ing)? (?:on )?the (?:torch|baton|flag)|time (?:for me )?to (?:go|leave|let go|say goodbye|move on|hang up)|scratch me out)\b",
        "hand place seat role goodbye vacant count out cycle notice badge hat whistle decision coming return step take time hang pass scratch hand",
        0.5,
        roles=_MENTOR,
        own=True,
        beside=r"\b(?:no (?:time for|more) mente\w+|my mentees?\b.{0,200}(?:{forgood}|somebody|someone|new mentor|over to)|(?:find|arrange) {somebody}(?: else)? for|{forgood}|no more mentees)",
    ),
)
