<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of assess.xsl: the documents that the person reads, besides the letter. A leaflet and an
     evaluation sheet hold nothing that could be wrong, and may be made at any time. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:include href="consent-paper.xsl"/>
  <xsl:include href="plan.xsl"/>
  <xsl:include href="plan-action.xsl"/>
  <xsl:include href="plan-time.xsl"/>

  <xsl:variable name="names-nobody" select="$kind = 'leaflet' or $kind = 'evaluation'"/>

  <xsl:template name="assess-reader">
    <xsl:choose>
      <xsl:when test="$kind = 'preparation'"><xsl:call-template name="assess-open"/></xsl:when>
      <xsl:when test="$kind = 'consent'"><xsl:call-template name="assess-consent-paper"/></xsl:when>
      <xsl:when test="$kind = 'withdrawal'"><xsl:call-template name="assess-withdrawal"/></xsl:when>
      <xsl:when test="$kind = 'agenda'"><xsl:call-template name="assess-agenda"/></xsl:when>
      <xsl:when test="$kind = 'plan'"><xsl:call-template name="assess-plan"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The agenda goes to those who are called: with consent, and to a meeting that has a length. -->
  <xsl:template name="assess-agenda">
    <xsl:call-template name="assess-open"/>
    <xsl:call-template name="assess-has-meeting"/>
    <xsl:if test="$meeting"><xsl:call-template name="assess-length"/></xsl:if>
    <xsl:call-template name="assess-consent"/>
  </xsl:template>
</xsl:stylesheet>
