<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: the documents that the person reads, besides the letter: leaflet, preparation,
     consent, withdrawal, agenda, plan, evaluation; and the blanks of all of them.

     On a protected person, or to a protected party, each of them is made as a blank to fill in by
     pen, where documents are made on paper; leaflet and evaluation are so in any case, for they
     hold nothing of the case. Only consent, withdrawal and plan bear the reference. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:include href="leaflet.xsl"/>
  <xsl:include href="preparation.xsl"/>
  <xsl:include href="consent.xsl"/>
  <xsl:include href="withdrawal.xsl"/>
  <xsl:include href="agenda.xsl"/>
  <xsl:include href="plan.xsl"/>
  <xsl:include href="plan-parts.xsl"/>
  <xsl:include href="evaluation.xsl"/>

  <xsl:variable name="is-reader-kind" select="$kind = 'leaflet' or $kind = 'preparation' or $kind = 'consent'
      or $kind = 'withdrawal' or $kind = 'agenda' or $kind = 'plan' or $kind = 'evaluation'"/>
  <xsl:variable name="names-nobody" select="$kind = 'leaflet' or $kind = 'evaluation'"/>

  <xsl:template name="reader-document">
    <xsl:choose>
      <xsl:when test="not($case)"><xsl:call-template name="blank"/></xsl:when>
      <xsl:when test="not($to) or not(string($role))"/>
      <xsl:when test="$protected or $to/@protection[. != 'none']">
        <xsl:if test="($own or $role = 'representative') and ($on-paper or $names-nobody)
                      and $guardian-may">
          <xsl:call-template name="blank">
            <xsl:with-param name="ref" select="$case/@ref[not($names-nobody)]"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:when>
      <xsl:when test="$kind = 'leaflet'"><xsl:call-template name="leaflet"/></xsl:when>
      <xsl:when test="$kind = 'preparation'"><xsl:call-template name="preparation"/></xsl:when>
      <xsl:when test="$kind = 'consent'"><xsl:call-template name="consent-paper"/></xsl:when>
      <xsl:when test="$kind = 'withdrawal'"><xsl:call-template name="withdrawal"/></xsl:when>
      <xsl:when test="$kind = 'agenda'"><xsl:call-template name="agenda"/></xsl:when>
      <xsl:when test="$kind = 'plan'"><xsl:call-template name="plan"/></xsl:when>
      <xsl:when test="$kind = 'evaluation'"><xsl:call-template name="evaluation"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- A blank: what the region's profile says, and rows to write on. -->
  <xsl:template name="blank">
    <xsl:param name="ref" select="''"/>
    <view kind="{$kind}" blank="yes" recipient="{$recipient}" class="person" role="person" lang="{$view-lang}"
          style="{$view-style}" ref="{$ref}" date="" protected="no" age-band="" variant="adult" extent="full"
          status="asked" capacity="self" form="physical">
      <xsl:call-template name="routine"/>
      <xsl:call-template name="neutral-letterhead"/>
      <xsl:call-template name="accepted-forms"/>
      <xsl:call-template name="feedback"/>
      <xsl:call-template name="laws"><xsl:with-param name="use" select="'sip'"/></xsl:call-template>
      <blank/><blank/><blank/><blank/><blank/><blank/><blank/><blank/>
    </view>
  </xsl:template>

  <!-- What the region's routine says and a text shows; attributes of the view. -->
  <xsl:template name="routine">
    <xsl:attribute name="no-priority"><xsl:value-of select="$profile/p:printing/@no-priority"/></xsl:attribute>
    <xsl:attribute name="signatures"><xsl:value-of select="$profile/p:printing/@signatures"/></xsl:attribute>
    <xsl:attribute name="consent-months"><xsl:value-of select="$profile/p:consent/@max-months"/></xsl:attribute>
    <xsl:attribute name="own-from"><xsl:value-of select="$profile/p:consent/@own-from"/></xsl:attribute>
    <xsl:attribute name="child-consent"><xsl:value-of select="$profile/p:consent/@child"/></xsl:attribute>
  </xsl:template>

  <!-- The forms of consent that the routine accepts. -->
  <xsl:template name="accepted-forms">
    <xsl:for-each select="$profile/p:consent/p:form"><accepted form="{@name}"/></xsl:for-each>
  </xsl:template>

  <!-- Where to say what the meeting was like: an address without anything that tells who. -->
  <xsl:template name="feedback">
    <xsl:for-each select="$profile/p:feedback[@letters = 'yes']">
      <feedback name="{@name}" url="{@url}"><xsl:value-of select="normalize-space(p:text)"/></feedback>
    </xsl:for-each>
  </xsl:template>

  <!-- Unit and principal of the context, or name and relation: what a list for the reader says. -->
  <xsl:template name="party-label">
    <xsl:choose>
      <xsl:when test="c:name">
        <xsl:for-each select="c:name"><xsl:call-template name="full-name"/></xsl:for-each>
        <xsl:call-template name="relation"><xsl:with-param name="before" select="' ('"/><xsl:with-param name="after" select="')'"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="@class = 'person' or @class = 'child'">
        <xsl:for-each select="$person/c:name"><xsl:call-template name="full-name"/></xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="normalize-space(c:unit)"/>
        <xsl:if test="c:unit and c:principal[not(. = ../c:unit)]">, </xsl:if>
        <xsl:if test="not(c:unit = c:principal)"><xsl:value-of select="normalize-space(c:principal)"/></xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- How a party is related to the person: in the case's own words, and what a translation needs. -->
  <xsl:template name="relation">
    <xsl:param name="before"/>
    <xsl:param name="after"/>
    <xsl:for-each select="c:relation[normalize-space()]">
      <relation kind="{@kind}" word="{translate(normalize-space(), $upper, $lower)}">
        <xsl:if test="$before"><xsl:attribute name="apart">yes</xsl:attribute></xsl:if>
        <xsl:value-of select="concat($before, normalize-space(), $after)"/>
      </relation>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
