<?xml version="1.0" encoding="UTF-8"?>
<!-- The words of a document as a reader meets them: a line for each heading, paragraph, item, label and cell.
     A tab before it: it stands beside others, in a table or among the fields. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:template match="/">
    <xsl:apply-templates select="/document/*[not(self::word or self::draft or self::letterhead)]"/>
  </xsl:template>
  <xsl:template match="text()"/>
  <xsl:template match="h | p | label | line | tick | choice | date | item[not(p | text | list | lines)]
                       | cell[not(p | text | list)] | text[not(p | text | list | lines)]">
    <xsl:if test="ancestor-or-self::table or ancestor::fields or ancestor::reference or ancestor::form or self::date">
      <xsl:text>&#9;</xsl:text>
    </xsl:if>
    <xsl:variable name="words"><xsl:apply-templates mode="words"/></xsl:variable>
    <xsl:value-of select="concat(normalize-space($words), '&#10;')"/>
  </xsl:template>
  <xsl:template match="text()" mode="words"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="s" mode="words"><xsl:text> </xsl:text><xsl:apply-templates mode="words"/></xsl:template>
  <xsl:template match="br | blank" mode="words"><xsl:text> </xsl:text></xsl:template>
</xsl:stylesheet>
