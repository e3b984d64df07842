# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""What a mail in one of six further languages touches upon: the guard of `topics` for them."""

import re

from mailer.rules.intents import Intent

FOREIGN_TOPICS: tuple[tuple[Intent, re.Pattern[str]], ...] = tuple(
    (intent, re.compile(rf"\b(?:{words})\b"))
    for intent, words in (
        (
            Intent.RESIGNATION,
            r"renunci\w+|demiss\w+|demit\w+|dimit\w+|dimisi\w+|dejar|dejo|deixar|deixo|arret\w+|j'arrete|quitt\w+|zuruck\w*|rucktritt\w*|aufhor\w*|niederleg\w*|dimett\w*|dimission\w*|smett\w*|lasci\w*|mundur|mengundurkan|undur|berhenti|pamit|despid\w+|adieu|addio|adeus|abschied|sucesor\w*|sucessor\w*|successeur|nachfolg\w*|success\w+|pengganti\w*",
        ),
        (
            Intent.MENTOR_APPLICATION,
            r"(?:ser|sea|seja|como|convertirme en|tornar|virar|werden|devenir|etre|diventare|fare|essere|menjadi|jadi|sebagai) (?:una? |il |la |seorang )?mentor\w*|mentor\w* (?:werden|sein)|candidat\w*|bewerb\w*|postul\w*|mendaftar\w*|melamar\w*",
        ),
        (
            Intent.COURSE_COMPLETION,
            r"coaching\w*|[\w-]*teachable|certificad\w*|certificat\w*|zertifikat\w*|sertifikat\w*|attestat\w*|diplom\w*|curso|cours|kurs\w*|corso|pelatihan|treinamento|formation|formacion|formazione|formacao|schulung|modul\w*",
        ),
        (
            Intent.MENTOR_CHANGE,
            r"(?:otr[oa]|outr[oa]|autre|ander\w+|neue\w*|altr[oa]|nuev[oa]|nov[oa]|nouve\w+|nuov[oa]) mentor\w*|mentor (?:lain|baru)|(?:cambiar|trocar|mudar|changer|wechs\w+|ganti) (?:de |den |di )?mentor\w*|(?:mi|meu|minha|mon|ma|mein\w*|mio|mia) mentor\w* (?:no|nao|ne|nicht|non|n')\b.*|mentor saya (?:tidak|belum)",
        ),
        (
            Intent.MENTOR_REQUEST,
            r"(?:necesito|busco|preciso de|procuro|j'ai besoin d'un\w*|je cherche|brauche|suche|ho bisogno di|cerco|butuh|membutuhkan|mencari|sin|sem|sans|ohne|senza|tanpa|no tengo|nao tenho) (?:une? |uma? |einen? |eine |un |seorang )?mentor\w*",
        ),
        (
            Intent.MENTEE_ACCEPTANCE,
            r"mentee\w*|mentorad\w+|aprendiz\w*|lista (?:abierta|aberta|aperta)|liste ouverte|offene\w* liste|daftar terbuka",
        ),
        (
            Intent.RENEWAL,
            r"(?:otro|segundo|outro|mais um) ano|(?:encore un|un autre|deuxieme|seconde) ann?e?e?|une annee de plus|(?:noch ein|weiteres|zweites) jahr|(?:un altro|ancora un|secondo) anno|(?:setahun|satu tahun) lagi|prorog\w+|prolong\w+|extend\w+|renov\w+|renouvel\w+|verlanger\w+|rinnov\w+|perpanjang\w*|memperpanjang",
        ),
        (
            Intent.MEETING_REPORT,
            r"reunion\w*|reuniao|reunioes|treffen|getroffen|gesprach\w*|incontr\w+|pertemuan|bertemu|nos (?:reunimos|vimos|encontramos)|rendez-vous|s'est (?:vus?|parle)|encontr[ao]\w*|sessao|sesion|seance|sitzung|sesi|llamada|appel|chiamata",
        ),
        (
            Intent.LEAVE_OF_ABSENCE,
            r"vacaciones|licencia|ferias|licenca|conges?|vacances|urlaub|elternzeit|ferie|vacanz[ae]|congedo|cuti|libur|ausen\w*|absen\w*|abwesen\w*|assen\w*|descanso|pausa|pause|maternidad|maternite|paternidad|auszeit|istirahat|rehat",
        ),
        (
            Intent.FEEDBACK,
            r"\d ?(?:/|de|sur|von|su|dari) ?(?:5|10)|cinco|nota|note|voto|bewert\w+|valora\w+|avalia\w+|evalu\w+|valutaz\w+|penilaian|umpan balik|feedback|ruckmeldung",
        ),
        (
            Intent.STATUS_QUESTION,
            r"estado de mi|status d[ao] m\w+|ou en est|stand meine\w|stato della|status (?:permohonan|pendaftaran)|noticias|novidades?|resposta|respuesta|reponse|antwort|risposta|jawaban|kabar",
        ),
        (
            Intent.DATA_REQUEST,
            r"(?:mis|meus|mes|meine|miei) (?:datos|dados|donnees|daten|dati)|data (?:pribadi|saya)|rgpd|dsgvo|lgpd|gdpr|datos personales|dados pessoais|donnees personnelles|dati personali",
        ),
    )
)
"""Stems by intent, in the plain form of `sentences.plain`."""
