<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of assess.xsl: the end of a SIP, and the notice to the others. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:template name="assess-closing">
    <xsl:if test="not($case/c:closing)">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'closing-reason'"/><xsl:with-param name="at" select="$case"/>
        <xsl:with-param name="sv" select="'avslut saknas: ange closing med reason'"/>
        <xsl:with-param name="en" select="'the closing is missing: give closing with a reason'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:for-each select="$case/c:closing">
      <xsl:if test="@with-person = 'no' and not(@reason = 'deceased' or @reason = 'lapsed')">
        <finding severity="warning" rule="{$checks/p:closing-reason/@rule}" line="{d:line(.)}"
                 sv="SIP avslutas i samråd med personen (with-person)"
                 en="a SIP is closed together with the person (with-person)"/>
      </xsl:if>
      <xsl:if test="@reason = 'consent-withdrawn' and not($consents/c:withdrawn)">
        <finding severity="warning" rule="DU-CLOSING-CONSENT" line="{d:line(.)}"
                 sv="skälet är återkallat samtycke, men inget samtycke är återkallat: ange withdrawn"
                 en="the reason is a consent taken back, but none is: give withdrawn"/>
      </xsl:if>
      <xsl:variable name="told" select="c:told/@party"/>
      <xsl:for-each select="$case/c:parties/c:party[@id = $consents/c:scope/c:exchange/@party][not(@id = $told)][not(@id = $caller/@party)]">
        <finding severity="warning" rule="DU-CLOSING-TOLD" line="{d:line(.)}"
                 sv="en part som samtycket har omfattat står inte bland dem som får veta att SIP är avslutad: ange told"
                 en="a party that consent has named is not among those who are told that the SIP has ended: give told"/>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
