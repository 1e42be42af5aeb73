<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: what an office must watch, over many cases: consents about to end and plans
     that are not followed up. Source: <cases> with the case documents, or one case. Only references
     and dates are shown, of protected cases too.

     A consent counts if it was not taken back and its case is not closed; of several the last to end.
     A plan's clock starts at its newest version or follow-up. Months: the profile's own lapse and
     end of a plan where it has them, else 12 and 15; the first warning comes a month before. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:variable name="all-cases" select="/c:cases/c:case | /c:case"/>
  <xsl:variable name="lapse-months" select="number(concat($profile/p:follow-up/@lapse-months, substring('12', 1 + 2 * boolean($profile/p:follow-up/@lapse-months))))"/>
  <xsl:variable name="close-months" select="number(concat($profile/p:follow-up/@close-months, substring('15', 1 + 2 * boolean($profile/p:follow-up/@close-months))))"/>

  <xsl:template name="watchlist">
    <xsl:if test="$all-cases and $profile">
      <view>
        <xsl:call-template name="office-attributes"/>
        <xsl:attribute name="ref"/>
        <xsl:attribute name="protected">no</xsl:attribute>
        <xsl:attribute name="cases"><xsl:value-of select="count($all-cases)"/></xsl:attribute>
        <xsl:attribute name="lapse"><xsl:value-of select="$lapse-months"/></xsl:attribute>
        <xsl:attribute name="close"><xsl:value-of select="$close-months"/></xsl:attribute>
        <xsl:call-template name="neutral-letterhead"/>
        <xsl:for-each select="$all-cases[not(@state = 'closed' or c:closing)]/c:consents/c:consent
            [not(c:withdrawn[not(@whole = 'no')])]">
          <xsl:sort select="@until"/>
          <xsl:call-template name="watch-consent"/>
        </xsl:for-each>
        <xsl:for-each select="$all-cases[c:plan][not(@state = 'closed' or c:closing)]">
          <xsl:sort select="c:plan[last()]/@date"/>
          <xsl:call-template name="watch-plan"/>
        </xsl:for-each>
      </view>
    </xsl:if>
  </xsl:template>

  <!-- A consent without a last day ends when the profile's longest time is over. -->
  <xsl:template name="watch-consent">
    <xsl:variable name="party" select="@party"/>
    <xsl:variable name="longest" select="d:add-months(string(@given), number($profile/p:consent/@max-months))"/>
    <xsl:variable name="until">
      <xsl:choose>
        <xsl:when test="@until and not(translate(@until, '-', '') &gt; translate($longest, '-', ''))"><xsl:value-of select="@until"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$longest"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="days" select="d:days-between(string($date), string($until))"/>
    <xsl:if test="$days &lt;= 60 and not(following-sibling::c:consent[@party = $party])">
      <consent ref="{../../@ref}" until="{$until}">
        <xsl:attribute name="band">
          <xsl:choose>
            <xsl:when test="$days &lt; 0">ended</xsl:when>
            <xsl:when test="$days &lt;= 30">30</xsl:when>
            <xsl:otherwise>60</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
      </consent>
    </xsl:if>
  </xsl:template>

  <xsl:template name="watch-plan">
    <xsl:variable name="last">
      <xsl:for-each select="c:plan/@date | c:follow-up/@date">
        <xsl:sort order="descending"/>
        <xsl:if test="position() = 1"><xsl:value-of select="."/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="today" select="translate($date, '-', '')"/>
    <xsl:variable name="lapses" select="d:add-months(string($last), $lapse-months)"/>
    <xsl:variable name="closes" select="d:add-months(string($last), $close-months)"/>
    <xsl:if test="$today &gt;= translate(d:add-months(string($last), $lapse-months - 1), '-', '')">
      <plan ref="{@ref}" last="{$last}" lapses="{$lapses}" closes="{$closes}" next="{c:plan[last()]/c:next/@date}">
        <xsl:attribute name="band">
          <xsl:choose>
            <xsl:when test="$today &gt;= translate($closes, '-', '')">closed</xsl:when>
            <xsl:when test="$today &gt;= translate($lapses, '-', '')">lapsed</xsl:when>
            <xsl:otherwise>soon</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
      </plan>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
