<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: papers for the office itself, recipient 0. There is one of each, for the
     caller, whatever the number of recipients. They hold the reference and no name of the person.

     Of a protected case only these are made: call-sheet, checklist, deviation and its copy, dispatch,
     labels. Each has a template protected-KIND of its own, which is all that it may know. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:template name="office">
    <xsl:choose>
      <xsl:when test="$protected">
        <xsl:choose>
          <xsl:when test="$kind = 'call-sheet'"><xsl:call-template name="protected-call-sheet"/></xsl:when>
          <xsl:when test="$kind = 'checklist'"><xsl:call-template name="protected-checklist"/></xsl:when>
          <xsl:when test="$kind = 'deviation'"><xsl:call-template name="protected-deviation"/></xsl:when>
          <xsl:when test="$kind = 'deviation-copy'"><xsl:call-template name="deviation-copy"/></xsl:when>
          <xsl:when test="$kind = 'dispatch'"><xsl:call-template name="protected-dispatch"/></xsl:when>
          <xsl:when test="$kind = 'labels' and $on-paper"><xsl:call-template name="protected-labels"/></xsl:when>
        </xsl:choose>
      </xsl:when>
      <xsl:when test="$kind = 'needs'"><xsl:call-template name="needs"/></xsl:when>
      <xsl:when test="$kind = 'mapping'"><xsl:call-template name="mapping-summary"/></xsl:when>
      <xsl:when test="$kind = 'deviation'"><xsl:call-template name="deviation"/></xsl:when>
      <xsl:when test="$kind = 'deviation-copy'"><xsl:call-template name="deviation-copy"/></xsl:when>
      <xsl:when test="$kind = 'checklist'"><xsl:call-template name="checklist"/></xsl:when>
      <xsl:when test="$kind = 'call-sheet'"><xsl:call-template name="call-sheet"/></xsl:when>
      <xsl:when test="$kind = 'labels'"><xsl:call-template name="labels"/></xsl:when>
      <xsl:when test="$kind = 'dispatch'"><xsl:call-template name="dispatch"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The attributes of the view of an office paper; the context is the new element. -->
  <xsl:template name="office-attributes">
    <xsl:attribute name="kind"><xsl:value-of select="$kind"/></xsl:attribute>
    <xsl:attribute name="recipient">0</xsl:attribute>
    <xsl:attribute name="class"/>
    <xsl:attribute name="role">office</xsl:attribute>
    <xsl:attribute name="lang">sv</xsl:attribute>
    <xsl:attribute name="style"><xsl:value-of select="$view-style"/></xsl:attribute>
    <xsl:attribute name="ref"><xsl:value-of select="$case/@ref"/></xsl:attribute>
    <xsl:attribute name="date"><xsl:value-of select="$date"/></xsl:attribute>
    <xsl:attribute name="protected"><xsl:value-of select="substring('yesno', 1 + 3 * not($protected), 2 + $protected)"/></xsl:attribute>
  </xsl:template>

  <!-- The attributes of the view of one recipient's document; the context is the new element. -->
  <xsl:template name="recipient-attributes">
    <xsl:attribute name="kind"><xsl:value-of select="$kind"/></xsl:attribute>
    <xsl:attribute name="recipient"><xsl:value-of select="$recipient"/></xsl:attribute>
    <xsl:attribute name="class"><xsl:value-of select="$class"/></xsl:attribute>
    <xsl:attribute name="role"><xsl:value-of select="$role"/></xsl:attribute>
    <xsl:attribute name="lang"><xsl:value-of select="$view-lang"/></xsl:attribute>
    <xsl:attribute name="style"><xsl:value-of select="$view-style"/></xsl:attribute>
    <xsl:attribute name="ref"><xsl:value-of select="$case/@ref"/></xsl:attribute>
    <xsl:attribute name="date"><xsl:value-of select="$date"/></xsl:attribute>
    <xsl:attribute name="protected">no</xsl:attribute>
    <xsl:attribute name="duty"><xsl:value-of select="substring('yesno', 1 + 3 * not($has-duty), 2 + $has-duty)"/></xsl:attribute>
    <xsl:attribute name="age-band"><xsl:value-of select="$age-band"/></xsl:attribute>
  </xsl:template>

  <!-- The newest version of the plan. -->
  <xsl:variable name="latest-plan" select="$case/c:plan[last()]"/>

  <!-- Unit, or the class of somebody private: what a list for the office says of a party. -->
  <xsl:template name="party-line">
    <xsl:attribute name="class"><xsl:value-of select="@class"/></xsl:attribute>
    <xsl:if test="c:unit or c:principal">
      <unit>
        <xsl:value-of select="normalize-space(c:unit)"/>
        <xsl:if test="c:unit and c:principal[not(. = ../c:unit)]">, </xsl:if>
        <xsl:if test="not(c:unit = c:principal)"><xsl:value-of select="normalize-space(c:principal)"/></xsl:if>
      </unit>
    </xsl:if>
    <xsl:if test="not(c:unit or c:principal) and c:relation[normalize-space()]">
      <relation><xsl:value-of select="normalize-space(c:relation)"/></relation>
    </xsl:if>
  </xsl:template>

  <!-- Name, title, unit, telephone of somebody at work, under a name of the view. -->
  <xsl:template name="official">
    <xsl:param name="of"/>
    <xsl:param name="name"/>
    <xsl:for-each select="$of[1]">
      <xsl:element name="{$name}">
        <xsl:if test="c:name"><name><xsl:for-each select="c:name"><xsl:call-template name="full-name"/></xsl:for-each></name></xsl:if>
        <xsl:if test="c:title"><title><xsl:value-of select="normalize-space(c:title)"/></title></xsl:if>
        <xsl:if test="c:unit"><unit><xsl:value-of select="normalize-space(c:unit)"/></unit></xsl:if>
        <xsl:if test="c:principal"><principal><xsl:value-of select="normalize-space(c:principal)"/></principal></xsl:if>
        <xsl:if test="c:phone"><phone><xsl:value-of select="normalize-space(c:phone)"/></phone></xsl:if>
        <xsl:if test="c:hours"><hours><xsl:value-of select="normalize-space(c:hours)"/></hours></xsl:if>
      </xsl:element>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
