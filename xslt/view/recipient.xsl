<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: who the recipient is, and in what role. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:variable name="to" select="$recipients[number($recipient)]"/>
  <xsl:variable name="class" select="string($to/@class)"/>

  <!-- Called by law or by the region's routine; everybody else is invited. -->
  <xsl:variable name="has-duty" select="boolean($profile/p:duty/p:class[. = $class])"/>

  <!-- unit, representative, relative, person, child, guardian; nothing for a class that is not known. -->
  <xsl:variable name="role">
    <xsl:choose>
      <xsl:when test="$class = 'health-region' or $class = 'health-municipality'
                      or $class = 'social-services' or $class = 'private-provider'
                      or $class = 'school' or $class = 'preschool' or $class = 'agency'">unit</xsl:when>
      <xsl:when test="$class = 'representative' or $class = 'relative' or $class = 'person'
                      or $class = 'child' or $class = 'guardian'"><xsl:value-of select="$class"/></xsl:when>
    </xsl:choose>
  </xsl:variable>

  <xsl:variable name="is-covered">
    <xsl:call-template name="covered"><xsl:with-param name="party" select="$to"/></xsl:call-template>
  </xsl:variable>
  <xsl:variable name="covered" select="$is-covered = 'yes'"/>
  <!-- The person, and those who decide for a child. -->
  <xsl:variable name="own" select="$role = 'person' or $role = 'child' or $role = 'guardian'"/>

  <xsl:variable name="age-band">
    <xsl:if test="$role = 'child'">
      <xsl:choose>
        <xsl:when test="$age &gt;= 15">15-17</xsl:when>
        <xsl:when test="$age &gt;= 12">12-14</xsl:when>
        <xsl:otherwise>under-12</xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:variable>

  <!-- Staff read Swedish; others get the language and edition that they want. -->
  <xsl:variable name="wanted" select="($to | $person[$role = 'person' or $role = 'child'])"/>
  <xsl:variable name="view-lang">
    <xsl:choose>
      <xsl:when test="$role = 'unit'">sv</xsl:when>
      <xsl:when test="string($lang)"><xsl:value-of select="$lang"/></xsl:when>
      <xsl:when test="$role != 'unit' and $wanted/c:language"><xsl:value-of select="$wanted/c:language"/></xsl:when>
      <xsl:otherwise>sv</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="view-style">
    <xsl:choose>
      <!-- An easy-read edition speaks to people, not to units. -->
      <xsl:when test="$style = 'easy' and $role = 'unit'">standard</xsl:when>
      <xsl:when test="string($style)"><xsl:value-of select="$style"/></xsl:when>
      <xsl:when test="$role != 'unit' and $wanted/c:style"><xsl:value-of select="$wanted/c:style"/></xsl:when>
      <xsl:otherwise>standard</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <!-- The language that free text of the case is in. -->
  <xsl:variable name="case-lang">
    <xsl:choose>
      <xsl:when test="$case/@xml:lang"><xsl:value-of select="$case/@xml:lang"/></xsl:when>
      <xsl:otherwise>sv</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <!-- The third part of the code on a form, besides reference and kind: the version of the plan that
       it belongs to, or which meeting it answers; else 1. -->
  <xsl:variable name="paper-version">
    <xsl:choose>
      <xsl:when test="$case/c:plan and ($kind = 'plan' or $kind = 'follow-up')"><xsl:value-of select="$case/c:plan[last()]/@version"/></xsl:when>
      <xsl:when test="$kind = 'invitation' or $kind = 'reply'"><xsl:value-of select="count($meeting/preceding-sibling::c:meeting) + 1"/></xsl:when>
      <xsl:otherwise>1</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
</xsl:stylesheet>
