<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of assess.xsl: whether the case has come so far, and who may call. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <!-- No call before consent, none after the end. A withdrawal is told by the check of its own. -->
  <xsl:template name="assess-state">
    <xsl:variable name="state" select="$case/@state"/>
    <xsl:choose>
      <xsl:when test="$state = 'closed' or $case/c:closing">
        <xsl:call-template name="finding">
          <xsl:with-param name="check" select="'state'"/>
          <xsl:with-param name="at" select="($case/c:closing | $case[not(c:closing)])[1]"/>
          <xsl:with-param name="sv" select="'ärendet är avslutat: ingen kan kallas'"/>
          <xsl:with-param name="en" select="'the case is closed: nobody can be called'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$state = 'need' or $state = 'information'">
        <xsl:call-template name="finding">
          <xsl:with-param name="check" select="'state'"/><xsl:with-param name="at" select="$case"/>
          <xsl:with-param name="sv" select="'ärendet har inte kommit till samtycke (state): ingen kan kallas ännu'"/>
          <xsl:with-param name="en" select="'the case has not come to consent (state): nobody can be called yet'"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
    <xsl:if test="not($meeting)">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'time'"/><xsl:with-param name="at" select="$case"/>
        <xsl:with-param name="sv" select="'inget planerat möte: ange meeting med status planned'"/>
        <xsl:with-param name="en" select="'no planned meeting: give a meeting whose status is planned'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="assess-sender">
    <xsl:variable name="row" select="$profile/p:callers/p:caller[@class = $caller/@class]"/>
    <xsl:if test="not($row)">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'caller-class'"/><xsl:with-param name="at" select="$caller"/>
        <xsl:with-param name="sv" select="'den som kallar får inte göra det enligt regionens rutin (caller, class)'"/>
        <xsl:with-param name="en" select="'by the region’s routine this sender may not call (caller, class)'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$row/@agreement = 'yes' and not($caller/@local-agreement = 'yes')">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'caller-class'"/><xsl:with-param name="at" select="$caller"/>
        <xsl:with-param name="sv" select="'den som kallar får göra det bara med en lokal överenskommelse: ange local-agreement'"/>
        <xsl:with-param name="en" select="'this sender may call only with a local agreement: give local-agreement'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$meeting/c:discharge and not($caller/@class = 'health-region')">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'discharge-sender'"/><xsl:with-param name="at" select="$meeting/c:discharge"/>
        <xsl:with-param name="sv" select="'vid utskrivning är det regionens öppenvård som kallar'"/>
        <xsl:with-param name="en" select="'at discharge it is the open care of the region that calls'"/>
      </xsl:call-template>
    </xsl:if>
    <!-- A follow-up is called by the coordinator of the newest plan, where the profile says so. -->
    <xsl:variable name="coordinator" select="$case/c:plan[last()]/c:coordinator"/>
    <xsl:if test="$follow-up and $profile/p:follow-up/@caller = 'coordinator'
                  and not($coordinator/@party = $caller/@party)">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'follow-up-sender'"/><xsl:with-param name="at" select="$caller"/>
        <xsl:with-param name="sv" select="'uppföljningen kallas av den som är samordningsansvarig i planen'"/>
        <xsl:with-param name="en" select="'a follow-up is called by the coordinator of the plan'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
