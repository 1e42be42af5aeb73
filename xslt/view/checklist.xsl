<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: the rows of the profile's checklist, and which of them are done: what the case
     shows, and what staff have ticked in it. A profile without a list gets the general
     one of the template, to be ticked by pen. No words of the case are shown. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <!-- The meeting that the list is about: the one to come, else the last one. -->
  <xsl:variable name="listed" select="($meeting | $case/c:meeting[last()][not($meeting)])[1]"/>

  <xsl:template name="checklist">
    <view>
      <xsl:call-template name="office-attributes"/>
      <xsl:call-template name="letterhead"/>
      <xsl:call-template name="support-line"/>
      <xsl:call-template name="checklist-title"/>
      <xsl:call-template name="checklist-rows"><xsl:with-param name="from-case" select="true()"/></xsl:call-template>
    </view>
  </xsl:template>

  <!-- Of a protected case: the list with the ticks made by hand; none that tells of the case. -->
  <xsl:template name="protected-checklist">
    <view>
      <xsl:call-template name="office-attributes"/>
      <xsl:call-template name="neutral-letterhead"/>
      <xsl:call-template name="checklist-title"/>
      <xsl:call-template name="decision"/>
      <xsl:call-template name="checklist-rows"><xsl:with-param name="from-case" select="false()"/></xsl:call-template>
    </view>
  </xsl:template>

  <!-- What the operator decided where the routine asks, and why: here it is kept. -->
  <xsl:template name="decision">
    <xsl:if test="string($decision) and $profile/p:protection/@policy = 'ask'">
      <decision way="{$decision}" date="{$date}"><xsl:value-of select="normalize-space($reason)"/></decision>
    </xsl:if>
  </xsl:template>

  <xsl:template name="checklist-title">
    <xsl:if test="$profile/p:routine">
      <routine version="{$profile/p:routine/@version}"><xsl:value-of select="normalize-space($profile/p:routine/p:title)"/></routine>
    </xsl:if>
  </xsl:template>

  <xsl:template name="checklist-rows">
    <xsl:param name="from-case"/>
    <xsl:for-each select="$profile/p:checklist/p:row">
      <xsl:variable name="id" select="@id"/>
      <xsl:variable name="hand" select="$case/c:checklist/c:done[@item = $id]"/>
      <xsl:variable name="shown"><xsl:if test="$from-case"><xsl:call-template name="shown-by-case"/></xsl:if></xsl:variable>
      <row id="{$id}" part="{@part}" done="{substring('yesno', 1 + 3 * not($hand or $shown = 'yes'), 2 + boolean($hand or $shown = 'yes'))}">
        <xsl:if test="$hand/@date"><xsl:attribute name="on"><xsl:value-of select="$hand/@date"/></xsl:attribute></xsl:if>
        <xsl:value-of select="normalize-space(p:text)"/>
      </row>
    </xsl:for-each>
  </xsl:template>

  <xsl:variable name="concerned" select="$case/c:parties/c:party[@class = 'person' or @class = 'child']/@id"/>
  <xsl:variable name="others" select="$recipients[not(@class = 'person' or @class = 'child')]"/>
  <xsl:variable name="units" select="$recipients[c:unit or c:principal]"/>
  <xsl:variable name="duty-units" select="$units[@class = $profile/p:duty/p:class]"/>
  <xsl:variable name="length" select="$profile/p:checks/p:meeting-length"/>
  <xsl:variable name="minutes" select="60 * substring($listed/c:end, 12, 2) + substring($listed/c:end, 15, 2)
      - 60 * substring($listed/c:start, 12, 2) - substring($listed/c:start, 15, 2)"/>

  <!-- 'yes' if the case shows that the row (the context) is done: what @ticked-by means. -->
  <xsl:template name="shown-by-case">
    <xsl:variable name="by" select="@ticked-by"/>
    <xsl:choose>
      <xsl:when test="$by = 'need'">
        <xsl:if test="$case/c:need[@noticed][c:reason]">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'five-questions'">
        <xsl:if test="$case/c:need/c:five-questions/@used = 'yes'">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'known'">
        <xsl:if test="$units and not($units[not(c:contact/@known = 'yes' or c:contact/@preceded[. != 'none'])])">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'informed'">
        <xsl:if test="$case/c:information[@party = $concerned][@oral and @written]">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'consent'">
        <xsl:if test="$holding or $case/c:consents/c:inability">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'approved'">
        <xsl:if test="$others and not($others[not(c:approved/@by-person = 'yes')])">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'participation'">
        <xsl:if test="$listed/c:participation">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'questions'">
        <xsl:if test="$listed/c:question[normalize-space()]">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'interpreter'">
        <xsl:if test="$listed/c:interpreter/@needed and $listed/c:adaptations/@needed">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'place'">
        <xsl:if test="$listed/c:start and $listed/c:place[c:name or c:link or c:phone or @kind = 'home']">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'participants'">
        <xsl:if test="count($case/c:parties/c:party) &lt;= $profile/p:checks/p:participants/@max">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'replies'">
        <xsl:if test="$duty-units and not($duty-units[not(c:reply/@answer = 'yes' or c:reply/@answer = 'substitute')])">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'leader'">
        <xsl:if test="$listed/c:leader">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'secretary'">
        <xsl:if test="$listed/c:secretary">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'pre-meeting-person'">
        <xsl:if test="$listed/c:pre-meeting/@with = 'person'">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'pre-meeting-principals'">
        <xsl:if test="$listed/c:pre-meeting/@with = 'principals'">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'meeting-length'">
        <xsl:if test="$minutes &gt;= $length/@min and not($minutes &gt; $length/@max)">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'sent'">
        <xsl:if test="$listed/c:sent">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'called-list'">
        <xsl:if test="$listed/c:sent and $profile/p:printing/@called-list = 'yes'">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'need-to-meeting'">
        <xsl:if test="d:days-between(string($case/c:need/@noticed), substring($listed/c:start, 1, 10)) &lt;= $profile/p:checks/p:need-to-meeting/@days">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'represented'">
        <xsl:if test="$listed/c:attendance[@party = $concerned][@presence = 'absent']/c:represented[normalize-space()]">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'background'">
        <xsl:if test="$latest-plan/c:works-well or $latest-plan/c:works-less-well">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'important'">
        <xsl:if test="$latest-plan/c:important[normalize-space()] or (@part = 'preparation' and $case/c:consents/c:child-view/c:view[normalize-space()])">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'goals'">
        <xsl:if test="$latest-plan/c:goal and not($latest-plan/c:goal[not(c:sub-goal or c:met-when)])">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'own-actions'">
        <xsl:if test="$latest-plan/c:own-action">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'action-details'">
        <xsl:if test="$latest-plan/c:action and not($latest-plan/c:action[not(c:how-often and c:where and c:who)])">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'not-agreed'">
        <xsl:if test="$latest-plan/c:not-agreed">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'checked'">
        <xsl:if test="$latest-plan/c:checked">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'next'">
        <xsl:if test="$latest-plan/c:next[@date and @calls]">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'coordinator'">
        <xsl:if test="$latest-plan/c:coordinator">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'distribution'">
        <xsl:if test="$latest-plan/c:distribution/c:copy and not($latest-plan/c:distribution/c:copy[not(@date)])">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'plan'">
        <xsl:if test="$latest-plan">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'follow-up-reassessed'">
        <xsl:if test="$case/c:follow-up/c:reassessed/@with-person = 'yes'">yes</xsl:if>
      </xsl:when>
      <xsl:when test="$by = 'closing'">
        <xsl:if test="$case/c:closing/@reason">yes</xsl:if>
      </xsl:when>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
