/* What to say about a document that is not well-formed: texts of our own, which quote nothing.
 *
 * Not even names of elements are quoted: after a slip such as `<name>Anna<Berg</name>` a name is
 * content. */
#include "read/wellformed.h"

#include <libxml/xmlerror.h>
#include <stddef.h>

struct text {
    int code;
    const char *sv, *en;
};

static const struct text texts[] = {
    {XML_ERR_DOCUMENT_EMPTY, "XML väntades: första tecknet ska vara <",
     "XML was expected: the first character must be <"},
    {XML_ERR_DOCUMENT_END, "inget får stå efter rotelementets slut",
     "nothing may follow the end of the root element"},
    {XML_ERR_INVALID_CHAR, "ett tecken som XML inte tillåter", "a character that XML forbids"},
    {XML_ERR_INVALID_CHARREF, "en teckenreferens väntades: &#NUMMER;",
     "a character reference was expected: &#NUMBER;"},
    {XML_ERR_ENTITYREF_NO_NAME, "tecknet & ska skrivas &amp;", "the character & is written &amp;"},
    {XML_ERR_ENTITYREF_SEMICOL_MISSING, "tecknet & ska skrivas &amp;",
     "the character & is written &amp;"},
    {XML_ERR_UNDECLARED_ENTITY, "okänd entitet: bara &amp; &lt; &gt; &quot; &apos; finns",
     "unknown entity: there are only &amp; &lt; &gt; &quot; &apos;"},
    {XML_WAR_UNDECLARED_ENTITY, "okänd entitet: bara &amp; &lt; &gt; &quot; &apos; finns",
     "unknown entity: there are only &amp; &lt; &gt; &quot; &apos;"},
    {XML_ERR_LT_IN_ATTRIBUTE, "tecknet < i ett attribut ska skrivas &lt;",
     "the character < in an attribute is written &lt;"},
    {XML_ERR_ATTRIBUTE_NOT_STARTED, "ett attributs värde väntades inom citattecken",
     "the value of an attribute was expected, in quotes"},
    {XML_ERR_ATTRIBUTE_NOT_FINISHED, "citattecknet efter ett attributs värde saknas",
     "the quote after the value of an attribute is missing"},
    {XML_ERR_ATTRIBUTE_WITHOUT_VALUE, "ett attribut saknar värde", "an attribute has no value"},
    {XML_ERR_ATTRIBUTE_REDEFINED, "samma attribut står två gånger",
     "the same attribute stands twice"},
    {XML_ERR_COMMENT_NOT_FINISHED, "kommentarens slut --> saknas",
     "the end of a comment, -->, is missing"},
    {XML_ERR_HYPHEN_IN_COMMENT, "-- får inte stå i en kommentar", "-- may not stand in a comment"},
    {XML_ERR_CDATA_NOT_FINISHED, "slutet ]]> saknas", "the end ]]> is missing"},
    {XML_ERR_MISPLACED_CDATA_END, "]]> får inte stå i text", "]]> may not stand in text"},
    {XML_ERR_PI_NOT_FINISHED, "slutet ?> saknas", "the end ?> is missing"},
    {XML_ERR_RESERVED_XML_NAME, "XML-deklarationen ska stå allra först i filen",
     "the XML declaration must come first in the file"},
    {XML_ERR_XMLDECL_NOT_FINISHED, "XML-deklarationens slut ?> saknas",
     "the end of the XML declaration, ?>, is missing"},
    {XML_ERR_UNSUPPORTED_ENCODING, "okänd teckenkodning, UTF-8 väntades",
     "unknown encoding, UTF-8 was expected"},
    {XML_ERR_NAME_REQUIRED, "ett namn väntades (ensamma & och < skrivs &amp; och &lt;)",
     "a name was expected (a lone & or < is written &amp; or &lt;)"},
    {XML_ERR_SPACE_REQUIRED, "ett mellanslag väntades", "a space was expected"},
    {XML_ERR_EQUAL_REQUIRED, "tecknet = väntades", "the character = was expected"},
    {XML_ERR_GT_REQUIRED, "tecknet > väntades", "the character > was expected"},
    {XML_ERR_LTSLASH_REQUIRED, "en sluttagg väntades", "an end tag was expected"},
    {XML_ERR_TAG_NAME_MISMATCH, "sluttaggen hör inte till det element som är öppet",
     "the end tag does not belong to the element that is open"},
    {XML_NS_ERR_UNDEFINED_NAMESPACE, "prefixet har ingen namnrymd (xmlns:PREFIX saknas)",
     "the prefix has no namespace (xmlns:PREFIX is missing)"},
    {XML_NS_ERR_QNAME, "namnet får ha högst ett kolon", "the name may have at most one colon"},
    {XML_NS_ERR_ATTRIBUTE_REDEFINED, "samma attribut står två gånger",
     "the same attribute stands twice"},
    {XML_ERR_NO_MEMORY, "minnet tog slut", "out of memory"},
};

void wellformed_report(int code, bool at_end, struct diag_place place, struct diag *diag)
{
    if (at_end || code == XML_ERR_TAG_NOT_FINISHED) {
        diag_error(diag, EXIT_INPUT, place, NULL, "filen tar slut för tidigt: sluttaggar saknas",
                   "the file ends too early: end tags are missing");
        return;
    }
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (texts[i].code == code) {
            diag_error(diag, code == XML_ERR_NO_MEMORY ? EXIT_SYSTEM : EXIT_INPUT, place, NULL,
                       "%s", "%s", diag_lang(diag) == DIAG_SV ? texts[i].sv : texts[i].en);
            return;
        }
    diag_error(diag, EXIT_INPUT, place, NULL, "inte välformad XML (kod %d)",
               "not well-formed XML (code %d)", code);
}
