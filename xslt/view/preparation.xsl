<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: the sheet to prepare for the meeting with. For the person, for guardians, and
     for those whom the person wants beside her; it is written on at home and stays there. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    exclude-result-prefixes="c p">

  <xsl:template name="preparation">
    <xsl:if test="$own or (($role = 'representative' or $role = 'relative') and $covered)">
      <view kind="{$kind}" recipient="{$recipient}" class="{$class}" role="{$role}" lang="{$view-lang}"
            style="{$view-style}" ref="" date="" protected="no" age-band="{$age-band}"
            variant="{substring('adultchild', 1 + 5 * $is-child, 5)}">
        <xsl:call-template name="routine"/>
        <xsl:call-template name="letterhead"/>
        <xsl:call-template name="caller"/>
        <xsl:if test="$meeting"><xsl:call-template name="meeting"/></xsl:if>
        <xsl:if test="$own">
          <xsl:call-template name="text">
            <xsl:with-param name="of" select="$meeting/c:question"/><xsl:with-param name="name" select="'question'"/>
          </xsl:call-template>
        </xsl:if>
      </view>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
