<?xml version="1.0" encoding="UTF-8"?>
<!--
  Part of compile.xsl: places to write on, for forms that are filled in by pen.

  A template whose root says blank="yes" can also be made without a case. Its view is then
  <view blank="yes" …> (view/blank.xsl): it holds what the region's profile says, nothing of
  anybody, and a row of empty <blank/> elements to repeat.

    <value …>                a writing line as wide as its kind asks for (date, phone, name …).
                             blank="short|date|phone|name|long" chooses the width, blank="no" prints
                             nothing. An optional value prints nothing unless it has the attribute.
                             In a cell of a table nothing is printed: the row is high enough to write.
    <each select blank="3">  the content three times, with nothing in it
    <paragraphs of blank="3"/>  three lines, the whole width
    <if test blank="yes">, <when test blank="yes">  also on a blank; blank="no": never on a blank.
                             Without the attribute the test decides, and finds no data.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:out="urn:duform:alias"
    xmlns:t="urn:duform:template:1"
    exclude-result-prefixes="t">

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>

  <xsl:variable name="blanks" select="/t:template/@blank = 'yes'"/>

  <!-- The test of an if or when. -->
  <xsl:template name="test">
    <xsl:choose>
      <xsl:when test="$blanks and @blank = 'yes'"><xsl:value-of select="concat('/view/@blank or (', @test, ')')"/></xsl:when>
      <xsl:when test="$blanks and @blank = 'no'"><xsl:value-of select="concat('not(/view/@blank) and (', @test, ')')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="@test"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What an each goes through. -->
  <xsl:template name="selection">
    <xsl:choose>
      <xsl:when test="$fields and @path"><xsl:call-template name="rows"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="@select"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="not($fields and @path) and $blanks and @blank"><xsl:value-of select="concat(' | /view/blank[position() &lt;= ', @blank, ']')"/></xsl:if>
  </xsl:template>

  <!-- In the place of a value. -->
  <xsl:template name="writing-place">
    <xsl:variable name="wanted" select="not(@blank = 'no') and (@blank or not(@optional = 'yes') or ($fields and @path))"/>
    <xsl:if test="$wanted and (not(ancestor::t:cell) or ($fields and @path))">
      <xsl:variable name="size">
          <xsl:choose>
            <xsl:when test="@blank"><xsl:value-of select="@blank"/></xsl:when>
            <xsl:when test="@as = 'date' or @as = 'phone' or @as = 'name'"><xsl:value-of select="@as"/></xsl:when>
            <xsl:when test="@as = 'personal-number'">phone</xsl:when>
            <xsl:when test="@as = 'time' or @as = 'time-range' or @as = 'number' or @as = 'count'">short</xsl:when>
            <xsl:otherwise>long</xsl:otherwise>
          </xsl:choose>
      </xsl:variable>
      <xsl:choose>
        <xsl:when test="$fields and @path">
          <xsl:call-template name="value-field"><xsl:with-param name="size" select="string($size)"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise><blank size="{$size}"/></xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:template>

  <!-- Rows of a table are high enough to write in. -->
  <xsl:template match="t:row">
    <row>
      <xsl:copy-of select="@*"/>
      <xsl:if test="$blanks">
        <out:if test="/view/@blank"><out:attribute name="class">pen</out:attribute></out:if>
      </xsl:if>
      <xsl:apply-templates/>
    </row>
  </xsl:template>

  <!-- A box that the case ticks: test says when. -->
  <xsl:template match="t:tick[@test] | t:list[@kind = 'tick']//t:item[@test]">
    <xsl:element name="{local-name()}">
      <xsl:call-template name="look"/>
      <xsl:if test="not($fields and @path)">
        <out:if test="{@test}"><out:attribute name="checked">yes</out:attribute></out:if>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="@id"><xsl:call-template name="unit"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="field-inside"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
