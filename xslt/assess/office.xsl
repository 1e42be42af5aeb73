<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of assess.xsl: sheets for the office, the slip and the mapping. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:template name="assess-reply-slip">
    <xsl:call-template name="assess-open"/>
    <xsl:call-template name="assess-has-meeting"/>
    <xsl:if test="$meeting">
      <xsl:call-template name="assess-consent-now"/>
      <xsl:call-template name="assess-reply"/>
      <xsl:if test="not($caller/c:address)">
        <finding severity="warning" rule="DU-REPLY-ADDRESS" line="{d:line($caller)}"
                 sv="adress för svar saknas, så svaret måste lämnas på telefon: ange address"
                 en="there is no address for answers, so that they must be given by telephone: give address"/>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:template name="assess-needs">
    <xsl:if test="not($case/c:need/c:five-questions[@used = 'yes'])">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'five-questions'"/><xsl:with-param name="at" select="$case/c:need"/>
        <xsl:with-param name="sv" select="'verktyget 5 frågor ska ha använts: ange five-questions'"/>
        <xsl:with-param name="en" select="'the tool 5 frågor is to be used: give five-questions'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$case/c:need/c:refused">
      <finding severity="warning" rule="DU-REFUSED" line="{d:line($case/c:need/c:refused)}"
               sv="en begäran om SIP nekas bara i undantagsfall: pröva skälet en gång till"
               en="a request for a SIP is turned down only exceptionally: weigh the reason once more"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="assess-mapping">
    <xsl:call-template name="assess-open"/>
    <xsl:call-template name="assess-consent-now"/>
    <xsl:for-each select="$case/c:parties/c:party[@class = $profile/p:duty/p:class][not(@id = $case/c:mapping/@party)]">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'mapping'"/><xsl:with-param name="at" select="."/>
        <xsl:with-param name="sv" select="'verksamhetens kartläggning saknas: ange mapping'"/>
        <xsl:with-param name="en" select="'the mapping of the unit is missing: give mapping'"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="assess-checklist">
    <xsl:for-each select="$case/c:checklist/c:done[not(@item = $profile/p:checklist/p:row/@id)]">
      <finding severity="warning" rule="DU-CHECKLIST-ROW" line="{d:line(.)}"
               sv="raden finns inte i regionens checklista (done, item)"
               en="there is no such row in the region’s checklist (done, item)"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="assess-call-sheet">
    <xsl:call-template name="assess-open"/>
    <xsl:call-template name="assess-has-meeting"/>
    <xsl:if test="not($protected)">
      <xsl:call-template name="assess-consent-now"/>
      <xsl:for-each select="$recipients[c:unit or c:principal][not(c:phone)]">
        <finding severity="warning" rule="DU-CALL-NUMBER" line="{d:line(.)}"
                 sv="telefonnummer till verksamheten saknas: ange phone"
                 en="the telephone number of the unit is missing: give phone"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- Of a closed case, too: closing, notices and evaluation go by post. -->
  <xsl:template name="assess-labels">
    <xsl:choose>
      <xsl:when test="$protected">
        <xsl:if test="not($person/c:number[@kind != 'reserve'])">
          <finding severity="error" rule="DU-LABEL-NUMBER" line="{d:line($case)}"
                   sv="inre kuvertet kräver personnummer eller samordningsnummer: ett reservnummer räcker inte"
                   en="the inner envelope needs a personal or coordination number: a reserve number will not do"/>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="$recipients[not(@channel) or @channel = 'letter'][not(c:address)]
                              [not((@class = 'person' or @class = 'child') and $person/c:address)]">
          <finding severity="warning" rule="DU-LABEL-ADDRESS" line="{d:line(.)}"
                   sv="mottagaren får brev men har ingen adress: ange address"
                   en="the recipient gets letters but has no address: give address"/>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="assess-dispatch">
    <xsl:for-each select="$case/c:dispatch[@channel = 'it-system'][$profile/p:channel/@kind = 'manual' or $protected]">
      <finding severity="warning" rule="{$profile/p:channel/@rule}" line="{d:line(.)}"
               sv="utskicket gick i ett IT-stöd, men rutinen är papper (dispatch, channel)"
               en="the document went through an IT system, but the routine is paper (dispatch, channel)"/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
