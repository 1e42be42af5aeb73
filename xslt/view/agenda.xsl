<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: the agenda, the same for everybody at the meeting. Purpose and questions are
     for those who may read them in the invitation; nobody is named but who leads and who writes. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:template name="agenda">
    <xsl:if test="$meeting">
      <view kind="{$kind}" recipient="{$recipient}" class="{$class}" role="{$role}" lang="{$view-lang}"
            style="{$view-style}" ref="{$case/@ref}" date="{$date}" protected="no" variant="{$meeting/@kind}"
            age-band="{$age-band}" own="{substring('yesno', 1 + 3 * not($own), 2 + $own)}">
        <xsl:call-template name="letterhead"/>
        <xsl:call-template name="caller"/>
        <xsl:call-template name="meeting"/>
        <xsl:call-template name="secretary"/>
        <xsl:if test="$sees-purpose">
          <xsl:call-template name="text">
            <xsl:with-param name="of" select="$meeting/c:purpose"/><xsl:with-param name="name" select="'purpose'"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:if test="$sees-all">
          <xsl:call-template name="text">
            <xsl:with-param name="of" select="$meeting/c:question"/><xsl:with-param name="name" select="'question'"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:call-template name="parts"/>
      </view>
    </xsl:if>
  </xsl:template>

  <xsl:template name="secretary">
    <xsl:for-each select="$meeting/c:secretary[@who = 'named'][c:name]">
      <secretary>
        <xsl:for-each select="c:name"><xsl:call-template name="full-name"/></xsl:for-each>
        <xsl:if test="c:unit"><xsl:value-of select="concat(', ', normalize-space(c:unit))"/></xsl:if>
      </secretary>
    </xsl:for-each>
  </xsl:template>

  <!-- Four parts of 10, 25, 45 and 20 per cent of the meeting, in steps of five minutes: the first,
       second and fourth are rounded, halves down, but last five minutes at least; the third, in
       which the plan is made, gets what is left. -->
  <xsl:template name="parts">
    <xsl:variable name="from" select="60 * substring($meeting/c:start, 12, 2) + substring($meeting/c:start, 15, 2)"/>
    <xsl:variable name="to-minute" select="60 * substring($meeting/c:end, 12, 2) + substring($meeting/c:end, 15, 2)"/>
    <xsl:variable name="length" select="$to-minute - $from"/>
    <xsl:if test="$length &gt;= 20">
      <xsl:variable name="first" select="5 * ceiling(($length - 25) div 50) + 5 * ($length &lt;= 25)"/>
      <xsl:variable name="second" select="5 * ceiling(($length - 10) div 20)"/>
      <xsl:variable name="fourth" select="5 * ceiling((2 * $length - 25) div 50)"/>
      <xsl:call-template name="part"><xsl:with-param name="name" select="'opening'"/><xsl:with-param name="from" select="$from"/><xsl:with-param name="minutes" select="$first"/></xsl:call-template>
      <xsl:call-template name="part"><xsl:with-param name="name" select="'now'"/><xsl:with-param name="from" select="$from + $first"/><xsl:with-param name="minutes" select="$second"/></xsl:call-template>
      <xsl:call-template name="part"><xsl:with-param name="name" select="'plan'"/><xsl:with-param name="from" select="$from + $first + $second"/><xsl:with-param name="minutes" select="$length - $first - $second - $fourth"/></xsl:call-template>
      <xsl:call-template name="part"><xsl:with-param name="name" select="'summary'"/><xsl:with-param name="from" select="$to-minute - $fourth"/><xsl:with-param name="minutes" select="$fourth"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="part">
    <xsl:param name="name"/>
    <xsl:param name="from"/>
    <xsl:param name="minutes"/>
    <part name="{$name}" minutes="{$minutes}">
      <start><xsl:call-template name="clock"><xsl:with-param name="minute" select="$from"/></xsl:call-template></start>
      <end><xsl:call-template name="clock"><xsl:with-param name="minute" select="$from + $minutes"/></xsl:call-template></end>
    </part>
  </xsl:template>

  <!-- A minute of the meeting's day as date and time. -->
  <xsl:template name="clock">
    <xsl:param name="minute"/>
    <xsl:value-of select="concat($meeting-date, 'T', substring(100 + floor($minute div 60), 2), ':',
                                 substring(100 + $minute mod 60, 2), ':00')"/>
  </xsl:template>
</xsl:stylesheet>
