"""What a reading says, as the writer would put it: for letters that ask which one was meant."""

from collections.abc import Mapping

from mailer.rules.intents import Intent

_SAYINGS: Mapping[Intent, Mapping[str, str]] = {
    Intent.MENTOR_APPLICATION: {
        "en": "I would like to become a mentor",
        "es": "Me gustaría ser mentor o mentora",
        "pt": "Gostaria de ser mentor ou mentora",
        "fr": "J'aimerais devenir mentor",
        "de": "Ich möchte Mentor oder Mentorin werden",
        "it": "Vorrei diventare mentore",
        "id": "Saya ingin menjadi mentor",
    },
    Intent.COURSE_COMPLETION: {
        "en": "I have finished the course for mentors",
        "es": "He terminado el curso para mentores",
        "pt": "Terminei o curso para mentores",
        "fr": "J'ai terminé la formation des mentors",
        "de": "Ich habe den Kurs für Mentoren abgeschlossen",
        "it": "Ho finito il corso per mentori",
        "id": "Saya sudah menyelesaikan kursus mentor",
    },
    Intent.RESIGNATION: {
        "en": "I resign as a mentor, for good",
        "es": "Dejo de ser mentor para siempre",
        "pt": "Deixo de ser mentor de vez",
        "fr": "Je quitte définitivement le rôle de mentor",
        "de": "Ich höre als Mentor auf, und zwar für immer",
        "it": "Lascio il ruolo di mentore, per sempre",
        "id": "Saya mundur sebagai mentor untuk seterusnya",
    },
    Intent.LEAVE_OF_ABSENCE: {
        "en": "I take a break for a time, and come back",
        "es": "Me tomo un descanso por un tiempo, y vuelvo",
        "pt": "Faço uma pausa por um tempo, e volto",
        "fr": "Je fais une pause pour un temps, et je reviens",
        "de": "Ich mache eine Pause und komme wieder",
        "it": "Mi prendo una pausa per un po', e torno",
        "id": "Saya cuti sementara, lalu kembali",
    },
    Intent.MENTOR_REQUEST: {
        "en": "I have no mentor and ask for one",
        "es": "No tengo mentor y pido uno",
        "pt": "Não tenho mentor e peço um",
        "fr": "Je n'ai pas de mentor et j'en demande un",
        "de": "Ich habe keinen Mentor und bitte um einen",
        "it": "Non ho un mentore e ne chiedo uno",
        "id": "Saya belum punya mentor dan memintanya",
    },
    Intent.MENTOR_CHANGE: {
        "en": "I ask for another mentor than mine",
        "es": "Pido cambiar de mentor",
        "pt": "Peço para trocar de mentor",
        "fr": "Je demande à changer de mentor",
        "de": "Ich bitte um einen anderen Mentor",
        "it": "Chiedo di cambiare mentore",
        "id": "Saya minta ganti mentor",
    },
    Intent.MENTEE_ACCEPTANCE: {
        "en": "I take a mentee",
        "es": "Acepto acompañar a alguien como mentor",
        "pt": "Aceito acompanhar alguém como mentor",
        "fr": "J'accepte d'accompagner quelqu'un comme mentor",
        "de": "Ich nehme einen Mentee an",
        "it": "Accetto di seguire qualcuno come mentore",
        "id": "Saya menerima seorang mentee",
    },
    Intent.RENEWAL: {
        "en": "I say how it goes on with my mentor or mentee",
        "es": "Digo cómo sigue la mentoría después del año",
        "pt": "Digo como continua a mentoria depois do ano",
        "fr": "Je dis comment le mentorat continue après l'année",
        "de": "Ich sage, wie es nach dem Jahr mit der Betreuung weitergeht",
        "it": "Dico come prosegue il mentoring dopo l'anno",
        "id": "Saya memberi tahu kelanjutan mentoring setelah setahun",
    },
    Intent.MEETING_REPORT: {
        "en": "I tell you that a mentoring meeting has taken place",
        "es": "Informo de que tuvo lugar una reunión de mentoría",
        "pt": "Informo que aconteceu uma reunião de mentoria",
        "fr": "Je signale qu'une rencontre de mentorat a eu lieu",
        "de": "Ich melde, dass ein Treffen stattgefunden hat",
        "it": "Comunico che c'è stato un incontro di mentoring",
        "id": "Saya melaporkan bahwa pertemuan mentoring sudah berlangsung",
    },
    Intent.FEEDBACK: {
        "en": "I give feedback on my mentor or mentee",
        "es": "Doy mi opinión sobre mi mentor o mi mentee",
        "pt": "Dou minha opinião sobre meu mentor ou mentee",
        "fr": "Je donne mon avis sur mon mentor ou mon mentoré",
        "de": "Ich gebe eine Rückmeldung zu meinem Mentor oder Mentee",
        "it": "Do un parere sul mio mentore o mentee",
        "id": "Saya memberi umpan balik tentang mentor atau mentee saya",
    },
    Intent.ANNOUNCEMENT: {
        "en": "I have news that shall go to the mentors",
        "es": "Tengo una noticia que debe llegar a los mentores",
        "pt": "Tenho uma notícia que deve chegar aos mentores",
        "fr": "J'ai une nouvelle à transmettre aux mentors",
        "de": "Ich habe eine Nachricht, die an die Mentoren gehen soll",
        "it": "Ho una notizia da trasmettere ai mentori",
        "id": "Saya punya kabar untuk disampaikan kepada para mentor",
    },
    Intent.STATUS_QUESTION: {
        "en": "I ask how far my matter is",
        "es": "Pregunto en qué va mi asunto",
        "pt": "Pergunto em que pé está o meu assunto",
        "fr": "Je demande où en est mon affaire",
        "de": "Ich frage, wie weit meine Sache ist",
        "it": "Chiedo a che punto è la mia questione",
        "id": "Saya bertanya sampai di mana urusan saya",
    },
    Intent.GENERAL_QUESTION: {
        "en": "I only have a question",
        "es": "Solo tengo una pregunta",
        "pt": "Só tenho uma pergunta",
        "fr": "J'ai seulement une question",
        "de": "Ich habe nur eine Frage",
        "it": "Ho solo una domanda",
        "id": "Saya hanya punya pertanyaan",
    },
    Intent.DATA_REQUEST: {
        "en": "I ask for a copy of my data, or to have it erased",
        "es": "Pido una copia de mis datos, o que se borren",
        "pt": "Peço uma cópia dos meus dados, ou que sejam apagados",
        "fr": "Je demande une copie de mes données, ou leur suppression",
        "de": "Ich bitte um eine Kopie meiner Daten oder ihre Löschung",
        "it": "Chiedo una copia dei miei dati, o la loro cancellazione",
        "id": "Saya meminta salinan data saya, atau penghapusannya",
    },
}

_ELSE = {
    "en": "Something else: please write it in a sentence",
    "es": "Otra cosa: por favor, escríbela en una frase",
    "pt": "Outra coisa: por favor, escreva em uma frase",
    "fr": "Autre chose : merci de l'écrire en une phrase",
    "de": "Etwas anderes: bitte in einem Satz schreiben",
    "it": "Altro: per favore, lo scriva in una frase",
    "id": "Hal lain: mohon tulis dalam satu kalimat",
}

SAYABLE = frozenset(_SAYINGS)
"""The intents that can be offered to a writer as readings of their mail."""


def saying(intent: Intent | None, language: str) -> str:
    """Return a reading in the first person, in English and, where it is another, in `language`.

    None stands for "something else".
    """
    words = _ELSE if intent is None else _SAYINGS[intent]
    own = words.get(language, "")
    return words["en"] if own in {"", words["en"]} else f"{words['en']} / {own}"


def sayings(language: str) -> dict[str, str]:
    """Return what `saying` gives, in whatever language it was, by the words in one language."""
    found = {}
    for words in (*_SAYINGS.values(), _ELSE):
        for own in words.values():
            found[words["en"] if own == words["en"] else f"{words['en']} / {own}"] = words[language]
    return found
