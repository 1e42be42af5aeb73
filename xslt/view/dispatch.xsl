<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: the journal of what was sent: document, class of recipient, date, channel. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:template name="dispatch">
    <view>
      <xsl:call-template name="office-attributes"/>
      <xsl:attribute name="count"><xsl:value-of select="count($case/c:dispatch)"/></xsl:attribute>
      <xsl:call-template name="letterhead"/>
      <xsl:call-template name="dispatches"/>
    </view>
  </xsl:template>

  <xsl:template name="protected-dispatch">
    <view>
      <xsl:call-template name="office-attributes"/>
      <xsl:attribute name="count"><xsl:value-of select="count($case/c:dispatch)"/></xsl:attribute>
      <xsl:call-template name="neutral-letterhead"/>
      <xsl:call-template name="dispatches"/>
    </view>
  </xsl:template>

  <xsl:template name="dispatches">
    <xsl:for-each select="$case/c:dispatch">
      <xsl:sort select="@date"/>
      <sent kind="{@kind}" date="{@date}" channel="{@channel}" version="{@version}"
            class="{$case/c:parties/c:party[@id = current()/@party]/@class}"/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
