<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: the follow-up of the plan. Where a follow-up is recorded for the plan it tells
     what was found; otherwise it is the form for the meeting to come, with goals and actions of the
     plan and room to write. It is for those who get the plan. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:variable name="held" select="$case/c:follow-up[last()]"/>
  <!-- A follow-up that is older than the plan in force, by more than the plan's own day, is done with. -->
  <xsl:variable name="found" select="$held[not($meeting/@kind = 'follow-up'
      and translate($held/@date, '-', '') &lt; translate($meeting-date, '-', ''))]"/>
  <!-- The plan that was followed up: the one that was in force before that day. -->
  <xsl:variable name="followed" select="$case/c:plan[not($found)][last()]
      | $case/c:plan[$found][translate(@date, '-', '') &lt; translate($found/@date, '-', '')][last()]"/>

  <xsl:template name="follow-up">
    <xsl:if test="$followed and $gets-plan and $role != 'relative'">
      <view result="{substring('yesno', 1 + 3 * not($found), 2 + boolean($found))}">
        <xsl:call-template name="recipient-attributes"/>
        <xsl:call-template name="letterhead"/>
        <xsl:call-template name="person"/>
        <plan version="{$followed/@version}" date="{$followed/@date}">
          <xsl:for-each select="$followed">
            <xsl:apply-templates select="c:goal" mode="followed"/>
            <xsl:apply-templates select="c:action" mode="followed"/>
            <xsl:apply-templates select="c:own-action" mode="followed"/>
            <xsl:call-template name="official">
              <xsl:with-param name="of" select="c:coordinator"/><xsl:with-param name="name" select="'coordinator'"/>
            </xsl:call-template>
          </xsl:for-each>
        </plan>
        <xsl:if test="not($found) and $meeting"><meeting><start><xsl:value-of select="normalize-space($meeting/c:start)"/></start></meeting></xsl:if>
        <xsl:if test="not($found)">
          <xsl:for-each select="$case/c:parties/c:party[@class = $profile/p:duty/p:class][@id = $followed/c:action/@party]">
            <account><party><xsl:call-template name="party-line"/></party></account>
          </xsl:for-each>
        </xsl:if>
        <xsl:for-each select="$found">
          <xsl:apply-templates select="c:account" mode="followed"/>
          <found date="{@date}" decision="{@decision}" next="{@next}" reassessed="{c:reassessed/@date}" with-person="{c:reassessed/@with-person}">
            <xsl:for-each select="c:answer">
              <answer question="{@question}">
                <xsl:call-template name="text"><xsl:with-param name="of" select="c:text"/><xsl:with-param name="name" select="'text'"/></xsl:call-template>
              </answer>
            </xsl:for-each>
            <xsl:apply-templates select="$case/c:meeting[@id = current()/@meeting]/c:attendance[not(@presence = 'absent')]" mode="followed"/>
          </found>
        </xsl:for-each>
      </view>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:goal | c:sub-goal | c:action | c:own-action" mode="followed">
    <xsl:variable name="result" select="$found/c:goal-result[@of = current()/@id] | $found/c:action-result[@of = current()/@id]"/>
    <xsl:element name="{local-name()}">
      <xsl:attribute name="status"><xsl:value-of select="$result/@status"/></xsl:attribute>
      <xsl:call-template name="text"><xsl:with-param name="of" select="c:text | c:what"/><xsl:with-param name="name" select="'words'"/></xsl:call-template>
      <xsl:call-template name="text"><xsl:with-param name="of" select="$result/c:text"/><xsl:with-param name="name" select="'result'"/></xsl:call-template>
      <xsl:if test="self::c:action or self::c:own-action">
        <xsl:call-template name="who-acts"/>
      </xsl:if>
      <xsl:apply-templates select="c:sub-goal" mode="followed"/>
    </xsl:element>
  </xsl:template>

  <!-- The unit that acts; of the person and the family what they are, and no name. -->
  <xsl:template name="who-acts">
    <xsl:for-each select="$case/c:parties/c:party[@id = current()/@party][not(@protection[. != 'none'])]">
      <who class="{@class}">
        <xsl:choose>
          <xsl:when test="c:unit"><xsl:value-of select="normalize-space(c:unit)"/></xsl:when>
          <xsl:when test="c:principal"><xsl:value-of select="normalize-space(c:principal)"/></xsl:when>
          <xsl:otherwise><xsl:call-template name="relation"/></xsl:otherwise>
        </xsl:choose>
      </who>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="c:account" mode="followed">
    <account>
      <xsl:for-each select="$case/c:parties/c:party[@id = current()/@party]"><party><xsl:call-template name="party-line"/></party></xsl:for-each>
      <xsl:call-template name="text"><xsl:with-param name="of" select="c:text"/><xsl:with-param name="name" select="'text'"/></xsl:call-template>
    </account>
  </xsl:template>

  <xsl:template match="c:attendance" mode="followed">
    <xsl:variable name="name" select="c:name"/>
    <xsl:for-each select="$case/c:parties/c:party[@id = current()/@party][not(@protection[. != 'none'])]
                          [not(@class = 'person' or @class = 'child')]">
      <present>
        <xsl:for-each select="($name | c:name[not($name)])[1]"><xsl:call-template name="full-name"/></xsl:for-each>
        <xsl:if test="c:unit">
          <xsl:if test="$name or c:name">, </xsl:if>
          <xsl:value-of select="normalize-space(c:unit)"/>
        </xsl:if>
        <xsl:if test="not(c:unit)">
          <xsl:call-template name="relation"><xsl:with-param name="before" select="substring(', ', 1, 2 * boolean($name or c:name))"/></xsl:call-template>
        </xsl:if>
      </present>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
