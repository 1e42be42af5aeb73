<?xml version="1.0" encoding="UTF-8"?>
<!--
  assess.xsl: the rules that a case must keep before a document is made of it.

  What is checked stands in assess/*.xsl. How severe a fault is, under which rule, and with how many
  days, months, minutes or people, stands in the region profile: checks/NAME. A stylesheet names no
  region and no rule. severity="off" silences a check.

  The result is findings (no namespace): <finding severity rule line sv en recipient?/>. The texts
  hold no value of the case; they name the element or attribute that is missing or wrong.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:output method="xml" indent="yes"/>

  <xsl:include href="common/case.xsl"/>
  <xsl:include href="assess/protection.xsl"/>
  <xsl:include href="assess/call.xsl"/>
  <xsl:include href="assess/sender.xsl"/>
  <xsl:include href="assess/time.xsl"/>
  <xsl:include href="assess/consent.xsl"/>
  <xsl:include href="assess/people.xsl"/>
  <xsl:include href="assess/work.xsl"/>
  <xsl:include href="assess/reader.xsl"/>

  <xsl:variable name="checks" select="$profile/p:checks"/>
  <xsl:variable name="follow-up" select="$meeting/@kind = 'follow-up'"/>
  <!-- Where to point when the meeting has no such element. -->
  <xsl:variable name="here" select="($meeting | $case[not($meeting)])[1]"/>

  <xsl:template match="/">
    <findings>
      <xsl:choose>
        <xsl:when test="not($profile)">
          <finding severity="error" rule="DU-PROFILE" line="{d:line($case)}"
                   sv="ingen regionprofil: inget dokument kan göras"
                   en="no region profile: no document can be made"/>
        </xsl:when>
        <!-- Many cases at once, of which only references and dates are shown. -->
        <xsl:when test="$kind = 'watchlist'"/>
        <xsl:when test="$protected and not($on-paper) and not($is-reference-only) and not($names-nobody)"><xsl:call-template name="assess-protection"/></xsl:when>
        <xsl:otherwise>
          <xsl:if test="not($is-reference-only) and not($names-nobody)"><xsl:call-template name="assess-protection"/></xsl:if>
          <xsl:call-template name="assess-profile"/>
          <xsl:call-template name="assess-work"/>
          <xsl:call-template name="assess-reader"/>
          <xsl:if test="$kind = 'invitation'">
            <xsl:call-template name="assess-state"/>
            <xsl:call-template name="assess-sender"/>
            <xsl:call-template name="assess-call"/>
            <xsl:call-template name="assess-time"/>
            <xsl:call-template name="assess-consent"/>
            <xsl:call-template name="assess-people"/>
          </xsl:if>
        </xsl:otherwise>
      </xsl:choose>
    </findings>
  </xsl:template>

  <!-- One finding of a check of the profile. -->
  <xsl:template name="finding">
    <xsl:param name="check"/>
    <xsl:param name="at" select="$here"/>
    <xsl:param name="sv"/>
    <xsl:param name="en"/>
    <xsl:param name="recipient" select="''"/>
    <xsl:variable name="row" select="$checks/*[local-name() = $check]"/>
    <xsl:choose>
      <xsl:when test="$row/@severity = 'off'"/>
      <!-- A check that the profile does not know is as severe as can be. -->
      <xsl:when test="not($row)">
        <finding severity="error" rule="DU-PROFILE" line="{d:line($at)}" sv="{$sv}" en="{$en}"/>
      </xsl:when>
      <xsl:otherwise>
        <finding severity="{$row/@severity}" rule="{$row/@rule}" line="{d:line($at)}" sv="{$sv}" en="{$en}">
          <xsl:if test="string($recipient)"><xsl:attribute name="recipient"><xsl:value-of select="$recipient"/></xsl:attribute></xsl:if>
        </finding>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The profile itself grows old. -->
  <xsl:template name="assess-profile">
    <xsl:if test="$day &gt; translate($profile/p:routine/@review-by, '-', '')">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'profile-review'"/>
        <xsl:with-param name="at" select="$case"/>
        <xsl:with-param name="sv" select="'regionprofilen skulle ha granskats mot rutinen före brevets datum'"/>
        <xsl:with-param name="en" select="'the region profile was to be compared with the routine before the date of the letter'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
