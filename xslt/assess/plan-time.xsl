<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of assess.xsl: when and how a plan is followed up, and whether it is out of date. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:template name="assess-plan-time">
    <xsl:variable name="next" select="c:next"/>
    <xsl:variable name="next-day" select="translate($next/@date, '-', '')"/>
    <xsl:if test="not($next) or $next-day &lt;= $plan-day">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'next-date'"/><xsl:with-param name="at" select="($next | current()[not($next)])[1]"/>
        <xsl:with-param name="sv" select="'planen säger inte när den följs upp, efter den dag då den gjordes: ange next'"/>
        <xsl:with-param name="en" select="'the plan does not say when it is followed up, after the day on which it was made: give next'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$next">
      <xsl:call-template name="missing">
        <xsl:with-param name="check" select="'next-place'"/><xsl:with-param name="at" select="$next"/>
        <xsl:with-param name="there" select="$next/c:place[normalize-space()]"/>
        <xsl:with-param name="sv" select="'uppföljningen saknar plats: ange place'"/>
        <xsl:with-param name="en" select="'the follow-up has no place: give place'"/>
      </xsl:call-template>
      <xsl:call-template name="missing">
        <xsl:with-param name="check" select="'next-how'"/><xsl:with-param name="at" select="$next"/>
        <xsl:with-param name="there" select="$next/c:how[normalize-space()]"/>
        <xsl:with-param name="sv" select="'det står inte hur planen följs upp: ange how'"/>
        <xsl:with-param name="en" select="'it is not said how the plan is followed up: give how'"/>
      </xsl:call-template>
      <xsl:variable name="limit" select="d:add-months(string(@date), number($checks/p:next-within/@months))"/>
      <xsl:if test="$next-day &gt; translate($limit, '-', '')">
        <xsl:call-template name="finding">
          <xsl:with-param name="check" select="'next-within'"/><xsl:with-param name="at" select="$next"/>
          <xsl:with-param name="sv" select="concat('uppföljningen kommer senare än ', $checks/p:next-within/@months, ' månader efter planen')"/>
          <xsl:with-param name="en" select="concat('the follow-up comes later than ', $checks/p:next-within/@months, ' months after the plan')"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:if>
    <xsl:if test="$case/c:event[translate(@date, '-', '') &gt; $plan-day]">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'plan-revised'"/><xsl:with-param name="at" select="$case/c:event[translate(@date, '-', '') &gt; $plan-day][1]"/>
        <xsl:with-param name="sv" select="'planen är äldre än en händelse som gör att den ska ses över (event)'"/>
        <xsl:with-param name="en" select="'the plan is older than an event after which it is to be revised (event)'"/>
      </xsl:call-template>
    </xsl:if>
    <!-- The last sign of life: the plan itself, or a follow-up of it. -->
    <xsl:variable name="last">
      <xsl:for-each select="@date | $case/c:follow-up/@date">
        <xsl:sort select="." order="descending"/>
        <xsl:if test="position() = 1"><xsl:value-of select="."/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="lapses" select="d:add-months(string($last), number($checks/p:lapsed/@months))"/>
    <xsl:if test="$case/@state = 'lapsed' or $day &gt; translate($lapses, '-', '')">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'lapsed'"/><xsl:with-param name="at" select="."/>
        <xsl:with-param name="sv" select="concat('planen har inte följts upp eller ändrats på ', $checks/p:lapsed/@months, ' månader: den gäller inte längre')"/>
        <xsl:with-param name="en" select="concat('the plan was not followed up or changed for ', $checks/p:lapsed/@months, ' months: it has lapsed')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
