<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of page.xsl: headings, paragraphs, lists, fields, tables. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:df="urn:duform:fo:1"
    xmlns:d="urn:duform:functions:1"
    xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
    exclude-result-prefixes="d">

  <xsl:template match="h">
    <fo:block role="H{@level}" id="{generate-id()}">
      <xsl:copy-of select="d:part(concat('h', @level))/@*"/>
      <xsl:copy-of select="d:part(concat('h', @level, '-', $doc/@reader))/@*"/>
      <xsl:if test="@class = 'title'"><xsl:copy-of select="$style/slip-title/@*"/></xsl:if>
      <xsl:if test="@picture"><xsl:call-template name="picture"/></xsl:if>
      <xsl:call-template name="content"/>
      <xsl:call-template name="required-next"/>
      <xsl:call-template name="hidden-fields"/>
    </fo:block>
    <xsl:call-template name="required-key"/>
  </xsl:template>

  <!-- The pictogram of a heading: a character of the icon font. Styles without the part show none. -->
  <xsl:template name="picture">
    <xsl:variable name="look" select="d:part('picture')"/>
    <xsl:variable name="lang" select="ancestor-or-self::*[@lang][1]/@lang"/>
    <xsl:for-each select="$pictures/picture[@name = current()/@picture][$look]">
      <xsl:variable name="own" select="alt[@lang = $lang]"/>
      <xsl:variable name="alt" select="$own | alt[@lang = 'sv'][not($own)]"/>
      <fo:inline role="Figure" fox:alt-text="{$alt}">
        <xsl:if test="not($own)"><xsl:attribute name="xml:lang">sv</xsl:attribute></xsl:if>
        <xsl:copy-of select="$look/@*"/>
        <xsl:value-of select="@icon"/>
      </fo:inline>
      <xsl:text>&#xA0;</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <!-- A paragraph whose sentences all fell away is no paragraph. -->
  <xsl:template match="p">
    <xsl:if test="node()">
      <fo:block role="P">
        <xsl:choose>
          <xsl:when test="parent::item or parent::text or parent::cell">
            <xsl:if test="preceding-sibling::p"><xsl:attribute name="space-before">2pt</xsl:attribute></xsl:if>
            <xsl:for-each select="d:part(concat('p-', @class))">
              <xsl:copy-of select="@font-size | @line-height | @color"/>
            </xsl:for-each>
          </xsl:when>
          <xsl:when test="@class"><xsl:copy-of select="d:part(concat('p-', @class))/@*"/></xsl:when>
          <xsl:otherwise><xsl:copy-of select="$style/p/@*"/></xsl:otherwise>
        </xsl:choose>
        <!-- words that end in a colon lead up to the list, and words above a place to write on say what it is
             for: they do not stay behind at the foot of the page -->
        <xsl:if test="following-sibling::*[1][self::lines or self::form or self::section[@keep = 'yes'][*[1][self::form]]
            or self::list[substring(normalize-space(current()), string-length(normalize-space(current()))) = ':']]"><xsl:attribute name="keep-with-next.within-page">always</xsl:attribute></xsl:if>
        <xsl:call-template name="pen-room"/>
        <xsl:call-template name="content"/>
        <xsl:call-template name="required-next"/>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template match="section">
    <fo:block role="Sect">
      <xsl:if test="@break = 'page'"><xsl:attribute name="break-before">page</xsl:attribute></xsl:if>
      <xsl:if test="@keep = 'yes'">
        <xsl:copy-of select="$style/section-kept/@*"/>
        <xsl:attribute name="keep-together.within-page">always</xsl:attribute>
      </xsl:if>
      <xsl:apply-templates/>
    </fo:block>
  </xsl:template>

  <xsl:template match="note">
    <fo:block role="Div"><xsl:copy-of select="$style/note/@*"/><xsl:apply-templates/></fo:block>
  </xsl:template>

  <!-- Lists -->
  <xsl:template match="list">
    <xsl:if test="item">
      <xsl:call-template name="list">
        <xsl:with-param name="kind" select="@kind"/>
        <xsl:with-param name="class" select="@class"/>
        <xsl:with-param name="properties" select="$style/list/@*"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="list">
    <xsl:param name="kind"/>
    <xsl:param name="class"/>
    <xsl:param name="properties" select="/.."/>
    <xsl:variable name="indent">
      <xsl:choose>
        <xsl:when test="$kind = 'tick'"><xsl:value-of select="$sheet/@tick-indent"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$sheet/@list-indent"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <fo:list-block provisional-distance-between-starts="{$indent}mm" provisional-label-separation="1.5mm">
      <xsl:copy-of select="$properties"/>
      <!-- At the edges of a cell a space is lost (XSL 1.1, 4.3.1); some formatters keep it. -->
      <xsl:if test="parent::cell">
        <xsl:if test="not(preceding-sibling::*)"><xsl:attribute name="space-before">0pt</xsl:attribute></xsl:if>
        <xsl:if test="not(following-sibling::*)"><xsl:attribute name="space-after">0pt</xsl:attribute></xsl:if>
      </xsl:if>
      <!-- Under a tick: indented like its words. -->
      <xsl:if test="$kind = 'tick' and preceding-sibling::*[1][self::tick]">
        <xsl:attribute name="start-indent"><xsl:value-of select="concat($sheet/@tick-indent, 'mm')"/></xsl:attribute>
      </xsl:if>
      <xsl:attribute name="df:list-numbering">
        <xsl:choose>
          <xsl:when test="$kind = 'number'">Decimal</xsl:when>
          <xsl:when test="$kind = 'bullet'">Disc</xsl:when>
          <xsl:otherwise>None</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:for-each select="item">
        <fo:list-item>
          <xsl:choose>
            <xsl:when test="$class = 'tight'">
              <xsl:copy-of select="$style/item-tight/@*"/>
              <xsl:if test="d:direction(string(ancestor::*[@lang][self::half or self::notice or self::document][1]/@lang)) = 'rtl'"><xsl:copy-of select="$style/item-tight-rtl/@*"/></xsl:if>
            </xsl:when>
            <xsl:otherwise><xsl:copy-of select="$style/item/@*"/></xsl:otherwise>
          </xsl:choose>
          <!-- a box on screen is as high as the line -->
          <xsl:if test="$kind = 'tick' and fill"><xsl:attribute name="space-before">3.5pt</xsl:attribute></xsl:if>
          <xsl:if test="position() = 1 and parent::*[parent::cell][not(preceding-sibling::*)]">
            <xsl:attribute name="space-before">0pt</xsl:attribute>
          </xsl:if>
          <!-- No item stands alone on its page, neither the first nor the last. -->
          <xsl:if test="last() &gt; 2 and (position() = 1 or position() = last() - 1)"><xsl:attribute name="keep-with-next.within-page">always</xsl:attribute></xsl:if>
          <fo:list-item-label end-indent="label-end()">
            <fo:block>
              <xsl:choose>
                <xsl:when test="$kind = 'number'"><xsl:value-of select="concat(position() + sum(../@from) - count(../@from), '.')"/></xsl:when>
                <xsl:when test="$kind = 'tick'"><xsl:call-template name="box"/></xsl:when>
                <xsl:otherwise>•</xsl:otherwise>
              </xsl:choose>
            </fo:block>
          </fo:list-item-label>
          <fo:list-item-body start-indent="body-start()">
            <xsl:call-template name="blocks"/>
          </fo:list-item-body>
        </fo:list-item>
      </xsl:for-each>
    </fo:list-block>
  </xsl:template>

  <!-- Content that is blocks, or words that need one. -->
  <xsl:template name="blocks">
    <xsl:choose>
      <xsl:when test="p[node()] or list or text or lines or form or tick">
        <xsl:for-each select="p | list | text | lines | form | tick">
          <xsl:choose>
            <xsl:when test="self::text"><xsl:call-template name="blocks"/></xsl:when>
            <xsl:otherwise><xsl:apply-templates select="."/></xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <fo:block role="P"><xsl:call-template name="pen-room"/><xsl:call-template name="content"/></fo:block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Facts: a table whose first column is the headers of its rows. -->
  <xsl:template match="fields">
    <xsl:if test="field">
      <fo:table table-layout="fixed" width="100%" role="Table">
        <xsl:copy-of select="$style/fields/@*"/>
        <fo:table-column><xsl:call-template name="label-width"/></fo:table-column>
        <fo:table-column column-width="proportional-column-width(1)"/>
        <fo:table-body>
          <xsl:for-each select="field">
            <fo:table-row keep-together.within-page="always">
              <xsl:if test="position() &lt; last()">
                <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
              </xsl:if>
              <fo:table-cell role="TH" df:scope="row">
                <xsl:copy-of select="$style/field-label/@*"/>
                <xsl:if test="position() &gt; 1"><xsl:copy-of select="$style/field-rule/@*"/></xsl:if>
                <fo:block><xsl:for-each select="label"><xsl:call-template name="content"/></xsl:for-each><xsl:call-template name="required-mark"/></fo:block>
              </fo:table-cell>
              <fo:table-cell>
                <xsl:copy-of select="$style/field-value/@*"/>
                <xsl:if test="position() &gt; 1"><xsl:copy-of select="$style/field-rule/@*"/></xsl:if>
                <xsl:for-each select="text"><xsl:call-template name="blocks"/></xsl:for-each>
              </fo:table-cell>
            </fo:table-row>
          </xsl:for-each>
        </fo:table-body>
      </fo:table>
    </xsl:if>
  </xsl:template>

  <!-- The column of labels is as wide as the style says, wider where a word of a label would not fit,
       and never more than half of the text: only there a word is broken. The characters of a wide bold
       word take 0.68 em each, 2.4 mm in 10 pt; 5 mm are padding. -->
  <xsl:template name="label-width">
    <xsl:variable name="words">
      <xsl:for-each select="field/label//text()"><xsl:value-of select="concat(., ' ')"/></xsl:for-each>
    </xsl:variable>
    <xsl:variable name="least" select="number($sheet/@label-width)"/>
    <xsl:variable name="most" select="($sheet/@width - $sheet/@start - $sheet/@end) div 2"/>
    <xsl:variable name="size" select="translate($style/field-label/@font-size, 'pt', '')"/>
    <xsl:variable name="needed" select="ceiling(0.24 * $size * d:longest-word($words)) + 5"/>
    <xsl:attribute name="column-width">
      <xsl:choose>
        <xsl:when test="$needed &gt; $most"><xsl:value-of select="$most"/></xsl:when>
        <xsl:when test="$needed &gt; $least"><xsl:value-of select="$needed"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$least"/></xsl:otherwise>
      </xsl:choose>
      <xsl:text>mm</xsl:text>
    </xsl:attribute>
  </xsl:template>

  <!-- Tables with a head: <table><column width=""/>…<head><cell/>…</head><row><cell/>…</row>…</table> -->
  <xsl:template match="table">
    <fo:table table-layout="fixed" width="100%">
      <xsl:copy-of select="$style/table/@*"/>
      <xsl:copy-of select="d:part(concat('table-', $doc/@reader))/@*"/>
      <xsl:for-each select="column">
        <fo:table-column column-width="proportional-column-width({@width})"/>
      </xsl:for-each>
      <xsl:if test="head">
        <fo:table-header>
          <fo:table-row>
            <xsl:for-each select="head/cell">
              <fo:table-cell role="TH" df:scope="column">
                <xsl:copy-of select="$style/head-cell/@*"/>
                <xsl:call-template name="blocks"/>
              </fo:table-cell>
            </xsl:for-each>
          </fo:table-row>
        </fo:table-header>
      </xsl:if>
      <fo:table-body>
        <xsl:for-each select="row">
          <fo:table-row keep-together.within-page="always">
            <xsl:for-each select="cell">
              <fo:table-cell>
                <xsl:if test="@head = 'yes'">
                  <xsl:attribute name="role">TH</xsl:attribute>
                  <xsl:attribute name="df:scope">row</xsl:attribute>
                </xsl:if>
                <xsl:copy-of select="$style/cell/@*"/>
                <xsl:if test="../@class = 'pen'"><xsl:copy-of select="$style/cell-pen/@*"/></xsl:if>
                <xsl:call-template name="blocks"/>
              </fo:table-cell>
            </xsl:for-each>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>
</xsl:stylesheet>
