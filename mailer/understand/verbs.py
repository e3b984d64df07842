# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""The words by which a decision mail says approve, reject, later, done or show."""

from mailer.rules.fields import Verb

_WORDS = {
    Verb.APPROVE: (
        "approve approved approves approving approval yes yep ok okay +1 accept accepted accepts agree agreed y grant "
        "granted confirm confirmed apruebo aprobado aprobar aprobada acepto aceptar aceptado si sí de_acuerdo aprovo "
        "aprovado aprovar aprovada aceito sim approuve approuvé approuver j'approuve oui accepter d'accord genehmigt "
        "genehmigen annehmen angenommen zustimmen ja einverstanden approvo approvato approvare accetto setuju ya "
        "disetujui setujui terima"
    ),
    Verb.REJECT: (
        "reject rejected rejects no -1 decline declined declines not refuse refused deny denied n nope rechazo rechazar "
        "rechazado rechazada rejeito rejeitar rejeitado recuso recusar não nao refuser refusé refuse rejeter rejeté non "
        "ablehnen abgelehnt nein rifiuto rifiutare rifiutato respingo tolak ditolak tidak"
    ),
    Verb.LATER: (
        "later postpone postponed defer deferred snooze wait hold mas_tarde más_tarde aplazar después despues pospongo "
        "depois adiar mais_tarde plus_tard reporter später spaeter spater verschieben dopo rimandare più_tardi nanti tunda"
    ),
    Verb.DONE: (
        "done finished completed complete hecho listo feito pronto concluído concluido fait terminé erledigt fertig "
        "fatto selesai sudah"
    ),
    Verb.WHY: (
        "why explain explica explicar por_que por_qué pourquoi explique expliquer warum wieso weshalb erkläre "
        "perché perche spiega mengapa kenapa jelaskan"
    ),
    Verb.STOP: (
        "stop stopp halt object objection objects detener detén deten alto objeto objeción opongo me_opongo parar pare "
        "oponho arrêter arrete arrête objecte einspruch widerspruch anhalten ferma fermare obiezione mi_oppongo "
        "hentikan keberatan stop"
    ),
    Verb.UNDO: (
        "undo revert deshacer deshaz desfazer desfaz annuler annule rückgängig rueckgaengig zurücknehmen annulla "
        "annullare batalkan urungkan"
    ),
    Verb.SHOW: "show details mostrar muestra ver mostra mostre montrer affiche zeigen zeige mostrare lihat tampilkan",
}
VERBS = {word.replace("_", " "): verb for verb, words in _WORDS.items() for word in words.split()}

_UNTIL_IN_WORDS = """
until till to hasta até ate jusqu'au jusque bis fino sampai hingga
"""
UNTIL = frozenset(_UNTIL_IN_WORDS.split())

_GREETINGS_IN_WORDS = """
hi hello dear hey hola ola olá bonjour salut hallo liebe lieber ciao buongiorno halo salam good
buenos buenas bom boa guten selamat all everyone council team thanks thank gracias obrigado
obrigada merci danke grazie terima
"""
GREETINGS = frozenset(_GREETINGS_IN_WORDS.split())
CLOSINGS = (
    "thanks",
    "thank you",
    "thx",
    "many thanks",
    "kind regards",
    "best regards",
    "best wishes",
    "best,",
    "regards",
    "cheers",
    "greetings",
    "yours",
    "sincerely",
    "bye",
    "saludos",
    "gracias",
    "abrazo",
    "un abrazo",
    "obrigado",
    "obrigada",
    "abraço",
    "abracos",
    "merci",
    "cordialement",
    "bien à vous",
    "danke",
    "viele grüße",
    "liebe grüße",
    "mit freundlichen",
    "grazie",
    "cordiali saluti",
    "saluti",
    "terima kasih",
    "salam",
)
