<?xml version="1.0" encoding="UTF-8"?>
<!--
  separator.xsl: the sheet before the letters of one part of the country in a print bundle, straight
  to XSL-FO. It says what follows, so that the one at the machine can see that nothing is missing.
  It holds no data of a case. Source: <separator area letters sheets first last/>.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="d">

  <xsl:output method="xml" indent="no"/>

  <xsl:variable name="style" select="d:style()/style"/>
  <xsl:variable name="sheet" select="$style/page"/>

  <xsl:variable name="heading">
    <xsl:choose>
      <xsl:when test="string(/separator/@area)"><xsl:value-of select="concat('Postnummer som börjar med ', /separator/@area)"/></xsl:when>
      <xsl:otherwise>Utan svenskt postnummer</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:template match="/">
    <fo:root xml:lang="sv">
      <xsl:copy-of select="$style/root/@*"/>
      <fo:layout-master-set>
        <fo:simple-page-master master-name="separator" page-width="{$sheet/@width}mm" page-height="{$sheet/@height}mm">
          <fo:region-body margin-top="100mm" margin-left="{$sheet/@start}mm" margin-right="{$sheet/@end}mm" margin-bottom="{$sheet/@bottom}mm"/>
          <fo:region-before extent="12mm"/>
        </fo:simple-page-master>
      </fo:layout-master-set>
      <fo:declarations>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
          <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <dc:title>Mellanblad</dc:title>
            </rdf:Description>
          </rdf:RDF>
        </x:xmpmeta>
      </fo:declarations>
      <fo:page-sequence master-reference="separator">
        <!-- A black edge, to be seen in the pile. -->
        <fo:static-content flow-name="xsl-region-before" role="artifact">
          <fo:block-container absolute-position="fixed" left="0mm" top="0mm" width="{$sheet/@width}mm" height="12mm" background-color="#000000"><fo:block/></fo:block-container>
        </fo:static-content>
        <fo:flow flow-name="xsl-region-body">
          <fo:block role="H1"><xsl:copy-of select="$style/h1/@*"/><xsl:value-of select="$heading"/></fo:block>
          <xsl:call-template name="line"><xsl:with-param name="text" select="concat('Brev: ', /separator/@letters)"/></xsl:call-template>
          <xsl:call-template name="line"><xsl:with-param name="text" select="concat('Ark: ', /separator/@sheets)"/></xsl:call-template>
          <xsl:call-template name="line"><xsl:with-param name="text" select="concat('Nummer i utskicket: ', /separator/@first, ' till ', /separator/@last)"/></xsl:call-template>
          <xsl:call-template name="line"><xsl:with-param name="text" select="'Mellanblad. Läggs inte i kuvert.'"/></xsl:call-template>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <xsl:template name="line">
    <xsl:param name="text"/>
    <fo:block role="P" font-size="14pt" line-height="20pt"><xsl:copy-of select="$style/p/@*"/><xsl:value-of select="$text"/></fo:block>
  </xsl:template>
</xsl:stylesheet>
