<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of assess.xsl: the actions of a plan. Nobody decides on another's: whoever is responsible
     was there, or will be asked. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:variable name="units" select="$case/c:parties/c:party[@class = 'health-region' or @class = 'health-municipality'
      or @class = 'social-services' or @class = 'private-provider']"/>
  <xsl:variable name="of-region" select="$units[c:principal/@kind = 'region' or (@class = 'health-region' and not(c:principal/@kind))]"/>
  <xsl:variable name="of-municipality" select="$units[c:principal/@kind = 'municipality'
      or ((@class = 'health-municipality' or @class = 'social-services') and not(c:principal/@kind))]"/>

  <xsl:template name="assess-plan-actions">
    <xsl:call-template name="missing">
      <xsl:with-param name="check" select="'plan-actions'"/><xsl:with-param name="at" select="."/>
      <xsl:with-param name="there" select="c:action[@party = $units/@id]"/>
      <xsl:with-param name="sv" select="'planen saknar åtgärder från kommunen eller regionen: ange action'"/>
      <xsl:with-param name="en" select="'the plan has no actions of the municipality or the region: give action'"/>
    </xsl:call-template>
    <xsl:if test="c:action[@party = $units/@id] and not(c:action[@party = $of-region/@id] and c:action[@party = $of-municipality/@id])">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'both-principals'"/><xsl:with-param name="at" select="."/>
        <xsl:with-param name="sv" select="'bara en huvudman gör något i planen: en SIP har åtgärder från både kommunen och regionen'"/>
        <xsl:with-param name="en" select="'only one principal does anything in the plan: a SIP has actions of both municipality and region'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:variable name="unasked" select="c:action[not(@asked = 'yes')][not(@party = ($there | $represented)/@party)][not(@party = $caller/@party)]
        | c:action[@party = $self/@id]"/>
    <xsl:if test="$unasked">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'action-responsible'"/><xsl:with-param name="at" select="$unasked[1]"/>
        <xsl:with-param name="sv" select="'en åtgärd har en ansvarig som inte var med och inte ska tillfrågas: rätta party, eller ange asked'"/>
        <xsl:with-param name="en" select="'an action has somebody responsible who was not there and will not be asked: correct party, or give asked'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:variable name="vague" select="c:action[not(c:how-often) or not(c:where) or not(c:who[normalize-space()]) or not(@from)]"/>
    <xsl:if test="$vague">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'action-details'"/><xsl:with-param name="at" select="$vague[1]"/>
        <xsl:with-param name="sv" select="'en åtgärd säger inte hur ofta, var, av vem eller från när: ange how-often, where, who och from'"/>
        <xsl:with-param name="en" select="'an action does not say how often, where, by whom or from when: give how-often, where, who and from'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
