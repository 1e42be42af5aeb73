<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of assess.xsl: the paper of a consent, and of taking it back. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <!-- A consent that is not there yet is what the paper is for; one that is there must hold water. -->
  <xsl:template name="assess-consent-paper">
    <xsl:call-template name="assess-open"/>
    <xsl:call-template name="assess-number"/>
    <xsl:if test="$case/@state = 'withdrawn'">
      <xsl:call-template name="withdrawn"><xsl:with-param name="at" select="($folder | $case[not($folder)])[1]"/></xsl:call-template>
    </xsl:if>
    <xsl:call-template name="assess-told"/>
    <xsl:apply-templates select="$holding" mode="assess"/>
    <xsl:for-each select="$holding[not(c:scope/c:exchange)]">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'consent-covers'"/><xsl:with-param name="at" select="."/>
        <xsl:with-param name="sv" select="'samtycket säger inte vilka som får veta något: ange exchange'"/>
        <xsl:with-param name="en" select="'consent does not say who may be told anything: give exchange'"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:if test="$is-child">
      <xsl:call-template name="missing">
        <xsl:with-param name="check" select="'child-view'"/>
        <xsl:with-param name="at" select="($folder | $case[not($folder)])[1]"/>
        <xsl:with-param name="there" select="$folder/c:child-view"/>
        <xsl:with-param name="sv" select="'barnets egen inställning saknas: ange child-view'"/>
        <xsl:with-param name="en" select="'the child’s own view is missing: give child-view'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Each who says yes was told, orally and in writing, and understood. -->
  <xsl:template name="assess-told">
    <xsl:for-each select="$holding">
      <xsl:variable name="told" select="$case/c:information[@party = current()/@party]"/>
      <xsl:call-template name="missing">
        <xsl:with-param name="check" select="'informed'"/><xsl:with-param name="at" select="."/>
        <xsl:with-param name="there" select="$told[1][$told/@oral and $told/@written]"/>
        <xsl:with-param name="sv" select="'den som samtyckte ska ha fått information både muntligt och skriftligt: ange information'"/>
        <xsl:with-param name="en" select="'who consented is to be informed both orally and in writing: give information'"/>
      </xsl:call-template>
      <xsl:call-template name="missing">
        <xsl:with-param name="check" select="'understood'"/><xsl:with-param name="at" select="."/>
        <xsl:with-param name="there" select="$told/c:understood[normalize-space()]"/>
        <xsl:with-param name="sv" select="'det står inte hur ni försäkrade er om att den som samtyckte förstod: ange understood'"/>
        <xsl:with-param name="en" select="'it is not said how it was made sure that who consented understood: give understood'"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- There is something to take back; what was taken back is told to all whom it concerned. -->
  <xsl:template name="assess-withdrawal">
    <xsl:if test="not($given)">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'consent'"/>
        <xsl:with-param name="at" select="($folder | $case[not($folder)])[1]"/>
        <xsl:with-param name="sv" select="'det finns inget samtycke att ta tillbaka: ange consent'"/>
        <xsl:with-param name="en" select="'there is no consent to take back: give consent'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:for-each select="$consents/c:withdrawn">
      <xsl:variable name="told" select="c:told/@party"/>
      <xsl:if test="translate(@date, '-', '') &lt; translate(../@given, '-', '')">
        <xsl:call-template name="finding">
          <xsl:with-param name="check" select="'time'"/><xsl:with-param name="at" select="."/>
          <xsl:with-param name="sv" select="'samtycket är återkallat före den dag då det gavs: rätta date eller given'"/>
          <xsl:with-param name="en" select="'consent was withdrawn before the day on which it was given: correct date or given'"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="not(@whole = 'no') and ../c:scope/c:exchange[not(@party = $told)]">
        <xsl:call-template name="finding">
          <xsl:with-param name="check" select="'withdrawal-told'"/><xsl:with-param name="at" select="."/>
          <xsl:with-param name="sv" select="'alla som samtycket gällde har inte fått veta att det är återkallat: ange told'"/>
          <xsl:with-param name="en" select="'not everybody whom consent concerned was told that it is withdrawn: give told'"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
