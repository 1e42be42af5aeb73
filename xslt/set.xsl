<?xml version="1.0" encoding="UTF-8"?>
<!--
  set.xsl: which kinds of documents fit the state of a case: what `make` makes and `check` checks
  when no kind is asked for. The states are those of case.xsd, in the order in which a case goes:

    need          information    consented      called          held            followed-up   closed
    leaflet       leaflet        invitation     invitation      plan, cover     plan, cover   closing
    needs         preparation    preparation    preparation     evaluation      follow-up     evaluation
    checklist     consent        agenda         agenda          consent         evaluation
                  checklist      mapping        mapping         checklist       checklist
                                 consent        consent
                                 checklist      checklist

  A case that is withdrawn gets the receipt of that, and one that has lapsed is closed or asked about:
  closing, evaluation. Nothing else is made of them.

  A planned follow-up meeting adds its invitation, preparation and agenda to held and followed-up.
  What the case holds adds to any state: a deviation its report and copy, a closing its notices, a
  withdrawal its receipt.

  A protected case gets of these what the region's routine allows. Needs and mapping are never made
  of it. On paper come the labels of the two envelopes. By telephone nothing is written about the
  person: the calls, and what holds nothing of the case. Where somebody must decide first, the set
  is not narrowed, so that the rules say what they wait for.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:output method="xml" indent="yes"/>
  <xsl:include href="common/case.xsl"/>

  <xsl:variable name="state" select="$case/@state"/>
  <xsl:variable name="ended" select="$state = 'closed' or $state = 'withdrawn' or $state = 'lapsed'"/>
  <xsl:variable name="called" select="$state = 'consented' or $state = 'called'"/>
  <xsl:variable name="by-phone" select="$protected and $policy = 'phone'"/>

  <xsl:template match="/">
    <set state="{$state}">
      <xsl:choose>
        <xsl:when test="$by-phone"><xsl:call-template name="of-calls"/></xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="of-state"/>
          <xsl:if test="not($ended)"><kind>checklist</kind></xsl:if>
          <!-- Letters on paper are forwarded in two envelopes. -->
          <xsl:if test="$protected and $on-paper and $state != 'need' and $person/c:number[@kind != 'reserve']"><kind>labels</kind></xsl:if>
          <xsl:call-template name="of-content"/>
        </xsl:otherwise>
      </xsl:choose>
    </set>
  </xsl:template>

  <xsl:template name="of-calls">
    <xsl:if test="not($ended) and ($meeting or $called)"><kind>call-sheet</kind></xsl:if>
    <xsl:if test="not($ended)"><kind>checklist</kind></xsl:if>
    <kind>leaflet</kind>
    <xsl:if test="$state = 'held' or $state = 'followed-up' or $state = 'closed' or $state = 'lapsed'"><kind>evaluation</kind></xsl:if>
    <xsl:if test="$case/c:deviation"><kind>deviation</kind><kind>deviation-copy</kind></xsl:if>
    <xsl:if test="$case/c:dispatch"><kind>dispatch</kind></xsl:if>
  </xsl:template>

  <xsl:template name="of-state">
    <xsl:choose>
      <xsl:when test="$state = 'need'"><kind>leaflet</kind><xsl:call-template name="unprotected"><xsl:with-param name="kind" select="'needs'"/></xsl:call-template></xsl:when>
      <xsl:when test="$state = 'information'"><kind>leaflet</kind><kind>preparation</kind><kind>consent</kind></xsl:when>
      <xsl:when test="$called">
        <xsl:call-template name="call"/>
        <xsl:call-template name="unprotected"><xsl:with-param name="kind" select="'mapping'"/></xsl:call-template>
        <kind>consent</kind>
      </xsl:when>
      <xsl:when test="$state = 'held'">
        <kind>plan</kind><kind>cover</kind><kind>evaluation</kind><kind>consent</kind>
        <xsl:call-template name="call"/>
      </xsl:when>
      <xsl:when test="$state = 'followed-up'">
        <kind>plan</kind><kind>cover</kind><kind>follow-up</kind><kind>evaluation</kind>
        <xsl:call-template name="call"/>
      </xsl:when>
      <xsl:when test="$state = 'closed' or $state = 'lapsed'"><kind>closing</kind><kind>evaluation</kind></xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="call">
    <xsl:if test="$meeting or $called">
      <kind>invitation</kind><kind>preparation</kind><kind>agenda</kind>
    </xsl:if>
  </xsl:template>

  <xsl:template name="unprotected">
    <xsl:param name="kind"/>
    <xsl:if test="not($protected and $on-paper)"><kind><xsl:value-of select="$kind"/></kind></xsl:if>
  </xsl:template>

  <xsl:template name="of-content">
    <xsl:if test="$case/c:deviation"><kind>deviation</kind><kind>deviation-copy</kind></xsl:if>
    <xsl:if test="$case/c:closing and $state != 'closed' and $state != 'lapsed'"><kind>closing</kind></xsl:if>
    <xsl:if test="$state = 'withdrawn' or $case/c:consents/c:consent/c:withdrawn"><kind>withdrawal</kind></xsl:if>
    <xsl:if test="$case/c:dispatch"><kind>dispatch</kind></xsl:if>
  </xsl:template>
</xsl:stylesheet>
