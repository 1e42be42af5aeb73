<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: the leaflet on SIP. It is the same for everybody; the person and those who act
     for her also read why this SIP is proposed, what it is for, and whom to ring. Units get none. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    exclude-result-prefixes="c p">

  <xsl:template name="leaflet">
    <xsl:if test="$role != 'unit'">
      <view kind="{$kind}" recipient="{$recipient}" class="{$class}" role="{$role}" lang="{$view-lang}"
            style="{$view-style}" ref="" date="" protected="no" age-band="{$age-band}">
        <xsl:call-template name="routine"/>
        <xsl:choose>
          <xsl:when test="$own"><xsl:call-template name="letterhead"/></xsl:when>
          <xsl:otherwise><xsl:call-template name="neutral-letterhead"/></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="$own">
          <xsl:call-template name="told"/>
          <xsl:call-template name="caller"/>
        </xsl:if>
        <xsl:call-template name="feedback"/>
        <xsl:call-template name="laws"><xsl:with-param name="use" select="'sip'"/></xsl:call-template>
      </view>
    </xsl:if>
  </xsl:template>

  <!-- Reason, purpose and goal, in the words that were written for this reader. -->
  <xsl:template name="told">
    <xsl:variable name="information" select="$case/c:information[@party = $to/@id][last()]"/>
    <xsl:call-template name="text">
      <xsl:with-param name="of" select="$case/c:need/c:explanation[$role != 'guardian']"/><xsl:with-param name="name" select="'explanation'"/>
    </xsl:call-template>
    <xsl:call-template name="text">
      <xsl:with-param name="of" select="$information/c:purpose"/><xsl:with-param name="name" select="'purpose'"/>
    </xsl:call-template>
    <xsl:call-template name="text">
      <xsl:with-param name="of" select="$information/c:goal"/><xsl:with-param name="name" select="'goal'"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
