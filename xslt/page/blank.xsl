<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of page.xsl: places to write on with a pen, in the place of a value. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:template match="blank">
    <fo:leader>
      <xsl:copy-of select="$style/writing-line/@*"/>
      <xsl:attribute name="leader-length">
        <xsl:choose>
          <!-- In a narrow column a line leaves room for the words before it. -->
          <xsl:when test="$side-by-side and ancestor::half and @size = 'name'">45mm</xsl:when>
          <xsl:when test="$side-by-side and ancestor::half and (@size = 'phone' or @size = 'date')">36mm</xsl:when>
          <xsl:when test="@size = 'short'">25mm</xsl:when>
          <xsl:when test="@size = 'date'">42mm</xsl:when>
          <xsl:when test="@size = 'phone'">50mm</xsl:when>
          <xsl:when test="@size = 'name'">70mm</xsl:when>
          <xsl:otherwise>100%</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
    </fo:leader>
  </xsl:template>

  <!-- Lines with such a place are far enough apart for handwriting. -->
  <xsl:template name="pen-room">
    <xsl:if test=".//blank"><xsl:copy-of select="$style/pen/@*"/></xsl:if>
  </xsl:template>

  <!-- A space to draw or write in: <space height="60"/>, millimetres, framed. -->
  <xsl:template match="space">
    <fo:table table-layout="fixed" width="100%" role="Div">
      <xsl:copy-of select="$style/space/@*"/>
      <fo:table-column column-width="proportional-column-width(1)"/>
      <fo:table-body>
        <fo:table-row height="{@height}mm"><fo:table-cell><fo:block/></fo:table-cell></fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>
</xsl:stylesheet>
