<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: the report of a deviation, the last one of the case, and its copy without
     anything that leads back to the case. The person is never named. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:variable name="deviation" select="$case/c:deviation[last()]"/>

  <xsl:template name="deviation">
    <xsl:for-each select="$deviation">
      <view>
        <xsl:call-template name="office-attributes"/>
        <xsl:call-template name="letterhead"/>
        <xsl:call-template name="caller"/>
        <deviation kind="{@kind}" date="{@date}" reported="{@reported}">
          <unit><xsl:value-of select="normalize-space(c:reporting-unit)"/></unit>
          <to><xsl:value-of select="normalize-space(c:receiving)"/></to>
          <xsl:call-template name="deviation-texts"/>
        </deviation>
        <xsl:call-template name="deviation-route"/>
      </view>
    </xsl:for-each>
  </xsl:template>

  <!-- What happened in words, and where it goes, are not shown: the words could tell who it is. -->
  <xsl:template name="protected-deviation">
    <xsl:for-each select="$deviation">
      <view>
        <xsl:call-template name="office-attributes"/>
        <xsl:call-template name="neutral-letterhead"/>
        <deviation kind="{@kind}" date="{@date}" reported="{@reported}"/>
        <xsl:call-template name="deviation-route"/>
      </view>
    </xsl:for-each>
  </xsl:template>

  <!-- No reference, no unit, no day: the month, the kind and what can be learnt from it. -->
  <xsl:template name="deviation-copy">
    <xsl:for-each select="$deviation">
      <view>
        <xsl:call-template name="office-attributes"/>
        <xsl:attribute name="ref"/>
        <xsl:attribute name="protected">no</xsl:attribute>
        <xsl:call-template name="neutral-letterhead"/>
        <deviation kind="{@kind}" date="{@date}">
          <xsl:if test="not($protected)">
            <to><xsl:value-of select="normalize-space(c:receiving)"/></to>
            <xsl:call-template name="deviation-texts"/>
          </xsl:if>
        </deviation>
        <xsl:call-template name="deviation-route"/>
      </view>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="deviation-texts">
    <xsl:call-template name="text"><xsl:with-param name="of" select="c:what"/><xsl:with-param name="name" select="'what'"/></xsl:call-template>
    <xsl:call-template name="text"><xsl:with-param name="of" select="c:consequence"/><xsl:with-param name="name" select="'consequence'"/></xsl:call-template>
    <xsl:call-template name="text"><xsl:with-param name="of" select="c:wish"/><xsl:with-param name="name" select="'wish'"/></xsl:call-template>
    <xsl:call-template name="text"><xsl:with-param name="of" select="c:answer"/><xsl:with-param name="name" select="'answer'"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="deviation-route">
    <xsl:for-each select="$profile/p:deviation">
      <route><xsl:value-of select="normalize-space(p:route)"/></route>
      <xsl:if test="p:copy"><copy><xsl:value-of select="normalize-space(p:copy)"/></copy></xsl:if>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
