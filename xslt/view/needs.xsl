<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: the sheet on which staff find out whether a SIP is needed, and the answer to
     somebody whose request was turned down. No class of risk is stored or shown. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:template name="needs">
    <view>
      <xsl:call-template name="office-attributes"/>
      <xsl:call-template name="letterhead"/>
      <xsl:call-template name="support-line"/>
      <xsl:for-each select="$case/c:need">
        <need noticed="{@noticed}" asked-by="{c:asked-by/@who}" asked-on="{c:asked-by/@date}"
              five-questions="{c:five-questions/@used}" five-questions-on="{c:five-questions/@date}"
              tool="{substring('yesno', 1 + 3 * ($profile/p:checks/p:five-questions/@severity = 'off'),
                               2 + not($profile/p:checks/p:five-questions/@severity = 'off'))}">
          <xsl:if test="c:noticed-by"><noticed-by><xsl:value-of select="normalize-space(c:noticed-by)"/></noticed-by></xsl:if>
          <xsl:for-each select="c:reason"><reason code="{@code}"/></xsl:for-each>
          <xsl:if test="c:first-contact"><first-contact date="{c:first-contact/@date}"/></xsl:if>
          <xsl:call-template name="text">
            <xsl:with-param name="of" select="c:new-need"/><xsl:with-param name="name" select="'new-need'"/>
          </xsl:call-template>
          <xsl:if test="c:refused"><refused date="{c:refused/@date}"/></xsl:if>
        </need>
      </xsl:for-each>
    </view>
  </xsl:template>

  <!-- To the person, and to the guardians of a child. -->
  <xsl:template name="needs-answer">
    <xsl:if test="$own and $case/c:need/c:refused">
      <view>
        <xsl:call-template name="recipient-attributes"/>
        <xsl:call-template name="letterhead"/>
        <xsl:call-template name="address"/>
        <xsl:call-template name="caller"/>
        <xsl:call-template name="person"/>
        <refused date="{$case/c:need/c:refused/@date}" asked-on="{$case/c:need/c:asked-by/@date}">
          <xsl:call-template name="text">
            <xsl:with-param name="of" select="$case/c:need/c:refused/c:why"/><xsl:with-param name="name" select="'why'"/>
          </xsl:call-template>
        </refused>
      </view>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
