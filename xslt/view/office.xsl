<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: papers for work and post: reply, needs, mapping, cover, follow-up, closing,
     deviation and its copy, checklist, call-sheet, labels, dispatch, watchlist.

     Office papers are for the caller and have recipient 0: there is one of each, whatever the number
     of recipients. They hold the reference and no name of the person.

     Of a protected case each kind that may be made at all has a template protected-KIND, which is all
     that it may know: call-sheet, checklist, deviation, its copy and dispatch whatever the policy;
     labels, reply, cover and closing on paper; a follow-up on paper is a blank with the reference. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:include href="reply.xsl"/>
  <xsl:include href="needs.xsl"/>
  <xsl:include href="mapping.xsl"/>
  <xsl:include href="cover.xsl"/>
  <xsl:include href="follow-up.xsl"/>
  <xsl:include href="closing.xsl"/>
  <xsl:include href="deviation.xsl"/>
  <xsl:include href="checklist.xsl"/>
  <xsl:include href="call-sheet.xsl"/>
  <xsl:include href="labels.xsl"/>
  <xsl:include href="dispatch.xsl"/>
  <xsl:include href="watchlist.xsl"/>

  <xsl:variable name="is-work-kind" select="contains(
      '|reply|needs|mapping|cover|follow-up|closing|deviation|deviation-copy|checklist|call-sheet|labels|dispatch|watchlist|intake|',
      concat('|', $kind, '|'))"/>

  <xsl:template name="work-document">
    <xsl:choose>
      <xsl:when test="$kind = 'watchlist'">
        <xsl:if test="number($recipient) = 0"><xsl:call-template name="watchlist"/></xsl:if>
      </xsl:when>
      <xsl:when test="not($profile)"/>
      <xsl:when test="not($case)"><xsl:call-template name="work-blank"/></xsl:when>
      <xsl:when test="number($recipient) = 0"><xsl:call-template name="office"/></xsl:when>
      <xsl:when test="not($to) or not(string($role))"/>
      <xsl:when test="$protected or $to/@protection[. != 'none']">
        <xsl:if test="$on-paper and $guardian-may">
          <xsl:choose>
            <xsl:when test="$kind = 'reply'"><xsl:call-template name="protected-reply"/></xsl:when>
            <xsl:when test="$kind = 'cover'"><xsl:call-template name="protected-cover"/></xsl:when>
            <xsl:when test="$kind = 'closing'"><xsl:call-template name="protected-closing"/></xsl:when>
            <xsl:when test="$kind = 'follow-up' and $own">
              <xsl:call-template name="work-blank"><xsl:with-param name="ref" select="$case/@ref"/></xsl:call-template>
            </xsl:when>
          </xsl:choose>
        </xsl:if>
      </xsl:when>
      <xsl:when test="$kind = 'reply'"><xsl:call-template name="reply-slip"/></xsl:when>
      <xsl:when test="$kind = 'needs'"><xsl:call-template name="needs-answer"/></xsl:when>
      <xsl:when test="$kind = 'mapping'"><xsl:call-template name="mapping"/></xsl:when>
      <xsl:when test="$kind = 'cover'"><xsl:call-template name="cover"/></xsl:when>
      <xsl:when test="$kind = 'follow-up'"><xsl:call-template name="follow-up"/></xsl:when>
      <xsl:when test="$kind = 'closing'"><xsl:call-template name="closing"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- A blank: what the region's profile says, and rows to write on. -->
  <xsl:template name="work-blank">
    <xsl:param name="ref" select="''"/>
    <xsl:if test="$kind != 'labels' and $kind != 'cover' and $kind != 'closing' and $kind != 'dispatch'">
      <view kind="{$kind}" blank="yes" recipient="{$recipient}" class="" lang="{$view-lang}" style="{$view-style}"
            ref="{$ref}" date="" protected="no" duty="yes" result="no">
        <xsl:attribute name="role">
          <xsl:choose>
            <xsl:when test="$kind = 'reply' or $kind = 'mapping'">unit</xsl:when>
            <xsl:when test="$kind = 'follow-up'">person</xsl:when>
            <xsl:otherwise>office</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
        <xsl:call-template name="neutral-letterhead"/>
        <xsl:call-template name="support-line"/>
        <xsl:if test="$kind = 'checklist'">
          <xsl:call-template name="checklist-title"/>
          <xsl:call-template name="checklist-rows"><xsl:with-param name="from-case" select="false()"/></xsl:call-template>
        </xsl:if>
        <xsl:if test="$kind = 'needs'">
          <need tool="{substring('yesno', 1 + 3 * ($profile/p:checks/p:five-questions/@severity = 'off'),
                                 2 + not($profile/p:checks/p:five-questions/@severity = 'off'))}"/>
        </xsl:if>
        <xsl:if test="$kind = 'deviation'"><xsl:call-template name="deviation-route"/></xsl:if>
        <xsl:if test="$kind = 'intake'"><xsl:call-template name="intake-form"/></xsl:if>
        <blank/><blank/><blank/><blank/><blank/><blank/><blank/><blank/>
      </view>
    </xsl:if>
  </xsl:template>

  <xsl:template name="office">
    <xsl:choose>
      <xsl:when test="$protected">
        <xsl:choose>
          <xsl:when test="$kind = 'call-sheet'"><xsl:call-template name="protected-call-sheet"/></xsl:when>
          <xsl:when test="$kind = 'checklist'"><xsl:call-template name="protected-checklist"/></xsl:when>
          <xsl:when test="$kind = 'deviation'"><xsl:call-template name="protected-deviation"/></xsl:when>
          <xsl:when test="$kind = 'deviation-copy'"><xsl:call-template name="deviation-copy"/></xsl:when>
          <xsl:when test="$kind = 'dispatch'"><xsl:call-template name="protected-dispatch"/></xsl:when>
          <xsl:when test="$kind = 'labels' and $on-paper"><xsl:call-template name="protected-labels"/></xsl:when>
        </xsl:choose>
      </xsl:when>
      <xsl:when test="$kind = 'needs'"><xsl:call-template name="needs"/></xsl:when>
      <xsl:when test="$kind = 'mapping'"><xsl:call-template name="mapping-summary"/></xsl:when>
      <xsl:when test="$kind = 'deviation'"><xsl:call-template name="deviation"/></xsl:when>
      <xsl:when test="$kind = 'deviation-copy'"><xsl:call-template name="deviation-copy"/></xsl:when>
      <xsl:when test="$kind = 'checklist'"><xsl:call-template name="checklist"/></xsl:when>
      <xsl:when test="$kind = 'call-sheet'"><xsl:call-template name="call-sheet"/></xsl:when>
      <xsl:when test="$kind = 'labels'"><xsl:call-template name="labels"/></xsl:when>
      <xsl:when test="$kind = 'dispatch'"><xsl:call-template name="dispatch"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The attributes of the view of an office paper; the context is the new element. -->
  <xsl:template name="office-attributes">
    <xsl:attribute name="kind"><xsl:value-of select="$kind"/></xsl:attribute>
    <xsl:attribute name="recipient">0</xsl:attribute>
    <xsl:attribute name="class"/>
    <xsl:attribute name="role">office</xsl:attribute>
    <xsl:attribute name="lang">sv</xsl:attribute>
    <xsl:attribute name="style"><xsl:value-of select="$view-style"/></xsl:attribute>
    <xsl:attribute name="ref"><xsl:value-of select="$case/@ref"/></xsl:attribute>
    <xsl:attribute name="version"><xsl:value-of select="$paper-version"/></xsl:attribute>
    <xsl:attribute name="date"><xsl:value-of select="$date"/></xsl:attribute>
    <xsl:attribute name="protected"><xsl:value-of select="substring('yesno', 1 + 3 * not($protected), 2 + $protected)"/></xsl:attribute>
  </xsl:template>

  <!-- The attributes of the view of one recipient's document; the context is the new element. -->
  <xsl:template name="recipient-attributes">
    <xsl:attribute name="kind"><xsl:value-of select="$kind"/></xsl:attribute>
    <xsl:attribute name="recipient"><xsl:value-of select="$recipient"/></xsl:attribute>
    <xsl:attribute name="class"><xsl:value-of select="$class"/></xsl:attribute>
    <xsl:attribute name="role"><xsl:value-of select="$role"/></xsl:attribute>
    <xsl:attribute name="lang"><xsl:value-of select="$view-lang"/></xsl:attribute>
    <xsl:attribute name="style"><xsl:value-of select="$view-style"/></xsl:attribute>
    <xsl:attribute name="ref"><xsl:value-of select="$case/@ref"/></xsl:attribute>
    <xsl:attribute name="version"><xsl:value-of select="$paper-version"/></xsl:attribute>
    <xsl:attribute name="date"><xsl:value-of select="$date"/></xsl:attribute>
    <xsl:attribute name="protected">no</xsl:attribute>
    <xsl:attribute name="duty"><xsl:value-of select="substring('yesno', 1 + 3 * not($has-duty), 2 + $has-duty)"/></xsl:attribute>
    <xsl:attribute name="age-band"><xsl:value-of select="$age-band"/></xsl:attribute>
  </xsl:template>

  <!-- Who answers questions on the routine, for staff. -->
  <xsl:template name="support-line">
    <xsl:for-each select="$profile/p:routine/p:support"><support><xsl:value-of select="normalize-space()"/></support></xsl:for-each>
  </xsl:template>

  <!-- The newest version of the plan. -->
  <xsl:variable name="latest-plan" select="$case/c:plan[last()]"/>

  <!-- Unit, or the class of somebody private: what a list for the office says of a party. -->
  <xsl:template name="party-line">
    <xsl:attribute name="class"><xsl:value-of select="@class"/></xsl:attribute>
    <xsl:if test="c:unit or c:principal">
      <unit>
        <xsl:value-of select="normalize-space(c:unit)"/>
        <xsl:if test="c:unit and c:principal[not(. = ../c:unit)]">, </xsl:if>
        <xsl:if test="not(c:unit = c:principal)"><xsl:value-of select="normalize-space(c:principal)"/></xsl:if>
      </unit>
    </xsl:if>
    <xsl:if test="not(c:unit or c:principal) and c:relation[normalize-space()]">
      <relation><xsl:value-of select="normalize-space(c:relation)"/></relation>
    </xsl:if>
  </xsl:template>

  <!-- Name, title, unit, telephone of somebody at work, under a name of the view. -->
  <xsl:template name="official">
    <xsl:param name="of"/>
    <xsl:param name="name"/>
    <xsl:for-each select="$of[1]">
      <xsl:element name="{$name}">
        <xsl:if test="c:name"><name><xsl:for-each select="c:name"><xsl:call-template name="full-name"/></xsl:for-each></name></xsl:if>
        <xsl:if test="c:title"><title><xsl:value-of select="normalize-space(c:title)"/></title></xsl:if>
        <xsl:if test="c:unit"><unit><xsl:value-of select="normalize-space(c:unit)"/></unit></xsl:if>
        <xsl:if test="c:principal"><principal><xsl:value-of select="normalize-space(c:principal)"/></principal></xsl:if>
        <xsl:if test="c:phone"><phone><xsl:value-of select="normalize-space(c:phone)"/></phone></xsl:if>
        <xsl:if test="c:hours"><hours><xsl:value-of select="normalize-space(c:hours)"/></hours></xsl:if>
      </xsl:element>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
