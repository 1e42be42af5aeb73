<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of assess.xsl: the papers for work and post, and what several of them have in common. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:include href="cover.xsl"/>
  <xsl:include href="follow-up.xsl"/>
  <xsl:include href="closing.xsl"/>
  <xsl:include href="deviation.xsl"/>
  <xsl:include href="office.xsl"/>

  <!-- Kinds that hold nothing but the reference, and no more for a protected person than for another:
       they may be made whatever the policy. A call sheet waits for the decision to telephone. -->
  <xsl:variable name="is-reference-only" select="$kind = 'checklist' or $kind = 'dispatch' or $kind = 'deviation'
      or $kind = 'deviation-copy' or ($kind = 'call-sheet' and string($policy))"/>

  <xsl:variable name="plan-in-force" select="$case/c:plan[last()]"/>
  <xsl:variable name="last-follow-up" select="$case/c:follow-up[last()]"/>

  <xsl:template name="assess-work">
    <xsl:choose>
      <xsl:when test="$kind = 'reply'"><xsl:call-template name="assess-reply-slip"/></xsl:when>
      <xsl:when test="$kind = 'needs'"><xsl:call-template name="assess-needs"/></xsl:when>
      <xsl:when test="$kind = 'mapping'"><xsl:call-template name="assess-mapping"/></xsl:when>
      <xsl:when test="$kind = 'cover'"><xsl:call-template name="assess-cover"/></xsl:when>
      <xsl:when test="$kind = 'follow-up'"><xsl:call-template name="assess-follow-up"/></xsl:when>
      <xsl:when test="$kind = 'closing'"><xsl:call-template name="assess-closing"/></xsl:when>
      <xsl:when test="$kind = 'deviation' or $kind = 'deviation-copy'"><xsl:call-template name="assess-deviation"/></xsl:when>
      <xsl:when test="$kind = 'checklist'"><xsl:call-template name="assess-checklist"/></xsl:when>
      <xsl:when test="$kind = 'call-sheet'"><xsl:call-template name="assess-call-sheet"/></xsl:when>
      <xsl:when test="$kind = 'labels'"><xsl:call-template name="assess-labels"/></xsl:when>
      <xsl:when test="$kind = 'dispatch'"><xsl:call-template name="assess-dispatch"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Nothing new is made of a case that has ended. -->
  <xsl:template name="assess-open">
    <xsl:if test="$case/@state = 'closed' or $case/c:closing">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'state'"/><xsl:with-param name="at" select="($case/c:closing | $case[not(c:closing)])[1]"/>
        <xsl:with-param name="sv" select="'ärendet är avslutat: bara avslut, avvikelse, utvärdering och information görs'"/>
        <xsl:with-param name="en" select="'the case is closed: only closing, deviation, evaluation and information are made'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A paper may bear an earlier day than the one on which it is made: a consent that was taken back
       after that day, and not given again, refuses it all the same. -->
  <xsl:template name="assess-consent-now">
    <xsl:call-template name="assess-consent"/>
    <xsl:for-each select="$consents[c:withdrawn[not(@whole = 'no')][translate(@date, '-', '') &gt; $day]]
                          [not(@party = following-sibling::c:consent[not(c:withdrawn[not(@whole = 'no')])]/@party)]">
      <xsl:call-template name="withdrawn"><xsl:with-param name="at" select="."/></xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- There is a plan. -->
  <xsl:template name="assess-has-plan">
    <xsl:if test="not($plan-in-force)">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'state'"/><xsl:with-param name="at" select="$case"/>
        <xsl:with-param name="sv" select="'det finns ingen plan: ange plan'"/>
        <xsl:with-param name="en" select="'there is no plan: give plan'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- There is a meeting to come. -->
  <xsl:template name="assess-has-meeting">
    <xsl:if test="not($meeting)">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'time'"/><xsl:with-param name="at" select="$case"/>
        <xsl:with-param name="sv" select="'inget planerat möte: ange meeting med status planned'"/>
        <xsl:with-param name="en" select="'no planned meeting: give a meeting whose status is planned'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
