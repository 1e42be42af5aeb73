<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: taking back a consent. For everybody who has given one: where it is taken back,
     a confirmation of what was taken back and who was told; else a form to fill in and hand over. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    exclude-result-prefixes="c p">

  <xsl:template name="withdrawal">
    <xsl:if test="$my-consents">
      <!-- The last consent that was taken back, if nothing was given after it; else the one that holds. -->
      <xsl:variable name="last" select="($my-consent[not(c:withdrawn)] | $my-consents[not($my-consent[not(c:withdrawn)])][last()])[1]"/>
      <view>
        <xsl:call-template name="consent-attributes"/>
        <xsl:attribute name="status"><xsl:value-of select="substring('askedtaken', 1 + 5 * boolean($last/c:withdrawn), 5)"/></xsl:attribute>
        <xsl:call-template name="letterhead"/>
        <xsl:call-template name="caller"/>
        <xsl:call-template name="reply"/>
        <xsl:call-template name="person-and-giver"/>
        <consent given="{$last/@given}">
          <xsl:for-each select="$last/c:scope/c:exchange[@party = $open-parties/@id]">
            <xsl:variable name="id" select="@party"/>
            <exchange told="{$last/c:withdrawn/c:told[@party = $id]/@date}">
              <party>
                <xsl:for-each select="$case/c:parties/c:party[@id = $id]"><xsl:call-template name="party-label"/></xsl:for-each>
              </party>
            </exchange>
          </xsl:for-each>
        </consent>
        <xsl:for-each select="$last/c:withdrawn">
          <withdrawn date="{@date}" how="{@how}" whole="{substring('yesno', 1 + 3 * (@whole = 'no'), 3 - (@whole = 'no'))}">
            <xsl:if test="@time"><time><xsl:value-of select="concat(@date, 'T', substring(@time, 1, 8))"/></time></xsl:if>
            <xsl:for-each select="c:part">
              <part>
                <xsl:variable name="meant" select="$case/c:parties/c:party[@id = current()]"/>
                <xsl:choose>
                  <xsl:when test="$meant"><xsl:for-each select="$meant"><xsl:call-template name="party-label"/></xsl:for-each></xsl:when>
                  <xsl:otherwise><xsl:value-of select="normalize-space()"/></xsl:otherwise>
                </xsl:choose>
              </part>
            </xsl:for-each>
            <xsl:for-each select="c:received-by">
              <received-by>
                <xsl:for-each select="c:name"><xsl:call-template name="full-name"/></xsl:for-each>
                <xsl:if test="c:name and c:title">, </xsl:if>
                <xsl:value-of select="normalize-space(c:title)"/>
              </received-by>
            </xsl:for-each>
          </withdrawn>
        </xsl:for-each>
      </view>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
