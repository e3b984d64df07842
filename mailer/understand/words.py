# ruff: noqa: E501 - a word class broken over lines is harder to read than a long one
"""Classes of English words that the cues are written with: `{name}` in a cue stands for a class.

All words are in the plain form of `sentences.plain`. `{gap3}` is up to three words of no weight:
none of them denies, sets a condition, or brings in another subject. In `{donegap3}` none tells either
that something is only begun, planned or a part.
"""

import re

_STOP = (
    "not never no nor neither nobody without if when unless until till before whether he she they who which whose "
    "because but than asked told said says wants tells thinks hopes wonder why how what where colleague friend neighbour "
    "would've almost nearly half refuse refused instead said: thinking"
)
_STOPS = "|".join(_STOP.split())

_NOT_YET = (
    "will shall would going hope hoping plan planning may might must need want wish try trying can could should start started starting "
    "begin began half part module modules lesson lessons chapter chapters unit units section week most nearly some registration enrolment first halfway "
    "third quarter except everything until next previous other another yet your his her their our reading about reviewing translating "
    "translation writing preparing planning watching video slides introduction intro enrolling registering teaching organising organizing "
    "session form survey feedback payment sign-up signup profile account homework exercise review design application degree master's "
    "masters studies book thesis phd football soccer basketball swimming tennis running life fitness sport sports business career club "
    "company university school for two three four five six seven eight nine ten"
)
_NOT_YETS = "|".join(_NOT_YET.split())
_CLASSES = {
    # The role.
    "office": "role|position|post|duty|duties|function|functions|office|job|work|task|tasks|career|service|activity|activities|responsibility|responsibilities|hat|cap|badge|apron|place|seat|appointment|commitment|engagement|thing|stuff|gig|journey",
    "elsewhere": r"(?! (?:him|her|them|meeting|call|summit|application|request|mailing|chat|camp|guide|training|course|dinner|day|event|play|at (?:my|our|a|an|another|work|school|university|home)|for (?:my|our|a|another)|of (?:my|our|another)|in (?:my|our)|to my|role play)\b|'s\b)",
    "mentees": r"(?:my|the|these|those|two|three|four|both|all|our) (?:\w+ ){0,2}?(?:mentees?|young (?:people|ones)|reps|kids|pupils|guys|children)|mentees",
    # Leaving.
    "leave": (
        r"resign(?:ing|ed)?(?: from)?|retir(?:e|ing)(?: from)?|withdraw(?:ing)?(?: from)?|step+(?:ing)? (?:down|back|aside|away)(?: from)?|stand(?:ing)? down|bow(?:ing)? out(?: of)?|"
        r"quit(?:ting)?|stop(?:ping)?|ceas(?:e|ing)|giv(?:e|ing) up|lay(?:ing)? down|put(?:ting)? down|hand(?:ing)? (?:in|back)|drop(?:ping)?|leav(?:e|ing)|"
        r"clos(?:e|ing)|abandon(?:ing)?|let(?:ting)? go of|relinquish(?:ing)?|pull(?:ing)? (?:out of|the pin on)|pack(?:ing)? in|chuck(?:ing|in)?(?: in)?|switch(?:ing)? off|"
        r"hang(?:ing)? up|conclud(?:e|ing)|call(?:ing)? it (?:a day|quits)|done|finished|through|out|finish(?:ing)?|end(?:ing)?|exit(?:ing)?|apologi[sz]e from|free myself from|excuse myself from|retire|throw(?:ing)? in|turn(?:ing)? in|knock(?:ing)? (?:it |off )?(?:on the head )?|wrap(?:ping)? up|wind(?:ing)? (?:up|down)|part(?:ing)? from|cut(?:ting)? out|get(?:ting)? out of|pull(?:ing)? (?:back|away) from|move(?:ing)? on from|moving on from|surrender(?:ing)?|depart(?:ing)? from|offboard(?:ing)?(?: from)?|mak(?:e|ing) a clean break(?: from)?|say(?:ing)? (?:goodbye|farewell) (?:to|from)|hand(?:ing)? over|go from|part with|wash(?:ing)? my hands of|renounc(?:e|ing)|forgo(?:ing)?|discontinu(?:e|ing)|say(?:ing)? goodbye to"
    ),
    "forgood": r"for good|for ever|forever|permanently|for keeps|without return|once and for all|not (?:be )?(?:coming|com|come|going|go) back|not return|not plan to return|definitive(?:ly)?|final decision|finished for me|no way back|it is over|never (?:again|coming back)",
    "somebody": r"somebody|someone|some ?one|another (?:mentor|person|home|one)|a (?:new|different) (?:mentor|home|person)|new (?:mentor|home)s?|other mentors?",
    # Applying.
    "wish": (
        r"like|love|want|wish|hope|aim|offer|volunteer|happy|glad|keen|eager|willing|ready|interested|delighted|pleased|prepared|intend|available|"
        r"honou?red|able|excited|curious|tempted|desire|request|propose|ask|apply|applying|delighted"
    ),
    "novices": (
        r"newcomers?|newbies?|noobs|beginners?|novices?|juniors?|freshers?|freshm[ae]n|rookies?|starters|mentees?|new ?(?:reps?|people|person|members?|ones?|folks?|volunteers?|contributors?|starters?|joiners?|yins)|"
        r"(?:people|those|girls|boys|reps|ones|someone|somebody|anyone) (?:who|that) (?:are|is|have|has|just|start\w*|begin\w*|join\w*) (?:\w+ ){0,2}?(?:new|starting|started|begun|joined|out|beginning)?|(?:young(?:er)?|little|upcoming|starting|small) (?:reps?|ones?|people|members|plant|volunteers|folk)|first-?timers"
    ),
    "guide": (
        r"guide|guiding|support|supporting|accompany|accompanying|mentor|mentoring|teach|coach|coaching|look(?:ing)? after|take care of|taking care of|handhold|groom|grooming|walk(?:ing)? with|"
        r"welcome|take on|taking on|take|taking|lead|leading|carry|help|helping|show|showing|follow|mind|minding|raise|advise|receive|have"
    ),
    # The course.
    "course": r"coaching(?! (?:session|call|meeting|talk|conversation))|teachable|e-?learning",
    "lessons": r"lessons?|modules?|units?|chapters?|quiz(?:zes)?|videos?|sections?|parts?|assignments?|tests?",
    "partly": r"half|part of|module \w+|lesson \w+|chapter \w+|first|most|almost|nearly|some|except|all but|one of|halfway|registration|start|beginning",
    "did": r"finish|finished|complete|completed|passed|pass|done|concluded|concluding|cleared|closed|close|wrapped up|got through|went through|gone through|survived|knocked over|terminated|achieved|ended|graduated from|made it through|followed|worked through|ticked off|through|did|redid|rounded off|carried out|settled?|finishing|completing|clear|accomplished",
    "isdone": r"done|finished|complete|completed|over|passed|concluded|cleared|closed|behind (?:me|my back)|in the (?:bag|box|barrel|can)|in my pocket|wrapped up|history|through|ticked off|green|sorted|100 ?%|100 percent|at 100|worked through",
    "paper": r"certificate|cert|certs|diploma|attestation|proof|badge|screenshot|paper|pdf",
}
_GAP = re.compile(r"\{(done)?gap(\d)\}")
_CLASS = re.compile(r"\{([a-z]+)\}")
_CLASSES["mentorhood"] = (
    rf"(?:(?:an?|the|my|this|your|our|all|with|from|as|being|be|of|to|in|on|for|your|active|reps?|mozilla|community|acting|serving|working|continuing|role|position|post|duty|duties|function|functions|office|job|task|tasks|work|time|place|appointment|hat|cap) )*(?:mentors?|mentoring|(?:my )?mentorship (?=role|dut|position|activit|work|task))\b(?: (?:{_CLASSES['office']}))?{_CLASSES['elsewhere']}"
)


def _gap(found: re.Match[str]) -> str:
    stops = f"{_STOPS}|{_NOT_YETS}" if found[1] else _STOPS
    return rf"(?:(?!(?:{stops})\b)[\w'/-]+,? ){{0,{found[2]}}}?"


def spelled_out(text: str) -> str:
    """Return a cue's pattern with its word classes put in as groups."""
    text = _GAP.sub(_gap, text)
    while _CLASS.search(text):
        text = _CLASS.sub(lambda found: f"(?:{_CLASSES[found[1]]})", text)
    return text
