<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: what a copy of the plan may know, by its reader. It is the newest plan.

                                   person, child,   unit with duty,   school, agency,   not
                                   guardian         representative    relative;         covered
                                                    covered           covered
     name of person                     x                x                x           no copy
     personal number                    x             profile
     what matters, how it is, needs,
     words of child and guardians       x                x
     goals                              x                x            those of its own actions
     actions                            x                x            its own
     own actions, not agreed            x                x
     coordinator, next follow-up        x                x                x
     contacts, participants, copies,
     how the person took part, consent  x                x
     KVÅ code                           -             profile

     Where the plan has a list of copies, nobody gets one who is not on it; the person and the
     guardians always do. A party with protected data of its own is named nowhere. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:variable name="the-plan" select="$case/c:plan[last()]"/>
  <xsl:variable name="former-plan" select="$case/c:plan[@version = $the-plan/@replaces][1]
      | $case/c:plan[last() - 1][$the-plan/@kind = 'revised' and not($the-plan/@replaces)]"/>
  <xsl:variable name="plan-meeting" select="$case/c:meeting[@id = $the-plan/@meeting]"/>
  <xsl:variable name="on-list" select="$own or not($the-plan/c:distribution/c:copy)
      or $the-plan/c:distribution/c:copy/@party = $to/@id"/>
  <xsl:variable name="sees-plan" select="$own or ($covered and ($role = 'representative'
      or ($role = 'unit' and $has-duty)))"/>

  <xsl:template name="plan">
    <xsl:if test="$the-plan and $on-list and ($own or $covered)">
      <view>
        <xsl:call-template name="reader-attributes"/>
        <xsl:call-template name="routine"/>
        <!-- A plan bears the date of the plan, not that of the copy. -->
        <xsl:attribute name="date"><xsl:value-of select="$the-plan/@date"/></xsl:attribute>
        <xsl:attribute name="extent"><xsl:value-of select="substring('partfull', 1 + 4 * $sees-plan, 4)"/></xsl:attribute>
        <xsl:call-template name="letterhead"/>
        <person>
          <name><xsl:for-each select="$person/c:name"><xsl:call-template name="full-name"/></xsl:for-each></name>
          <xsl:if test="$person/c:number and ($own or ($role = 'unit' and $sees-plan
                        and $profile/p:printing/@personal-number = 'duty'))">
            <number><xsl:value-of select="normalize-space($person/c:number)"/></number>
          </xsl:if>
        </person>
        <xsl:apply-templates select="$the-plan" mode="view"/>
        <xsl:if test="$own"><xsl:call-template name="feedback"/></xsl:if>
      </view>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:plan" mode="view">
    <plan version="{@version}" date="{@date}" kind="{@kind}">
      <xsl:if test="$former-plan">
        <former version="{$former-plan/@version}" date="{$former-plan/@date}"/>
      </xsl:if>
      <xsl:if test="$role = 'unit' and $sees-plan and $profile/p:printing/@kva = 'yes' and @kva">
        <kva><xsl:value-of select="@kva"/></kva>
      </xsl:if>
      <xsl:if test="$sees-plan">
        <xsl:call-template name="plan-text"><xsl:with-param name="of" select="c:important"/></xsl:call-template>
        <xsl:call-template name="plan-text"><xsl:with-param name="of" select="c:works-well"/></xsl:call-template>
        <xsl:call-template name="plan-text"><xsl:with-param name="of" select="c:works-less-well"/></xsl:call-template>
        <xsl:call-template name="plan-text"><xsl:with-param name="of" select="c:child-words"/></xsl:call-template>
        <xsl:apply-templates select="c:guardian-words" mode="view"/>
        <xsl:for-each select="c:identified-need">
          <need><xsl:call-template name="plan-text"><xsl:with-param name="of" select="c:text"/></xsl:call-template></need>
        </xsl:for-each>
      </xsl:if>
      <xsl:apply-templates select="c:goal[$sees-plan or @id = ../c:action[@party = $to/@id]/@goal]" mode="view"/>
      <xsl:apply-templates select="c:action[$sees-plan or @party = $to/@id]" mode="view"/>
      <xsl:if test="$sees-plan">
        <xsl:apply-templates select="c:own-action" mode="view"/>
        <xsl:apply-templates select="c:not-agreed" mode="view"/>
        <xsl:call-template name="plan-ended"/>
      </xsl:if>
      <xsl:call-template name="official"><xsl:with-param name="of" select="c:coordinator"/><xsl:with-param name="name" select="'coordinator'"/></xsl:call-template>
      <xsl:if test="$sees-plan"><xsl:apply-templates select="c:contact-person" mode="view"/></xsl:if>
      <xsl:apply-templates select="c:next" mode="view"/>
      <xsl:if test="$sees-plan">
        <xsl:call-template name="plan-text"><xsl:with-param name="of" select="c:participation"/></xsl:call-template>
        <xsl:apply-templates select="$plan-meeting/c:attendance" mode="view"/>
        <xsl:call-template name="plan-consents"/>
        <xsl:for-each select="c:distribution/c:copy[@party = $open-parties/@id]">
          <xsl:variable name="party" select="$case/c:parties/c:party[@id = current()/@party]"/>
          <copy>
            <xsl:attribute name="self"><xsl:value-of select="substring('yesno', 1 + 3 * not($party/@class = 'person' or $party/@class = 'child'), 3)"/></xsl:attribute>
            <xsl:for-each select="$party"><xsl:call-template name="party-label"/></xsl:for-each>
          </copy>
        </xsl:for-each>
      </xsl:if>
    </plan>
  </xsl:template>
</xsl:stylesheet>
