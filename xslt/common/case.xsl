<?xml version="1.0" encoding="UTF-8"?>
<!-- What assess.xsl and view.xsl have in common: the case, its meeting, the recipient, the dates.
     Dates are compared as numbers, 2026-03-09 being 20260309; an absent date is NaN, and nothing
     is true of NaN. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:param name="kind" select="'invitation'"/>
  <xsl:param name="today" select="''"/>
  <xsl:param name="recipient" select="'0'"/>
  <xsl:param name="decision" select="''"/>
  <xsl:param name="reason" select="''"/>
  <xsl:param name="guardians" select="'|'"/>

  <xsl:variable name="case" select="/c:case"/>
  <xsl:variable name="person" select="$case/c:person"/>
  <xsl:variable name="caller" select="$case/c:caller"/>
  <xsl:variable name="profile" select="d:profile()/p:profile"/>
  <xsl:variable name="recipients" select="$case/c:parties/c:party[not(@receives = 'no')]"/>

  <!-- The meeting that is called to: the last planned one. -->
  <xsl:variable name="meeting" select="$case/c:meeting[@status = 'planned'][last()]"/>

  <!-- The date of the letter. -->
  <xsl:variable name="date">
    <xsl:choose>
      <xsl:when test="string($today)"><xsl:value-of select="$today"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$meeting/c:sent"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="day" select="number(translate($date, '-', ''))"/>

  <xsl:variable name="meeting-date" select="substring($meeting/c:start, 1, 10)"/>
  <xsl:variable name="meeting-day" select="number(translate($meeting-date, '-', ''))"/>

  <!-- Everything but an explicit none is protected: a value that is missing or new, too. -->
  <xsl:variable name="protected" select="not($person/@protection = 'none')"/>

  <!-- What is done then: the profile's policy, unless somebody has decided in this case. Documents
       are made on paper or not at all. -->
  <xsl:variable name="policy">
    <xsl:choose>
      <xsl:when test="$profile/p:protection/@policy = 'ask'"><xsl:value-of select="$decision"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$profile/p:protection/@policy"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="on-paper" select="$policy = 'paper'"/>

  <xsl:variable name="age" select="d:age(string($person/c:birth-date), string($date))"/>
  <!-- Somebody whose age is not known is treated as an adult only if no custody is registered. -->
  <xsl:variable name="is-child" select="$age &lt; 18 or (not($age &gt;= 18) and $person/c:custody)"/>

  <xsl:include href="consent.xsl"/>
</xsl:stylesheet>
