<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: all that any document on a protected person may know. The telephone number is
     the only value of the case besides the reference and the last day to answer. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    exclude-result-prefixes="c">

  <xsl:template name="protected">
    <view kind="{$kind}" recipient="{$recipient}" class="" role="{$role}" lang="{$view-lang}" style="{$view-style}"
          ref="{$case/@ref}" date="{$date}" protected="yes"
          duty="{substring('yesno', 1 + 3 * not($has-duty), 2 + $has-duty)}">
      <xsl:call-template name="neutral-letterhead"/>
      <caller><phone><xsl:value-of select="normalize-space($caller/c:phone)"/></phone></caller>
      <xsl:if test="$meeting/c:reply-by">
        <reply><by><xsl:value-of select="normalize-space($meeting/c:reply-by)"/></by></reply>
      </xsl:if>
    </view>
  </xsl:template>
</xsl:stylesheet>
