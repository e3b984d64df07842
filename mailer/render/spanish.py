"""Spanish: the words of letters that stand in no template."""

import re

from mailer.render.languages import Language
from mailer.rules import spanish
from mailer.rules.sayings import sayings

__all__ = ["SPANISH"]

_PHRASES = {
    # How long and how often (`mailer.rules.dates`).
    "year": "año",
    "three months": "tres meses",
    "once a day": "una vez al día",
    "once a week": "una vez por semana",
    "once a month": "una vez al mes",
    "once a year": "una vez al año",
    # Who carries a step out.
    "admin": "administración",
    "council": "el consejo",
    # A mentor's standing.
    "onboarding": "en incorporación",
    "active": "en activo",
    "resigned": "ya no: ha dejado la mentoría",
    "withdrawn": "ya no",
    # Why a mentor cannot take somebody (`mailer.rules.assigning.obstacle`).
    "nobody is their own mentor": "nadie puede ser su propio mentor",
    "you are not on our list of active mentors": "no estás en nuestra lista de mentores en activo",
    "all your places are taken": "todas tus plazas están ocupadas",
    # Why a mentor fits somebody (`mailer.rules.placing`).
    "the same time of day": "tienen la misma hora",
    "nearly the same time of day": "tienen casi la misma hora",
    "was the mentor before": "ya ha sido su mentor",
    "1 free place": "1 plaza libre",
    # What a mail was read as (`mailer.rules.intents`).
    "mentor application": "una candidatura para la mentoría",
    "course completion": "el aviso de que terminaste el curso",
    "resignation": "una renuncia como mentor",
    "mentor request": "una petición de mentor",
    "mentor change": "una petición de cambio de mentor",
    "mentee acceptance": "una oferta de acompañar a alguien",
    "renewal": "una respuesta sobre cómo sigue la mentoría",
    "meeting report": "el aviso de una reunión",
    "feedback": "una opinión sobre la mentoría",
    "leave of absence": "el aviso de un descanso",
    "announcement": "una noticia para los mentores",
    "status question": "una pregunta sobre cómo va tu asunto",
    "general question": "una pregunta",
    "data request": "una petición sobre tus datos",
    "decision": "una decisión",
    "mentors": "una petición de la lista de mentores",
    "openings": "una petición de la lista de quienes buscan mentor",
    "skill help": "una petición de ayuda con un tema",
    "return": "el aviso de que has vuelto",
    "departure": "el aviso de que dejas el programa",
    "template": "una petición de la guía para la reunión",
    "agreed": "un acuerdo sobre cómo se mantienen en contacto",
    "feedback round": "el comienzo de una ronda de opiniones",
    "address": "un aviso sobre una dirección tuya",
    "pause": "una orden de parar el servicio",
    "resume": "una orden de continuar con el servicio",
    # Of the last answer that a limit allows (`mailer.rules.limits`).
    "This is the last automatic answer to your address for today.": (
        "Esta es la última respuesta automática de hoy a tu dirección."
    ),
    "This is the last automatic answer to your address for the next hour.": (
        "Esta es la última respuesta automática a tu dirección durante la próxima hora."
    ),
    "This is the last automatic answer in this conversation for now.": (
        "Por ahora, esta es la última respuesta automática en esta conversación."
    ),
}

_PATTERNS = (
    (r"1 day", "1 día"),
    (r"(?P<value>\d+) days", "{value} días"),
    (r"1 week", "1 semana"),
    (r"(?P<value>\d+) weeks", "{value} semanas"),
    (r"1 month", "1 mes"),
    (r"(?P<value>\d+) months", "{value} meses"),
    (r"1 year", "1 año"),
    (r"(?P<value>\d+) years", "{value} años"),
    (r"(?P<word>\d+ years?) and (?P<word_2>\d+ months?)", "{word} y {word_2}"),
    (r"every (?P<word>\d+ (?:day|week)s?)", "cada {word}"),
    (r"(?P<value>\d+) free places", "{value} plazas libres"),
    (r"speaks (?P<words>.+)", "habla {words}"),
    (r"lives in (?P<word>.+), too", "vive también en {word}"),
    (r"offers (?P<value>.+)", "ofrece {value}"),
    (r"has been a mentor of 1 before", "ya ha acompañado a 1 persona"),
    (r"has been a mentor of (?P<value>\d+) before", "ya ha acompañado a {value} personas"),
    (r"(?P<value>.+) is no member any more", "{value} ya no forma parte del programa"),
    (r"you are the mentor of (?P<value>.+) already", "ya acompañas a {value}"),
    (r"(?P<value>.+) is your own mentor", "{value} es tu propio mentor"),
    (r"(?P<value>.+) looks for another mentor", "{value} busca a otro mentor"),
    (r"(?P<value>.+) has a mentor at present", "{value} tiene mentor en este momento"),
    # Days in the reader's calendar.
    (r"Meeting with (?P<value>.+): by today", "Reunión con {value}: a más tardar hoy"),
    (r"Meeting with (?P<value>.+)", "Reunión con {value}"),
    (r"Review of the year with (?P<value>.+)", "Cómo sigue la mentoría con {value}"),
    (
        r"Answer the questions about (?P<value>.+) by today",
        "Responder a las preguntas sobre {value}: a más tardar hoy",
    ),
)

SPANISH = Language(
    "es",
    months=(
        "enero", "febrero", "marzo", "abril", "mayo", "junio",
        "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
    ),
    day="{day} de {month} de {year}",
    joint="y",
    joint_before=(re.compile(r"(?:h?[ií])(?![aeoáéó])", re.IGNORECASE), "e"),
    greeting="Hola, ",
    yes="sí",
    no="no",
    shortened="[abreviado]",
    reply_with="responde con",
    wrote="Recibes esta carta porque escribiste a {address}.",
    belongs="Recibes esta carta porque formas parte de {title}.",
    phrases={
        **sayings("es"),
        **spanish.COUNTRIES,
        **spanish.LANGUAGES,
        **spanish.LABELS,
        **_PHRASES,
    },
    absent=spanish.VALUES,
    values={"Languages": spanish.LANGUAGES, "Country": spanish.COUNTRIES},
    patterns=tuple((re.compile(pattern), form) for pattern, form in _PATTERNS),
)  # fmt: skip
