<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of assess.xsl: the follow-up of the plan. A follow-up that lies before the planned one is done with,
     and the paper is the form for the next. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:variable name="new-follow-up" select="$last-follow-up[not($meeting/@kind = 'follow-up'
      and translate($last-follow-up/@date, '-', '') &lt; translate($meeting-date, '-', ''))]"/>
  <xsl:variable name="followed-plan" select="$case/c:plan[not($new-follow-up)][last()]
      | $case/c:plan[$new-follow-up][translate(@date, '-', '') &lt; translate($new-follow-up/@date, '-', '')][last()]"/>

  <xsl:template name="assess-follow-up">
    <xsl:call-template name="assess-open"/>
    <xsl:call-template name="assess-has-plan"/>
    <xsl:if test="$plan-in-force">
      <xsl:call-template name="assess-consent-now"/>
      <xsl:if test="not($new-follow-up/c:reassessed[@with-person = 'yes'] or $meeting/c:reassessed[@with-person = 'yes'])">
        <xsl:call-template name="finding">
          <xsl:with-param name="check" select="'follow-up-reassessed'"/><xsl:with-param name="at" select="($new-follow-up | $here[not($new-follow-up)])[1]"/>
          <xsl:with-param name="sv" select="'behovet är inte bedömt tillsammans med personen inför uppföljningen: ange reassessed'"/>
          <xsl:with-param name="en" select="'the need is not assessed with the person before the follow-up: give reassessed'"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:call-template name="assess-lapse"/>
      <xsl:if test="$new-follow-up"><xsl:call-template name="assess-found"/></xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- Too long since the plan was made, changed or followed up. -->
  <xsl:template name="assess-lapse">
    <xsl:variable name="last">
      <xsl:for-each select="$plan-in-force/@date | $case/c:follow-up/@date">
        <xsl:sort order="descending"/>
        <xsl:if test="position() = 1"><xsl:value-of select="."/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="$day &gt;= number(translate(d:add-months(string($last), number($checks/p:lapsed/@months)), '-', ''))">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'lapsed'"/><xsl:with-param name="at" select="$plan-in-force"/>
        <xsl:with-param name="sv" select="concat('planen är varken ändrad eller uppföljd på ', $checks/p:lapsed/@months, ' månader: den gäller inte längre')"/>
        <xsl:with-param name="en" select="concat('the plan was neither changed nor followed up for ', $checks/p:lapsed/@months, ' months: it no longer holds')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- What a follow-up that has been held must tell. -->
  <xsl:template name="assess-found">
    <xsl:for-each select="$case/c:parties/c:party[@class = $profile/p:duty/p:class]
        [@id = $followed-plan/c:action[not(@asked = 'yes')]/@party][not(@id = $new-follow-up/c:account/@party)]">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'follow-up-accounts'"/><xsl:with-param name="at" select="."/>
        <xsl:with-param name="sv" select="'en verksamhet med åtgärder i planen har inte redogjort för sin del: ange account'"/>
        <xsl:with-param name="en" select="'a unit with actions in the plan has not accounted for its part: give account'"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="$followed-plan/c:goal[not(@id = $new-follow-up/c:goal-result/@of)]
                          | $followed-plan/c:action[not(@id = $new-follow-up/c:action-result/@of)]">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'follow-up-status'"/><xsl:with-param name="at" select="."/>
        <xsl:with-param name="sv" select="'status saknas för ett mål eller en åtgärd i planen: ange goal-result eller action-result'"/>
        <xsl:with-param name="en" select="'the status of a goal or an action of the plan is missing: give goal-result or action-result'"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:if test="not($new-follow-up/@decision = 'close') and not($new-follow-up/@next)">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'next-date'"/><xsl:with-param name="at" select="$new-follow-up"/>
        <xsl:with-param name="sv" select="'dag för nästa uppföljning saknas: ange next'"/>
        <xsl:with-param name="en" select="'the date of the next follow-up is missing: give next'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="translate($new-follow-up/@next, '-', '') &gt; translate(d:add-months(string($new-follow-up/@date), number($checks/p:next-within/@months)), '-', '')">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'next-within'"/><xsl:with-param name="at" select="$new-follow-up"/>
        <xsl:with-param name="sv" select="concat('nästa uppföljning är senare än ', $checks/p:next-within/@months, ' månader efter den här')"/>
        <xsl:with-param name="en" select="concat('the next follow-up is later than ', $checks/p:next-within/@months, ' months after this one')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$new-follow-up/@decision = 'close' and not($case/c:closing)">
      <finding severity="warning" rule="DU-CLOSE" line="{d:line($new-follow-up)}"
               sv="uppföljningen beslutade att avsluta: ange closing och gör avslutet"
               en="the follow-up decided to close: give closing and make it"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
