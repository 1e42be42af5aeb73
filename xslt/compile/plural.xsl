<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of compile.xsl: a unit with a count. It becomes a choice between the forms of the
     language, each with its own translation: lang/LANG.xlf has a group with the id of the unit, and
     in it the units ID.zero, ID.one … of the forms that the language has. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:out="urn:duform:alias"
    xmlns:t="urn:duform:template:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="t">

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>

  <xsl:template name="plural-unit">
    <out:choose>
      <xsl:call-template name="plural-forms"><xsl:with-param name="forms" select="d:plural-forms($lang)"/></xsl:call-template>
    </out:choose>
  </xsl:template>

  <!-- forms: names with spaces between; the last one takes what is left. -->
  <xsl:template name="plural-forms">
    <xsl:param name="forms"/>
    <xsl:variable name="form" select="substring-before(concat($forms, ' '), ' ')"/>
    <xsl:variable name="rest" select="substring-after($forms, ' ')"/>
    <xsl:choose>
      <xsl:when test="$rest">
        <out:when test="d:plural(number({@plural}), {$lang-literal}) = '{$form}'">
          <xsl:call-template name="plural-form"><xsl:with-param name="form" select="$form"/></xsl:call-template>
        </out:when>
        <xsl:call-template name="plural-forms"><xsl:with-param name="forms" select="$rest"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <out:otherwise>
          <xsl:call-template name="plural-form"><xsl:with-param name="form" select="$form"/></xsl:call-template>
        </out:otherwise>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The words of one form; Swedish has "one" and "other", and the latter is the source of the rest. -->
  <xsl:template name="plural-form">
    <xsl:param name="form"/>
    <xsl:variable name="id" select="concat($units, '.', @id, '.', $form)"/>
    <xsl:for-each select="t:one[$form = 'one'] | t:other[$form != 'one']">
      <xsl:choose>
        <xsl:when test="$lang = 'sv'"><xsl:apply-templates mode="inline"/></xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="translated-unit"><xsl:with-param name="id" select="$id"/></xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
