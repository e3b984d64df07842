# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""English ways to ask for the role of mentor, written with the word classes of `words`."""

from mailer.rules.intents import Intent
from mailer.understand.cues import Role, cue

_APPLY = Intent.MENTOR_APPLICATION
_REPS = (Role.REP, Role.STRANGER)
_CONTEXT = r"\b(?:mentors|mentoring|a mentor|be mentor|guide (?:new|others)|{novices}|the new (?:ones|folk))\b(?! (?:finished|did|wrote))"

APPLYING = (
    cue(
        _APPLY,
        r"\b(?:i|we|me) {gap6}(?:{wish})(?:ing)? (?![^\n]{0,40}\bchange\b){gap3}(?P<v>(?:be|become|becoming|being|try|trying|serve|serving|join|joining|have a go|volunteer|volunteering|help as|act|start|work|entry|considered|accepted|apply|application|to|as|for|in|the|at)(?: (?:be|being|become|becoming|me|myself|a|an|as|to|in|for|of|at|the|role|position|post|job|team|list|one|your|reps?|mozilla|community|new|good|official|consider|taken|added|considered|accepted|also|into|among)){0,7} (?:(?<!for a )(?<!with a )(?<!to a )mentors?|mentoring)\b)(?! (?:change|request|for me|that|who|who's|myself|him|her|by|to my)\b)(?! for (?:me|my))(?!'s)(?! (?:at|in|for) (?:my|our|a))",
        "mentor",
        0.85,
        roles=_REPS,
        question=True,
    ),
    cue(
        _APPLY,
        r"^(?:[\w, ]{0,40}?(?:also|and|so|still|hello|hi|council|yes|ok|please),? )?(?P<v>(?:keen|happy|ready|eager|interested|willing|want|would love|would like|wish|apply(?:ing)?) (?:to |in |as |for )?(?:[\w]+ ){0,5}?(?:a |as )?mentor(?:ing|s)?\b)(?! (?:me|for me|request|change))",
        "mentor",
        0.8,
        roles=_REPS,
        question=True,
    ),
    cue(
        _APPLY,
        r"\b(?P<v>(?:submit|send|present|propose|put in|hand in|make) (?:you )?my (?:application|candidature|candidacy) (?:[\w]+ ){1,6}?mentor(?:ing|ship)?\b|(?:i|to|and|me|would|will|so|can|could|want to|just) (?:hereby )?(?:offer|propose|present|submit|put|nominate|volunteer|recommend|register|enrol|make|send|announce)(?:ing)? (?:myself|my (?:name|candidature|candidacy|application|services|hand)|me|application)(?: (?:forward|up|in|the|hat|down|myself|for|as|to|be|of|a|mentorship|position|role|between|your|hands|serve|being|help|ring|into|formally)){0,9} mentor(?:s|ing|ship)?\b)",
        "mentor",
        0.9,
        roles=_REPS,
        question=True,
    ),
    cue(
        _APPLY,
        r"\b(?P<v>(?:sign|put|pit|write|count|chuck|stick|add|note|list|enrol|enlist|register|include|take|consider|accept|have|make|get|use|throw|tick|pencil|let|mark|enter) (?:me|my name|my hat|us)(?: (?:also|be|please|too|down|doon|up|in|on|into|as|for|to|the|a|an|your|list|team|group|role|next|possible|potential|future|candidate|of|among|between|with|those|who|will|persons|people|queue|page|ring|hat)){0,9} (?:(?<!for a )(?<!with a )(?<!to a )mentor(?:s|ing|ship)?\b|{novices}|guid(?:e|es|ing)\b)(?: list| group| candidate| role| position| team| or two)?)(?! (?:request|change|for me|who|mailing)\b)",
        "mentor guid new newcom newb mentee beginner junior fresh young",
        0.85,
        roles=_REPS,
        question=True,
    ),
    cue(
        _APPLY,
        r"\b(?P<v>(?:sign|put|pit|write|count|chuck|stick|add) (?:me|my name) (?:down|doon|up|in|there)\b|count me in|i am (?:in|down|game|on board|all in|up for it|available|here|ready)\b(?! (?:for|with|at|to do|to (?:pay|start the|finish|resign))\b)|i raise my hand|my hand is up|(?:volunteering|i volunteer) myself|use me|i am the pole|i take the torch|i would stand ready|consider me|i offer$|i can be this somebody|i wish to give|write me down|register me|put my name|send me|here am i|i am (?:very )?free|please put me there|give (?:me|us) a (?:shout|go)|send them my way|i answer: i would|i am ready to jump on|here is my name)(?! (?:fund|money))",
        "sign put pit write count chuck stick add use consider give send volunteering hand pole torch stand game down board ready here offer answer somebody wish",
        0.5,
        roles=_REPS,
        question=True,
        beside=r"\b(?:(?:become|becoming|being|be) a mentor|need (?:more )?mentors|interested in mentoring|short of (?:\w+ ){0,4}mentor\w*|no mentor|more mentors|(?:no|zero|few) mentors|mentors are (?:missing|needed)|(?:for|help|guid\w+|show) (?:the )?{novices}|there is no mentor|list mentor|mentor list|new places for mentors)\b",
    ),
    cue(
        _APPLY,
        r"^(?=[^\n]*\b(?:i|me|us|we|my)\b)[^\n]*?\b(?P<v>(?:would|want|can|could|like|love|ready|happy|glad|keen|willing|let me|opportunity|chance|wish|will|may|able|interested|time|offer|should(?: not)?(?: i)?|might|capacity|space|room|heart|turn|eager|available|free|volunteer\w*|please|help) (?:(?:to|please|also|in|for|of|be|not|i|gladly|with|so|just|start|work|participate|very|much|well|really|do|now|then) ){0,5}(?:(?:{guide}) )?(?:(?:a|an|one|two|three|or|some|few|any|couple|of|these|those|the|other|my|own|first|with|for|to|up|persons|people|more|they|support|help|our|your) ){0,6}{novices}\b)",
        "new newcom newb mentee beginner junior fresh young novice starter rookie noob ones",
        0.8,
        roles=_REPS,
        question=True,
    ),
    cue(
        _APPLY,
        r"\b(?P<v>(?:give|send|gie|find|assign|bring|entrust|got|line up|pass) (?:me|us|any|some)?(?: (?:a|an|one|two|three|or|some|few|any|the|my|first|just|couple|of|already|please|own|also|young)){0,5} (?:{novices}|of them to start|fellas))\b",
        "give send gie find assign bring entrust got line pass",
        0.8,
        roles=_REPS,
        question=True,
    ),
    cue(
        _APPLY,
        r"\b(?P<v>(?:is there (?:still )?(?:a )?(?:room|space|place|slot)|are (?:you|ye) (?:still )?(?:accepting|looking for|taking on|taking|seeking)|still (?:accepting|looking for|taking)|(?:one |i )?(?:can|could|may) (?:i |one )?(?:still )?(?:enter|join|come|apply) (?:among|in|as|for|to))(?: (?:new|more|for|me|in|among|as|a|an|those|who|the|on|your|any|one|some|another)){0,5} (?:mentors?|mentoring|guide)\b)",
        "mentor guide",
        0.8,
        roles=_REPS,
        question=True,
        own=True,
    ),
    cue(
        _APPLY,
        r"(?:^|\b)(?P<v>^(?:now |am |also |and |i am )*(?:ready|available|open) for (?:my |a |the |some )?(?:first |new )?mentees?\b|mentoring,? (?:that |it )?(?:tempts|interests|attracts|appeals to) me|my interest in mentor\w*|\b(?:i|we) {gap6}interest(?:ed)? (?:in|for|to) (?:the |being |becoming |a |reps )*mentor(?:ing)?(?: role| position)?\b(?! for me)|(?:be|am|is) (?:up|on|game|in) for (?:[\w]+ ){0,4}?(?:mentoring|mentees|{novices})|my turn (?:now )?(?:to (?:guide|mentor|help|give)|.{0,60}support new)|what (?:would be|is) (?:asked|required|expected) of (?:me|a mentor)|my application (?:as|for|to be(?:come)?) (?:a )?mentor\w*|as (?:a )?mentor candidate|i am applying (?:as|to (?:be|become)) (?:a )?mentor|let me be a mentor|become a mentor myself|process my mentorship|to do the same for {novices}|(?:entered|appointed|registered|considered|accepted|listed|added|placed) (?:[\w]+ ){0,3}(?:as|among the) (?:a )?mentors?\b)",
        "mentor mentee mentees interest game asked required expected applying same up",
        0.8,
        roles=_REPS,
        question=True,
        own=True,
    ),
)
