<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of assess.xsl: what a call must hold. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:template name="assess-call">
    <xsl:call-template name="missing">
      <xsl:with-param name="check" select="'sent'"/><xsl:with-param name="there" select="$meeting/c:sent"/>
      <xsl:with-param name="sv" select="'brevets datum saknas: ange sent'"/>
      <xsl:with-param name="en" select="'the date of the letter is missing: give sent'"/>
    </xsl:call-template>
    <xsl:call-template name="missing">
      <xsl:with-param name="check" select="'purpose'"/><xsl:with-param name="there" select="$meeting/c:purpose[normalize-space()]"/>
      <xsl:with-param name="sv" select="'syftet med mötet saknas: ange purpose'"/>
      <xsl:with-param name="en" select="'the purpose of the meeting is missing: give purpose'"/>
    </xsl:call-template>
    <xsl:call-template name="missing">
      <xsl:with-param name="check" select="'goal'"/><xsl:with-param name="there" select="$meeting/c:goal[normalize-space()]"/>
      <xsl:with-param name="sv" select="'målet med mötet saknas: ange goal'"/>
      <xsl:with-param name="en" select="'the goal of the meeting is missing: give goal'"/>
    </xsl:call-template>
    <xsl:call-template name="missing">
      <xsl:with-param name="check" select="'questions'"/><xsl:with-param name="there" select="$meeting/c:question[normalize-space()]"/>
      <xsl:with-param name="sv" select="'frågor till mötet saknas: ange minst en question'"/>
      <xsl:with-param name="en" select="'questions for the meeting are missing: give at least one question'"/>
    </xsl:call-template>
    <xsl:call-template name="missing">
      <xsl:with-param name="check" select="'interpreter'"/><xsl:with-param name="there" select="$meeting/c:interpreter/@needed"/>
      <xsl:with-param name="sv" select="'det står inte om tolk behövs: ange interpreter, även när svaret är nej'"/>
      <xsl:with-param name="en" select="'it is not said whether an interpreter is needed: give interpreter, also where the answer is no'"/>
    </xsl:call-template>
    <xsl:call-template name="missing">
      <xsl:with-param name="check" select="'adaptations'"/><xsl:with-param name="there" select="$meeting/c:adaptations/@needed"/>
      <xsl:with-param name="sv" select="'det står inte om anpassningar behövs: ange adaptations, även när svaret är nej'"/>
      <xsl:with-param name="en" select="'it is not said whether adaptations are needed: give adaptations, also where the answer is no'"/>
    </xsl:call-template>
    <xsl:call-template name="assess-place"/>
    <xsl:call-template name="assess-participants"/>
    <xsl:if test="$follow-up">
      <xsl:call-template name="missing">
        <xsl:with-param name="check" select="'follow-up-reassessed'"/><xsl:with-param name="there" select="$meeting/c:reassessed[@with-person = 'yes']"/>
        <xsl:with-param name="sv" select="'behovet är inte bedömt tillsammans med personen inför uppföljningen: ange reassessed'"/>
        <xsl:with-param name="en" select="'the need is not assessed with the person before the follow-up: give reassessed'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="missing">
    <xsl:param name="check"/>
    <xsl:param name="there"/>
    <xsl:param name="at" select="$here"/>
    <xsl:param name="sv"/>
    <xsl:param name="en"/>
    <xsl:if test="not($there)">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="$check"/><xsl:with-param name="at" select="$at"/>
        <xsl:with-param name="sv" select="$sv"/><xsl:with-param name="en" select="$en"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A room to go to, a link to follow or a number to ring. -->
  <xsl:template name="assess-place">
    <xsl:variable name="place" select="$meeting/c:place"/>
    <xsl:choose>
      <xsl:when test="$meeting/@form = 'digital'">
        <xsl:call-template name="missing">
          <xsl:with-param name="check" select="'place'"/><xsl:with-param name="there" select="$place/c:link | $place/c:instructions[normalize-space()]"/>
          <xsl:with-param name="sv" select="'mötet är digitalt men saknar länk: ange link eller instructions i place'"/>
          <xsl:with-param name="en" select="'the meeting is digital but has no link: give link or instructions in place'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$meeting/@form = 'phone'">
        <xsl:call-template name="missing">
          <xsl:with-param name="check" select="'place'"/><xsl:with-param name="there" select="$place/c:phone | $place/c:instructions[normalize-space()]"/>
          <xsl:with-param name="sv" select="'mötet är på telefon men saknar nummer: ange phone eller instructions i place'"/>
          <xsl:with-param name="en" select="'the meeting is by telephone but has no number: give phone or instructions in place'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="missing">
          <xsl:with-param name="check" select="'place'"/>
          <xsl:with-param name="there" select="$place/c:name | $place/c:address | $place[@kind = 'home']"/>
          <xsl:with-param name="sv" select="'mötets plats saknas: ange name eller address i place'"/>
          <xsl:with-param name="en" select="'the place of the meeting is missing: give name or address in place'"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- At least so many kinds of partner, at most so many at the table. Who calls takes part. -->
  <xsl:template name="assess-participants">
    <xsl:variable name="classes" select="$case/c:parties/c:party/@class | $caller/@class"/>
    <xsl:variable name="health" select="$classes[. = 'health-region' or . = 'health-municipality' or . = 'private-provider']"/>
    <xsl:variable name="social" select="$classes[. = 'social-services']"/>
    <xsl:variable name="school" select="$classes[. = 'school' or . = 'preschool']"/>
    <xsl:if test="boolean($health) + boolean($social) + boolean($school) &lt; $checks/p:partners/@min">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'partners'"/>
        <xsl:with-param name="at" select="$case/c:parties"/>
        <xsl:with-param name="sv" select="concat('för få slags parter: minst ', $checks/p:partners/@min, ' av vård, socialtjänst och skola')"/>
        <xsl:with-param name="en" select="concat('too few kinds of partner: at least ', $checks/p:partners/@min, ' of health care, social services and school')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="count($case/c:parties/c:party) &gt; $checks/p:participants/@max">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'participants'"/>
        <xsl:with-param name="at" select="$case/c:parties"/>
        <xsl:with-param name="sv" select="concat('många vid mötet: fler än ', $checks/p:participants/@max, ' kan motverka syftet')"/>
        <xsl:with-param name="en" select="concat('many at the meeting: more than ', $checks/p:participants/@max, ' can defeat its purpose')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
