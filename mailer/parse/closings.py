"""The words that close every mail of a writer: "Sent from my phone", disclaimers, list footers.

Every pattern looks at one line of at most 400 characters and has no nested quantifier.
"""

# ruff: noqa: E501 - an alternation of words broken at 100 columns is harder to check

import re

WORDS = 13  # of "Sent from my phone", more than that is prose
_TAIL_WORDS = 14  # of an excuse behind it

_DEVICE = re.compile(
    r"iphon|ipad|ipod|android|samsung|galaxy|huawei|honor\b|xiaomi|redmi|\bmi\b|oneplus|nokia|blackberry|windows|lumia|outlook|yahoo|proton|gmail"
    r"|mail\.ru|yandex|яндекс|smartphone|smartfon|phone|mobile|mobil|telefon|telefono|teléfono|telefone|téléphone|\bhp\b|tablet|\bios\b"
    r"|handy|k-9|fairemail|thunderbird|\bspark\b|mailspring|tutanota|\btuta\b|\bgmx\b|web\.de|t-mobile|verizon|at&t|orange|\bfree\b|\bsfr\b|aqua mail|blue ?mail|edison|newton"
    r"|airmail|zoho|\bvivo\b|\boppo\b|motorola|\bmoto\b|\bsony\b|xperia|pixel|ponsel|мобильн|мобільн|телефон|смартфон|почт|آيفون|هاتف|جهاز|スマートフォン|携帯|手机|手機|邮箱|信箱|휴대폰|mymail"
    r"|posteo|freenet|e-mail|\bemail\b|\bmail\b|\bsimu\b|mailbird|em client|fairphone|laptop|apparaat|toestel|device|appareil|dispositivo|zařízení|urządzenia|enhet|enhed|điện thoại"
    r"|correo|courrier|posta\b|thumbs?\b|unterwegs|tapatalk|\bnine\b|mailbox|superhuman|canary|sparrow|\bhey\b|fastmail|treo|palm|\bhtc\b|\blg\b|wireless|roundcube|horde|zimbra|squirrelmail",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"(?:sent|written|typed|composed|dictated|get) (?:from|via|with|using|by|outlook|on)\b|get \[outlook|von (?:meine[mnr]|unterwegs)"
    r"|(?:diese (?:nachricht|e-?mail|mail) wurde )?(?:gesendet|gesandt|verschickt|verfasst|geschrieben) (?:von|vom|mit|via|aus|über)"
    r"|diese (?:nachricht|e-?mail|mail) wurde (?:von|mit)|holen sie sich|hol dir|outlook für|télécharge[zr]|obtenez|provenance ?:|envoyée? (?:de|depuis|à partir|avec|d['’]|via|par)"
    r"|enviad[oa] (?:desde|do|de|da|mediante|via|vía|con|com|pelo|pela|a partir|através)|obt(?:ener|én|enga|enha|er) |inviat[oa] (?:da|dal|con|tramite|dalla)"
    r"|scarica |ottieni |verzonden (?:vanaf|met|via|vanuit|van|met)|verstuurd (?:vanaf|met|via|van)|(?:downloaden|download) outlook|outlook voor"
    r"|wysłan[eoay] (?:z|ze|za pomocą|przy|przez)\b|pobierz |uzyskaj |odeslán[oa] (?:z|ze|pomocí|prostřednictvím)|získat |získejte "
    r"|skickat (?:från|med|via)|skickades från|hämta |skaffa |sendt (?:fra|med|via)|hent |få outlook|skaff deg|dikirim (?:dari|melalui|dengan|menggunakan)"
    r"|terkirim dari|dapatkan |отправлен[оа] (?:с|со|из|от|через)|скачать |надіслан[оа] (?:з|із|зі|через)|завантажити |изпратено от|发自|發自|从我的|從我的|发送自"
    r"|傳送自|寄自|来自我的|獲取|获取|下载|مُ?رسل(?:ة)? من|أُ?رسلت? من|تم الإرسال (?:من|بواسطة)|احصل على|imetumwa kutoka|lähetetty |hanki outlook|küldve |elküldve|trimis (?:de|din) |obțineți "
    r"|στάλθηκε από|λήψη του outlook|נשלח מ|gửi từ|đã gửi từ|được gửi từ|enviat des|poslano (?:z|s|iz)|poslané z|odoslané z|saadetud |nosūtīts |išsiųsta |yahoo (?:mail|posta|e-posta).{0,40}:",
    re.IGNORECASE,
)
# First words of such lines: most lines begin otherwise, and need no closer look.
_FIRST = frozenset(
    """sent written typed composed dictated get from via typos please excuse forgive pardon ignore
    von gesendet gesandt verschickt verfasst geschrieben diese holen hol outlook mobil bitte
    télécharger téléchargez obtenez provenance envoyé envoyée enviado enviada obtener obten obtén
    obtenga obter obtenha inviato inviata scarica ottieni verzonden verstuurd downloaden download
    wysłane wysłano wysłana wysłany pobierz uzyskaj odesláno odeslána získat získejte skickat
    skickades hämta skaffa skaff sendt hent få dikirim terkirim dapatkan отправлено отправлена
    скачать надіслано надіслана завантажити изпратено lähetetty hanki küldve elküldve trimis
    obțineți στάλθηκε λήψη נשלח gửi đã được enviat poslano poslané odoslané saadetud nosūtīts
    išsiųsta imetumwa yahoo مرسل مُرسل مرسلة مُرسلة رسلت أرسلت أُرسلت تم احصل""".split()  # noqa: SIM905 - words are easier to read in one string
)
_BEGINNINGS = (
    "发自",
    "發自",
    "从我的",
    "從我的",
    "发送自",
    "傳送自",
    "寄自",
    "来自我的",
    "獲取",
    "获取",
    "下载",
)
_ENDS = (
    "gönderildi",
    "gönderilmiştir",
    "送信",
    "送信されました",
    "보냄",
    "を入手",
    "edinin",
    "indirin",
    "küldve",
    "downloaden",
    "전송",
    "भेजा गया",
)
_SHORT = re.compile(
    r"(?:发自|發自|从|從)我的.{1,30}|发自.{2,20}(?:邮箱|大师|手机).{0,8}|(?:diese nachricht )?von unterwegs gesendet|gesendet von unterwegs|from my (?:phone|mobile|iphone|ipad|android)"
    r"|get the new aol app.{0,60}|typos courtesy of .{1,40}|sent on the .{1,30} network from .{1,40}|via mobile|mobil gesendet|(?:please )?(?:excuse|forgive|pardon|ignore) (?:my |the |any )?(?:brevity|typos|spelling|autocorrect|mistakes|thumbs).{0,60}"
    r"|diese nachricht wurde von meinem .{1,60} gesendet.{0,40}|von meinem .{1,40} gesendet"
    r"|bitte entschuldigen sie die kürze.{0,40}|sent from (?:my|a|an) (?!heart|soul|home|office|desk|wife|mother|father|boss)[^.,;:]{1,40}",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:I|because|but|since|weil|aber|porque|pero|mas|parce|mais|perché|karena|tapi)\b"
)
_APP = re.compile(
    r"(?:Sent|Gesendet|Envoyé|Enviado|Inviato|Verzonden|Wysłano|Skickat|Sendt|Dikirim) (?:from|with|via|using|by|mit|von|de|avec|desde|con|com|da|do|met|z|från|fra|dari)"
    r"(?: my)?(?: [A-Z0-9][\w.]*){1,4}[.!]?"
)
_EXCUSE = re.compile(
    r"excuse|forgive|pardon|apolog|typo|brevity|brief|spelling|autocorrect|thumb|kürze|tippfehler|brièveté|brevedad"
    r"|disculpe|brevidade|descul|brevità|scus|beknopt|entschuldig|errors|fehler",
    re.IGNORECASE,
)
_LINK = re.compile(r"\s?(?:<[^<>\s]{1,300}>|\(https?:[^()\s]{1,300}\)|\[https?:[^\]\s]{1,300}\])")
_EDGE = " \t\xa0>*_-—–~|[]\u200e\u200f\u202a\u202b\u202c"

# A line must begin so to be looked at more closely: cheap, and most lines do not.
_FOOT = re.compile(
    r"[\s*_\-=#|]{0,8}(?:confidential|(?:legal |e-?mail )?disclaimer|privileged (?:and|/) confidential|important(?: notice)?\s?:|notice\s?:|warning\s?:"
    r"|th(?:is|e) |if you |please (?:consider|think)|before print|virus|scanned by|diese |der inhalt dieser|bitte (?:denken|prüfen|beachten)|denken sie an|hinweis\s?:|vertraulich"
    r"|ce |cet |l['’]absence|les informations|pensez|avant d['’]imprimer|este |esta |aviso|antes de|la informaci|a informaç|as informaç|libre de virus|livre de v"
    r"|questo |questa |le informazioni|il presente|prima di stampare|ai sensi|rispetta|avvertenze|dit |deze |de informatie|denk aan|niniejsz|ta wiadomość|treść tej|tato |obsah této|bu |e-?mail |pesan |данное|это |настоящее"
    r"|本|此|هذه|detta |denne |tämä |ez az |acest|ten e-?mail|wolny od|privileged|privacy)",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"confidential(?:ity)?\s*(?:notice|note|statement|disclaimer|and)?\s*[:\-–.]|confidential(?:ity)? (?:notice|statement|disclaimer)|disclaimer\s*[:\-–]?|privileged (?:and|/) confidential"
    r"|th(?:is|e) (?:e-?mail|message|communication|transmission|electronic)\b.{0,250}(?:confidential|intended (?:only|solely|for|recipient|exclusively)|privileged|sole use)"
    r"|the (?:information|content|contents) (?:contained |transmitted )?(?:in|of|by) this (?:e-?mail|message|communication|transmission)|if you (?:are not the (?:intended|named)|have received this (?:e-?mail|message|communication|transmission) (?:in error|by mistake)|received this in error)"
    r"|(?:please )?(?:consider|think of|think about) (?:the|our) (?:environment|planet)|before printing|virus-free|(?:this|the) (?:e-?mail|message) (?:has been|was) (?:checked|scanned|sent from a computer protected)|scanned by"
    r"|diese e-?mail.{0,200}(?:vertraulich|geschützt|bestimmt für|ausschließlich|viren)|der inhalt dieser e-?mail|bitte (?:denken|prüfen).{0,60}(?:umwelt|drucken)|denken sie an die umwelt"
    r"|(?:ce|cet) (?:message|courriel|mail|e-mail)\b.{0,250}(?:confidentiel|destinataire|usage exclusif)|l['’]absence de virus|les informations contenues|(?:pensez|avant d['’]imprimer).{0,80}(?:environnement|imprimer)"
    r"|est[ea] (?:mensaje|correo|e-?mail|mensagem|comunica\w+)\b.{0,250}(?:confidencia|destinatari|privilegiad|reservad)|aviso (?:legal|de confidencialidad|de confidencialidade)|(?:la informaci[oó]n|as? informaç(?:ão|ões)) conti"
    r"|antes de (?:imprimir|imprimi).{0,120}(?:medio ambiente|meio ambiente|natureza)|li[bv]re de v[ií]rus|est[ea] (?:correo|e-?mail|mensagem).{0,80}(?:virus|vírus)"
    r"|quest[oa] (?:messaggio|documento|e-?mail|comunicazione)\b.{0,250}(?:riservat|confidenzial|destinatari)|le informazioni contenute|il presente messaggio.{0,200}(?:riservat|confidenzial|destinatari)|prima di stampare|ai sensi del"
    r"|(?:dit|deze) (?:bericht|e-?mail)\b.{0,250}(?:vertrouwelijk|bestemd)|de informatie.{0,120}vertrouwelijk|denk aan het milieu|(?:niniejsza|ta) wiadomość.{0,200}(?:poufn|przeznaczon)|treść tej wiadomości|tato zpráva.{0,200}důvěrn|bu (?:e-?posta|mesaj|elektronik posta|ileti).{0,200}(?:gizli|alıcı)"
    r"|(?:e-?mail|pesan) ini .{0,200}(?:rahasia|ditujukan)|(?:данное|это|настоящее) (?:сообщение|письмо|электронное).{0,200}конфиденциальн|本(?:邮件|电子邮件|メール).{0,120}(?:保密|机密|秘密|機密)|此(?:邮件|郵件).{0,120}(?:保密|機密|机密)"
    r"|هذه الرسالة.{0,200}(?:سرية|سري)|(?:detta|denne|dette) (?:meddelande|e-post|e-?mail|melding|mail).{0,200}(?:konfidenti|fortrolig|avsett)|tämä (?:viesti|sähköposti).{0,200}luottamuksell|acest (?:mesaj|e-?mail).{0,200}confiden|ez az (?:üzenet|e-?mail|levél).{0,200}bizalmas",
    re.IGNORECASE,
)
LIST_FOOTER = re.compile(
    r".{0,120}(?:mailing list|mailman/listinfo|listinfo|to unsubscribe|you received this message because you are subscribed|unsubscribe from this (?:group|list)|[\w.-]+(?:-unsubscribe|-leave|\+unsubscribe)@"
    r"|yahoo! groups links|groups\.io links|darstellung der liste|liste de diffusion|lista de correo|lista de discuss|mailingliste)",
    re.IGNORECASE,
)
_LIST_LINE = re.compile(
    r"you (?:received|are receiving) this (?:message|e-?mail|because)|reply to this e-?mail directly|has recibido este mensaje porque|vous (?:recevez|avez reçu) ce message car|sie (?:erhalten|haben) diese nachricht (?:erhalten)?,? ?weil"
    r"|você (?:recebeu|está recebendo) esta mensagem porque|hai ricevuto questo messaggio perché|je hebt dit bericht ontvangen omdat|otrzymujesz tę wiadomość|otrzymałeś tę wiadomość|вы получили это сообщение"
    r"|anda menerima pesan ini karena|to unsubscribe(?: from this (?:group|list))?,? (?:e-?mail|send|from|and)|для того чтобы отменить",
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(
    r"\b(?:I|I['’]m|I['’]ve|I['’]ll|my|me|ich|mir|mich|meine?[mnrs]?|yo|mis?|je|j['’]ai|mon|mes|eu|meus?|minhas?|io|mio|mia|saya|aku|ik|mijn|mnie|jestem|ben)\b"
)
_ABOVE = re.compile(
    r"\W{2,60}(?:(?:please|kindly) )?(?:(?:type|write|enter|add) )?(?:your |a )?(?:reply|respon[ds]e?|answer|comment)s?,? (?:only )?above this line\b.{0,80}"
    r"|\W{2,60}(?:bitte )?(?:geben sie |schreiben sie )?(?:ihre |deine )?antwort(?:en)?(?: bitte)? (?:über|oberhalb) dieser (?:zeile|linie)\b.{0,60}"
    r"|\W{2,60}(?:veuillez )?(?:saisir|taper|écrire|répondre|entrer)(?: votre réponse)? au-dessus de cette ligne\b.{0,60}"
    r"|\W{2,60}(?:por favor,? )?(?:escriba|escribe|responda|introduzca)(?: su respuesta)? (?:por )?(?:encima|arriba) de esta línea\b.{0,60}"
    r"|\W{2,60}(?:por favor,? )?(?:digite|escreva|responda)(?: sua resposta)? acima desta linha\b.{0,60}",
    re.IGNORECASE,
)


def is_sent_from(row: str) -> bool:
    """Say whether a line is a program's "Sent from my phone" in one of many languages."""
    row = row.strip(_EDGE)
    end = row.rstrip(".。! ")
    first = end.partition(" ")[0].partition(":")[0].lower()
    if not (first in _FIRST or end.startswith(_BEGINNINGS) or end.endswith(_ENDS)):
        return False
    if "<" in row or "http" in row:
        row = _LINK.sub("", row).strip(_EDGE)
        end = row.rstrip(".。! ")
    if not end or (row.count(" ") > WORDS and not _is_excused(row)):
        return False
    if _SHORT.fullmatch(end) or _SHORT.fullmatch(row):
        return True
    if (_SENT.match(row) is None and not end.endswith(_ENDS)) or _REASON.search(row):
        return False
    return _DEVICE.search(row) is not None


def is_app_line(row: str) -> bool:
    """Say whether a mail's last line names the program it was sent with, whatever its name."""
    return _APP.fullmatch(row.strip(_EDGE)) is not None


def _is_excused(row: str) -> bool:
    """Say whether what makes the line long only asks pardon for typing errors."""
    for mark in (". ", ", ", "; ", " - ", " – ", "! "):
        head, found, tail = row.partition(mark)
        if found and head.count(" ") <= WORDS and tail.count(" ") <= _TAIL_WORDS:
            return _EXCUSE.search(tail) is not None
    return False


def is_disclaimer(row: str) -> bool:
    """Say whether a line begins the small print of an organisation or of a virus scanner."""
    if _FOOT.match(row) is None:
        return False
    row = row.lstrip(" *_-=#|\t")
    for word in ("notice:", "important:", "important notice:", "warning:", "hinweis:"):
        if row[:20].lower().startswith(word):
            row = row[len(word) :].lstrip(" *_")
    return _DISCLAIMER.match(row) is not None


def is_list_line(row: str) -> bool:
    """Say whether a line begins what a mailing list sets below every mail."""
    return _LIST_LINE.match(row) is not None


def asks_above(row: str) -> bool:
    """Say whether a line is some system's "reply above this line"."""
    return "#" in row[:3] + row[-3:] or row[0] in "-_=*—–+~" if _ABOVE.fullmatch(row) else False
