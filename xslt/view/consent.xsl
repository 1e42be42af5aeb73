<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: the consent of one who decides: the person, a guardian, a representative.

     Where this party's consent holds, the paper tells what was said (status="given"); else it is a
     form to sign, with the parties of the case filled in (status="asked"). A representative gets one
     where the case has her consent or the person cannot give one; a child from the age of the
     profile, or earlier where the routine asks children of every age or the child has consented.

     The child's own words are for the child alone, the note on maturity for nobody. Of the harm test
     only that it was made. How and by whom consent was obtained is on the paper, because without it
     the consent is not documented. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <!-- A party with protected data of its own stands in no list. -->
  <xsl:variable name="open-parties" select="$case/c:parties/c:party[not(@protection) or @protection = 'none']"/>
  <xsl:variable name="folder" select="$case/c:consents"/>
  <xsl:variable name="my-consents" select="$consents[@party = $to/@id]"/>
  <xsl:variable name="my-consent" select="$holding[@party = $to/@id][last()]"/>
  <xsl:variable name="child-decides" select="$age &gt;= $profile/p:consent/@own-from or $my-consents
      or $profile/p:consent/@child = 'maturity' or $profile/p:consent/@child = 'both-asked'"/>
  <xsl:variable name="gives-consent" select="$role = 'person' or $role = 'guardian'
      or ($role = 'child' and $child-decides)
      or ($role = 'representative' and ($my-consents or $folder/c:inability))"/>

  <xsl:template name="consent-attributes">
    <xsl:call-template name="reader-attributes"/>
    <xsl:call-template name="routine"/>
    <xsl:attribute name="capacity">
      <xsl:choose>
        <xsl:when test="$role = 'guardian' or $role = 'representative'"><xsl:value-of select="$role"/></xsl:when>
        <xsl:otherwise>self</xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
    <xsl:attribute name="authority"><xsl:value-of select="$to/c:relation[$role = 'representative']/@kind"/></xsl:attribute>
  </xsl:template>

  <!-- The attributes of a view for one reader; the context is the new element. -->
  <xsl:template name="reader-attributes">
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
    <xsl:attribute name="age-band"><xsl:value-of select="$age-band"/></xsl:attribute>
    <xsl:attribute name="variant"><xsl:value-of select="substring('adultchild', 1 + 5 * $is-child, 5)"/></xsl:attribute>
  </xsl:template>

  <xsl:template name="consent-paper">
    <xsl:if test="$gives-consent">
      <view>
        <xsl:call-template name="consent-attributes"/>
        <xsl:attribute name="status"><xsl:value-of select="substring('askedgiven', 1 + 5 * boolean($my-consent), 5)"/></xsl:attribute>
        <xsl:call-template name="letterhead"/>
        <xsl:call-template name="caller"/>
        <xsl:call-template name="person-and-giver"/>
        <xsl:call-template name="accepted-forms"/>
        <xsl:choose>
          <xsl:when test="$my-consent"><xsl:apply-templates select="$my-consent" mode="given"/></xsl:when>
          <xsl:otherwise>
            <consent latest="{d:add-months(string($date), number($profile/p:consent/@max-months))}">
              <xsl:for-each select="$open-parties[not(@class = 'person' or @class = 'child' or @class = 'guardian')][not(@id = $to/@id)]">
                <exchange><party><xsl:call-template name="party-label"/></party></exchange>
              </xsl:for-each>
            </consent>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:for-each select="$case/c:information[@party = $to/@id][last()]">
          <information oral="{@oral}" written="{@written}" interpreter="{@interpreter}"/>
        </xsl:for-each>
        <xsl:if test="$role = 'child'">
          <xsl:for-each select="$folder/c:child-view">
            <child-view agrees="{@agrees}">
              <xsl:call-template name="text"><xsl:with-param name="of" select="c:view"/><xsl:with-param name="name" select="'view'"/></xsl:call-template>
            </child-view>
          </xsl:for-each>
        </xsl:if>
      </view>
    </xsl:if>
  </xsl:template>

  <!-- The person whom it is about, and who says yes. -->
  <xsl:template name="person-and-giver">
    <person>
      <name><xsl:for-each select="$person/c:name"><xsl:call-template name="full-name"/></xsl:for-each></name>
      <xsl:if test="$own and $person/c:number"><number><xsl:value-of select="normalize-space($person/c:number)"/></number></xsl:if>
    </person>
    <xsl:if test="$to/c:name and not($role = 'person' or $role = 'child')">
      <giver><name><xsl:for-each select="$to/c:name"><xsl:call-template name="full-name"/></xsl:for-each></name></giver>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:consent" mode="given">
    <xsl:variable name="latest" select="d:add-months(string(@given), number($profile/p:consent/@max-months))"/>
    <consent form="{@form}" given="{@given}" meeting="{c:scope/@meeting}" journal="{c:scope/@journal}">
      <xsl:attribute name="until">
        <xsl:choose>
          <xsl:when test="@until and translate(@until, '-', '') &lt;= translate($latest, '-', '')"><xsl:value-of select="@until"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$latest"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:for-each select="c:scope/c:exchange[@party = $open-parties/@id]">
        <xsl:variable name="with" select="$case/c:parties/c:party[@id = current()/@party]"/>
        <exchange both-ways="{@both-ways}">
          <party>
            <xsl:for-each select="$with"><xsl:call-template name="party-label"/></xsl:for-each>
          </party>
          <what>
            <xsl:attribute name="lang"><xsl:call-template name="text-lang"/></xsl:attribute>
            <xsl:value-of select="normalize-space()"/>
          </what>
        </exchange>
      </xsl:for-each>
      <xsl:call-template name="text"><xsl:with-param name="of" select="c:not-covered"/><xsl:with-param name="name" select="'not-covered'"/></xsl:call-template>
      <obtained>
        <xsl:call-template name="text"><xsl:with-param name="of" select="c:obtained/c:how"/><xsl:with-param name="name" select="'how'"/></xsl:call-template>
        <xsl:for-each select="c:obtained/c:by/c:name"><by><xsl:call-template name="full-name"/></by></xsl:for-each>
      </obtained>
      <xsl:if test="c:harm-test/@done"><harm-test done="{c:harm-test/@done}"/></xsl:if>
      <xsl:for-each select="c:documented"><documented date="{@date}" by="{@by}" where="{@where}"/></xsl:for-each>
    </consent>
  </xsl:template>
</xsl:stylesheet>
