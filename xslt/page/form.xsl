<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of page.xsl: what is filled in by pen: ticks, labelled lines, blank lines. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:df="urn:duform:fo:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="d">

  <!-- U+2610, with checked="yes" U+2612; the text font has no boxes. -->
  <xsl:template name="box">
    <xsl:choose>
      <xsl:when test="fill"><xsl:for-each select="fill"><xsl:call-template name="fill"/></xsl:for-each></xsl:when>
      <xsl:otherwise>
        <fo:inline>
          <xsl:copy-of select="$style/tick-box/@*"/>
          <xsl:choose><xsl:when test="@checked = 'yes'">☒</xsl:when><xsl:otherwise>☐</xsl:otherwise></xsl:choose>
        </fo:inline>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="tick/fill | item/fill | choice/fill | document/fill"/>

  <!-- A single box with its words. -->
  <xsl:template match="tick">
    <fo:list-block provisional-distance-between-starts="{$sheet/@tick-indent}mm" provisional-label-separation="2mm"
                   df:list-numbering="None">
      <xsl:copy-of select="$style/tick/@*"/>
      <xsl:copy-of select="d:part(concat('tick-', $doc/@reader))/@*"/>
      <fo:list-item>
        <fo:list-item-label end-indent="label-end()"><fo:block><xsl:call-template name="box"/></fo:block></fo:list-item-label>
        <fo:list-item-body start-indent="body-start()">
          <fo:block><xsl:call-template name="content"/></fo:block>
        </fo:list-item-body>
      </fo:list-item>
    </fo:list-block>
  </xsl:template>

  <!-- One row of labelled lines; a line gets its share (width) of what the labels leave. Under a
       tick the row is indented like the words of the tick. -->
  <xsl:template match="form">
    <fo:block role="P">
      <xsl:choose>
        <xsl:when test="@class = 'sign'"><xsl:copy-of select="$style/form-sign/@*"/></xsl:when>
        <xsl:otherwise><xsl:copy-of select="$style/form/@*"/></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="preceding-sibling::*[not(self::form)][1][self::tick] and not(@class = 'sign')">
        <xsl:attribute name="start-indent"><xsl:value-of select="concat($sheet/@tick-indent, 'mm')"/></xsl:attribute>
      </xsl:if>
      <xsl:variable name="total" select="sum(entry/@width)"/>
      <xsl:for-each select="entry">
        <xsl:if test="position() &gt; 1"><fo:leader leader-pattern="space" leader-length="3mm"/><xsl:text> </xsl:text></xsl:if>
        <fo:inline>
          <xsl:for-each select="label"><xsl:call-template name="content"/></xsl:for-each>
          <xsl:call-template name="required-mark"/>
          <xsl:text>&#xA0;</xsl:text>
        </fo:inline>
        <xsl:variable name="share" select="round(100 * @width div $total)"/>
        <xsl:for-each select="fill">
          <xsl:call-template name="fill"><xsl:with-param name="grow" select="$share"/></xsl:call-template>
        </xsl:for-each>
        <xsl:if test="not(fill)"><fo:leader leader-length.minimum="15mm" leader-length.maximum="100%"
                   leader-length.optimum="{round(100 * @width div $total)}mm">
          <xsl:copy-of select="$style/writing-line/@*"/>
        </fo:leader></xsl:if>
      </xsl:for-each>
    </fo:block>
  </xsl:template>

  <!-- A column is too narrow for a label and a field beside each other: the field stands below, as wide as
       the column. -->
  <xsl:template match="form[entry/fill][ancestor::cell]">
    <xsl:for-each select="entry">
      <fo:block role="P">
        <xsl:copy-of select="$style/form-cell/@*"/>
        <xsl:if test="not(../preceding-sibling::*[normalize-space()] or preceding-sibling::entry)"><xsl:attribute name="space-before">0pt</xsl:attribute></xsl:if>
        <xsl:for-each select="label"><xsl:call-template name="content"/></xsl:for-each>
        <xsl:call-template name="required-mark"/>
        <fo:block role="Span"><xsl:copy-of select="$style/form-cell-field/@*"/><xsl:apply-templates select="fill"/></fo:block>
      </fo:block>
    </xsl:for-each>
  </xsl:template>

  <!-- One row of boxes to choose from. -->
  <xsl:template match="form[@class = 'choices']">
    <fo:block role="P" start-indent="{$sheet/@tick-indent}mm">
      <xsl:copy-of select="$style/choices/@*"/>
      <xsl:for-each select="choice">
        <xsl:if test="position() &gt; 1"><fo:leader leader-pattern="space" leader-length="9mm"/></xsl:if>
        <xsl:call-template name="box"/>
        <xsl:text>&#xA0;</xsl:text>
        <fo:inline><xsl:call-template name="content"/></fo:inline>
      </xsl:for-each>
    </fo:block>
  </xsl:template>

  <!-- n lines to write on, the whole width. -->
  <xsl:template match="lines">
    <fo:block role="P">
      <xsl:if test="@n &lt;= 6"><xsl:attribute name="keep-together.within-page">always</xsl:attribute></xsl:if>
      <xsl:if test="label"><fo:block role="Span"><xsl:for-each select="label"><xsl:apply-templates/></xsl:for-each></fo:block></xsl:if>
      <xsl:choose>
        <xsl:when test="fill"><fo:block role="Span"><xsl:copy-of select="$style/field-lines/@*"/><xsl:apply-templates select="fill"/></fo:block></xsl:when>
        <xsl:otherwise><xsl:call-template name="writing-lines"><xsl:with-param name="n" select="number(@n)"/></xsl:call-template></xsl:otherwise>
      </xsl:choose>
    </fo:block>
  </xsl:template>

  <xsl:template name="writing-lines">
    <xsl:param name="n"/>
    <xsl:if test="$n &gt; 0">
      <fo:block role="Span">
        <xsl:copy-of select="$style/lines/@*"/>
        <fo:leader leader-length="100%"><xsl:copy-of select="$style/writing-line/@*"/></fo:leader>
      </fo:block>
      <xsl:call-template name="writing-lines"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
