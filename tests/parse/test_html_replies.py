"""Replies in HTML alone, as each program marks its quotes and signatures.

The line above the quote is in no language at all ("Zork"), so that only the marks tell.
"""

# ruff: noqa: E501 - the pages keep the long lines that programs write

import pytest

from mailer.parse.html import html_text
from mailer.parse.message import parse
from mailer.parse.quote import tell_apart

OLD = "<div>Would you?<br><br>Bob's old words</div>"
REPLIES = {
    "gmail": f'<div dir="ltr">Yes.<div><br></div><div>Ana</div></div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">Zork 17.9. Bob Miller &lt;<a href="mailto:bob@x.example">bob@x.example</a>&gt; zork:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">{OLD}</blockquote></div>',
    "gmail-old": f'<div dir="ltr">Yes.<br><br>Ana</div><div class="gmail_extra"><br><br><div class="gmail_quote">2013/3/12 Bob Miller <span dir="ltr">&lt;<a href="mailto:bob@x.example" target="_blank">bob@x.example</a>&gt;</span><br><blockquote class="gmail_quote">{OLD}</blockquote></div><br></div>',
    "gmail-signature": f'<div dir="ltr">Yes.<br clear="all"><br>Ana<br>-- <br><div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature">Ana Pop<br>Mentor</div></div><br><div class="gmail_quote"><div class="gmail_attr">Zork:<br></div><blockquote class="gmail_quote">{OLD}</blockquote></div>',
    "gmail-app": f'<div dir="auto">Yes.<div dir="auto"><br></div><div dir="auto">Ana</div></div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">Zork Bob:<br></div><blockquote class="gmail_quote">{OLD}</blockquote></div>',
    "apple": f'<html><body style="overflow-wrap: break-word;">Yes.<div><br></div><div>Ana<br><div><br><blockquote type="cite"><div>Zork 17.9., Bob &lt;bob@x.example&gt; zork:</div><br class="Apple-interchange-newline"><div>{OLD}</div></blockquote></div><br></div></body></html>',
    "iphone": f'<html><body dir="auto">Yes.<div><br></div><div>Ana<br id="lineBreakAtBeginningOfSignature"><div dir="ltr">Sent from my iPhone</div><div dir="ltr"><br><blockquote type="cite">Zork Bob &lt;bob@x.example&gt; zork:<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">{OLD}</div></blockquote></div></body></html>',
    "outlook-web": f'<div class="elementToProof">Yes.</div><div><br></div><div>Ana</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri"><b>Zork:</b> Bob &lt;bob@x.example&gt;<br><b>Zurk:</b> Tuesday<br><b>Zak:</b> Ana<br></font></div>{OLD}',
    "outlook-web-prefixed": f'<div>Yes.</div><div><br></div><div>Ana</div><div id="x_appendonsend"></div><hr><div id="x_divRplyFwdMsg">Zork</div>{OLD}',
    "outlook-mobile": f'<div>Yes.</div><div><br></div><div>Ana</div><div id="ms-outlook-mobile-signature">Get Outlook for iOS</div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg">Zork</div>{OLD}',
    "outlook-mobile-body-separator": f'<div dir="auto">Yes.</div><div dir="auto"><br></div><div dir="auto">Ana</div><div id="mail-editor-reference-message-container" dir="auto"><div style="text-align:left"><b>Zork:</b> Bob</div>{OLD}</div>',
    "outlook-new": f'<div class="elementToProof">Yes.</div><div><br></div><div>Ana</div><div id="mail-editor-reference-message-container"><hr><div>Zork</div>{OLD}</div>',
    "outlook-desktop": f'<div class="WordSection1"><p class="MsoNormal">Yes.<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><p class="MsoNormal">Ana<o:p></o:p></p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>From:</b> Bob &lt;bob@x.example&gt; <br><b>Sent:</b> Tuesday, March 12, 2024 5:06 PM<br><b>To:</b> Ana<br><b>Subject:</b> Report<o:p></o:p></p></div></div>{OLD}</div>',
    "outlook-desktop-zork": f'<div class="WordSection1"><p class="MsoNormal">Yes.<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><p class="MsoNormal">Ana<o:p></o:p></p><div style="border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0in 0in 0in"><p class="MsoNormal"><b>Zork:</b> Bob <br><b>Zurk:</b> 12.3.<br></p></div>{OLD}</div>',
    "outlook-old-hr": f"<DIV>Yes.</DIV><DIV>&nbsp;</DIV><DIV>Ana</DIV><BR><HR tabIndex=-1><DIV class=OutlookMessageHeader><B>Zork:</B> Bob<BR><B>Zurk:</B> x<BR></DIV>{OLD}",
    "outlook-express": f'<DIV>Yes.</DIV><DIV>&nbsp;</DIV><DIV>Ana</DIV><BLOCKQUOTE style="BORDER-LEFT: #000000 2px solid"><DIV>----- Zork -----</DIV>{OLD}</BLOCKQUOTE>',
    "outlook-mac": f'<div>Yes.</div><div><br></div><div>Ana</div><span id="OLK_SRC_BODY_SECTION"><div><b>Zork:</b> Bob</div>{OLD}</span>',
    "windows-mail": f"<div class=WordSection1><p class=MsoNormal>Yes.</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Ana</p><div style='mso-element:para-border-div;border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal style='border:none;padding:0cm'><b>Zork: </b>Bob<br></p></div>{OLD}</div>",
    "hotmail": f'<div>Yes.<br><br>Ana<br><br><hr id="stopSpelling">Date: Tue, 12 Mar 2013 17:06:10 +0000<br>From: bob@x.example<br>To: ana@x.example<br>Subject: Report<br><br>{OLD}</div>',
    "thunderbird": f'<p>Yes.</p><p>Ana</p><div class="moz-cite-prefix">Zork Bob:<br></div><blockquote type="cite" cite="mid:1@x">{OLD}</blockquote>',
    "thunderbird-signature": f'<p>Yes.</p><p>Ana</p><pre class="moz-signature" cols="72">-- \nAna Pop</pre><div class="moz-cite-prefix">Zork:<br></div><blockquote type="cite">{OLD}</blockquote>',
    "proton": f'<div style="font-family: Arial;">Yes.</div><div><br></div><div>Ana</div><div class="protonmail_signature_block"><div class="protonmail_signature_block-proton">Sent with Zork.</div></div><div class="protonmail_quote">Zork:<br><blockquote class="protonmail_quote" type="cite">{OLD}</blockquote></div>',
    "yahoo": f'<div class="ydp4a yahoo-style-wrap"><div dir="ltr">Yes.</div><div><br></div><div>Ana</div></div><div id="ydp7c1d2e3yahoo_quoted_8812345678" class="ydp7c1d2e3yahoo_quoted"><div><div>Zork Bob:</div>{OLD}</div></div>',
    "yahoo-android": f'Yes.<br><br>Ana<br><br><div id="ymail_android_signature"><a id="ymail_android_signature_link" href="https://x.example">Zork for Android</a></div> <br> <blockquote style="margin: 0 0 20px 0;"> <div>Zork, Bob wrote:</div><div>{OLD}</div> </blockquote>',
    "yahoo-old": f'<div>Yes.<br><br>Ana</div><div class="yahoo_quoted" style="display: block;"><hr size="1"><b>Zork:</b> Bob<br>{OLD}</div>',
    "aol": f'<div>Yes.<br><br>Ana</div><div id="ydp1yahoo_quoted_1" class="yahoo_quoted"><div>Zork:</div>{OLD}</div>',
    "zimbra": f'<div>Yes.</div><div><br></div><div>Ana</div><hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__"><b>Zork: </b>Bob<br></div><div data-marker="__QUOTED_TEXT__">{OLD}</div>',
    "zoho": f'<div>Yes.<br></div><div><br></div><div>Ana</div><div class="zmail_extra_hr" style="border-top: 1px solid rgb(204, 204, 204);"><br></div><div class="zmail_extra"><div id="Zm-_Id_-Sgn1">---- Zork ----</div><blockquote id="blockquote_zmail">{OLD}</blockquote></div>',
    "roundcube": f'<p>Yes.</p><p>Ana</p><p id="reply-intro">Zork Bob zork:</p><blockquote type="cite" style="padding: 0 0.4em; border-left: #1010ff 2px solid; margin: 0">{OLD}</blockquote>',
    "k9": f'Yes.<br><br>Ana<br><br><div class="gmail_quote">Zork Bob zork:<blockquote class="gmail_quote">{OLD}</blockquote></div>',
    "samsung": f'<div dir="auto">Yes.</div><div dir="auto"><br></div><div dir="auto">Ana</div><div id="composer_signature" dir="auto">Zork from my Galaxy</div><div><br></div><div align="left" dir="auto" style="font-size:100%;color:#000000"><div>-------- Original message --------</div><div>From: Bob &lt;bob@x.example&gt; </div><div>Date: 12/03/2024  17:06  (GMT+01:00) </div><div>To: Ana </div><div>Subject: Report </div><div><br></div></div>{OLD}',
    "mail-ru": f'<HTML><BODY><div>Yes.</div><div>&nbsp;</div><div>Ana</div><blockquote style="border-left:1px solid #0857A6;margin:10px;padding:0 0 0 10px;">Zork Bob &lt;bob@x.example&gt;:<div id="">{OLD}</div></blockquote></BODY></HTML>',
    "yandex": f'<div>Yes.</div><div>&nbsp;</div><div>Ana</div><div>&nbsp;</div><div>12.03.2024, 17:06, "Bob Miller" &lt;bob@x.example&gt;:</div><blockquote>{OLD}</blockquote>',
    "gmx": f'<div style="font-family: Verdana;"><div>Yes.</div><div>&nbsp;</div><div>Ana</div><div>&nbsp;<div name="quote" style="margin:10px 5px 5px 10px; padding: 10px 0 10px 10px; border-left:2px solid #C3D9E5;"><div style="margin:0 0 10px 0;"><b>Zork:</b>&nbsp;Tuesday<br><b>Zurk:</b>&nbsp;Bob</div><div name="quoted-content">{OLD}</div></div></div></div>',
    "ox": f'<p>Yes.</p><p>Ana</p><blockquote type="cite"><div>Zork Bob zork:</div>{OLD}</blockquote>',
    "spark": f'<div name="messageBodySection"><div dir="auto">Yes.<br><br>Ana</div></div><div name="messageSignatureSection"><br><div>Zork Spark</div></div><div name="messageReplySection">Zork Bob zork:<br><blockquote type="cite">{OLD}</blockquote></div>',
    "tuta": f'<div>Yes.<br></div><div><br></div><div>Ana</div><div class="tutanota_quote">Zork:<br></div><blockquote class="tutanota_quote" style="border-left: 1px solid #93A3B8;">{OLD}</blockquote>',
    "front": f'<div>Yes.</div><div><br></div><div>Ana</div><blockquote type="cite" class="front-blockquote">Zork<br>{OLD}</blockquote>',
    "newton": f'<div>Yes.</div><div><br></div><div>Ana</div><div id="cm_replymail_content_wrap" class="cm_replymail_content_wrap"><div id="cm_replymail_content_1">Zork {OLD}</div></div>',
    "airmail": f'<div>Yes.</div><div><br></div><div>Ana</div><div id="bloop_sign_1" class="bloop_sign"></div><div class="airmail_ext_on">Zork Bob zork:</div><blockquote type="cite" class="clean_bq">{OLD}</blockquote>',
    "em-client": f'<div>Yes.</div><div><br></div><div>Ana</div><div id="signature_old">Zork</div><div>------ Original Message ------</div><div>From "Bob" &lt;bob@x.example&gt;</div><div>To "Ana" &lt;ana@x.example&gt;</div><div>Date 3/12/2024 5:06:10 PM</div><div>Subject Report</div>{OLD}',
    "evolution": f'<div>Yes.</div><div><br></div><div>Ana</div><div class="-x-evo-paragraph">Zork 12.03.2024 zork:</div><blockquote type="cite">{OLD}</blockquote>',
    "fairemail": f'<p>Yes.</p><p>Ana</p><div class="faircite">12 March 2024 17:06, Bob &lt;bob@x.example&gt;:</div><blockquote type="cite">{OLD}</blockquote>',
    "notes": f"<font size=2>Yes.</font><br><br><font size=2>Ana</font><br><br><br><font size=1>From: &nbsp; &nbsp;Bob Miller/Reps</font><br><font size=1>To: &nbsp; &nbsp;Ana Pop/Reps@Reps</font><br><font size=1>Date: &nbsp; &nbsp;12.03.2013 17:06</font><br><font size=1>Subject: &nbsp; &nbsp;Report</font><br><hr noshade>{OLD}",
    "qq": f'<div>Yes.</div><div><br></div><div>Ana</div><div><includetail><div>&nbsp;</div><div style="font-size:12px;">------------------&nbsp;原始邮件&nbsp;------------------</div><div style="font-size: 12px;background:#efefef;"><div><b>发件人:</b>&nbsp;"Bob"&lt;bob@x.example&gt;;</div><div><b>发送时间:</b>&nbsp;2024年3月12日 17:06</div><div><b>收件人:</b>&nbsp;"Ana"&lt;ana@x.example&gt;;</div><div><b>主题:</b>&nbsp;Report</div></div>{OLD}</includetail></div>',
    "netease": f'<div>Yes.</div><div><br></div><div>Ana</div><br><div id="divNeteaseMailCard"></div><pre>\n在 2024-03-12 17:06:10，"Bob" &lt;bob@x.example&gt; 写道：</pre><blockquote id="isReplyContent" style="PADDING-LEFT: 1ex">{OLD}</blockquote>',
    "hey": f'<div class="trix-content">Yes.<br><br>Ana</div><br><blockquote>Zork<br>{OLD}</blockquote>',
    "mailspring": f'<div>Yes.</div><br><div>Ana</div><div class="gmail_quote_attribution">Zork, Bob zork:</div><blockquote>{OLD}</blockquote>',
    "superhuman": f'<div>Yes.<br><br>Ana</div><div class="sh-signature"><div>Zork</div></div><div class="gmail_quote">Zork Bob zork:<br><blockquote class="gmail_quote">{OLD}</blockquote></div>',
}


@pytest.mark.parametrize("page", REPLIES.values(), ids=REPLIES.keys())
def test_only_the_words_of_the_reply_are_fresh(page):
    body = tell_apart(html_text(page).text)
    assert body.fresh.split() == ["Yes.", "Ana"]
    assert "old words" in body.quoted


OWN = {
    "blockquote-alone": (
        "<p>She said</p><blockquote>I want to come</blockquote><p>and I agree.</p>",
        "She said and I agree.",
    ),
    "ruler": ("<p>Part one.</p><hr><p>Part two.</p>", "Part one. __________ Part two."),
    "box": (
        '<div style="border-top:solid 1px"><p>I resign.</p></div><p>Ana</p>',
        "I resign. Ana",
    ),
    "signature-word": ('<p class="signature-like">I resign.</p>', "I resign."),
    "below": (
        '<blockquote type="cite">Would you?</blockquote><p>Yes.</p>',
        "Yes.",
    ),
}


@pytest.mark.parametrize(("page", "fresh"), OWN.values(), ids=OWN.keys())
def test_the_writers_own_words_stay_fresh(page, fresh):
    assert tell_apart(html_text(page).text).fresh.split() == fresh.split()


def test_the_marks_of_the_html_tell_where_the_quote_begins_in_the_plain_text():
    plain = "Yes.\r\n\r\nAna\r\n\r\nZork: Bob Miller of Cluj\r\nZurk: 12.3.\r\n\r\nWould you?\r\n\r\nBob's old words\r\n"
    page = REPLIES["outlook-desktop-zork"].replace("Bob <br>", "Bob Miller of Cluj<br>")
    mail = (
        "From: Ana <ana@x.example>\r\nSubject: Re: x\r\n"
        "Content-Type: multipart/alternative; boundary=x\r\n\r\n"
        f"--x\r\nContent-Type: text/plain\r\n\r\n{plain}\r\n"
        f"--x\r\nContent-Type: text/html\r\n\r\n{page}\r\n--x--\r\n"
    )
    body = parse(mail.encode()).body
    assert body.fresh == "Yes.\n\nAna"
    assert "old words" in body.quoted
