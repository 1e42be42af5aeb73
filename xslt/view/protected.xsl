<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: all that a letter on a protected person may know: the reference, the last day to
     answer, and whom to ring. The number is the region's: one of the caller's own would tell the
     place or the unit. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    exclude-result-prefixes="c p">

  <!-- A guardian can be the one whom the child is protected from: letters need a decision on just
       that guardian, in the case or by the operator; a no in the case cannot be overruled. -->
  <xsl:variable name="guardian-may" select="$role != 'guardian' or $to/c:decision/@letter = 'yes'
      or (not($to/c:decision) and contains($guardians, concat('|', $recipient, '|')))"/>

  <xsl:template name="neutral-phone">
    <xsl:for-each select="$profile/p:protection/p:phone">
      <phone><xsl:value-of select="normalize-space()"/></phone>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="protected">
    <view kind="{$kind}" recipient="{$recipient}" class="" role="{$role}" lang="{$view-lang}" style="{$view-style}"
          ref="{$case/@ref}" date="{$date}" protected="yes"
          duty="{substring('yesno', 1 + 3 * not($has-duty), 2 + $has-duty)}">
      <xsl:call-template name="neutral-letterhead"/>
      <caller><xsl:call-template name="neutral-phone"/></caller>
      <xsl:if test="$meeting/c:reply-by">
        <reply><by><xsl:value-of select="normalize-space($meeting/c:reply-by)"/></by></reply>
      </xsl:if>
    </view>
  </xsl:template>
</xsl:stylesheet>
