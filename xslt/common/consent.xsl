<?xml version="1.0" encoding="UTF-8"?>
<!-- Which consents hold, and whom they cover.

     A consent holds on a day if it was given by then, has not ended (by its own last day or by the
     longest time that the profile allows) and was not taken back: taking back the whole of a
     consent ends every consent that the same party had given until then.
     A party is covered if everybody who has ever given a consent has one that holds, and all
     consents that hold list that party. A consent of which a part was taken back covers nobody
     whom that part may mean: a part that names no known party means everybody. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:variable name="consents" select="$case/c:consents/c:consent"/>

  <!-- The ids, between bars, of the consents that hold on the day of the letter. -->
  <xsl:variable name="holding-ids">
    <xsl:call-template name="consents-holding"><xsl:with-param name="on" select="$day"/></xsl:call-template>
  </xsl:variable>
  <xsl:variable name="holding" select="$consents[contains($holding-ids, concat('|', @id, '|'))]"/>

  <xsl:template name="consents-holding">
    <xsl:param name="on"/>
    <xsl:text>|</xsl:text>
    <xsl:for-each select="$consents">
      <xsl:variable name="given" select="number(translate(@given, '-', ''))"/>
      <xsl:variable name="latest" select="number(translate(
          d:add-months(string(@given), number($profile/p:consent/@max-months)), '-', ''))"/>
      <xsl:variable name="until" select="number(translate(@until, '-', ''))"/>
      <xsl:variable name="party" select="@party"/>
      <xsl:variable name="taken-back" select="$consents[@party = $party]/c:withdrawn[not(@whole = 'no')]
          [not(translate(@date, '-', '') &gt; $on)][not(translate(@date, '-', '') &lt; $given)]"/>
      <xsl:if test="$given &lt;= $on and $latest &gt;= $on and (not(@until) or $until &gt;= $on)
                    and not($taken-back)">
        <xsl:value-of select="concat(@id, '|')"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- 'yes' if consent covers the party (an element of the case), else nothing. -->
  <xsl:template name="covered">
    <xsl:param name="party"/>
    <xsl:variable name="id" select="string($party/@id)"/>
    <xsl:variable name="without" select="$consents[not(@party = $holding/@party)]"/>
    <xsl:variable name="silent" select="$holding[not(c:scope/c:exchange/@party = $id)]"/>
    <xsl:variable name="parts" select="$holding/c:withdrawn[@whole = 'no']
        [not(translate(@date, '-', '') &gt; $day)]"/>
    <xsl:variable name="meant" select="$parts[not(c:part)]
        | $parts/c:part[. = $id or . = $party/c:unit or not(. = $case/c:parties/c:party/@id
                        or . = $case/c:parties/c:party/c:unit)]"/>
    <xsl:if test="$holding and $id and not($without) and not($silent) and not($meant)">yes</xsl:if>
  </xsl:template>
</xsl:stylesheet>
