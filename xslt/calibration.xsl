<?xml version="1.0" encoding="UTF-8"?>
<!--
  calibration.xsl: the calibration page of a region's envelope, straight to XSL-FO.

  Printed at full size and put into the envelope, it shows where the window really stands: a grid of
  5 mm with a number at each 10 mm, the window of the profile, the zone that the window can show
  when the sheet slides, the address block and the folds. What is read off goes into the profile.
  All of the drawing is decoration; the words say in order what to do.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:d="urn:duform:functions:1"
    xmlns:p="urn:duform:profile:1"
    exclude-result-prefixes="d p">

  <xsl:output method="xml" indent="no"/>

  <xsl:variable name="style" select="d:style()/style"/>
  <xsl:variable name="sheet" select="$style/page"/>
  <xsl:variable name="envelope" select="d:profile()/p:profile/p:envelope"/>
  <xsl:variable name="rtl" select="false()"/>
  <xsl:variable name="width" select="number($sheet/@width)"/>
  <xsl:variable name="height" select="number($sheet/@height)"/>

  <xsl:include href="page/geometry.xsl"/>

  <xsl:template match="/">
    <fo:root xml:lang="sv">
      <xsl:copy-of select="$style/root/@*"/>
      <fo:layout-master-set>
        <fo:simple-page-master master-name="calibration" page-width="{$width}mm" page-height="{$height}mm">
          <fo:region-body margin-top="160mm" margin-left="{$sheet/@start}mm" margin-right="{$sheet/@end}mm" margin-bottom="20mm"/>
          <fo:region-before extent="10mm"/>
        </fo:simple-page-master>
      </fo:layout-master-set>
      <fo:declarations>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
          <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <dc:title>Provsida för fönsterkuvert</dc:title>
            </rdf:Description>
          </rdf:RDF>
        </x:xmpmeta>
      </fo:declarations>
      <fo:bookmark-tree>
        <fo:bookmark internal-destination="heading"><fo:bookmark-title>Provsida för fönsterkuvert</fo:bookmark-title></fo:bookmark>
      </fo:bookmark-tree>
      <fo:page-sequence master-reference="calibration">
        <fo:static-content flow-name="xsl-region-before" role="artifact">
          <xsl:call-template name="columns"/>
          <xsl:call-template name="rows"/>
          <xsl:if test="$window">
            <xsl:call-template name="box">
              <xsl:with-param name="x" select="$zone-left"/><xsl:with-param name="y" select="$zone-top"/>
              <xsl:with-param name="w" select="$zone-right - $zone-left"/><xsl:with-param name="h" select="$zone-bottom - $zone-top"/>
              <xsl:with-param name="border" select="'0.6pt dashed #b00020'"/>
            </xsl:call-template>
            <xsl:call-template name="box">
              <xsl:with-param name="x" select="$window/@x"/><xsl:with-param name="y" select="$window/@y"/>
              <xsl:with-param name="w" select="$window/@width"/><xsl:with-param name="h" select="$window/@height"/>
              <xsl:with-param name="border" select="'1.2pt solid #000000'"/>
            </xsl:call-template>
          </xsl:if>
          <xsl:call-template name="box">
            <xsl:with-param name="x" select="$block/@x"/><xsl:with-param name="y" select="$block/@y"/>
            <xsl:with-param name="w" select="$block/@width"/><xsl:with-param name="h" select="$block/@height"/>
            <xsl:with-param name="border" select="'0.6pt solid #17465a'"/>
          </xsl:call-template>
          <xsl:for-each select="$envelope/p:fold">
            <xsl:call-template name="line">
              <xsl:with-param name="x" select="0"/><xsl:with-param name="y" select="@at"/>
              <xsl:with-param name="w" select="$width"/><xsl:with-param name="border" select="'0.8pt dotted #000000'"/>
            </xsl:call-template>
          </xsl:for-each>
        </fo:static-content>
        <fo:flow flow-name="xsl-region-body">
          <xsl:call-template name="sample-address"/>
          <xsl:call-template name="words"/>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <!-- Grid: each 5 mm a line, each 10 mm a darker one with its number. -->
  <xsl:template name="columns">
    <xsl:param name="x" select="5"/>
    <xsl:if test="$x &lt; $width">
      <fo:block-container absolute-position="fixed" left="{$x}mm" top="0mm" width="1mm" height="{$height}mm">
        <xsl:attribute name="border-left"><xsl:call-template name="grid-border"><xsl:with-param name="at" select="$x"/></xsl:call-template></xsl:attribute>
        <fo:block/>
      </fo:block-container>
      <xsl:if test="$x mod 10 = 0">
        <xsl:call-template name="number"><xsl:with-param name="x" select="$x + 0.5"/><xsl:with-param name="y" select="4"/><xsl:with-param name="n" select="$x"/></xsl:call-template>
      </xsl:if>
      <xsl:call-template name="columns"><xsl:with-param name="x" select="$x + 5"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="rows">
    <xsl:param name="y" select="5"/>
    <xsl:if test="$y &lt; $height">
      <xsl:call-template name="line">
        <xsl:with-param name="x" select="0"/><xsl:with-param name="y" select="$y"/><xsl:with-param name="w" select="$width"/>
        <xsl:with-param name="border"><xsl:call-template name="grid-border"><xsl:with-param name="at" select="$y"/></xsl:call-template></xsl:with-param>
      </xsl:call-template>
      <xsl:if test="$y mod 10 = 0">
        <xsl:call-template name="number"><xsl:with-param name="x" select="4"/><xsl:with-param name="y" select="$y + 0.2"/><xsl:with-param name="n" select="$y"/></xsl:call-template>
      </xsl:if>
      <xsl:call-template name="rows"><xsl:with-param name="y" select="$y + 5"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="grid-border">
    <xsl:param name="at"/>
    <xsl:choose>
      <xsl:when test="$at mod 10 = 0">0.4pt solid #a0a0a0</xsl:when>
      <xsl:otherwise>0.25pt solid #d4d4d4</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="number">
    <xsl:param name="x"/>
    <xsl:param name="y"/>
    <xsl:param name="n"/>
    <fo:block-container absolute-position="fixed" left="{$x}mm" top="{$y}mm" width="9mm" height="4mm">
      <fo:block font-size="6pt" line-height="7pt" color="#606060"><xsl:value-of select="$n"/></fo:block>
    </fo:block-container>
  </xsl:template>

  <xsl:template name="line">
    <xsl:param name="x"/>
    <xsl:param name="y"/>
    <xsl:param name="w"/>
    <xsl:param name="border"/>
    <fo:block-container absolute-position="fixed" left="{$x}mm" top="{$y}mm" width="{$w}mm" height="1mm" border-top="{$border}"><fo:block/></fo:block-container>
  </xsl:template>

  <xsl:template name="box">
    <xsl:param name="x"/>
    <xsl:param name="y"/>
    <xsl:param name="w"/>
    <xsl:param name="h"/>
    <xsl:param name="border"/>
    <fo:block-container absolute-position="fixed" left="{$x}mm" top="{$y}mm" width="{$w}mm" height="{$h}mm" border="{$border}"><fo:block/></fo:block-container>
  </xsl:template>

  <!-- As many lines as a block may have, as an address would stand. -->
  <xsl:template name="sample-address">
    <fo:block-container absolute-position="fixed" left="{$block/@x}mm" top="{$block/@y}mm" width="{$block/@width}mm" height="{$block/@height}mm">
      <fo:block role="P">
        <xsl:copy-of select="$style/address/@*"/>
        <xsl:attribute name="line-height"><xsl:value-of select="concat(floor(10 * $address-room div $block/@lines) div 10, 'pt')"/></xsl:attribute>
        <fo:block role="Span">Mottagarens organisation</fo:block>
        <fo:block role="Span">Mottagarens enhet</fo:block>
        <fo:block role="Span">Att: funktion</fo:block>
        <fo:block role="Span">c/o någon</fo:block>
        <fo:block role="Span">Provgatan 1</fo:block>
        <fo:block role="Span">123&#xA0;45&#xA0;&#xA0;ORTEN</fo:block>
      </fo:block>
    </fo:block-container>
  </xsl:template>

  <!-- The words stand below the fold, on white. -->
  <xsl:template name="words">
    <fo:block background-color="#ffffff" padding="2mm" start-indent="0pt" end-indent="0pt" role="Div">
    <fo:block role="H1" id="heading">
      <xsl:copy-of select="$style/h1/@*"/>
      <xsl:text>Provsida för fönsterkuvert</xsl:text>
    </fo:block>
    <fo:block role="P">
      <xsl:copy-of select="$style/p/@*"/>
      <xsl:value-of select="concat('Kuvert ', $envelope/@type, ', fönster ')"/>
      <xsl:choose>
        <xsl:when test="$envelope/@window-side = 'right'">till höger</xsl:when>
        <xsl:when test="$envelope/@window-side = 'left'">till vänster</xsl:when>
        <xsl:otherwise>saknas</xsl:otherwise>
      </xsl:choose>
      <xsl:text>. Alla mått är i millimeter från papprets övre vänstra hörn.</xsl:text>
    </fo:block>
    <fo:list-block provisional-distance-between-starts="7mm" provisional-label-separation="2mm">
      <xsl:copy-of select="$style/list/@*"/>
      <xsl:call-template name="step"><xsl:with-param name="n" select="1"/><xsl:with-param name="text">Skriv ut sidan i full storlek, utan anpassning till papperet.</xsl:with-param></xsl:call-template>
      <xsl:call-template name="step"><xsl:with-param name="n" select="2"/><xsl:with-param name="text">Mät rutnätet med linjal. Tio rutor ska vara 50 millimeter.</xsl:with-param></xsl:call-template>
      <xsl:call-template name="step"><xsl:with-param name="n" select="3"/><xsl:with-param name="text">Vik vid den prickade linjen och lägg papperet i kuvertet.</xsl:with-param></xsl:call-template>
      <xsl:call-template name="step"><xsl:with-param name="n" select="4"/><xsl:with-param name="text">Skaka kuvertet åt alla håll. Adressen ska hela tiden synas helt i fönstret.</xsl:with-param></xsl:call-template>
      <xsl:call-template name="step"><xsl:with-param name="n" select="5"/><xsl:with-param name="text">Inget utanför den röda streckade linjen får synas, hur papperet än ligger.</xsl:with-param></xsl:call-template>
      <xsl:call-template name="step"><xsl:with-param name="n" select="6"/><xsl:with-param name="text">Stämmer det inte: läs av fönstrets kanter på rutnätet och rätta måtten i regionens profil.</xsl:with-param></xsl:call-template>
    </fo:list-block>
    <fo:block role="P">
      <xsl:copy-of select="$style/p/@*"/>
      <xsl:text>Svart ram: fönstret. Blå ram: adressen. Röd streckad linje: allt som fönstret kan visa.</xsl:text>
    </fo:block>
    </fo:block>
  </xsl:template>

  <xsl:template name="step">
    <xsl:param name="n"/>
    <xsl:param name="text"/>
    <fo:list-item>
      <xsl:copy-of select="$style/item/@*"/>
      <fo:list-item-label end-indent="label-end()"><fo:block><xsl:value-of select="concat($n, '.')"/></fo:block></fo:list-item-label>
      <fo:list-item-body start-indent="body-start()"><fo:block><xsl:value-of select="$text"/></fo:block></fo:list-item-body>
    </fo:list-item>
  </xsl:template>
</xsl:stylesheet>
