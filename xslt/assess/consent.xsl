<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of assess.xsl: consent of the person, of guardians, of a child; what holds and until when
     is computed in common/consent.xsl. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:variable name="folder" select="$case/c:consents"/>
  <!-- Consents that were given by the day of the letter. -->
  <xsl:variable name="given" select="$consents[not(translate(@given, '-', '') &gt; $day)]"/>
  <xsl:variable name="holding-at-meeting-ids">
    <xsl:call-template name="consents-holding"><xsl:with-param name="on" select="$meeting-day"/></xsl:call-template>
  </xsl:variable>

  <xsl:template name="assess-consent">
    <xsl:if test="not($given) and not($folder/c:inability) and not($is-child and $folder/c:refusal)">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'consent'"/>
        <xsl:with-param name="at" select="($folder | $case[not($folder)])[1]"/>
        <xsl:with-param name="sv" select="'samtycke saknas, och det är inte dokumenterat att personen inte kan lämna det'"/>
        <xsl:with-param name="en" select="'consent is missing, and it is not documented that the person cannot give it'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$case/@state = 'withdrawn' and not($folder/c:consent/c:withdrawn)">
      <xsl:call-template name="withdrawn"><xsl:with-param name="at" select="$case"/></xsl:call-template>
    </xsl:if>
    <!-- Once for each giver who has none that holds: the last one given is the one to speak of. -->
    <xsl:for-each select="$given[not(@party = $holding/@party)][not(@party = following-sibling::c:consent/@party)]">
      <xsl:variable name="party" select="@party"/>
      <xsl:choose>
        <xsl:when test="$given[@party = $party]/c:withdrawn[not(@whole = 'no')]">
          <xsl:call-template name="withdrawn"><xsl:with-param name="at" select="."/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="finding">
            <xsl:with-param name="check" select="'consent-expired'"/><xsl:with-param name="at" select="."/>
            <xsl:with-param name="sv" select="'samtycket har gått ut före brevets datum'"/>
            <xsl:with-param name="en" select="'consent ended before the date of the letter'"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:for-each select="$holding[$meeting][not(contains($holding-at-meeting-ids, concat('|', @id, '|')))]">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'consent-at-meeting'"/><xsl:with-param name="at" select="."/>
        <xsl:with-param name="sv" select="'samtycket går ut före mötet: fråga igen'"/>
        <xsl:with-param name="en" select="'consent ends before the meeting: ask again'"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:apply-templates select="$holding" mode="assess"/>
    <xsl:if test="$is-child"><xsl:call-template name="assess-child"/></xsl:if>
  </xsl:template>

  <xsl:template name="withdrawn">
    <xsl:param name="at"/>
    <xsl:call-template name="finding">
      <xsl:with-param name="check" select="'withdrawn'"/><xsl:with-param name="at" select="$at"/>
      <xsl:with-param name="sv" select="'samtycket är återkallat: inget nytt får göras, och ärendet ska avslutas'"/>
      <xsl:with-param name="en" select="'consent was withdrawn: nothing new may be made, and the case is to be closed'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- One consent that holds. -->
  <xsl:template match="c:consent" mode="assess">
    <xsl:variable name="longest" select="d:add-months(string(@given), number($checks/p:consent-max/@months))"/>
    <xsl:if test="translate(@until, '-', '') &gt; translate($longest, '-', '')">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'consent-max'"/><xsl:with-param name="at" select="."/>
        <xsl:with-param name="sv" select="concat('samtycket gäller för länge: högst ', $checks/p:consent-max/@months, ' månader (until)')"/>
        <xsl:with-param name="en" select="concat('consent holds too long: at most ', $checks/p:consent-max/@months, ' months (until)')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="not($profile/p:consent/p:form[@name = current()/@form])">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'consent-form'"/><xsl:with-param name="at" select="."/>
        <xsl:with-param name="sv" select="'samtycke i den formen godtas inte i regionens rutin (form)'"/>
        <xsl:with-param name="en" select="'consent in this form is not accepted by the region’s routine (form)'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="missing">
      <xsl:with-param name="check" select="'consent-how'"/><xsl:with-param name="at" select="."/>
      <xsl:with-param name="there" select="c:obtained/c:how[normalize-space()]"/>
      <xsl:with-param name="sv" select="'det står inte hur samtycket inhämtades: ange how'"/>
      <xsl:with-param name="en" select="'it is not said how consent was obtained: give how'"/>
    </xsl:call-template>
    <xsl:call-template name="missing">
      <xsl:with-param name="check" select="'consent-documented'"/><xsl:with-param name="at" select="."/>
      <xsl:with-param name="there" select="c:documented"/>
      <xsl:with-param name="sv" select="'det står inte var samtycket är dokumenterat: ange documented'"/>
      <xsl:with-param name="en" select="'it is not said where consent is documented: give documented'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A child: every guardian, or the reason why one is missing; the child's own word. -->
  <xsl:template name="assess-child">
    <xsl:variable name="registered" select="number($person/c:custody/@guardians)"/>
    <xsl:variable name="guardians" select="$case/c:parties/c:party[@class = 'guardian']"/>
    <!-- A guardian counts as heard with a consent (holding or not: that is told above) or a reason. -->
    <xsl:variable name="heard" select="$guardians[@id = $given[@capacity = 'guardian']/@party or @id = $folder/c:missing/@party]"/>
    <xsl:if test="count($heard) &lt; count($guardians) or count($heard) &lt; $registered or not($heard)">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'guardian-consent'"/>
        <xsl:with-param name="at" select="($folder | $case[not($folder)])[1]"/>
        <xsl:with-param name="sv" select="'en vårdnadshavares samtycke saknas, och skälet är inte angivet (missing)'"/>
        <xsl:with-param name="en" select="'the consent of a guardian is missing, and no reason is given (missing)'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$age &gt;= $checks/p:own-consent/@age and not($given[@capacity = 'self']) and not($folder/c:inability)">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'own-consent'"/>
        <xsl:with-param name="at" select="($folder | $case[not($folder)])[1]"/>
        <xsl:with-param name="sv" select="concat('barnet har fyllt ', $checks/p:own-consent/@age, ' år och bör själv ha samtyckt')"/>
        <xsl:with-param name="en" select="concat('the child is ', $checks/p:own-consent/@age, ' or older and should have consented')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="missing">
      <xsl:with-param name="check" select="'child-view'"/>
      <xsl:with-param name="at" select="($folder | $case[not($folder)])[1]"/>
      <xsl:with-param name="there" select="$folder/c:child-view"/>
      <xsl:with-param name="sv" select="'barnets egen inställning saknas: ange child-view'"/>
      <xsl:with-param name="en" select="'the child’s own view is missing: give child-view'"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
