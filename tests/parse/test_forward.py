"""Inline forwards of many clients and languages are read as the original's mail."""

# ruff: noqa: E501 - the mails keep the long lines that programs write

from datetime import UTC, datetime, timedelta, timezone

import pytest

from mailer.parse.forward import read_body
from mailer.parse.message import parse
from mailer.parse.model import Address

ZONE = timezone(timedelta(hours=2))
ANA = Address("ana.pop@x.example", "Ana Pop")
WHEN = datetime(2025, 9, 17, 22, 3, tzinfo=ZONE)

FORWARDS = {
    "gmail-en": (
        "Fwd: I resign",
        "---------- Forwarded message ---------\nFrom: Ana Pop <ana.pop@x.example>\nDate: Wed, Sep 17, 2025 at 10:03\u202fPM\nSubject: I resign\nTo: Bob <bob@reps.example>\n\n",
    ),
    "gmail-de": (
        "Fwd: I resign",
        "---------- Forwarded message ---------\nVon: Ana Pop <ana.pop@x.example>\nDate: Mi., 17. Sept. 2025 um 22:03 Uhr\nSubject: I resign\nTo: Bob <bob@reps.example>\n\n",
    ),
    "gmail-fr": (
        "Fwd: I resign",
        "---------- Forwarded message ---------\nDe : Ana Pop <ana.pop@x.example>\nDate: mer. 17 sept. 2025 à 22:03\nSubject: I resign\nTo: Bob <bob@reps.example>\n\n",
    ),
    "gmail-es": (
        "Fwd: I resign",
        "---------- Forwarded message ---------\nDe: Ana Pop <ana.pop@x.example>\nDate: mié, 17 sept 2025 a las 22:03\nSubject: I resign\nTo: Bob <bob@reps.example>\n\n",
    ),
    "gmail-pt": (
        "Fwd: I resign",
        "---------- Forwarded message ---------\nDe: Ana Pop <ana.pop@x.example>\nDate: qua., 17 de set. de 2025 às 22:03\nSubject: I resign\nTo: Bob <bob@reps.example>\n\n",
    ),
    "gmail-it": (
        "Fwd: I resign",
        "---------- Forwarded message ---------\nDa: Ana Pop <ana.pop@x.example>\nDate: mer 17 set 2025 alle ore 22:03\nSubject: I resign\nTo: Bob <bob@reps.example>\n\n",
    ),
    "gmail-tr": (
        "Fwd: I resign",
        "---------- Forwarded message ---------\nGönderen: Ana Pop <ana.pop@x.example>\nDate: 17 Eyl 2025 Çar, 22:03\nSubject: I resign\nTo: Bob <bob@reps.example>\n\n",
    ),
    "gmail-id": (
        "Fwd: I resign",
        "---------- Pesan terusan ---------\nDari: Ana Pop <ana.pop@x.example>\nDate: Rab, 17 Sep 2025 pukul 22.03\nSubject: I resign\nTo: Bob <bob@reps.example>\n\n",
    ),
    "gmail-ru": (
        "Fwd: I resign",
        "---------- Forwarded message ---------\nОт: Ana Pop <ana.pop@x.example>\nDate: ср, 17 сент. 2025\u202fг. в 22:03\nSubject: I resign\nTo: Bob <bob@reps.example>\n\n",
    ),
    "gmail-ja": (
        "Fwd: I resign",
        "---------- Forwarded message ---------\nFrom: Ana Pop <ana.pop@x.example>\nDate: 2025年9月17日(水) 22:03\nSubject: I resign\nTo: Bob <bob@reps.example>\n\n",
    ),
    "gmail-zh": (
        "Fwd: I resign",
        "---------- Forwarded message ---------\n发件人： Ana Pop <ana.pop@x.example>\nDate: 2025年9月17日周三 22:03\nSubject: I resign\nTo: Bob <bob@reps.example>\n\n",
    ),
    "gmail-pl": (
        "Fwd: I resign",
        "---------- Forwarded message ---------\nOd: Ana Pop <ana.pop@x.example>\nDate: śr., 17 wrz 2025 o 22:03\nSubject: I resign\nTo: Bob <bob@reps.example>\n\n",
    ),
    "gmail-ar": (
        "Fwd: I resign",
        "---------- Forwarded message ---------\nمن: Ana Pop <ana.pop@x.example>\nDate: الأربعاء، 17 سبتمبر 2025 في 10:03 م\nSubject: I resign\nTo: Bob <bob@reps.example>\n\n",
    ),
    "outlook-en": (
        "FW: I resign",
        "From: Ana Pop <ana.pop@x.example>\nSent: Wednesday, September 17, 2025 10:03 PM\nTo: Bob <bob@reps.example>\nSubject: I resign\n\n",
    ),
    "outlook-ruler": (
        "FW: I resign",
        "________________________________\nFrom: Ana Pop <ana.pop@x.example>\nSent: Wednesday, September 17, 2025 10:03 PM\nTo: Bob <bob@reps.example>\nSubject: I resign\n\n",
    ),
    "outlook-old": (
        "FW: I resign",
        "-----Original Message-----\nFrom: Ana Pop [mailto:ana.pop@x.example] \nSent: Wednesday, September 17, 2025 10:03 PM\nTo: Bob <bob@reps.example>\nSubject: I resign\n\n",
    ),
    "outlook-bold": (
        "Fw: I resign",
        "*From:* Ana Pop <ana.pop@x.example>\n*Sent:* Wednesday, September 17, 2025 10:03 PM\n*To:* Bob <bob@reps.example>\n*Subject:* I resign\n\n",
    ),
    "outlook-de": (
        "WG: I resign",
        "Von: Ana Pop <ana.pop@x.example> \nGesendet: Mittwoch, 17. September 2025 22:03\nAn: Bob <bob@reps.example>\nBetreff: I resign\n\n",
    ),
    "outlook-fr": (
        "TR: I resign",
        "De : Ana Pop <ana.pop@x.example> \nEnvoyé : mercredi 17 septembre 2025 22:03\nÀ : Bob <bob@reps.example>\nObjet : I resign\n\n",
    ),
    "outlook-es": (
        "RV: I resign",
        "De: Ana Pop <ana.pop@x.example>\nEnviado: miércoles, 17 de septiembre de 2025 22:03\nPara: Bob <bob@reps.example>\nAsunto: I resign\n\n",
    ),
    "outlook-pt": (
        "ENC: I resign",
        "De: Ana Pop <ana.pop@x.example>\nEnviada em: quarta-feira, 17 de setembro de 2025 22:03\nPara: Bob <bob@reps.example>\nAssunto: I resign\n\n",
    ),
    "outlook-it": (
        "I: I resign",
        "Da: Ana Pop <ana.pop@x.example>\nInviato: mercoledì 17 settembre 2025 22:03\nA: Bob <bob@reps.example>\nOggetto: I resign\n\n",
    ),
    "outlook-nl": (
        "FW: I resign",
        "Van: Ana Pop <ana.pop@x.example>\nVerzonden: woensdag 17 september 2025 22:03\nAan: Bob <bob@reps.example>\nOnderwerp: I resign\n\n",
    ),
    "outlook-pl": (
        "PD: I resign",
        "Od: Ana Pop <ana.pop@x.example>\nWysłano: środa, 17 września 2025 22:03\nDo: Bob <bob@reps.example>\nTemat: I resign\n\n",
    ),
    "outlook-cs": (
        "FW: I resign",
        "Od: Ana Pop <ana.pop@x.example>\nOdesláno: středa 17. září 2025 22:03\nKomu: Bob <bob@reps.example>\nPředmět: I resign\n\n",
    ),
    "outlook-sv": (
        "VB: I resign",
        "Från: Ana Pop <ana.pop@x.example>\nSkickat: den 17 september 2025 22:03\nTill: Bob <bob@reps.example>\nÄmne: I resign\n\n",
    ),
    "outlook-no": (
        "VS: I resign",
        "Fra: Ana Pop <ana.pop@x.example>\nSendt: onsdag 17. september 2025 22:03\nTil: Bob <bob@reps.example>\nEmne: I resign\n\n",
    ),
    "outlook-tr": (
        "İLT: I resign",
        "Kimden: Ana Pop <ana.pop@x.example>\nGönderildi: 17 Eylül 2025 Çarşamba 22:03\nKime: Bob <bob@reps.example>\nKonu: I resign\n\n",
    ),
    "outlook-ru": (
        "FW: I resign",
        "От: Ana Pop <ana.pop@x.example>\nОтправлено: 17 сентября 2025 г. 22:03\nКому: Bob <bob@reps.example>\nТема: I resign\n\n",
    ),
    "outlook-ja": (
        "FW: I resign",
        "差出人: Ana Pop <ana.pop@x.example>\n送信日時: 2025年9月17日 22:03\n宛先: Bob <bob@reps.example>\n件名: I resign\n\n",
    ),
    "outlook-zh": (
        "转发: I resign",
        "发件人: Ana Pop <ana.pop@x.example>\n发送时间: 2025年9月17日 22:03\n收件人: Bob <bob@reps.example>\n主题: I resign\n\n",
    ),
    "apple-en": (
        "Fwd: I resign",
        "Begin forwarded message:\n\n> From: Ana Pop <ana.pop@x.example>\n> Subject: I resign\n> Date: 17 September 2025 at 22:03:00 GMT+2\n> To: Bob <bob@reps.example>\n> \n> ",
    ),
    "apple-en-us": (
        "Fwd: I resign",
        "Begin forwarded message:\n\n> From: Ana Pop <ana.pop@x.example>\n> Date: September 17, 2025 at 10:03:00\u202fPM GMT+2\n> To: Bob <bob@reps.example>\n> Subject: I resign\n> \n> ",
    ),
    "apple-de": (
        "Fwd: I resign",
        "Anfang der weitergeleiteten Nachricht:\n\n> Von: Ana Pop <ana.pop@x.example>\n> Betreff: I resign\n> Datum: 17. September 2025 um 22:03:00 MESZ\n> An: Bob <bob@reps.example>\n> \n> ",
    ),
    "apple-fr": (
        "Fwd: I resign",
        "Début du message réexpédié :\n\n> De: Ana Pop <ana.pop@x.example>\n> Objet: I resign\n> Date: 17 septembre 2025 à 22:03:00 UTC+2\n> À: Bob <bob@reps.example>\n> \n> ",
    ),
    "apple-it": (
        "Fwd: I resign",
        "Inizio messaggio inoltrato:\n\n> Da: Ana Pop <ana.pop@x.example>\n> Oggetto: I resign\n> Data: 17 settembre 2025 alle ore 22:03:00 CEST\n> A: Bob <bob@reps.example>\n> \n> ",
    ),
    "apple-marker-quoted": (
        "Fwd: I resign",
        "> Begin forwarded message:\n> \n> From: Ana Pop <ana.pop@x.example>\n> Subject: I resign\n> Date: 17 September 2025 at 22:03:00 CEST\n> To: Bob <bob@reps.example>\n> \n> ",
    ),
    "thunderbird-en": (
        "Fwd: I resign",
        "-------- Forwarded Message --------\nSubject: \tI resign\nDate: \tWed, 17 Sep 2025 22:03:00 +0200\nFrom: \tAna Pop <ana.pop@x.example>\nTo: \tBob <bob@reps.example>\n\n\n\n",
    ),
    "thunderbird-de": (
        "Fwd: I resign",
        "-------- Weitergeleitete Nachricht --------\nBetreff: \tI resign\nDatum: \tWed, 17 Sep 2025 22:03:00 +0200\nVon: \tAna Pop <ana.pop@x.example>\nAn: \tBob <bob@reps.example>\n\n\n\n",
    ),
    "thunderbird-es": (
        "Fwd: I resign",
        "-------- Mensaje reenviado --------\nAsunto: \tI resign\nFecha: \tWed, 17 Sep 2025 22:03:00 +0200\nDe: \tAna Pop <ana.pop@x.example>\nPara: \tBob <bob@reps.example>\n\n\n\n",
    ),
    "thunderbird-pl": (
        "Fwd: I resign",
        "-------- Przekazana wiadomość --------\nTemat: \tI resign\nData: \tWed, 17 Sep 2025 22:03:00 +0200\nNadawca: \tAna Pop <ana.pop@x.example>\nAdresat: \tBob <bob@reps.example>\n\n\n\n",
    ),
    "thunderbird-cs": (
        "Fwd: I resign",
        "-------- Přeposlaná zpráva --------\nPředmět: \tI resign\nDatum: \tWed, 17 Sep 2025 22:03:00 +0200\nOd: \tAna Pop <ana.pop@x.example>\nKomu: \tBob <bob@reps.example>\n\n\n\n",
    ),
    "thunderbird-sv": (
        "Fwd: I resign",
        "-------- Vidarebefordrat meddelande --------\nÄmne: \tI resign\nDatum: \tWed, 17 Sep 2025 22:03:00 +0200\nFrån: \tAna Pop <ana.pop@x.example>\nTill: \tBob <bob@reps.example>\n\n\n\n",
    ),
    "thunderbird-ja": (
        "Fwd: I resign",
        "-------- 転送されたメッセージ --------\n件名: \tI resign\n日付: \tWed, 17 Sep 2025 22:03:00 +0200\n差出人: \tAna Pop <ana.pop@x.example>\n宛先: \tBob <bob@reps.example>\n\n\n\n",
    ),
    "yandex": (
        "Fwd: I resign",
        '-------- Пересылаемое сообщение --------\n17.09.2025, 22:03, "Ana Pop" <ana.pop@x.example>:\n\n',
    ),
    "mail-ru": (
        "Fwd: I resign",
        "-------- Пересылаемое сообщение --------\nОт кого: Ana Pop <ana.pop@x.example>\nКому: Bob <bob@reps.example>\nДата: Среда, 17 сентября 2025, 22:03 +02:00\nТема: I resign\n\n",
    ),
    "proton": (
        "Fw: I resign",
        "------- Forwarded Message -------\nFrom: Ana Pop <ana.pop@x.example>\nDate: On Wednesday, September 17th, 2025 at 10:03 PM\nSubject: I resign\nTo: Bob <bob@reps.example>\n\n> ",
    ),
    "roundcube": (
        "Fwd: I resign",
        "-------- Original Message --------\nSubject: I resign\nDate: 2025-09-17 22:03\nFrom: Ana Pop <ana.pop@x.example>\nTo: Bob <bob@reps.example>\n\n",
    ),
    "samsung": (
        "Fwd: I resign",
        "-------- Original message --------\nFrom: Ana Pop <ana.pop@x.example> \nDate: 17/09/2025  22:03  (GMT+02:00) \nTo: Bob <bob@reps.example> \nSubject: I resign \n\n",
    ),
    "zoho": (
        "Fwd: I resign",
        "============ Forwarded message ============\nFrom: Ana Pop <ana.pop@x.example>\nTo: Bob <bob@reps.example>\nDate: Wed, 17 Sep 2025 22:03:00 +0200\nSubject: I resign\n============ Forwarded message ============\n\n",
    ),
    "mutt": (
        "Fwd: I resign",
        "----- Forwarded message from Ana Pop <ana.pop@x.example> -----\n\nDate: Wed, 17 Sep 2025 22:03:00 +0200\nFrom: Ana Pop <ana.pop@x.example>\nTo: Bob <bob@reps.example>\nSubject: I resign\n\n",
    ),
    "yahoo": (
        "Fw: I resign",
        "----- Forwarded Message -----\nFrom: Ana Pop <ana.pop@x.example>\nTo: Bob <bob@reps.example>\nSent: Wednesday, September 17, 2025 at 10:03:00 PM GMT+2\nSubject: I resign\n\n",
    ),
    "gmx": (
        "Fw: I resign",
        'Gesendet: Mittwoch, 17. September 2025 um 22:03 Uhr\nVon: "Ana Pop" <ana.pop@x.example>\nAn: bob@reps.example\nBetreff: I resign\n\n',
    ),
    "qq": (
        "Fw: I resign",
        '------------------ 转发邮件 ------------------\n发件人: "Ana Pop" <ana.pop@x.example>;\n发送时间: 2025年9月17日(星期三) 晚上10:03\n收件人: "Bob"<bob@reps.example>;\n主题: I resign\n\n',
    ),
    "marker-without-fwd-subject": (
        "a mail for you",
        "---------- Forwarded message ---------\nFrom: Ana Pop <ana.pop@x.example>\nDate: Wed, Sep 17, 2025 at 10:03 PM\nSubject: I resign\nTo: Bob <bob@reps.example>\n\n",
    ),
    "wrapped-from": (
        "Fwd: I resign",
        "---------- Forwarded message ---------\nFrom: Ana Pop\n <ana.pop@x.example>\nDate: Wed, Sep 17, 2025 at 10:03 PM\nSubject: I resign\nTo: Bob <bob@reps.example>,\n Council <council@reps.example>\n\n",
    ),
}


@pytest.mark.parametrize(("subject", "head"), FORWARDS.values(), ids=FORWARDS.keys())
def test_an_inline_forward_is_read(subject, head):
    quoted = head.endswith("> ")
    words = "Dear Bob,\n\nI resign as mentor.\n\nAna".replace("\n", "\n> " if quoted else "\n")
    body, original = read_body(f"FYI, see below.\n\nBob\n\n{head}{words}\n", subject, ZONE)
    assert original is not None
    assert body.fresh == "FYI, see below.\n\nBob"
    assert "I resign as mentor." in body.quoted
    assert original.senders == (ANA,)
    assert original.sent == WHEN
    assert original.body.fresh == "Dear Bob,\n\nI resign as mentor.\n\nAna"
    assert original.subject in (
        "I resign",
        "" if "yandex" in head or "17.09.2025, 22:03" in head else "I resign",
    )


def test_a_forward_of_a_forward_is_read_to_its_first_mail():
    text = (
        "third time lucky\n\n---------- Forwarded message ---------\nFrom: Bob <bob@x.example>\n"
        "Date: Sat, Oct 4, 2025 at 9:48 AM\nSubject: Fwd: hi\nTo: Cy <cy@x.example>\n\n\nnot meant for me?\n\n"
        "---------- Forwarded message ---------\nFrom: Ana Pop <ana.pop@x.example>\n"
        "Date: Fri, Oct 3, 2025 at 10:21 PM\nSubject: hi\nTo: Bob <bob@x.example>\n\n\nI resign.\n"
    )
    body, first = read_body(text, "Fwd: Fwd: hi")
    assert first is not None
    assert first.forwarded is not None
    assert body.fresh == "third time lucky"
    assert first.body.fresh == "not meant for me?"
    assert first.forwarded.senders == (ANA,)
    assert first.forwarded.body.fresh == "I resign."


REPLIES = {
    "outlook-reply": "RE: x\nYes.\n\nFrom: Ana Pop <ana.pop@x.example>\nSent: Wednesday, September 17, 2025 10:03 PM\nTo: Bob <bob@reps.example>\nSubject: x\n\nI resign.\n",
    "reply-to-a-forward": "Re: Fwd: x\nYes.\n\nOn Wed, Sep 17, 2025 at 10:03 PM Bob <bob@x.example> wrote:\n\n> ---------- Forwarded message ---------\n> From: Ana Pop <ana.pop@x.example>\n> Date: Wed, Sep 17, 2025\n> Subject: x\n> To: Bob <bob@x.example>\n>\n> I resign.\n",
    "quote-only": "Fwd: x\nYes.\n\nOn Wed, Sep 17, 2025 at 10:03 PM Bob <bob@x.example> wrote:\n> I resign.\n",
    "no-block": "Fwd: x\nYes.\n\nI resign.\n",
    "talk-of-forwards": "Fwd: x\nYes.\n\nForwarded message: none.\nI resign.\n",
}


@pytest.mark.parametrize("mail", REPLIES.values(), ids=REPLIES.keys())
def test_a_mail_that_merely_quotes_is_no_forward(mail):
    subject, _, text = mail.partition("\n")
    body, original = read_body(text, subject)
    assert original is None
    assert body.fresh.startswith("Yes.")


def test_words_below_a_quoted_forward_are_the_forwarders():
    text = (
        "Begin forwarded message:\n\n> From: Ana Pop <ana.pop@x.example>\n> Subject: hi\n"
        "> Date: 3 October 2025\n> \n> I resign.\n\nThat came this morning. Bob\n"
    )
    body, original = read_body(text, "Fwd: hi")
    assert original is not None
    assert body.fresh == "That came this morning. Bob"
    assert original.body.fresh == "I resign."


def test_a_name_without_address_gives_an_address_without_email():
    text = "FW\n\nFrom: Pop, Ana\nSent: Wednesday, September 17, 2025 10:03 PM\nTo: Bob\nSubject: hi\n\nI resign."
    _, original = read_body(text, "FW: hi")
    assert original is not None
    assert original.senders == (Address("", "Pop, Ana"),)
    assert "from: no address" in original.defects


def test_a_reply_inside_the_forward_is_told_apart_too():
    text = (
        "---------- Forwarded message ---------\nFrom: Ana Pop <ana.pop@x.example>\n"
        "Date: Fri, Oct 3, 2025 at 10:21 PM\nSubject: Re: hi\nTo: Bob <bob@x.example>\n\n\nI resign.\n\n"
        "On Fri, Oct 3, 2025 at 9:00 AM Bob <bob@x.example> wrote:\n\n> How are you?\n"
    )
    _, original = read_body(text, "Fwd: hi", UTC)
    assert original is not None
    assert original.body.fresh == "I resign."
    assert "How are you?" in original.body.quoted


PAGES = {
    "gmail": '<div>FYI</div><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: <strong>Ana Pop</strong> <span>&lt;<a href="mailto:ana.pop@x.example">ana.pop@x.example</a>&gt;</span><br>Date: Wed, Sep 17, 2025 at 10:03 PM<br>Subject: I resign<br>To: Bob &lt;<a href="mailto:bob@x.example">bob@x.example</a>&gt;<br></div><br><div>Dear Bob,<br>I resign.</div></div>',
    "word": '<div class=WordSection1><p>FYI</p><div style="border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> Ana Pop &lt;ana.pop@x.example&gt; <br><b>Sent:</b> Wednesday, September 17, 2025 10:03 PM<br><b>To:</b> Bob &lt;bob@x.example&gt;<br><b>Subject:</b> I resign</p></div><p>Dear Bob,<br>I resign.</p></div>',
    "outlook-web": '<div>FYI</div><hr><div id="divRplyFwdMsg"><b>Von:</b> Ana Pop &lt;ana.pop@x.example&gt;<br><b>Gesendet:</b> Mittwoch, 17. September 2025 22:03<br><b>An:</b> Bob &lt;bob@x.example&gt;<br><b>Betreff:</b> I resign</div><div>Dear Bob,<br>I resign.</div>',
    "apple": '<div>FYI</div><blockquote type="cite"><div>Begin forwarded message:</div><br><div><b>From: </b>Ana Pop &lt;<a href="mailto:ana.pop@x.example">ana.pop@x.example</a>&gt;</div><div><b>Subject: </b>I resign</div><div><b>Date: </b>17 September 2025 at 22:03:00 CEST</div><div><b>To: </b>Bob</div><br><div>Dear Bob,<br>I resign.</div></blockquote>',
    "thunderbird": '<p>FYI</p><div class="moz-forward-container">-------- Forwarded Message --------<table class="moz-email-headers-table"><tr><th>Subject: </th><td>I resign</td></tr><tr><th>Date: </th><td>Wed, 17 Sep 2025 22:03:00 +0200</td></tr><tr><th>From: </th><td>Ana Pop <a href="mailto:ana.pop@x.example">&lt;ana.pop@x.example&gt;</a></td></tr><tr><th>To: </th><td>Bob</td></tr></table><br><p>Dear Bob,<br>I resign.</p></div>',
    "proton": '<div>FYI</div><div class="protonmail_quote">------- Forwarded Message -------<br>From: Ana Pop &lt;ana.pop@x.example&gt;<br>Date: On Wednesday, September 17th, 2025 at 10:03 PM<br>Subject: I resign<br>To: Bob<br><br><blockquote class="protonmail_quote"><div>Dear Bob,<br>I resign.</div></blockquote><br></div>',
    "yahoo": '<div>FYI</div><div class="yahoo_quoted"><div>----- Forwarded Message -----</div><div><b>From:</b> Ana Pop &lt;ana.pop@x.example&gt;</div><div><b>Sent:</b> Wednesday, September 17, 2025 at 10:03:00 PM GMT+2</div><div><b>Subject:</b> I resign</div><div><br></div><div>Dear Bob,<br>I resign.</div></div>',
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_a_forward_in_html_is_read(page):
    data = f"From: Bob <bob@x.example>\nDate: Wed, 17 Sep 2025 23:00:00 +0200\nSubject: FW: x\nContent-Type: text/html; charset=utf-8\n\n{page}"
    message = parse(data.encode())
    original = message.forwarded
    assert original is not None
    assert message.body.fresh == "FYI"
    assert original.senders == (ANA,)
    assert original.sent == WHEN
    assert original.body.fresh == "Dear Bob,\nI resign."
