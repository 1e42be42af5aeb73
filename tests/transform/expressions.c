/* Expressions and instructions one by one, run by our compiler and by libxslt: the same trees. */
#include "engines.h"

static const char source_text[] = "<r xmlns:n='urn:n' a='1' b='zwei'><x i='1' "
                                  "n:k='v'>one<y>deep</y></x><x i='2'> two  <!--c--> words </x>"
                                  "<n:x i='3'>drei</n:x><y i='4'><x i='5'/><y i='6'>six<x "
                                  "i='7'>7</x></y></y><z>10</z><z>9</z><z>nan</z>"
                                  "<u>\u00e5\u00e4\u00f6 \u2013 x</u></r>";

static const char *const expressions[] = {
    "1 + 2 * 3 - 4 div 8",
    "7 mod 3",
    "-7 mod 3",
    "7 mod -3",
    "1 div 0",
    "-1 div 0",
    "0 div 0",
    "--3",
    "-(2)",
    "1.5 + 1",
    ".5",
    "3 = 3.0",
    "'a' = 'b'",
    "'1' = 1",
    "true() = 'x'",
    "1 < 2 and 2 <= 2",
    "3 > 2 or 1 div 0",
    "not(1 = 1)",
    "r",
    "r/x",
    "r/x[2]",
    "count(//x)",
    "count(//x[1])",
    "count(//x | //y)",
    "//y[@i = 6]",
    "(//x)[last()]/@i",
    "(//x)[3]/@i",
    "//y//x/@i",
    "count(r//y/ancestor::*)",
    "//x[@i = 7]/ancestor::y[1]/@i",
    "//x[@i = 7]/ancestor-or-self::*[2]/@i",
    "r/z/preceding-sibling::*[1]/@i",
    "r/z[3]/preceding-sibling::z[1]",
    "r/z/following-sibling::z",
    "r/x[1]/following-sibling::*[last()]",
    "count(r/@*)",
    "r/@b",
    "name(r/*[3])",
    "local-name(r/*[3])",
    "r/*[3]",
    "//*[local-name() = 'x'][2]",
    "r/x/text()",
    "r/x[2]/comment()",
    "count(r/x[2]/node())",
    "string-length(r/u)",
    "substring(r/u, 2, 3)",
    "substring('12345', 1.5, 2.6)",
    "substring('12345', 0)",
    "substring('12345', -42, 1 div 0)",
    "substring('12345', 0 div 0, 3)",
    "normalize-space(r/x[2])",
    "normalize-space('  a b ')",
    "translate(r/u, '\u00e5\u00e4x', 'AB')",
    "concat('a', 1, true())",
    "contains('abc', '')",
    "starts-with('abc', 'ab')",
    "substring-before('a-b-c', '-')",
    "substring-after('a-b-c', '-')",
    "substring-after('abc', 'x')",
    "boolean(r/nothing)",
    "boolean('0')",
    "number('12x')",
    "number(' 12 ')",
    "number('')",
    "sum(r/z[position() < 3])",
    "sum(r/z)",
    "floor(-1.5)",
    "ceiling(-1.5)",
    "round(-1.5)",
    "round(2.5)",
    "r/z = 9",
    "r/z != 9",
    "r/z > 9",
    "9 < r/z",
    "r/z = r/x/@i",
    "r/x = 'one'",
    "r/nothing = ''",
    "r/nothing != ''",
    "r/x = true()",
    "string(r/z[. > 9])",
    "0.1 + 0.2",
    "1000000000000",
    "1 div 3",
    "100000000000000000000",
    "-0.5",
    "generate-id(r) = generate-id(/*)",
    "generate-id(r/x[1])",
    "r/x[position() = last()]/@i",
    "r/*[@i][2]/@i",
    "r/x[@i = 2 or @i = 1][1]/@i",
    "//x[@i = 7]/ancestor::*[@i][1]/@i",
    "string(//x[@i = 7]/ancestor::*[@i][1][self::y])",
    "r/z[. = 9]/preceding-sibling::*[@i][1]/@i",
    "count(//x[@i][1])",
    "count(//y/*[1][@i = 5])",
    "//x[@i][1][last() = 1]/@i",
    "//x[position() < 3][1]/@i",
    "(//z)[2]/following-sibling::*[1][self::z]",
    "boolean(//z[following-sibling::*[1][self::u]])",
    "translate('abcabc', 'b', '')",
    "translate(r/u, 'x–', 'å-')",
    "//x/..",
    "count(//x/..)",
    "count(//y/self::y)",
    "//y[@i = 6]/preceding::x[1]/@i",
    "count(//z[1]/preceding::*)",
    "//z[1]/preceding::*[2]/@i",
    "count(//x/preceding::node())",
    "count(//@i/preceding::x)",
    "../r",
    "/r/x[2]/../@a",
    "//x[../@a]",
    "r/*[self::z or self::u][last()]",
    "@a",
    "r/x/@n:k",
    "count(//n:*)",
    "count(//@*)",
    "//x[not(node())]/@i",
    "//x[count(*) = 1]",
    "d:age('2000-02-29', '2026-02-28')",
    "d:list(r/z, 'sv')",
    "d:nobreak('a b')",
    "d:date('2026-03-09', 'long', 'sv')",
    "$v/x[2]",
    "$v[1]/@a",
    "$f",
    "$f = 'ab'",
    "string-length($f)",
    "boolean($none)",
    "$none = ''",
    "$none",
    "count($v/x[$two]/@i)",
    "$v/x[$two]/@i",
    "$two + 1",
    "r/x[current()/r/@a]/@i",
    "position()",
    "last()",
    "string(//nothing)",
};

static const char *const bodies[] = {
    "<a><xsl:for-each select='//x'><xsl:sort select='@i' order='descending'/><b "
    "p='{position()}/{last()}'><xsl:value-of select='@i'/></b></xsl:for-each></a>",
    "<a><xsl:for-each select='r/z'><xsl:sort select='.' data-type='number'/><xsl:copy-of "
    "select='.'/></xsl:for-each></a>",
    "<a><xsl:for-each select='r/z'><xsl:sort select='string-length()' data-type='number' "
    "order='descending'/><xsl:sort/><c/><xsl:value-of select='.'/></xsl:for-each></a>",
    "<a b='{{{1 + 1}}}'><xsl:attribute name='b'>new</xsl:attribute><xsl:attribute "
    "name='n:c'><xsl:value-of select='1'/>x</xsl:attribute></a>",
    "<a><xsl:copy-of select='r/@*'/><xsl:copy-of select='r/x'/><xsl:copy-of select='1 + 1'/></a>",
    "<a><xsl:for-each select='r/x[1] | r/@a'><xsl:copy><q/></xsl:copy></xsl:for-each></a>",
    "<a><xsl:for-each select='r/y'><xsl:copy><xsl:copy-of "
    "select='@*'/><xsl:apply-templates/></xsl:copy></xsl:for-each></a>",
    "<a><xsl:apply-templates select='r'/></a>",
    "<a><xsl:apply-templates select='r/*' mode='m'><xsl:with-param name='p' "
    "select='\"given\"'/></xsl:apply-templates></a>",
    "<a><xsl:call-template name='down'><xsl:with-param name='n' "
    "select='5'/></xsl:call-template></a>",
    "<a><xsl:choose><xsl:when test='r/nothing'>1</xsl:when><xsl:when "
    "test='r/x'>2</xsl:when><xsl:otherwise>3</xsl:otherwise></xsl:choose></a>",
    "<a><xsl:variable name='t'><u>1</u><u>2</u></xsl:variable><xsl:copy-of "
    "select='$t'/>|<xsl:value-of select='$t'/></a>",
    "<xsl:element name='{name(r)}e'><xsl:if test='1'>in</xsl:if><xsl:text> "
    "</xsl:text>&lt;&amp;</xsl:element>",
    "<n:a><b><n:c xmlns:m='urn:m' m:d='1'/></b></n:a>",
    "<a><xsl:value-of select='$global'/><xsl:value-of select='$lazy'/><xsl:value-of "
    "select='$kind'/></a>",
    "<a>  <b/>  text  <xsl:text>  </xsl:text><c/></a>",
    "<xsl:message terminate='yes'>stop</xsl:message>",
    "<a><xsl:call-template name='for-ever'/></a>",
};

static const char prologue[] =
    "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' "
    "xmlns:n='urn:n' "
    "xmlns:d='urn:duform:functions:1' exclude-result-prefixes='d'><xsl:param name='kind'/>"
    "<xsl:variable name='lazy' select='concat($global, 1)'/><xsl:variable name='global'><xsl:if "
    "test='/r'>g</xsl:if></xsl:variable>"
    "<xsl:template match='x'><any><xsl:apply-templates/></any></xsl:template>"
    "<xsl:template match='y/x'><below/></xsl:template><xsl:template match='y//y' "
    "priority='2'><deep/></xsl:template>"
    "<xsl:template match='x[@i = 2]'><two><xsl:apply-templates "
    "select='node()'/></two></xsl:template>"
    "<xsl:template match='z | u' mode='m'><xsl:param name='p'/><xsl:param name='q' "
    "select='\"own\"'/><zu p='{$p}' q='{$q}'/></xsl:template>"
    "<xsl:template match='*' mode='m'><xsl:param name='p'>body</xsl:param><other "
    "p='{$p}'/></xsl:template>"
    "<xsl:template match='n:*'><ns/></xsl:template><xsl:template match='@i'>attr</xsl:template>"
    "<xsl:template match='text()[. = \"10\"]'>ten</xsl:template>"
    "<xsl:template name='down'><xsl:param name='n'/><xsl:if test='$n &gt; 0'><e "
    "n='{$n}'><xsl:call-template name='down'>"
    "<xsl:with-param name='n' select='$n - 1'/></xsl:call-template></e></xsl:if></xsl:template>"
    "<xsl:template name='for-ever'><xsl:call-template name='for-ever'/></xsl:template>"
    "<xsl:template match='/'>";
static const char variables[] =
    "<xsl:variable name='v' select='r'/><xsl:variable name='f'>a<xsl:value-of "
    "select='\"b\"'/></xsl:variable>"
    "<xsl:variable name='none' select='r/nothing'/><xsl:variable name='two' select='2'/>";

/* The tree that a stylesheet makes; "(failed)" if it does not. fast: it must be compiled by us. */
static void result_of(struct transform *t, const char *key, const char *sheet, bool fast,
                      struct buf *out)
{
    struct transform_job job = {
        .kind = "k", .lang = "sv", .with = "", .style = "", .today = "2026-11-22"};
    xmlDocPtr source = xmlReadMemory(source_text, sizeof source_text - 1, NULL, NULL, 0);
    xmlDocPtr doc = xmlReadMemory(sheet, (int)strlen(sheet), "sheet", NULL, 0), result;
    struct program *p = doc ? engine_compile(t, doc, key, "xslt/test.xsl", !fast, mute) : NULL;

    buf_clear(out);
    buf_str(out, "(failed)");
    if (p && fast && !p->sheet) {
        buf_str(out, " not compiled: ");
        buf_str(out, sheet);
    }
    result = p ? engine_apply(t, p, "test", source, &job, mute) : NULL;
    if (result) {
        buf_clear(out);
        transform_dump(result, out);
    }
    transform_doc_free(result);
    xmlFreeDoc(source);
}

static bool compare_one(const struct engines *e, const char *body)
{
    struct buf sheet = BUF_INIT, a = BUF_INIT, b = BUF_INIT;
    bool same;

    buf_printf(&sheet, "%s%s%s</xsl:template></xsl:stylesheet>", prologue, variables, body);
    result_of(e->fast, body, sheet.data, true, &a);
    result_of(e->slow, body, sheet.data, false, &b);
    same = strcmp(a.data, b.data) == 0;
    if (!same)
        printf("# %s\n# ours %s\n# libxslt %s\n", body, a.data, b.data);
    buf_free(&sheet);
    buf_free(&a);
    buf_free(&b);
    return same;
}

static bool compare_expression(const struct engines *e, const char *expression)
{
    struct buf body = BUF_INIT, escaped = BUF_INIT;
    bool same;

    for (const char *c = expression; *c; c++)
        if (*c == '<')
            buf_str(&escaped, "&lt;");
        else
            buf_char(&escaped, *c);
    buf_printf(&body, "<a><xsl:value-of select=\"%s\"/><xsl:if test=\"%s\">true</xsl:if></a>",
               escaped.data, escaped.data);
    same = compare_one(e, body.data);
    buf_free(&escaped);
    buf_free(&body);
    return same;
}

int main(void)
{
    struct engines e;
    int bad = 0;

    if (!engines_start(&e))
        return 1;
    for (size_t i = 0; i < sizeof expressions / sizeof *expressions; i++)
        bad += !compare_expression(&e, expressions[i]);
    verdict(!bad, "expressions mean the same as to libxml2");
    bad = 0;
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
        bad += !compare_one(&e, bodies[i]);
    verdict(!bad, "instructions do the same as with libxslt");
    return engines_end(&e);
}
