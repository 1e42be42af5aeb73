<?xml version="1.0" encoding="UTF-8"?>
<!--
  page.xsl: from the document (document.xsd) to XSL-FO.

  The look stands in templates/styles/STYLE.xml: an element for each part of a document, whose
  attributes are XSL-FO properties and are copied as they are. The place of the address and the fold
  marks stand in the envelope of the region profile. What remains is here: the sheet, the order, the
  roles (structure types of tagged PDF), languages and the isolation of values in right-to-left text.

  The first page. The leak zone is the window of the envelope, grown by how far the sheet can slide.
  Nothing but the address and the return line above it may stand in the zone:

       letterhead                    | date
       (rule)                        | page 1 (2)
       ..............................|.......................  above the zone
       references, in the column     |   zone: address
       beside the zone               |
       .......................................................  below the zone
       heading, text
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:df="urn:duform:fo:1"
    xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
    xmlns:d="urn:duform:functions:1"
    xmlns:p="urn:duform:profile:1"
    exclude-result-prefixes="d p">

  <xsl:output method="xml" indent="no"/>

  <xsl:variable name="doc" select="/document"/>
  <xsl:variable name="style" select="d:style()/style"/>
  <xsl:variable name="sheet" select="$style/page"/>
  <xsl:variable name="envelope" select="d:profile()/p:profile/p:envelope"/>
  <xsl:variable name="pictures" select="d:words('pictures')/pictures"/>
  <xsl:variable name="rtl" select="$doc/@dir = 'rtl'"/>
  <!-- Values are set apart wherever something reads right to left. -->
  <xsl:variable name="isolates" select="$rtl or $doc//*[@lang][self::half or self::s or self::notice][d:direction(string(@lang)) = 'rtl']"/>

  <xsl:include href="page/geometry.xsl"/>
  <xsl:include href="page/master.xsl"/>
  <xsl:include href="page/letter.xsl"/>
  <xsl:include href="page/block.xsl"/>
  <xsl:include href="page/form.xsl"/>
  <xsl:include href="page/inline.xsl"/>
  <xsl:include href="page/sheet.xsl"/>
  <xsl:include href="page/blank.xsl"/>
  <xsl:include href="page/field.xsl"/>
  <xsl:include href="page/language.xsl"/>

  <xsl:template match="/">
    <xsl:if test="not($doc) or not($style) or not($sheet)">
      <xsl:message terminate="yes">page: no document, or no style</xsl:message>
    </xsl:if>
    <fo:root xml:lang="{$doc/@lang}">
      <xsl:copy-of select="$style/root/@*"/>
      <xsl:copy-of select="d:part(concat('root-', $doc/@reader))/@*"/>
      <xsl:if test="$rtl">
        <xsl:copy-of select="$style/root-rtl/@*"/>
        <xsl:attribute name="writing-mode">rl-tb</xsl:attribute>
      </xsl:if>
      <xsl:call-template name="masters"/>
      <xsl:call-template name="declarations"/>
      <xsl:call-template name="bookmarks"/>
      <xsl:choose>
        <xsl:when test="$doc/labels"><xsl:apply-templates select="$doc/labels" mode="sequence"/></xsl:when>
        <xsl:otherwise><xsl:call-template name="letter-sequence"/></xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="$doc/section[@kind = 'slip']" mode="sequence"/>
    </fo:root>
  </xsl:template>

  <!-- The title is the kind of document, for metadata must name nobody. -->
  <xsl:template name="declarations">
    <fo:declarations>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
          <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:title><xsl:value-of select="$doc/@title"/></dc:title>
          </rdf:Description>
        </rdf:RDF>
      </x:xmpmeta>
    </fo:declarations>
  </xsl:template>

  <!-- Level 1 headings, and the level 2 headings that follow each. -->
  <xsl:template name="bookmarks">
    <xsl:if test="$doc//h">
      <fo:bookmark-tree>
        <xsl:variable name="headings" select="$doc//h[@level = 1 or @level = 2][not(@copy)]"/>
        <xsl:for-each select="$headings">
          <xsl:variable name="at" select="position()"/>
          <xsl:if test="@level = 1">
            <fo:bookmark internal-destination="{generate-id()}">
              <fo:bookmark-title><xsl:value-of select="."/></fo:bookmark-title>
              <xsl:call-template name="bookmarks-below">
                <xsl:with-param name="headings" select="$headings[position() &gt; $at]"/>
              </xsl:call-template>
            </fo:bookmark>
          </xsl:if>
        </xsl:for-each>
      </fo:bookmark-tree>
    </xsl:if>
  </xsl:template>

  <!-- Those of the headings that stand before the next one of level 1. -->
  <xsl:template name="bookmarks-below">
    <xsl:param name="headings"/>
    <xsl:for-each select="$headings[1][@level = 2]">
      <fo:bookmark internal-destination="{generate-id()}">
        <fo:bookmark-title><xsl:value-of select="."/></fo:bookmark-title>
      </fo:bookmark>
      <xsl:call-template name="bookmarks-below">
        <xsl:with-param name="headings" select="$headings[position() &gt; 1]"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- xml:lang of an element of the document that differs from what it stands in. -->
  <xsl:template name="lang">
    <xsl:if test="@lang and @lang != ancestor::*[@lang][1]/@lang">
      <xsl:attribute name="xml:lang"><xsl:value-of select="@lang"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- The words of an element in its own language. Words whose direction is another than that of
       what they stand in keep their own, full stop included. -->
  <xsl:template name="content">
    <xsl:call-template name="lang"/>
    <xsl:choose>
      <xsl:when test="$isolates and @lang and d:direction(string(@lang))
          != d:direction(string(ancestor::*[self::half or self::notice or self::document][1]/@lang))">
        <xsl:choose>
          <xsl:when test="d:direction(string(@lang)) = 'ltr'">&#x2066;</xsl:when>
          <xsl:otherwise>&#x2067;</xsl:otherwise>
        </xsl:choose>
        <xsl:apply-templates/>
        <xsl:text>&#x2069;</xsl:text>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
