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
    x_gmail_signature ms-outlook-mobile-signature"""
)
SIGNATURE_IDS = _words("signature applemailsignature x_signature mail-editor-reference-signature")
# ... the line above a quote, ...
ATTRIBUTION = _words("gmail_attr moz-cite-prefix x_gmail_attr moz-email-headers-table")
# ... an element that holds a quote, ...
QUOTE = _words(
    """protonmail_quote yahoo_quoted zmail_extra moz-forward-container gmail_quote_all
    tutanota_quote front-blockquote"""
)
QUOTE_IDS = _words("messagereplysection olk_src_body_section yahoo_quoted reply-intro")
# ... and the place from which all is a quote.
REST_IDS = _words("divrplyfwdmsg x_divrplyfwdmsg appendonsend x_appendonsend zwchr")
REST = _words("ms-outlook-mobile-reference-message ms-outlook-mobile-reference-message-v2")
