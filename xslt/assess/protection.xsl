<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of assess.xsl: protected persons. Only a policy or a decision that says paper lets a
     document be made; everything else refuses. The texts are the same for every protected case. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:template name="assess-protection">
    <xsl:variable name="row" select="$profile/p:protection"/>
    <xsl:choose>
      <xsl:when test="not($protected) or $on-paper"/>
      <xsl:when test="$policy = 'phone'">
        <finding severity="error" rule="{$row/@rule}" line="{d:line($case)}"
                 sv="inget dokument görs enligt regionens rutin för skyddade personuppgifter: ring dem som berörs"
                 en="no document is made by the region's routine for protected personal data: telephone those concerned"/>
      </xsl:when>
      <xsl:otherwise>
        <finding severity="error" rule="{$row/@rule}{substring('DU-PROTECTION', 1 + 13 * boolean($row/@rule))}" line="{d:line($case)}"
                 sv="skyddade personuppgifter: någon måste först besluta om papper eller telefon"
                 en="protected personal data: somebody must first decide on paper or telephone"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$protected and $on-paper and not($row/p:phone)">
      <finding severity="error" rule="{$row/@rule}" line="{d:line($case)}"
               sv="regionprofilen har inget funktionsnummer för skyddade personer: ange protection/phone"
               en="the region profile has no function number for protected persons: give protection/phone"/>
    </xsl:if>
    <xsl:if test="$protected and $on-paper and $person/c:number/@kind = 'reserve'">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'reserve-number'"/>
        <xsl:with-param name="at" select="$person"/>
        <xsl:with-param name="sv" select="'brev kan inte förmedlas till den som bara har ett reservnummer'"/>
        <xsl:with-param name="en" select="'letters cannot be forwarded to somebody who has only a reserve number'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$protected and $on-paper">
      <xsl:for-each select="$recipients">
        <xsl:if test="@channel = 'it-system'">
          <finding severity="error" rule="{$row/@rule}" line="{d:line(.)}" recipient="{position()}"
                   sv="skyddade personuppgifter får inte gå elektroniskt: ändra channel"
                   en="protected personal data may not go electronically: change channel"/>
        </xsl:if>
      </xsl:for-each>
    </xsl:if>
    <xsl:variable name="needed" select="$checks/p:notice/@days + $row/@extra-days"/>
    <xsl:if test="$protected and $on-paper and ($kind = 'invitation' or $kind = 'labels') and d:days-between(string($date), string($meeting-date)) &lt; $needed">
      <finding severity="warning" rule="{$row/@rule}" line="{d:line($case)}"
               sv="förmedlad post tar längre tid: räkna med {$needed} dagar"
               en="forwarded mail takes longer: allow {$needed} days"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
