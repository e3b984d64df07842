"""The tags of HTML and the marks of mail programs in it, as far as they mean something here."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What is in these is never seen as text.
SKIP = _words(
    """head style script title noscript template object iframe svg math select meta link base
    map audio video canvas datalist"""
)
# These begin and end a line.
BLOCK = _words(
    """address article aside blockquote body center dd details dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre
    section summary table tbody tfoot thead tr ul caption"""
)
# These stand apart by an empty line.
GAP = _words("p h1 h2 h3 h4 h5 h6 pre table ul ol dl blockquote")
# Classes and ids (lower case) by which mail programs mark what closes a mail, ...
SIGNATURE = _words(
    """gmail_signature moz-signature protonmail_signature_block signature_block
    x_gmail_signature ms-outlook-mobile-signature bloop_sign sh-signature"""
)
SIGNATURE_IDS = _words(
    """signature applemailsignature x_signature mail-editor-reference-signature signature_old
    ms-outlook-mobile-signature composer_signature ymail_android_signature
    messagesignaturesection"""
)
# ... the line above a quote, ...
ATTRIBUTION = _words(
    """gmail_attr moz-cite-prefix x_gmail_attr moz-email-headers-table airmail_ext_on faircite
    gmail_quote_attribution"""
)
# ... an element that holds a quote, ...
QUOTE = _words(
    """protonmail_quote yahoo_quoted zmail_extra moz-forward-container gmail_quote_all
    tutanota_quote front-blockquote cm_replymail_content_wrap"""
)
QUOTE_IDS = _words(
    """messagereplysection olk_src_body_section yahoo_quoted reply-intro quote isreplycontent
    mail-editor-reference-message-container"""
)
# ... and the place from which all is a quote.
REST_IDS = _words("divrplyfwdmsg x_divrplyfwdmsg appendonsend x_appendonsend zwchr")
REST = _words(
    """ms-outlook-mobile-reference-message ms-outlook-mobile-reference-message-v2
    outlookmessageheader"""
)
# Outlook draws this line above the headers of the mail that it quotes.
REST_STYLES = ("border-top:solid#e1e1e11.0pt", "border-top:solid#b5c4df1.0pt")


def is_quote(classes: set[str], name: str) -> bool:
    """Say whether an element of these classes and this id or name holds a quote."""
    if classes & QUOTE or name in QUOTE_IDS or name == "__quoted_text__":
        return True
    # Yahoo sets changing letters before its marks.
    return "yahoo_quoted" in name or any(kind.endswith("yahoo_quoted") for kind in classes)
