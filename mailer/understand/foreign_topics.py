# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""What a mail in one of six further languages touches upon: the guard of `topics` for them."""

import re

from mailer.rules.intents import Intent
from mailer.understand.french import FRENCH_TOPICS
from mailer.understand.italian import ITALIAN_TOPICS
from mailer.understand.portuguese import PORTUGUESE_TOPICS
from mailer.understand.romance import topics
from mailer.understand.spanish import SPANISH_TOPICS

Topics = tuple[tuple[Intent, re.Pattern[str]], ...]

_GERMAN = topics(
    {
        Intent.RESIGNATION: r"zuruck(?:zu)?tret\w+|trete\b.*\bzuruck|rucktritt\w*|auf(?:zu)?hor\w+|hore\b.*\bauf|nieder(?:zu)?leg\w+|nachfolg\w+|schluss mit|abschied|adieu|letzter? tag|an den nagel",
        Intent.MENTOR_APPLICATION: r"mentor(?:in)? (?:zu )?(?:werden|sein)|als mentor(?:in)? bewerb\w*|bewerbung|bewerbe",
        Intent.COURSE_COMPLETION: r"coaching\w*|teachable|\w*zertifikat\w*|kurs\w*|schulung\w*|lehrgang|\w*bescheinigung|urkunde|lektion\w*|modul\w*",
        Intent.MENTOR_CHANGE: r"(?:ander\w+|neue\w*) mentor\w*|mentor\w* wechseln|mein\w* mentor\w* (?:\w+ ){0,4}(?:nicht|nie|kaum)",
        Intent.MENTOR_REQUEST: r"(?:brauche|suche|ohne|keinen?) (?:einen |eine )?mentor\w*",
        Intent.MENTEE_ACCEPTANCE: r"(?:offene\w* |warte)liste|(?:neue|weitere)\w* mentees?|mentees? (?:auf)?nehmen",
        Intent.RENEWAL: r"verlanger\w*|noch ein(?:mal)? (?:ein )?jahr|weiteres jahr|zweites jahr",
        Intent.MEETING_REPORT: r"treffen mit|getroffen|betreuungsgesprach\w*|coachinggesprach\w*",
        Intent.LEAVE_OF_ABSENCE: r"urlaub\w*|elternzeit|auszeit|pausier\w*|abwesen\w*|nicht erreichbar",
        Intent.FEEDBACK: r"\d ?(?:/|von) ?(?:5|10)|bewertung|ruckmeldung|feedback (?:zu|fur|uber)",
        Intent.STATUS_QUESTION: r"stand mein\w*|stand der|sachstand|bescheid wegen|noch keine antwort",
        Intent.DATA_REQUEST: r"meine (?:\w+ )?daten|dsgvo|datenschutz|gespeichert\w* (?:daten|angaben)",
    }
)
_INDONESIAN = topics(
    {
        Intent.RESIGNATION: r"mundur|mengundurkan|undur diri|berhenti|pamit|resign|step down|lengser|pengganti\w*|cabut dari",
        Intent.MENTOR_APPLICATION: r"(?:jadi|menjadi|sebagai|jd) (?:seorang )?mentor|mendaftar\w*|melamar|lamaran|apply",
        Intent.COURSE_COMPLETION: r"coaching\w*|teachable|sertifikat\w*|kursus\w*|pelatihan|piagam\w*|ijazah|modul\w*|course\w*",
        Intent.MENTOR_CHANGE: r"mentor (?:lain|baru)|ganti mentor|mentor(?:ku| saya| aku| gue) (?:\w+ )?(?:tidak|belum|nggak|gak|jarang)",
        Intent.MENTOR_REQUEST: r"(?:butuh|membutuhkan|mencari|cari|carikan|tanpa|belum (?:punya|dapat|ada)) (?:\w+ )?mentor",
        Intent.MENTEE_ACCEPTANCE: r"mentee baru|daftar (?:terbuka|tunggu)|menerima mentee",
        Intent.RENEWAL: r"(?:setahun|satu tahun|setaun) lagi|perpanjang\w*|memperpanjang|diperpanjang",
        Intent.MEETING_REPORT: r"bertemu|ketemu(?:an)?|pertemuan dengan|jumpa|ngobrol",
        Intent.LEAVE_OF_ABSENCE: r"cuti|izin tidak aktif|libur|istirahat dulu|rehat|vakum",
        Intent.FEEDBACK: r"\d ?(?:/|dari) ?(?:5|10)|penilaian|umpan balik|feedback (?:untuk|buat|tentang)",
        Intent.STATUS_QUESTION: r"status (?:permohonan|pendaftaran|lamaran)|belum ada (?:kabar|jawaban|balasan)",
        Intent.DATA_REQUEST: r"data (?:pribadi|saya|aku|gue)|hapus (?:akun|data)",
    }
)

TOPICS_OF: dict[str, Topics] = {
    "es": SPANISH_TOPICS,
    "pt": PORTUGUESE_TOPICS,
    "fr": FRENCH_TOPICS,
    "it": ITALIAN_TOPICS,
    "de": _GERMAN,
    "id": _INDONESIAN,
}
"""Stems by language and intent, in the plain form of `sentences.plain`."""

CLOSES = {
    "de": re.compile(
        r"\b(?:was (?:muss|soll|kann|brauche) ich (?:\w+ )?(?:noch |jetzt |dafur )?(?:tun|machen|schicken|unterschreiben|einreichen)|was braucht ihr|was benotig\w+|wie geht (?:es|das) (?:jetzt |nun |dann )?weiter|reicht (?:das|dies)|"
        r"ist das (?:ok|okay|in ordnung|moglich)|passt das|wie geht's|wie geht es (?:euch|ihnen)|oder\?$|findet ihr nicht|braucht ihr noch|wer (?:nimmt|ubernimmt|kann|konnte)|konnt ihr (?:mir )?(?:das )?(?:bestatigen|helfen|jemanden|einen)|(?:konnten|konnen) sie (?:mir )?(?:das )?bestatigen|"
        r"gibt es wen|an wen (?:wende|schicke))"
    ),
    "id": re.compile(
        r"\b(?:apa (?:kabar|lagi yang|yang (?:harus|perlu))|gimana caranya|bagaimana caranya|caranya gimana|langkah selanjutnya|selanjutnya (?:apa|gimana|bagaimana)|boleh (?:kan|kak|ya|nggak|gak|tidak)|bisa (?:kan|kak|ya|nggak|gak|tidak|kah)|"
        r"ada (?:yang )?(?:kurang|lagi)|perlu apa|apa syaratnya|cukup|ya kan|slotnya|masih ada kan|kapan mulai|siapa yang bisa|sehat|piye kabare|gpp|gapapa|tolong|mohon bantu\w*)\b"
    ),
}
"""Questions that only open or close another matter, by language."""
