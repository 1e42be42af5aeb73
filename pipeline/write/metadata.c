/* What the file says about itself. The information dictionary and XMP agree; there is no date,
 * author or program version in either, so the same document gives the same bytes. */
#include "write/metadata.h"

#include "write/bundle.h"
#include "write/icc.h"
#include "write/object.h"
#include "write/put.h"
#include "write/stream_cache.h"

#include <string.h>

static const char producer[] = "duform";

static void put_xml(struct buf *out, const char *s)
{
    for (; *s; s++) {
        if (*s == '<')
            buf_str(out, "&lt;");
        else if (*s == '>')
            buf_str(out, "&gt;");
        else if (*s == '&')
            buf_str(out, "&amp;");
        else if ((unsigned char)*s >= ' ' || *s == '\t')
            buf_char(out, *s);
    }
}

static const char xmp_begin[] =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
    "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
    "<pdfuaid:part>1</pdfuaid:part>\n";

/* PDF/A takes no property whose schema it does not know, and PDF/UA's is such a one. */
static const char xmp_extension[] =
    "<rdf:Description rdf:about=\"\""
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 followed</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
    "</rdf:Description>\n";

struct pdf_object *metadata_write_xmp(struct pdf_out *o)
{
    struct pdf_object *obj = object_new(o);
    struct buf *b = &o->w->scratch;
    buf_clear(b);
    buf_str(b, xmp_begin);
    buf_str(b, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">");
    put_xml(b, o->doc->title);
    buf_str(b, "</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag><rdf:li>");
    put_xml(b, o->doc->lang);
    buf_str(b, "</rdf:li></rdf:Bag></dc:language><pdf:Producer>");
    buf_str(b, producer);
    buf_str(b, "</pdf:Producer></rdf:Description>\n");
    buf_str(b, xmp_extension);
    buf_str(b, "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
    object_set_plain_stream(o, obj, "/Type/Metadata/Subtype/XML", b->data, b->len);
    return obj;
}

void metadata_write_info(struct pdf_out *o)
{
    struct pdf_object *obj = object_adopt(o, o->pdf->info);
    struct buf *b = &o->w->scratch;
    if (HPDF_Dict_RemoveElement(o->pdf->info, "Producer") != HPDF_OK) /* libharu's own */
        pdf_check(o);
    buf_clear(b);
    buf_str(b, "/Title");
    put_text_string(b, o->doc->title);
    buf_str(b, "/Producer");
    put_text_string(b, producer);
    object_set_body(o, obj, b);
}

/* A profile is made once and kept, under its name. */
static struct pdf_object *write_profile(struct pdf_out *o, const char *name, const char *keys,
                                        void (*put)(struct buf *out))
{
    struct pdf_object *obj = object_new(o);
    struct cached_stream *s = stream_cache_find(o->w->cache, STREAM_PROFILE, name, strlen(name));
    if (!s) {
        struct buf b = BUF_INIT;
        put(&b);
        s = stream_cache_add(o->w, STREAM_PROFILE, name, strlen(name), b.data, b.len, true);
        buf_free(&b);
    }
    object_set_stored(o, obj, keys, &s->stored);
    return obj;
}

void metadata_put_colour_spaces(struct pdf_out *o, struct buf *out)
{
    if (!o->uses_cmyk)
        return;
    unsigned number = o->bundle ? o->bundle->cmyk : 0;
    if (!number)
        number = write_profile(o, "cmyk", "/N 4", icc_put_cmyk)->number;
    if (o->bundle)
        o->bundle->cmyk = number;
    buf_str(out, "/ColorSpace<</DefaultCMYK[/ICCBased ");
    put_ref(out, number);
    buf_str(out, "]>>");
}

struct pdf_object *metadata_write_output_intent(struct pdf_out *o)
{
    struct pdf_object *profile = write_profile(o, "srgb", "/N 3", icc_put_srgb);
    struct pdf_object *obj = object_new(o);
    struct buf *b = &o->w->scratch;
    buf_clear(b);
    buf_str(b, "/Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
               "/Info(sRGB IEC61966-2.1)/DestOutputProfile ");
    put_ref(b, profile->number);
    object_set_body(o, obj, b);
    return obj;
}
