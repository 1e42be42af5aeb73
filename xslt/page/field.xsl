<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of page.xsl: form fields, in the place of what is written on by pen. What df:field means is
     said in pipeline/page/page.h.

     A field's tooltip is what the page says of it: the heading above, the words before it, its own
     label; in a table, the head of its column and the number of its row. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
    xmlns:df="urn:duform:fo:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="d">

  <xsl:variable name="has-fields" select="boolean($doc//fill)"/>
  <xsl:variable name="form-words" select="d:locale(string($doc/@lang))/form"/>

  <!-- A field where it stands: as wide as its size asks for, or as grow says. -->
  <xsl:template match="fill">
    <xsl:call-template name="fill"/>
  </xsl:template>

  <!-- The parts of a name in a column: below each other, as in a form there (form.xsl). -->
  <xsl:template match="fill[@part][ancestor::cell]" priority="1">
    <fo:block role="Span">
      <xsl:copy-of select="$style/form-cell/@*"/>
      <xsl:if test="not(preceding-sibling::*)"><xsl:attribute name="space-before">0pt</xsl:attribute></xsl:if>
      <xsl:call-template name="part-words"/>
    </fo:block>
    <fo:block role="Span"><xsl:copy-of select="$style/form-cell-field/@*"/><xsl:call-template name="field-box"/></fo:block>
  </xsl:template>

  <xsl:template name="part-words"><xsl:value-of select="$form-words/@*[name() = current()/@part]"/></xsl:template>

  <xsl:template name="fill">
    <xsl:param name="grow" select="''"/>
    <xsl:if test="@part">
      <fo:inline><xsl:copy-of select="$style/field-part/@*"/><xsl:call-template name="part-words"/></fo:inline>
      <xsl:text>&#xA0;</xsl:text>
    </xsl:if>
    <xsl:call-template name="field-box"><xsl:with-param name="grow" select="$grow"/></xsl:call-template>
    <xsl:if test="@part = 'given'"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>

  <xsl:template name="field-box">
    <xsl:param name="grow" select="''"/>
    <xsl:variable name="box" select="@kind = 'tick' or @kind = 'radio'"/>
    <fo:instream-foreign-object>
      <xsl:choose>
        <xsl:when test="@kind = 'radio'"><xsl:copy-of select="$style/field-radio/@*"/></xsl:when>
        <xsl:when test="$box"><xsl:copy-of select="$style/field-tick/@*"/></xsl:when>
        <xsl:otherwise>
          <xsl:copy-of select="$style/field-box/@*"/>
          <xsl:attribute name="content-width">
            <xsl:choose>
              <xsl:when test="$grow">22mm</xsl:when>
              <xsl:when test="@part and ancestor::cell">100%</xsl:when>
              <xsl:when test="@part">30%</xsl:when>
              <xsl:when test="@size = 'short'">25mm</xsl:when>
              <xsl:when test="@size = 'date'">42mm</xsl:when>
              <xsl:when test="@size = 'phone'">50mm</xsl:when>
              <xsl:when test="@size = 'name'">70mm</xsl:when>
              <xsl:otherwise>100%</xsl:otherwise>
            </xsl:choose>
          </xsl:attribute>
          <xsl:if test="@kind = 'multiline'">
            <xsl:attribute name="content-height"><xsl:value-of select="concat(6 + 16 * (sum(@rows) + 2 * not(@rows)), 'pt')"/></xsl:attribute>
          </xsl:if>
        </xsl:otherwise>
      </xsl:choose>
      <df:field kind="{@kind}" name="{@name}">
        <xsl:copy-of select="@required | @on"/>
        <xsl:if test="$grow and not($box)"><xsl:attribute name="grow"><xsl:value-of select="$grow"/></xsl:attribute></xsl:if>
        <xsl:variable name="group"><xsl:call-template name="group-words"/></xsl:variable>
        <xsl:variable name="own"><xsl:call-template name="own-words"/></xsl:variable>
        <xsl:attribute name="tooltip">
          <xsl:value-of select="$group"/>
          <xsl:if test="string($group) and string($own)"> – </xsl:if>
          <xsl:value-of select="$own"/>
          <xsl:if test="@kind = 'date'"><xsl:value-of select="concat(' (', $form-words/@date, ')')"/></xsl:if>
          <xsl:if test="@required"><xsl:value-of select="concat(', ', $form-words/@required)"/></xsl:if>
        </xsl:attribute>
        <xsl:if test="@kind = 'radio'"><xsl:attribute name="group">
            <xsl:value-of select="$group"/>
            <xsl:if test="@required"><xsl:value-of select="concat(', ', $form-words/@required)"/></xsl:if>
          </xsl:attribute></xsl:if>
        <xsl:if test="value/@lang"><xsl:attribute name="lang"><xsl:value-of select="value/@lang"/></xsl:attribute></xsl:if>
        <xsl:for-each select="value"><df:value><xsl:value-of select="."/></df:value></xsl:for-each>
        <xsl:for-each select="option"><df:option value="{@value}"><xsl:value-of select="normalize-space()"/></df:option></xsl:for-each>
      </df:field>
    </fo:instream-foreign-object>
  </xsl:template>

  <!-- The words that stand above: the heading, and a paragraph just before. -->
  <xsl:template name="group-words">
    <xsl:variable name="block" select="ancestor::*[self::lines or self::list or self::form or self::tick or self::table or self::fields][last()]"/>
    <xsl:variable name="before" select="$block/preceding-sibling::*[not(self::form[@class = 'choices'] or self::lines)][1][self::p[not(@class)] | self::tick]"/>
    <xsl:variable name="heading" select="(preceding::h)[last()][@level &gt; 1]"/>
    <xsl:value-of select="normalize-space($heading)"/>
    <xsl:if test="$before">
      <xsl:if test="$heading"> – </xsl:if>
      <xsl:call-template name="without-colon"><xsl:with-param name="text" select="normalize-space($before)"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- What names just this field. -->
  <xsl:template name="own-words">
    <xsl:variable name="cell" select="ancestor::cell[1]"/>
    <xsl:if test="$cell">
      <xsl:variable name="column" select="count($cell/preceding-sibling::cell) + 1"/>
      <xsl:value-of select="concat(normalize-space($cell/ancestor::table[1]/head/cell[$column]), ' ',
                                   count($cell/parent::row/preceding-sibling::row) + 1)"/>
      <xsl:if test="parent::entry"> – </xsl:if>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="parent::entry"><xsl:value-of select="normalize-space(../label)"/></xsl:when>
      <xsl:when test="parent::lines"><xsl:value-of select="normalize-space(../label)"/></xsl:when>
      <xsl:when test="parent::choice or parent::tick or parent::item">
        <xsl:for-each select="..">
          <xsl:variable name="words"><xsl:for-each select="text() | *[not(self::fill)]"><xsl:value-of select="."/></xsl:for-each></xsl:variable>
          <xsl:value-of select="normalize-space($words)"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="not($cell)"><xsl:value-of select="normalize-space(ancestor::field[1]/label)"/></xsl:when>
    </xsl:choose>
    <xsl:if test="@part">
      <xsl:value-of select="concat(', ', $form-words/@*[name() = current()/@part])"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="without-colon">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="substring($text, string-length($text)) = ':'"><xsl:value-of select="substring($text, 1, string-length($text) - 1)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- After a label. -->
  <xsl:template name="required-mark">
    <xsl:if test="$has-fields and .//fill[@required] and not(ancestor-or-self::table)"><fo:inline font-weight="bold">&#xA0;*</fo:inline></xsl:if>
  </xsl:template>

  <!-- After a heading or paragraph that is the label of what comes next. -->
  <xsl:template name="required-next">
    <xsl:if test="$has-fields and following-sibling::*[1][self::lines or self::list or self::form[@class = 'choices']]//fill[@required]">
      <fo:inline font-weight="bold">&#xA0;*</fo:inline>
    </xsl:if>
  </xsl:template>

  <!-- Below the first heading: what the mark means. -->
  <xsl:template name="required-key">
    <xsl:if test="$has-fields and $doc//fill[@required] and not(preceding::h)">
      <fo:block role="P"><xsl:copy-of select="$style/p-small/@*"/><xsl:value-of select="concat('* ', $form-words/@required)"/></fo:block>
    </xsl:if>
  </xsl:template>

  <!-- What the form is: in the first heading, where nothing is seen of it. -->
  <xsl:template name="hidden-fields">
    <xsl:if test="$has-fields and not(preceding::h)">
      <fo:instream-foreign-object>
        <df:field kind="hidden" name="duform/version" tooltip="duform/version"><df:value>1</df:value></df:field>
      </fo:instream-foreign-object>
      <fo:instream-foreign-object>
        <df:field kind="hidden" name="duform/kind" tooltip="duform/kind"><df:value><xsl:value-of select="$doc/@kind"/></df:value></df:field>
      </fo:instream-foreign-object>
      <fo:instream-foreign-object>
        <df:field kind="hidden" name="duform/language" tooltip="duform/language"><df:value><xsl:value-of select="$doc/@lang"/></df:value></df:field>
      </fo:instream-foreign-object>
      <xsl:if test="string($doc/@ref)">
        <fo:instream-foreign-object>
          <df:field kind="hidden" name="duform/reference" tooltip="duform/reference"><df:value><xsl:value-of select="$doc/@ref"/></df:value></df:field>
        </fo:instream-foreign-object>
      </xsl:if>
      <xsl:for-each select="$doc/fill[@kind = 'hidden']">
        <fo:instream-foreign-object>
          <df:field kind="hidden" name="{@name}" tooltip="{@name}"><df:value><xsl:value-of select="value"/></df:value></df:field>
        </fo:instream-foreign-object>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
