<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: the parts of a plan, element by element (who sees which: plan.xsl). -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <!-- Free text under its own name; whose words they are is kept. -->
  <xsl:template name="plan-text">
    <xsl:param name="of"/>
    <xsl:for-each select="$of[normalize-space()]">
      <xsl:variable name="own-words" select="@own-words = 'yes'"/>
      <xsl:element name="{local-name()}">
        <xsl:attribute name="lang"><xsl:call-template name="text-lang"/></xsl:attribute>
        <xsl:for-each select="c:p[normalize-space()] | self::*[not(c:p)]">
          <p>
            <xsl:if test="self::c:p/@xml:lang"><xsl:attribute name="lang"><xsl:value-of select="@xml:lang"/></xsl:attribute></xsl:if>
            <!-- The person's, the child's or a guardian's own words stand in quotation marks. -->
            <xsl:if test="$own-words and position() = 1">”</xsl:if>
            <xsl:value-of select="normalize-space()"/>
            <xsl:if test="$own-words and position() = last()">”</xsl:if>
          </p>
        </xsl:for-each>
      </xsl:element>
    </xsl:for-each>
  </xsl:template>

  <!-- 'yes' on what the plan before this one did not have, or had in other words. -->
  <xsl:template name="new">
    <xsl:variable name="id" select="@id"/>
    <xsl:if test="$former-plan and not($former-plan/c:goal[@id = $id] | $former-plan/c:action[@id = $id]
                                       | $former-plan/c:own-action[@id = $id])">
      <xsl:attribute name="new">yes</xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:guardian-words" mode="view">
    <guardian>
      <xsl:for-each select="$open-parties[@id = current()/@party]"><who><xsl:call-template name="party-label"/></who></xsl:for-each>
      <xsl:call-template name="plan-text"><xsl:with-param name="of" select="c:text"/></xsl:call-template>
    </guardian>
  </xsl:template>

  <xsl:template match="c:goal" mode="view">
    <goal status="{@status}">
      <xsl:call-template name="new"/>
      <xsl:call-template name="plan-text"><xsl:with-param name="of" select="c:text"/></xsl:call-template>
      <xsl:for-each select="c:sub-goal">
        <step status="{@status}" by="{@by}">
          <xsl:call-template name="plan-text"><xsl:with-param name="of" select="c:text"/></xsl:call-template>
        </step>
      </xsl:for-each>
      <xsl:call-template name="plan-text"><xsl:with-param name="of" select="c:met-when"/></xsl:call-template>
    </goal>
  </xsl:template>

  <!-- Whose action it is: region, municipality, or somebody else. -->
  <xsl:template match="c:action" mode="view">
    <xsl:variable name="by" select="$open-parties[@id = current()/@party]"/>
    <xsl:variable name="principal"><xsl:for-each select="$by"><xsl:call-template name="principal-kind"/></xsl:for-each></xsl:variable>
    <action principal="{$principal}" status="{@status}" from="{@from}" until="{@until}" asked="{@asked}">
      <xsl:call-template name="new"/>
      <xsl:call-template name="plan-text"><xsl:with-param name="of" select="c:what"/></xsl:call-template>
      <xsl:for-each select="c:who">
        <who>
          <xsl:for-each select="c:name"><xsl:call-template name="full-name"/></xsl:for-each>
          <xsl:if test="c:name and c:title">, </xsl:if>
          <xsl:value-of select="normalize-space(c:title)"/>
        </who>
      </xsl:for-each>
      <xsl:for-each select="$by[c:unit or c:principal or not(current()/c:who)]">
        <unit>
          <xsl:choose>
            <xsl:when test="c:unit"><xsl:value-of select="normalize-space(c:unit)"/></xsl:when>
            <xsl:when test="c:principal"><xsl:value-of select="normalize-space(c:principal)"/></xsl:when>
            <xsl:otherwise><xsl:call-template name="party-label"/></xsl:otherwise>
          </xsl:choose>
        </unit>
      </xsl:for-each>
      <xsl:if test="c:how-often"><how-often><xsl:value-of select="normalize-space(c:how-often)"/></how-often></xsl:if>
      <xsl:if test="c:where"><where><xsl:value-of select="normalize-space(c:where)"/></where></xsl:if>
    </action>
  </xsl:template>

  <!-- region, municipality or other, of a party; by its class where it does not say. -->
  <xsl:template name="principal-kind">
    <xsl:choose>
      <xsl:when test="@class = 'school' or @class = 'preschool' or @class = 'agency' or @class = 'representative' or @class = 'relative'">other</xsl:when>
      <xsl:when test="c:principal/@kind = 'region' or c:principal/@kind = 'municipality'"><xsl:value-of select="c:principal/@kind"/></xsl:when>
      <xsl:when test="@class = 'health-region'">region</xsl:when>
      <xsl:when test="@class = 'health-municipality' or @class = 'social-services'">municipality</xsl:when>
      <xsl:otherwise>other</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What the person does, and what the family does. -->
  <xsl:template match="c:own-action" mode="view">
    <xsl:variable name="by" select="$open-parties[@id = current()/@party]"/>
    <own-action status="{@status}">
      <xsl:attribute name="self"><xsl:value-of select="substring('yesno', 1 + 3 * not($by/@class = 'person' or $by/@class = 'child'), 3)"/></xsl:attribute>
      <xsl:call-template name="new"/>
      <xsl:call-template name="plan-text"><xsl:with-param name="of" select="c:what"/></xsl:call-template>
      <xsl:if test="c:how-often"><how-often><xsl:value-of select="normalize-space(c:how-often)"/></how-often></xsl:if>
    </own-action>
  </xsl:template>

  <xsl:template match="c:not-agreed" mode="view">
    <not-agreed>
      <xsl:call-template name="plan-text"><xsl:with-param name="of" select="c:text"/></xsl:call-template>
      <xsl:call-template name="plan-text"><xsl:with-param name="of" select="c:goes-on"/></xsl:call-template>
    </not-agreed>
  </xsl:template>

  <!-- What the plan before this one had and this one has not. -->
  <xsl:template name="plan-ended">
    <xsl:variable name="now" select="c:goal/@id | c:action/@id | c:own-action/@id"/>
    <xsl:for-each select="$former-plan/c:goal[not(@id = $now)] | $former-plan/c:action[not(@id = $now)]
                          | $former-plan/c:own-action[not(@id = $now)]">
      <ended done="{substring('yesno', 1 + 3 * not(@status = 'done'), 3)}">
        <xsl:call-template name="plan-text"><xsl:with-param name="of" select="c:text | c:what"/></xsl:call-template>
      </ended>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="c:contact-person" mode="view">
    <contact role="{@role}">
      <name><xsl:for-each select="c:name"><xsl:call-template name="full-name"/></xsl:for-each></name>
      <xsl:if test="c:title"><title><xsl:value-of select="normalize-space(c:title)"/></title></xsl:if>
      <xsl:if test="c:unit"><unit><xsl:value-of select="normalize-space(c:unit)"/></unit></xsl:if>
      <xsl:if test="c:phone"><phone><xsl:value-of select="normalize-space(c:phone)"/></phone></xsl:if>
    </contact>
  </xsl:template>

  <xsl:template match="c:next" mode="view">
    <next date="{@date}" form="{@form}" calls="{@calls}">
      <xsl:if test="c:start"><start><xsl:value-of select="normalize-space(c:start)"/></start></xsl:if>
      <xsl:if test="c:place"><place><xsl:value-of select="normalize-space(c:place)"/></place></xsl:if>
      <xsl:if test="$sees-plan">
        <xsl:call-template name="plan-text"><xsl:with-param name="of" select="c:how"/></xsl:call-template>
      </xsl:if>
      <by>
        <xsl:choose>
          <xsl:when test="@calls = 'named' and c:called-by/c:name"><xsl:for-each select="c:called-by/c:name"><xsl:call-template name="full-name"/></xsl:for-each></xsl:when>
          <xsl:when test="@calls = 'caller'"><xsl:for-each select="$caller/c:name"><xsl:call-template name="full-name"/></xsl:for-each></xsl:when>
          <xsl:otherwise><xsl:for-each select="../c:coordinator/c:name"><xsl:call-template name="full-name"/></xsl:for-each></xsl:otherwise>
        </xsl:choose>
      </by>
    </next>
  </xsl:template>

  <!-- Who was there, or how somebody who was not there was heard. -->
  <xsl:template match="c:attendance" mode="view">
    <xsl:variable name="party" select="$open-parties[@id = current()/@party]"/>
    <xsl:if test="$party">
      <attended presence="{@presence}">
        <xsl:attribute name="self"><xsl:value-of select="substring('yesno', 1 + 3 * not($party/@class = 'person' or $party/@class = 'child'), 3)"/></xsl:attribute>
        <label>
          <xsl:for-each select="c:name">
            <xsl:call-template name="full-name"/>
            <xsl:if test="../c:title"><xsl:value-of select="concat(', ', normalize-space(../c:title))"/></xsl:if>
            <xsl:text>, </xsl:text>
          </xsl:for-each>
          <xsl:for-each select="$party"><xsl:call-template name="party-label"/></xsl:for-each>
        </label>
        <xsl:call-template name="plan-text"><xsl:with-param name="of" select="c:represented"/></xsl:call-template>
      </attended>
    </xsl:if>
  </xsl:template>

  <!-- The consents that the plan rests on: whose, from when, until when. -->
  <xsl:template name="plan-consents">
    <xsl:for-each select="$holding[@party = $open-parties/@id]">
      <xsl:variable name="giver" select="$case/c:parties/c:party[@id = current()/@party]"/>
      <xsl:variable name="latest" select="d:add-months(string(@given), number($profile/p:consent/@max-months))"/>
      <consent given="{@given}">
        <xsl:attribute name="self"><xsl:value-of select="substring('yesno', 1 + 3 * not(@capacity = 'self'), 3)"/></xsl:attribute>
        <xsl:attribute name="until">
          <xsl:choose>
            <xsl:when test="@until and translate(@until, '-', '') &lt;= translate($latest, '-', '')"><xsl:value-of select="@until"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="$latest"/></xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
        <who><xsl:for-each select="$giver"><xsl:call-template name="party-label"/></xsl:for-each></who>
      </consent>
    </xsl:for-each>
    <xsl:if test="$folder/c:inability"><inability/></xsl:if>
  </xsl:template>
</xsl:stylesheet>
