"""Fresh, quoted and signature are told apart, whatever client and language."""

# ruff: noqa: E501 - the mails keep the long lines that programs write

import pytest

from mailer.parse.quote import tell_apart

COUNCIL = "Reps Council <council@reps.example>"

ATTRIBUTIONS = {
    "gmail-en": f"On Wed, Sep 17, 2025 at 10:03\u202fPM {COUNCIL} wrote:",
    "gmail-en-wrapped": "On Wed, Sep 17, 2025 at 10:03 PM Reps Council <\ncouncil@reps.example> wrote:",
    "gmail-en-wrapped-verb": f"On Wed, Sep 17, 2025 at 10:03 PM {COUNCIL}\nwrote:",
    "gmail-en-three-lines": "On Wed, Sep 17, 2025 at 10:03 PM\nReps Council\n<council@reps.example> wrote:",
    "gmail-de": f"Am Mi., 17. Sept. 2025 um 10:03 Uhr schrieb {COUNCIL}:",
    "gmail-de-wrapped": "Am Mi., 17. Sept. 2025 um 10:03 Uhr schrieb Reps Council <\ncouncil@reps.example>:",
    "gmail-fr": f"Le mer. 17 sept. 2025 à 10:03, {COUNCIL} a écrit :",
    "gmail-fr-wrapped": f"Le mer. 17 sept. 2025 à 10:03, {COUNCIL} a\nécrit :",
    "gmail-es": "El mié, 17 sept 2025 a las 10:03, Reps Council (<council@reps.example>)\nescribió:",
    "gmail-pt": f"Em qua., 17 de set. de 2025 às 10:03, {COUNCIL}\nescreveu:",
    "gmail-it": f"Il giorno mer 17 set 2025 alle ore 10:03 {COUNCIL}\nha scritto:",
    "gmail-nl": f"Op wo 17 sep 2025 om 10:03 schreef {COUNCIL}:",
    "gmail-pl": f"śr., 17 wrz 2025 o 10:03 {COUNCIL} napisał(a):",
    "gmail-cs": f"st 17. 9. 2025 v 10:03 odesílatel {COUNCIL} napsal:",
    "gmail-sv": f"Den ons 17 sep. 2025 kl 10:03 skrev {COUNCIL}:",
    "gmail-no": f"ons. 17. sep. 2025 kl. 10:03 skrev {COUNCIL}:",
    "gmail-da": f"Den ons. 17. sep. 2025 kl. 10.03 skrev {COUNCIL}:",
    "gmail-tr": f"{COUNCIL}, 17 Eyl 2025 Çar, 10:03 tarihinde\nşunu yazdı:",
    "gmail-id": f"Pada Rab, 17 Sep 2025 pukul 10.03 {COUNCIL}\nmenulis:",
    "gmail-ru": f"ср, 17 сент. 2025\u202fг. в 10:03, {COUNCIL}:",
    "gmail-uk": f"ср, 17 вер. 2025\u202fр. о 10:03 {COUNCIL} пише:",
    "gmail-ja": f"2025年9月17日(水) 10:03 {COUNCIL}:",
    "gmail-zh-cn": f"{COUNCIL} 于2025年9月17日周三 10:03写道：",
    "gmail-zh-tw": f"{COUNCIL} 於 2025年9月17日 週三 上午10:03寫道：",
    "gmail-ko": f"2025년 9월 17일 (수) 오전 10:03, {COUNCIL}님이 작성:",
    "gmail-ar": "في الأربعاء، 17 سبتمبر 2025 في 10:03 ص تمت كتابة ما يلي بواسطة Reps Council\u200f <council@reps.example>:",
    "gmail-hu": f"{COUNCIL} ezt írta (időpont: 2025. szept. 17., Sze, 10:03):",
    "gmail-fi": f"ke 17. syysk. 2025 klo 10.03 {COUNCIL} kirjoitti:",
    "gmail-ro": f"În mie., 17 sept. 2025 la 10:03, {COUNCIL} a scris:",
    "gmail-vi": f"Vào Th 4, 17 thg 9, 2025 vào lúc 10:03 {COUNCIL} đã viết:",
    "apple-en": f"> On 17 Sep 2025, at 10:03, {COUNCIL} wrote:\n>",
    "apple-de": f"Am 17.09.2025 um 10:03 schrieb {COUNCIL}:",
    "iphone-fr": f"Le 17 sept. 2025 à 10:03, {COUNCIL} a écrit\xa0:",
    "iphone-es": f"El 17 sep 2025, a las 10:03, {COUNCIL} escribió:",
    "iphone-it": f"Il giorno 17 set 2025, alle ore 10:03, {COUNCIL} ha scritto:",
    "iphone-ja": f"2025/09/17 10:03、{COUNCIL}のメール:",
    "iphone-zh": f"在 2025年9月17日，10:03，{COUNCIL} 写道：",
    "thunderbird-en": "On 9/17/25 10:03 AM, Reps Council wrote:",
    "thunderbird-de": "Am 17.09.25 um 10:03 schrieb Reps Council:",
    "thunderbird-fr": "Le 17/09/2025 à 10:03, Reps Council a écrit\xa0:",
    "thunderbird-pl": "W dniu 17.09.2025 o 10:03, Reps Council pisze:",
    "thunderbird-cs": "Dne 17. 09. 25 v 10:03 Reps Council napsal(a):",
    "thunderbird-nl": "Op 17-09-2025 om 10:03 schreef Reps Council:",
    "thunderbird-ru": "17.09.2025 10:03, Reps Council пишет:",
    "thunderbird-sv": "Den 2025-09-17 kl. 10:03, skrev Reps Council:",
    "k9-en": f"On 17 September 2025 10:03:10 CEST, {COUNCIL} wrote:",
    "yahoo-de": f"Am Mittwoch, 17. September 2025 um 10:03:00 MESZ hat {COUNCIL} Folgendes geschrieben:",
    "mail-ru": f"Среда, 17 сентября 2025, 10:03 +03:00 от {COUNCIL}:",
    "yandex": '17.09.2025, 10:03, "Reps Council" <council@reps.example>:',
    "netease": '在 2025-09-17 10:03:00，"Reps Council" <council@reps.example> 写道：',
    "mutt": f"* {COUNCIL} [2025-09-17 10:03]:",
    "mutt-plain": "Reps Council wrote:",
}


@pytest.mark.parametrize("attribution", ATTRIBUTIONS.values(), ids=ATTRIBUTIONS.keys())
def test_a_reply_above_a_quote_is_cut_at_the_attribution(attribution):
    body = tell_apart(f"Yes, gladly.\n\nAna\n\n{attribution}\n\n> Would you?\n> approve 12\n")
    assert body.fresh == "Yes, gladly.\n\nAna"
    assert "approve 12" in body.quoted
    assert attribution.split("\n")[0].strip() in body.quoted


@pytest.mark.parametrize("attribution", ATTRIBUTIONS.values(), ids=ATTRIBUTIONS.keys())
def test_a_reply_below_a_quote_is_fresh(attribution):
    body = tell_apart(f"{attribution}\n> Would you extend?\n\nYes, gladly.\n\nAna\n")
    assert body.fresh == "Yes, gladly.\n\nAna"
    assert body.answers == (("Would you extend?", "Yes, gladly.\n\nAna"),)


UNMARKED = {
    "outlook-en": "From: Reps Council <council@reps.example>\nSent: Wednesday, September 17, 2025 10:03 AM\nTo: Ana <ana@x.example>\nSubject: RE: x",
    "outlook-ruler": "________________________________\nFrom: Reps Council <council@reps.example>\nSent: Wednesday, September 17, 2025 10:03 AM\nTo: Ana <ana@x.example>\nSubject: RE: x",
    "outlook-de": "Von: Reps Council <council@reps.example>\nGesendet: Mittwoch, 17. September 2025 10:03\nAn: Ana <ana@x.example>\nBetreff: AW: x",
    "outlook-fr": "De : Reps Council <council@reps.example>\nEnvoyé : mercredi 17 septembre 2025 10:03\nÀ : Ana <ana@x.example>\nObjet : RE: x",
    "outlook-es": "De: Reps Council <council@reps.example>\nEnviado: miércoles, 17 de septiembre de 2025 10:03\nPara: Ana <ana@x.example>\nAsunto: RE: x",
    "outlook-pt": "De: Reps Council <council@reps.example>\nEnviada em: quarta-feira, 17 de setembro de 2025 10:03\nPara: Ana <ana@x.example>\nAssunto: RES: x",
    "outlook-it": "Da: Reps Council <council@reps.example>\nInviato: mercoledì 17 settembre 2025 10:03\nA: Ana <ana@x.example>\nOggetto: R: x",
    "outlook-nl": "Van: Reps Council <council@reps.example>\nVerzonden: woensdag 17 september 2025 10:03\nAan: Ana <ana@x.example>\nOnderwerp: RE: x",
    "outlook-pl": "Od: Reps Council <council@reps.example>\nWysłano: środa, 17 września 2025 10:03\nDo: Ana <ana@x.example>\nTemat: ODP: x",
    "outlook-cs": "Od: Reps Council <council@reps.example>\nOdesláno: středa 17. září 2025 10:03\nKomu: Ana <ana@x.example>\nPředmět: RE: x",
    "outlook-sv": "Från: Reps Council <council@reps.example>\nSkickat: den 17 september 2025 10:03\nTill: Ana <ana@x.example>\nÄmne: SV: x",
    "outlook-no": "Fra: Reps Council <council@reps.example>\nSendt: onsdag 17. september 2025 10:03\nTil: Ana <ana@x.example>\nEmne: SV: x",
    "outlook-tr": "Kimden: Reps Council <council@reps.example>\nGönderildi: 17 Eylül 2025 Çarşamba 10:03\nKime: Ana <ana@x.example>\nKonu: YNT: x",
    "outlook-id": "Dari: Reps Council <council@reps.example>\nDikirim: Rabu, 17 September 2025 10:03\nKe: Ana <ana@x.example>\nSubjek: RE: x",
    "outlook-ru": "От: Reps Council <council@reps.example>\nОтправлено: 17 сентября 2025 г. 10:03\nКому: Ana <ana@x.example>\nТема: RE: x",
    "outlook-ja": "差出人: Reps Council <council@reps.example>\n送信日時: 2025年9月17日 10:03\n宛先: Ana <ana@x.example>\n件名: RE: x",
    "outlook-zh": "发件人: Reps Council <council@reps.example>\n发送时间: 2025年9月17日 10:03\n收件人: Ana <ana@x.example>\n主题: 答复: x",
    "outlook-ar": "من: Reps Council <council@reps.example>\nتم الإرسال: الأربعاء، 17 سبتمبر 2025 10:03\nإلى: Ana <ana@x.example>\nالموضوع: رد: x",
    "outlook-bold": "*From:* Reps Council <council@reps.example>\n*Sent:* Wednesday, September 17, 2025 10:03 AM\n*To:* Ana <ana@x.example>\n*Subject:* RE: x",
    "outlook-name-only": "-----Original Message-----\nFrom: Reps Council\nSent: Wednesday, September 17, 2025 10:03 AM\nTo: Ana\nSubject: RE: x",
    "old-outlook-de": "-----Ursprüngliche Nachricht-----\nVon: Reps Council [mailto:council@reps.example]\nGesendet: Mittwoch, 17. September 2025 10:03\nAn: Ana\nBetreff: x",
    "gmx": 'Gesendet: Mittwoch, 17. September 2025 um 10:03 Uhr\nVon: "Reps Council" <council@reps.example>\nAn: ana@x.example\nBetreff: x',
    "samsung": "-------- Original message --------\nFrom: Reps Council <council@reps.example>\nDate: 17/09/2025 10:03 (GMT+01:00)\nTo: ana@x.example\nSubject: x",
    "qq": '------------------ 原始邮件 ------------------\n发件人: "Reps Council" <council@reps.example>;\n发送时间: 2025年9月17日(星期三) 上午10:03\n收件人: "Ana"<ana@x.example>;\n主题: x',
    "proton": "------- Original Message -------\nOn Wednesday, September 17th, 2025 at 10:03 AM, Reps Council <council@reps.example> wrote:",
    "zoho": "---- On Wed, 17 Sep 2025 10:03:00 +0200 Reps Council <council@reps.example> wrote ----",
    "zoho-pl": "---- W dniu śr., 17 wrz 2025 10:03:00 +0200 Reps Council<council@reps.example> napisał(a) ----",
    "appointment": "-----Original Appointment-----\nFrom: Reps Council\nSent: Wednesday, September 17, 2025\nTo: Ana\nSubject: x",
    "wp-pl": 'Od: "Reps Council" <council@reps.example>\nDo: ana@x.example;\nWysłane: 10:03 Środa 2025-09-17\nTemat: x',
    "seznam": "---------- Původní e-mail ----------\nOd: Reps Council <council@reps.example>\nKomu: ana@x.example\nDatum: 17. 9. 2025 10:03:00\nPředmět: x",
    "yahoo-unprefixed": "On Wednesday, September 17, 2025 at 10:03:00 AM GMT+2, Reps Council <council@reps.example> wrote:",
    "french-original": "-----Message d'origine-----\nDe : Reps Council\nEnvoyé : mercredi 17 septembre 2025 10:03\nÀ : Ana\nObjet : x",
}


@pytest.mark.parametrize("head", UNMARKED.values(), ids=UNMARKED.keys())
def test_a_quote_without_prefix_is_cut_to_the_end(head):
    body = tell_apart(f"Yes, gladly.\n\nAna\n\n{head}\n\nWould you?\n\napprove 12\n")
    assert body.fresh == "Yes, gladly.\n\nAna"
    assert "approve 12" in body.quoted


MARKERS = {
    "plain": "## reply above this line [D-A7F3] ##\n\n12 approve",
    "quoted": "> ## reply above this line [D-A7F3] ##\n>\n> 12 approve",
    "twice-quoted": ">> ## reply above this line [D-A7F3] ##\n>> 12 approve",
    "wrapped": "> ## reply above this\n> line [D-A7F3] ##\n> 12 approve",
    "wrapped-in-the-code": "## reply above this line\n[D-A7F3] ##\n12 approve",
    "with-attribution": "Xyzzy am 17.9. zork <council@reps.example>:\n\n> ## reply above this line [D-A7F3] ##\n> 12 approve",
    "no-code": "## reply above this line ##\n12 approve",
}


@pytest.mark.parametrize("rest", MARKERS.values(), ids=MARKERS.keys())
def test_our_own_marker_cuts_exactly(rest):
    body = tell_apart(f"approve 14\n\n{rest}\n")
    assert body.fresh == "approve 14"
    assert "12 approve" in body.quoted


SIGNATURES = {
    "dashes": "-- \nAna Pop\nMentor, Cluj",
    "dashes-without-blank": "--\nAna Pop",
    "iphone-en": "Sent from my iPhone",
    "iphone-de": "Von meinem iPhone gesendet",
    "iphone-fr": "Envoyé de mon iPhone",
    "iphone-es": "Enviado desde mi iPhone",
    "iphone-pt": "Enviado do meu iPhone",
    "iphone-it": "Inviato da iPhone",
    "iphone-nl": "Verstuurd vanaf mijn iPhone",
    "iphone-pl": "Wysłane z iPhone'a",
    "iphone-cs": "Odesláno z iPhonu",
    "iphone-sv": "Skickat från min iPhone",
    "iphone-no": "Sendt fra min iPhone",
    "iphone-tr": "iPhone'umdan gönderildi",
    "iphone-id": "Dikirim dari iPhone saya",
    "iphone-ru": "Отправлено с iPhone",
    "iphone-ja": "iPhoneから送信",
    "iphone-zh": "发自我的 iPhone",
    "iphone-zh-tw": "從我的 iPhone 傳送",
    "iphone-ar": "أرسلت من الـ iPhone",
    "outlook-en": "Get Outlook for Android",
    "outlook-link": "Get Outlook for iOS<https://aka.ms/o0ukef>",
    "outlook-de": "Gesendet von Outlook für Android",
    "samsung": "Sent from my Galaxy",
    "samsung-de": "Von meinem Samsung Galaxy Smartphone gesendet.",
    "samsung-fr": "Envoyé depuis mon appareil Galaxy",
    "yahoo": "Sent from Yahoo Mail on Android",
    "proton": "Sent with Proton Mail secure email.",
    "k9": "-- \nDiese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.",
    "webde": "Diese Nachricht wurde von meinem Android Mobiltelefon mit WEB.DE Mail gesendet.",
    "disclaimer": "This e-mail and any attachments are confidential and intended solely for the addressee.",
    "disclaimer-de": "Diese E-Mail enthält vertrauliche Informationen und ist nur für den Empfänger bestimmt.",
    "disclaimer-fr": "Ce message et ses pièces jointes sont confidentiels et destinés à leur destinataire.",
    "list": "_______________________________________________\nReps mailing list\nhttps://lists.example/listinfo/reps",
    "group": "-- \nYou received this message because you are subscribed to the group.",
}


@pytest.mark.parametrize("closing", SIGNATURES.values(), ids=SIGNATURES.keys())
def test_what_closes_every_mail_is_signature(closing):
    body = tell_apart(f"I resign as mentor.\n\nAna\n\n{closing}\n")
    assert body.fresh == "I resign as mentor.\n\nAna"
    assert body.signature == closing


@pytest.mark.parametrize("closing", SIGNATURES.values(), ids=SIGNATURES.keys())
def test_a_signature_above_the_quote_is_found_too(closing):
    attribution = ATTRIBUTIONS["gmail-en"]
    body = tell_apart(f"I resign as mentor.\n\n{closing}\n\n{attribution}\n> Hello\n")
    assert body.fresh == "I resign as mentor."
    assert body.signature == closing


KEPT = {
    "list-of-dashes": "My languages:\n\n- German\n- English\n- French",
    "date-and-colon": "On 3 March 2025 we met and she wrote:\n\nI will stay for a year.",
    "form": "Name: Ana Pop\nFrom: Cluj, Romania\nDate: 3 May 2025\nMentor: Bob",
    "journey": "I ask for a ticket:\n\nFrom: Cluj\nTo: Brussels\nDate: 3 May 2025\n\nThanks",
    "email-in-a-sentence": "Please ask Bob (bob@x.example) about 12.03.2025:\nhe knows.",
    "talk-of-phones": "I wrote this text and it was sent from my iPhone, so forgive the typing errors and read on.\n\nI want a new mentor.",
    "sent-in-prose": "Sent from Brno with love, this is my yearly report of the meeting.\n\nAll is well.",
    "ruler": "First part\n\n----------\n\nSecond part",
    "long-text-below-dashes": "Hi\n--\n" + "\n".join(f"line {n} of my report" for n in range(30)),
    "to-colon": "To: everybody who asked\n\nI am fine.",
    "subject-line": "Subject: none really\nI want to resign.",
    "confidential-first": "This message is confidential and intended for the Council alone: I resign.",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT.keys())
def test_the_writers_own_words_stay_fresh(text):
    body = tell_apart(text)
    assert body.fresh == text
    assert body.quoted == ""


def test_inline_answers_are_paired_with_what_they_answer():
    body = tell_apart(
        "Hi,\n\nOn 9/17/25 10:03, Reps Council wrote:\n> 1. Extend, change or end?\nExtend.\n"
        "> 2. Which mark would you give, on a scale that goes from one to\n> five?\n\nFive!\n\n"
        "> 3. Anything else?\n\nAna"
    )
    assert body.fresh == "Hi,\n\nExtend.\n\nFive!\n\nAna"
    assert body.answers[:2] == (
        ("1. Extend, change or end?", "Extend."),
        ("2. Which mark would you give, on a scale that goes from one to five?", "Five!"),
    )


def test_the_rest_of_a_quoted_line_that_a_program_broke_belongs_to_the_quote():
    body = tell_apart(
        "Yes.\n\nOn 9/17/25 10:03, Reps Council wrote:\n"
        "> We would like to know whether you wish to go on with your mentor for a\nwhole year\n"
        "> or rather not."
    )
    assert body.fresh == "Yes."


def test_nothing_of_the_text_gets_lost():
    text = "a\n-- \nb\n\nOn 9/17/25 10:03, X wrote:\n> c\nd\n> e\n\nf\n"
    body = tell_apart(text)
    together = body.fresh + body.quoted + body.signature
    assert all(word in together for word in ("a", "b", "X wrote", "c", "d", "e", "f"))


def test_a_mail_that_is_only_a_quote_has_no_fresh_words():
    body = tell_apart("On 9/17/25 10:03, X wrote:\n> approve 12\n")
    assert body.fresh == ""
    assert body.answers == ()
