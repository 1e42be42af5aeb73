<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of page.xsl: the page sequences, and what stands round the window on their first page. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:df="urn:duform:fo:1"
    xmlns:fox="http://xmlgraphics.apache.org/fop/extensions">

  <xsl:template name="letter-sequence">
    <fo:page-sequence master-reference="letter">
      <xsl:call-template name="static"/>
      <fo:flow flow-name="xsl-region-body">
        <xsl:apply-templates select="$doc/letterhead"/>
        <xsl:apply-templates select="$doc/date"/>
        <xsl:apply-templates select="$doc/address"/>
        <xsl:apply-templates select="$doc/code"/>
        <xsl:apply-templates select="$doc/reference"/>
        <xsl:apply-templates select="$doc/*[not(self::letterhead or self::date or self::address
            or self::reference or self::code or self::word or self::section[@kind = 'slip'])]"/>
        <xsl:if test="not($doc/section[@kind = 'slip'])"><xsl:call-template name="end"/></xsl:if>
      </fo:flow>
    </fo:page-sequence>
  </xsl:template>

  <!-- The reply slip: a page of its own, with the address for the answer in the window. -->
  <xsl:template match="section[@kind = 'slip']" mode="sequence">
    <fo:page-sequence master-reference="letter">
      <xsl:call-template name="static"/>
      <fo:flow flow-name="xsl-region-body">
        <xsl:apply-templates select="address"/>
        <xsl:apply-templates select="code"/>
        <xsl:apply-templates select="reference"/>
        <xsl:apply-templates select="*[not(self::address or self::reference or self::code)]"/>
        <xsl:call-template name="end"/>
      </fo:flow>
    </fo:page-sequence>
  </xsl:template>

  <xsl:template name="end"><fo:block id="end" role="artifact"/></xsl:template>

  <!-- Name of the sender at its top level, or its picture. -->
  <xsl:template match="letterhead[not(string(organisation)) and not(logo)]"/>
  <xsl:template match="letterhead">
    <fo:block-container absolute-position="fixed" left="{$left}mm" top="{$sheet/@top}mm"
                        width="{$date-x - $left - $sheet/@gap}mm" height="11mm" writing-mode="lr-tb">
      <xsl:choose>
        <xsl:when test="logo">
          <fo:block role="P" line-height="1">
            <fo:external-graphic src="url('{logo/@file}')" fox:alt-text="{logo/@alt}" role="Figure"
                content-width="{logo/@width}mm" content-height="{logo/@height}mm"/>
          </fo:block>
        </xsl:when>
        <xsl:otherwise>
          <fo:block role="P" xml:lang="sv"><xsl:copy-of select="$style/organisation/@*"/><xsl:value-of select="organisation"/></fo:block>
        </xsl:otherwise>
      </xsl:choose>
    </fo:block-container>
  </xsl:template>

  <xsl:template match="date">
    <fo:block-container absolute-position="fixed" left="{$date-x}mm" top="{$sheet/@top + 1}mm" width="{$date-width}mm" height="5mm">
      <fo:block role="P"><xsl:copy-of select="$style/date/@*"/><xsl:apply-templates/></fo:block>
    </fo:block-container>
  </xsl:template>

  <!-- The address reads left to right in every language. The lines are as high as the block allows,
       at most as the style says. The return line stands above, still in the window. -->
  <xsl:template match="address">
    <xsl:if test="return and $window and $block/@y - $window/@y &gt;= 4">
      <fo:block-container absolute-position="fixed" left="{$block/@x}mm" top="{$window/@y}mm" display-align="after"
                          width="{$window/@x + $window/@width - $block/@x}mm" height="{$block/@y - $window/@y - 1}mm"
                          writing-mode="lr-tb">
        <fo:block role="P" xml:lang="sv">
          <xsl:copy-of select="$style/return-line/@*"/>
          <xsl:value-of select="return"/>
        </fo:block>
      </fo:block-container>
    </xsl:if>
    <xsl:variable name="height" select="number(translate($style/address/@line-height, 'pt', ''))"/>
    <xsl:variable name="fits" select="floor(10 * $address-room div count(line)) div 10"/>
    <!-- A character of the text font is 0.55 em wide on average; 8 pt is the least that is read. -->
    <xsl:variable name="longest">
      <xsl:for-each select="line">
        <xsl:sort select="string-length()" data-type="number" order="descending"/>
        <xsl:if test="position() = 1"><xsl:value-of select="string-length()"/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="size" select="number(translate($style/address/@font-size, 'pt', ''))"/>
    <xsl:variable name="fitting" select="floor(10 * $block/@width * 72 div 25.4 div (0.55 * $longest)) div 10"/>
    <fo:block-container absolute-position="fixed" left="{$block/@x}mm" top="{$block/@y}mm"
                        width="{$block/@width}mm" height="{$block/@height}mm" writing-mode="lr-tb">
      <fo:block role="P" xml:lang="sv">
        <xsl:copy-of select="$style/address/@*"/>
        <xsl:if test="$fits &lt; $height">
          <xsl:attribute name="line-height"><xsl:value-of select="concat($fits, 'pt')"/></xsl:attribute>
        </xsl:if>
        <xsl:if test="$fitting &lt; $size">
          <xsl:attribute name="font-size">
            <xsl:value-of select="concat($fitting * ($fitting &gt;= 8) + 8 * ($fitting &lt; 8), 'pt')"/>
          </xsl:attribute>
        </xsl:if>
        <xsl:for-each select="line">
          <fo:block role="Span"><xsl:call-template name="address-line"/></fo:block>
        </xsl:for-each>
      </fo:block>
    </fo:block-container>
  </xsl:template>

  <!-- The two spaces between post code and town stay two, and all of that line together. -->
  <xsl:template name="address-line">
    <xsl:choose>
      <xsl:when test="contains(., '  ')"><xsl:value-of select="translate(., ' ', '&#xA0;')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- References: label over value, in the column beside the window. -->
  <xsl:template match="reference">
    <fo:block-container absolute-position="fixed" left="{$reference-x}mm" top="{$reference-y}mm"
                        width="{$reference-width}mm" height="{$zone-bottom - $reference-y}mm">
      <xsl:for-each select="field">
        <fo:block role="P" keep-together.within-page="always">
          <fo:block role="Span">
            <xsl:copy-of select="$style/reference-label/@*"/>
            <xsl:for-each select="label"><xsl:call-template name="content"/></xsl:for-each>
          </fo:block>
          <fo:block role="Span">
            <xsl:copy-of select="$style/reference-value/@*"/>
            <xsl:apply-templates select="text/node()"/>
          </fo:block>
        </fo:block>
      </xsl:for-each>
    </fo:block-container>
  </xsl:template>

  <!-- The code stands in the margin above the zone of the address; where the zone reaches up
       there, below it. 26 mm with its quiet zone. It says nothing that the page does not say in
       words, so that it is an artifact. -->
  <xsl:template match="code">
    <xsl:variable name="in-zone" select="../address and $zone-right &gt; $code-left + 2 and $zone-left &lt; $code-left + 24 and $zone-top &lt; $code-top + 24"/>
    <fo:block-container absolute-position="fixed" left="{$code-left}mm" width="26mm" height="27mm" writing-mode="lr-tb"
                        top="{$code-top * not($in-zone) + $zone-bottom * $in-zone}mm">
      <fo:block role="artifact" line-height="1pt" font-size="1pt">
        <fo:instream-foreign-object role="artifact" content-width="26mm">
          <df:qr><xsl:value-of select="@text"/></df:qr>
        </fo:instream-foreign-object>
      </fo:block>
    </fo:block-container>
  </xsl:template>

  <xsl:template match="signature">
    <fo:block role="Div">
      <xsl:copy-of select="$style/signature/@*"/>
      <xsl:for-each select="line">
        <fo:block role="P">
          <xsl:if test="@class = 'name'"><xsl:copy-of select="$style/signature-name/@*"/></xsl:if>
          <xsl:call-template name="content"/>
        </fo:block>
      </xsl:for-each>
    </fo:block>
  </xsl:template>

  <xsl:template match="enclosures">
    <fo:block role="P">
      <xsl:copy-of select="$style/enclosures/@*"/>
      <xsl:for-each select="label">
        <fo:inline font-weight="bold"><xsl:call-template name="content"/>:</fo:inline>
      </xsl:for-each>
      <xsl:for-each select="item">
        <xsl:choose>
          <xsl:when test="position() = 1"><xsl:text> </xsl:text></xsl:when>
          <xsl:when test="$rtl"><xsl:text>، </xsl:text></xsl:when>
          <xsl:otherwise><xsl:text>, </xsl:text></xsl:otherwise>
        </xsl:choose>
        <xsl:apply-templates/>
      </xsl:for-each>
    </fo:block>
  </xsl:template>
</xsl:stylesheet>
