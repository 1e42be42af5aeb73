<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: who is to be called, in the order of the case, with function numbers. The case
     is known by its reference alone: no name of anybody private stands on the sheet. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:template name="call-sheet">
    <view>
      <xsl:call-template name="office-attributes"/>
      <xsl:call-template name="letterhead"/>
      <xsl:if test="$meeting">
        <meeting form="{$meeting/@form}">
          <start><xsl:value-of select="normalize-space($meeting/c:start)"/></start>
          <end><xsl:value-of select="normalize-space($meeting/c:end)"/></end>
        </meeting>
        <xsl:if test="$meeting/c:reply-by"><by><xsl:value-of select="normalize-space($meeting/c:reply-by)"/></by></xsl:if>
        <interpreter needed="{$meeting/c:interpreter/@needed}" booked="{$meeting/c:interpreter/@booked}"/>
      </xsl:if>
      <xsl:for-each select="$recipients">
        <call>
          <xsl:call-template name="party-line"/>
          <xsl:if test="c:attention"><attention><xsl:value-of select="normalize-space(c:attention)"/></attention></xsl:if>
          <xsl:if test="not(@protection[. != 'none'])">
            <xsl:for-each select="c:phone"><phone><xsl:value-of select="normalize-space()"/></phone></xsl:for-each>
          </xsl:if>
        </call>
      </xsl:for-each>
    </view>
  </xsl:template>

  <!-- Of a protected case: what kind of party, and the number of a function. Numbers of private
       people, units, places and times are not on paper. A guardian may be the one whom the child is
       protected from: nobody is told to ring one on whom nobody has decided. -->
  <xsl:template name="protected-call-sheet">
    <view>
      <xsl:call-template name="office-attributes"/>
      <xsl:call-template name="neutral-letterhead"/>
      <xsl:for-each select="$recipients">
        <xsl:if test="not(@class = 'guardian') or c:decision/@letter = 'yes'
                      or (not(c:decision) and contains($guardians, concat('|', position(), '|')))">
          <call class="{@class}">
            <xsl:if test="(c:unit or c:principal) and not(@protection[. != 'none'])
                          and not(@class = 'school' or @class = 'preschool')">
              <xsl:for-each select="c:phone"><phone><xsl:value-of select="normalize-space()"/></phone></xsl:for-each>
            </xsl:if>
          </call>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each select="$profile/p:protection/p:note"><note><xsl:value-of select="normalize-space()"/></note></xsl:for-each>
    </view>
  </xsl:template>
</xsl:stylesheet>
