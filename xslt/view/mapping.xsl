<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: the mapping. A unit gets the form with what it has itself told, nobody else's
     answers; the office gets the summary. It is no part of the plan. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:template name="mapping">
    <xsl:if test="$role = 'unit' and $has-duty and $covered">
      <view>
        <xsl:call-template name="recipient-attributes"/>
        <xsl:call-template name="letterhead"/>
        <xsl:call-template name="address"/>
        <xsl:call-template name="diary"/>
        <xsl:call-template name="caller"/>
        <xsl:call-template name="reply"/>
        <xsl:call-template name="person"/>
        <xsl:call-template name="support-line"/>
        <xsl:if test="$meeting"><meeting><start><xsl:value-of select="normalize-space($meeting/c:start)"/></start></meeting></xsl:if>
        <xsl:apply-templates select="$case/c:mapping[@party = $to/@id][last()]" mode="view"/>
      </view>
    </xsl:if>
  </xsl:template>

  <xsl:template name="mapping-summary">
    <xsl:if test="$case/c:mapping">
      <view>
        <xsl:call-template name="office-attributes"/>
        <xsl:call-template name="letterhead"/>
        <xsl:if test="$meeting"><meeting><start><xsl:value-of select="normalize-space($meeting/c:start)"/></start></meeting></xsl:if>
        <xsl:apply-templates select="$case/c:mapping" mode="view"/>
      </view>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:mapping" mode="view">
    <mapping date="{@date}" discharge="{@discharge-mapping}">
      <xsl:for-each select="$case/c:parties/c:party[@id = current()/@party]"><party><xsl:call-template name="party-line"/></party></xsl:for-each>
      <xsl:call-template name="text"><xsl:with-param name="of" select="c:contacts"/><xsl:with-param name="name" select="'contacts'"/></xsl:call-template>
      <xsl:call-template name="text"><xsl:with-param name="of" select="c:works"/><xsl:with-param name="name" select="'works'"/></xsl:call-template>
      <xsl:call-template name="text"><xsl:with-param name="of" select="c:plans"/><xsl:with-param name="name" select="'plans'"/></xsl:call-template>
    </mapping>
  </xsl:template>
</xsl:stylesheet>
