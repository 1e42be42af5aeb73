<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: the end of a SIP. The person, and those who decide for a child, read why;
     everybody else reads that it has ended, and not why. After a death there is no letter to the
     person. A notice goes to those on the list of who is told; without a list to those whom a
     consent has ever named. The name of the person stands in it only while consent covers. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:variable name="told" select="$case/c:closing/c:told"/>
  <xsl:variable name="ever-named" select="$consents/c:scope/c:exchange/@party = $to/@id"/>
  <xsl:variable name="is-told" select="$told/@party = $to/@id or (not($told) and $ever-named)"/>

  <xsl:template name="closing">
    <xsl:for-each select="$case/c:closing">
      <xsl:if test="($own and not(@reason = 'deceased')) or (not($own) and $is-told)">
        <view>
          <xsl:call-template name="recipient-attributes"/>
          <xsl:call-template name="letterhead"/>
          <xsl:call-template name="address"/>
          <xsl:call-template name="diary"/>
          <xsl:call-template name="caller"/>
          <xsl:call-template name="person"/>
          <closing date="{@date}">
            <xsl:if test="$own">
              <xsl:attribute name="reason"><xsl:value-of select="@reason"/></xsl:attribute>
              <xsl:attribute name="with-person"><xsl:value-of select="@with-person"/></xsl:attribute>
              <xsl:call-template name="text"><xsl:with-param name="of" select="c:why"/><xsl:with-param name="name" select="'why'"/></xsl:call-template>
            </xsl:if>
            <xsl:call-template name="official"><xsl:with-param name="of" select="c:by"/><xsl:with-param name="name" select="'by'"/></xsl:call-template>
          </closing>
          <xsl:if test="$own"><xsl:call-template name="feedback"/></xsl:if>
        </view>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- On paper of a protected case: that something has ended, and a number to call. -->
  <xsl:template name="protected-closing">
    <xsl:for-each select="$case/c:closing[not($own and @reason = 'deceased')]">
      <xsl:if test="$own or $is-told">
        <view>
          <xsl:call-template name="recipient-attributes"/>
          <xsl:attribute name="protected">yes</xsl:attribute>
          <xsl:attribute name="class"/>
          <xsl:call-template name="neutral-letterhead"/>
          <caller><xsl:call-template name="neutral-phone"/></caller>
          <closing date="{@date}"/>
        </view>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
