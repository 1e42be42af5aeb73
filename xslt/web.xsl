<?xml version="1.0" encoding="UTF-8"?>
<!--
  web.xsl: from the document (document.xsd) to one web page that needs nothing else: no script, no
  image, no font, no address that is fetched. Language and direction stand on every passage that
  has its own; the body's parts are landmarks; the title is the document's, which names nobody.
  Places to write on become lines, for the page may be printed.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="d">

  <xsl:output method="html" encoding="UTF-8" indent="no"/>
  <xsl:variable name="doc" select="/document"/>

  <xsl:template match="/">
    <xsl:if test="not($doc)"><xsl:message terminate="yes">web: no document</xsl:message></xsl:if>
    <html lang="{$doc/@lang}" dir="{$doc/@dir}">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="robots" content="noindex"/>
        <title><xsl:value-of select="$doc/@title"/></title>
        <style><xsl:call-template name="style"/></style>
      </head>
      <body class="{$doc/@style}">
        <xsl:if test="$doc/letterhead/* | $doc/date | $doc/draft">
          <header>
            <xsl:for-each select="$doc/draft"><p class="draft"><xsl:call-template name="own"/><xsl:value-of select="."/></p></xsl:for-each>
            <xsl:if test="string($doc/letterhead/organisation)">
              <p class="organisation" lang="sv" dir="ltr"><xsl:value-of select="$doc/letterhead/organisation"/></p>
            </xsl:if>
            <xsl:for-each select="$doc/date"><p><xsl:apply-templates/></p></xsl:for-each>
          </header>
        </xsl:if>
        <main>
          <xsl:apply-templates select="$doc/*[not(self::word or self::draft or self::letterhead or self::date)]"/>
        </main>
        <xsl:if test="$doc/letterhead/contact">
          <footer lang="sv" dir="ltr">
            <p>
              <xsl:for-each select="$doc/letterhead/contact">
                <xsl:if test="position() &gt; 1"> · </xsl:if>
                <span><xsl:value-of select="."/></span>
              </xsl:for-each>
              <xsl:for-each select="$doc/letterhead/routine"><xsl:value-of select="concat(' · ', ., ' ', @version)"/></xsl:for-each>
            </p>
          </footer>
        </xsl:if>
      </body>
    </html>
  </xsl:template>

  <!-- Colours are those of the printed documents: each has a contrast of 7:1 or more on its ground. -->
  <xsl:template name="style">
body{font-family:"Noto Sans","Noto Sans Arabic",sans-serif;font-size:1.125rem;line-height:1.5;color:#000;background:#fff;max-width:38em;margin:0 auto;padding:1.5em}
body.easy{font-size:1.375rem;line-height:1.6}body.large{font-size:1.6rem}
[dir=rtl]{line-height:1.8}
h1,h2,h3,.organisation{color:#17465a;line-height:1.25}
h1{font-size:1.8em}h2{font-size:1.25em;margin-top:1.5em}h3{font-size:1.1em}
.organisation,.draft{font-weight:bold}.draft{color:#8a1c1c;border:2px solid;padding:.3em .6em}
.picture{font-weight:normal}
.small{font-size:.9em}.lead{font-size:1.05em}.lines span{display:block}
.note,.notice{background:#eef3f5;border-inline-start:.25em solid #17465a;padding:.5em 1em;margin:1em 0}
dl{background:#eef3f5;border-inline-start:.25em solid #17465a;padding:.5em 1em}
dt{font-weight:bold}dd{margin:0 0 .5em 0}
table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.3em .5em;border-bottom:1px solid #6b7f88}
.ticks{list-style:none;padding:0}.box{font-family:"DejaVu Sans",sans-serif;margin-inline-end:.5em}
.line{display:inline-block;border-bottom:1px solid #000;min-width:8em;height:1.4em}.wide{display:block;width:100%;height:2em}
.frame{border:1px solid #6b7f88}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 1.5em}
address{font-style:normal}footer{margin-top:2em;border-top:1px solid #6b7f88;font-size:.85em}
a{color:#17465a}
li p,dd p,td p{margin:.2em 0}
html[dir=rtl] main p[dir=ltr],html[dir=rtl] main li[dir=ltr]{text-align:right}
@media (max-width:40em){.pair{display:block}}
@page{size:A4;margin:20mm}
@media print{body{max-width:none;padding:0}h1,h2,h3{break-after:avoid}li,tr,.pair{break-inside:avoid}}
</xsl:template>

  <!-- lang and dir of a passage that has its own language. -->
  <xsl:template name="own">
    <xsl:if test="@lang and @lang != ancestor::*[@lang][1]/@lang">
      <xsl:attribute name="lang"><xsl:value-of select="@lang"/></xsl:attribute>
      <xsl:attribute name="dir"><xsl:value-of select="d:direction(string(@lang))"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- ================================================= blocks -->
  <xsl:template match="h">
    <xsl:element name="h{@level}"><xsl:call-template name="own"/><xsl:call-template name="picture"/><xsl:apply-templates/></xsl:element>
  </xsl:template>

  <!-- The pictogram of a heading, as a character: no font is fetched. -->
  <xsl:template name="picture">
    <xsl:variable name="lang" select="ancestor-or-self::*[@lang][1]/@lang"/>
    <xsl:for-each select="document('../lang/pictures.xml')/pictures/picture[@name = current()/@picture]">
      <xsl:variable name="own" select="alt[@lang = $lang]"/>
      <span class="picture" role="img" aria-label="{$own | alt[@lang = 'sv'][not($own)]}"><xsl:value-of select="@sign"/></span>
      <xsl:text> </xsl:text>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="p">
    <xsl:if test="node()">
      <p>
        <xsl:call-template name="own"/>
        <xsl:if test="@class"><xsl:attribute name="class"><xsl:value-of select="@class"/></xsl:attribute></xsl:if>
        <xsl:apply-templates/>
      </p>
    </xsl:if>
  </xsl:template>

  <xsl:template match="section"><div><xsl:apply-templates/></div></xsl:template>
  <xsl:template match="note | notice">
    <div class="{local-name()}"><xsl:call-template name="own"/><xsl:apply-templates/></div>
  </xsl:template>
  <xsl:template match="pair"><div class="pair"><xsl:apply-templates/></div></xsl:template>
  <xsl:template match="half"><div lang="{@lang}" dir="{d:direction(string(@lang))}"><xsl:apply-templates/></div></xsl:template>

  <xsl:template match="address">
    <address lang="sv" dir="ltr">
      <xsl:for-each select="line"><xsl:if test="position() &gt; 1"><br/></xsl:if><xsl:value-of select="."/></xsl:for-each>
    </address>
  </xsl:template>

  <xsl:template match="fields | reference">
    <xsl:if test="field">
      <dl>
        <xsl:for-each select="field">
          <dt><xsl:for-each select="label"><xsl:call-template name="own"/><xsl:apply-templates/></xsl:for-each></dt>
          <dd><xsl:for-each select="text"><xsl:call-template name="own"/><xsl:apply-templates/></xsl:for-each></dd>
        </xsl:for-each>
      </dl>
    </xsl:if>
  </xsl:template>
  <xsl:template match="item/text | cell/text"><xsl:apply-templates/></xsl:template>

  <xsl:template match="list[@kind = 'number'][item]">
    <ol>
      <xsl:if test="@from &gt; 1"><xsl:attribute name="start"><xsl:value-of select="@from"/></xsl:attribute></xsl:if>
      <xsl:apply-templates select="item"/>
    </ol>
  </xsl:template>
  <xsl:template match="list[item]"><ul><xsl:apply-templates select="item"/></ul></xsl:template>
  <xsl:template match="list[@kind = 'tick'][item]" priority="1"><ul class="ticks"><xsl:apply-templates select="item"/></ul></xsl:template>
  <xsl:template match="list"/>
  <xsl:template match="item"><li><xsl:call-template name="own"/><xsl:apply-templates/></li></xsl:template>
  <xsl:template match="list[@kind = 'tick']/item"><li><xsl:call-template name="own"/><xsl:call-template name="box"/><xsl:apply-templates/></li></xsl:template>

  <xsl:template name="box">
    <span class="box"><xsl:choose><xsl:when test="@checked = 'yes'">☒</xsl:when><xsl:otherwise>☐</xsl:otherwise></xsl:choose></span>
  </xsl:template>
  <xsl:template match="tick"><p><xsl:call-template name="own"/><xsl:call-template name="box"/><xsl:apply-templates/></p></xsl:template>

  <xsl:template match="table">
    <table>
      <xsl:if test="head">
        <thead><tr><xsl:for-each select="head/cell"><th scope="col"><xsl:call-template name="own"/><xsl:apply-templates/></th></xsl:for-each></tr></thead>
      </xsl:if>
      <tbody>
        <xsl:for-each select="row">
          <tr>
            <xsl:for-each select="cell">
              <xsl:choose>
                <xsl:when test="@head = 'yes'"><th scope="row"><xsl:call-template name="own"/><xsl:apply-templates/></th></xsl:when>
                <xsl:otherwise><td><xsl:call-template name="own"/><xsl:apply-templates/></td></xsl:otherwise>
              </xsl:choose>
            </xsl:for-each>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template match="form">
    <p>
      <xsl:for-each select="entry | choice">
        <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
        <xsl:if test="self::choice"><xsl:call-template name="box"/></xsl:if>
        <span><xsl:for-each select="label | self::choice"><xsl:call-template name="own"/><xsl:apply-templates/></xsl:for-each></span>
        <xsl:if test="self::entry"><xsl:text> </xsl:text><span class="line"></span></xsl:if>
      </xsl:for-each>
    </p>
  </xsl:template>
  <xsl:template match="lines">
    <xsl:for-each select="label"><p><xsl:call-template name="own"/><xsl:apply-templates/></p></xsl:for-each>
    <p><xsl:call-template name="empty-lines"><xsl:with-param name="n" select="number(@n)"/></xsl:call-template></p>
  </xsl:template>
  <xsl:template name="empty-lines">
    <xsl:param name="n"/>
    <xsl:if test="$n &gt; 0">
      <span class="line wide"></span>
      <xsl:call-template name="empty-lines"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
  <xsl:template match="blank"><span class="line"></span></xsl:template>
  <xsl:template match="space"><div class="frame" style="height:{@height}mm"></div></xsl:template>

  <xsl:template match="signature">
    <p>
      <xsl:for-each select="line">
        <xsl:if test="position() &gt; 1"><br/></xsl:if>
        <span><xsl:call-template name="own"/><xsl:apply-templates/></span>
      </xsl:for-each>
    </p>
  </xsl:template>
  <xsl:template match="enclosures">
    <p><b><xsl:for-each select="label"><xsl:apply-templates/></xsl:for-each>:</b></p>
    <ul><xsl:apply-templates select="item"/></ul>
  </xsl:template>
  <xsl:template match="labels"><xsl:for-each select="label"><address lang="sv" dir="ltr"><xsl:for-each select="line"><xsl:value-of select="."/><br/></xsl:for-each></address></xsl:for-each></xsl:template>

  <!-- ================================================= words -->
  <xsl:template match="s">
    <xsl:if test="preceding-sibling::s and not(../@class = 'lines')"><xsl:text> </xsl:text></xsl:if>
    <span><xsl:call-template name="own"/><xsl:apply-templates/></span>
  </xsl:template>
  <xsl:template match="b"><b><xsl:apply-templates/></b></xsl:template>
  <xsl:template match="br"><br/></xsl:template>
  <xsl:template match="link"><a href="{@href}"><xsl:apply-templates/></a></xsl:template>
  <!-- A value finds its own direction, numbers read left to right. -->
  <xsl:template match="v">
    <bdi>
      <xsl:if test="@kind = 'number' or @kind = 'phone' or @kind = 'personal-number'"><xsl:attribute name="dir">ltr</xsl:attribute></xsl:if>
      <xsl:if test="@lang and @lang != ancestor::*[@lang][1]/@lang"><xsl:attribute name="lang"><xsl:value-of select="@lang"/></xsl:attribute></xsl:if>
      <xsl:value-of select="."/>
    </bdi>
  </xsl:template>
</xsl:stylesheet>
