<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: the sheet on which the person, or a unit, says what the meeting was like. It is
     anonymous: the view holds neither reference nor date nor any other value of the case, only
     which of the two sheets the reader gets. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    exclude-result-prefixes="c">

  <xsl:template name="evaluation">
    <xsl:if test="$own or $role = 'unit' or $role = 'representative' or $role = 'relative'">
      <view kind="{$kind}" recipient="{$recipient}" class="" role="{$role}" lang="{$view-lang}"
            style="{$view-style}" ref="" date="" protected="no" age-band="{$age-band}">
        <xsl:call-template name="neutral-letterhead"/>
        <xsl:call-template name="feedback"/>
      </view>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
