<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: the plan as a form. What may be filled in is what its full copy shows (plan.xsl);
     each list has rows left over. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    exclude-result-prefixes="c">

  <xsl:template name="plan-form">
    <xsl:variable name="plan" select="$the-plan"/>
    <xsl:variable name="path">
      <xsl:apply-templates select="$plan" mode="path"/>
      <xsl:if test="not($plan)">case/plan[1]</xsl:if>
    </xsl:variable>
    <form path="{$path}">
      <xsl:apply-templates select="$plan/@date | $plan/@version | $plan/c:important | $plan/c:works-well
          | $plan/c:works-less-well | $plan/c:child-words | $plan/c:guardian-words/c:text | $plan/c:identified-need/c:text
          | $plan/c:goal/c:text | $plan/c:goal/c:met-when | $plan/c:goal/c:sub-goal/c:text" mode="value"/>
      <xsl:apply-templates select="$plan/c:action/c:what | $plan/c:action/@party | $plan/c:action/c:who/c:name/*
          | $plan/c:action/c:how-often | $plan/c:action/c:where | $plan/c:action/@from | $plan/c:action/@until
          | $plan/c:own-action/c:what | $plan/c:not-agreed/c:text" mode="value"/>
      <xsl:apply-templates select="$plan/c:coordinator/c:name/* | $plan/c:coordinator/c:unit | $plan/c:coordinator/c:principal
          | $plan/c:coordinator/c:phone | $plan/c:contact-person/c:name/* | $plan/c:contact-person/c:unit
          | $plan/c:contact-person/c:phone | $plan/c:next/@date | $plan/c:next/c:place | $plan/c:next/c:how
          | $plan/c:next/c:called-by/c:name/* | $plan/c:participation" mode="value"/>
      <xsl:call-template name="plan-rows"><xsl:with-param name="plan" select="$plan"/><xsl:with-param name="path" select="$path"/></xsl:call-template>
      <xsl:call-template name="action-rows"><xsl:with-param name="plan" select="$plan"/><xsl:with-param name="path" select="$path"/></xsl:call-template>
      <xsl:call-template name="own-action-rows"><xsl:with-param name="plan" select="$plan"/><xsl:with-param name="path" select="$path"/></xsl:call-template>
      <list name="parties">
        <xsl:for-each select="$open-parties"><option value="{@id}"><xsl:call-template name="party-label"/></option></xsl:for-each>
      </list>
    </form>
  </xsl:template>

  <xsl:template name="plan-rows">
    <xsl:param name="plan"/>
    <xsl:param name="path"/>
    <xsl:call-template name="rows"><xsl:with-param name="of" select="concat($path, '/works-well')"/><xsl:with-param name="nodes" select="$plan/c:works-well"/></xsl:call-template>
    <xsl:call-template name="rows"><xsl:with-param name="of" select="concat($path, '/works-less-well')"/><xsl:with-param name="nodes" select="$plan/c:works-less-well"/></xsl:call-template>
    <xsl:call-template name="rows"><xsl:with-param name="of" select="concat($path, '/child-words')"/><xsl:with-param name="nodes" select="$plan/c:child-words"/><xsl:with-param name="new" select="1 - boolean($plan/c:child-words)"/></xsl:call-template>
    <xsl:call-template name="guardian-rows"><xsl:with-param name="plan" select="$plan"/><xsl:with-param name="path" select="$path"/></xsl:call-template>
    <xsl:call-template name="rows"><xsl:with-param name="of" select="concat($path, '/identified-need')"/><xsl:with-param name="nodes" select="$plan/c:identified-need"/></xsl:call-template>
    <xsl:call-template name="rows"><xsl:with-param name="of" select="concat($path, '/goal')"/><xsl:with-param name="nodes" select="$plan/c:goal"/></xsl:call-template>
    <xsl:for-each select="$plan/c:goal">
      <xsl:call-template name="rows"><xsl:with-param name="of" select="concat($path, '/goal[', position(), ']/sub-goal')"/><xsl:with-param name="nodes" select="c:sub-goal"/></xsl:call-template>
    </xsl:for-each>
    <xsl:call-template name="rows"><xsl:with-param name="of" select="concat($path, '/not-agreed')"/><xsl:with-param name="nodes" select="$plan/c:not-agreed"/></xsl:call-template>
    <xsl:call-template name="rows"><xsl:with-param name="of" select="concat($path, '/contact-person')"/><xsl:with-param name="nodes" select="$plan/c:contact-person"/></xsl:call-template>
  </xsl:template>

  <!-- Each guardian has a place; one with protected data of her own has none. -->
  <xsl:template name="guardian-rows">
    <xsl:param name="plan"/>
    <xsl:param name="path"/>
    <xsl:variable name="of" select="concat($path, '/guardian-words')"/>
    <xsl:variable name="said" select="$plan/c:guardian-words"/>
    <xsl:variable name="silent" select="$open-parties[@class = 'guardian'][not(@id = $said/@party)]"/>
    <rows of="{$of}">
      <xsl:for-each select="$said">
        <row at="{position()}"><xsl:for-each select="$open-parties[@id = current()/@party]"><who><xsl:call-template name="party-label"/></who></xsl:for-each></row>
      </xsl:for-each>
      <xsl:for-each select="$silent">
        <row at="{count($said) + position()}"><who><xsl:call-template name="party-label"/></who></row>
      </xsl:for-each>
    </rows>
    <xsl:for-each select="$silent">
      <hidden name="{$of}[{count($said) + position()}]/@party"><xsl:value-of select="@id"/></hidden>
    </xsl:for-each>
  </xsl:template>

  <!-- Actions stand in the table of who does them; new ones of each table have numbers of their own. -->
  <xsl:template name="action-rows">
    <xsl:param name="plan"/>
    <xsl:param name="path"/>
    <xsl:variable name="of" select="concat($path, '/action')"/>
    <xsl:variable name="n" select="count($plan/c:action)"/>
    <xsl:variable name="by">
      <xsl:for-each select="$plan/c:action">
        <xsl:value-of select="concat('|', @id, '=')"/>
        <xsl:for-each select="$open-parties[@id = current()/@party]"><xsl:call-template name="principal-kind"/></xsl:for-each>
        <xsl:text>|</xsl:text>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="municipal" select="$plan/c:action[contains($by, concat('|', @id, '=municipality|'))]"/>
    <xsl:variable name="regional" select="$plan/c:action[contains($by, concat('|', @id, '=region|'))]"/>
    <xsl:variable name="others" select="$plan/c:action[not(contains($by, concat('|', @id, '=municipality|')) or contains($by, concat('|', @id, '=region|')))]"/>
    <xsl:call-template name="rows">
      <xsl:with-param name="of" select="$of"/><xsl:with-param name="group" select="'municipality'"/>
      <xsl:with-param name="nodes" select="$municipal"/><xsl:with-param name="first" select="$n + 1"/>
    </xsl:call-template>
    <xsl:call-template name="rows">
      <xsl:with-param name="of" select="$of"/><xsl:with-param name="group" select="'region'"/>
      <xsl:with-param name="nodes" select="$regional"/><xsl:with-param name="first" select="$n + 2"/>
    </xsl:call-template>
    <xsl:call-template name="rows">
      <xsl:with-param name="of" select="$of"/><xsl:with-param name="group" select="'other'"/>
      <xsl:with-param name="nodes" select="$others"/><xsl:with-param name="first" select="$n + 3"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="own-action-rows">
    <xsl:param name="plan"/>
    <xsl:param name="path"/>
    <xsl:variable name="of" select="concat($path, '/own-action')"/>
    <xsl:call-template name="rows"><xsl:with-param name="of" select="$of"/><xsl:with-param name="nodes" select="$plan/c:own-action"/></xsl:call-template>
    <xsl:for-each select="$open-parties[@class = 'person' or @class = 'child'][1]">
      <hidden name="{$of}[{count($plan/c:own-action) + 1}]/@party"><xsl:value-of select="@id"/></hidden>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
