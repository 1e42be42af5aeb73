<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of assess.xsl: what a plan must hold. It is the newest plan; a part of it that nothing is to
     be said of is said to be empty (others="none", disagreement="none"). -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:variable name="plan-day" select="translate($plan-in-force/@date, '-', '')"/>
  <xsl:variable name="plan-meeting" select="$case/c:meeting[@id = $plan-in-force/@meeting]"/>
  <xsl:variable name="there" select="$plan-meeting/c:attendance[@presence != 'absent']"/>
  <xsl:variable name="represented" select="$plan-meeting/c:attendance[c:represented[normalize-space()]]"/>
  <xsl:variable name="self" select="$case/c:parties/c:party[@class = 'person' or @class = 'child']"/>

  <xsl:template name="assess-plan">
    <xsl:call-template name="assess-open"/>
    <xsl:call-template name="assess-has-plan"/>
    <xsl:call-template name="assess-number"/>
    <xsl:call-template name="assess-consent"/>
    <xsl:for-each select="$plan-in-force">
      <xsl:call-template name="assess-plan-meeting"/>
      <xsl:call-template name="assess-plan-content"/>
      <xsl:call-template name="assess-plan-actions"/>
      <xsl:call-template name="assess-plan-people"/>
      <xsl:call-template name="assess-plan-time"/>
      <xsl:call-template name="assess-plan-paper"/>
      <xsl:call-template name="assess-plan-copies"/>
    </xsl:for-each>
  </xsl:template>

  <!-- The meeting was held, and the person took part in it or was heard in another way. -->
  <xsl:template name="assess-plan-meeting">
    <xsl:if test="not($plan-meeting/@status = 'held')">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'state'"/><xsl:with-param name="at" select="."/>
        <xsl:with-param name="sv" select="'mötet där planen gjordes är inte genomfört: ange meeting, med status held'"/>
        <xsl:with-param name="en" select="'the meeting at which the plan was made is not held: give meeting, with status held'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="missing">
      <xsl:with-param name="check" select="'plan-participants'"/><xsl:with-param name="at" select="."/>
      <xsl:with-param name="there" select="$there"/>
      <xsl:with-param name="sv" select="'det står inte vilka som deltog när planen gjordes: ange attendance i mötet'"/>
      <xsl:with-param name="en" select="'it is not said who took part when the plan was made: give attendance in the meeting'"/>
    </xsl:call-template>
    <xsl:call-template name="missing">
      <xsl:with-param name="check" select="'plan-person'"/><xsl:with-param name="at" select="."/>
      <xsl:with-param name="there" select="$there[@party = $self/@id] | c:participation[normalize-space()]
          | $plan-meeting/c:attendance[@party = $self/@id]/c:represented[normalize-space()]"/>
      <xsl:with-param name="sv" select="'personen var inte med, och det står inte hur delaktigheten säkrades på annat sätt: ange participation'"/>
      <xsl:with-param name="en" select="'the person was not there, and it is not said how participation was secured otherwise: give participation'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="assess-plan-content">
    <xsl:call-template name="missing">
      <xsl:with-param name="check" select="'plan-needs'"/><xsl:with-param name="at" select="."/>
      <xsl:with-param name="there" select="c:identified-need/c:text[normalize-space()]"/>
      <xsl:with-param name="sv" select="'planen saknar behov: ange identified-need'"/>
      <xsl:with-param name="en" select="'the plan has no needs: give identified-need'"/>
    </xsl:call-template>
    <xsl:call-template name="missing">
      <xsl:with-param name="check" select="'plan-goals'"/><xsl:with-param name="at" select="."/>
      <xsl:with-param name="there" select="c:goal[c:text[normalize-space()]][../c:goal/c:sub-goal]"/>
      <xsl:with-param name="sv" select="'planen saknar mål eller delmål: ange goal och sub-goal'"/>
      <xsl:with-param name="en" select="'the plan has no goals or no steps: give goal and sub-goal'"/>
    </xsl:call-template>
    <xsl:if test="c:goal[not(@accepted = 'yes') or not(@checked = 'yes')]">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'plan-accepted'"/><xsl:with-param name="at" select="c:goal[not(@accepted = 'yes') or not(@checked = 'yes')][1]"/>
        <xsl:with-param name="sv" select="'ett mål är inte avstämt med personen eller inte accepterat av personen: ange checked och accepted'"/>
        <xsl:with-param name="en" select="'a goal is not checked with the person or not accepted by the person: give checked and accepted'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$is-child">
      <xsl:call-template name="missing">
        <xsl:with-param name="check" select="'plan-child'"/><xsl:with-param name="at" select="."/>
        <xsl:with-param name="there" select="c:child-words[normalize-space()]"/>
        <xsl:with-param name="sv" select="'planen för ett barn säger inte vad barnet tycker: ange child-words'"/>
        <xsl:with-param name="en" select="'the plan of a child does not say what the child thinks: give child-words'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="missing">
      <xsl:with-param name="check" select="'plan-others'"/><xsl:with-param name="at" select="."/>
      <xsl:with-param name="there" select="c:own-action | c:action[@party = $case/c:parties/c:party[@class = 'school' or @class = 'preschool'
          or @class = 'agency' or @class = 'representative' or @class = 'relative' or @class = 'private-provider']/@id] | @others[. = 'none']"/>
      <xsl:with-param name="sv" select="'det står inte vad personen själv eller andra gör: ange own-action, eller others=&quot;none&quot;'"/>
      <xsl:with-param name="en" select="'it is not said what the person or others do: give own-action, or others=&quot;none&quot;'"/>
    </xsl:call-template>
    <xsl:call-template name="missing">
      <xsl:with-param name="check" select="'plan-not-agreed'"/><xsl:with-param name="at" select="."/>
      <xsl:with-param name="there" select="c:not-agreed | @disagreement[. = 'none']"/>
      <xsl:with-param name="sv" select="'det står inte vad ni inte är överens om: ange not-agreed, eller disagreement=&quot;none&quot;'"/>
      <xsl:with-param name="en" select="'it is not said what is not agreed: give not-agreed, or disagreement=&quot;none&quot;'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Who holds it together, and whom else to ring. -->
  <xsl:template name="assess-plan-people">
    <xsl:call-template name="missing">
      <xsl:with-param name="check" select="'coordinator'"/><xsl:with-param name="at" select="."/>
      <xsl:with-param name="there" select="c:coordinator[c:name[normalize-space()]][c:principal[normalize-space()]]"/>
      <xsl:with-param name="sv" select="'planen saknar samordningsansvarig med namn och huvudman: ange coordinator'"/>
      <xsl:with-param name="en" select="'the plan has no coordinator with name and principal: give coordinator'"/>
    </xsl:call-template>
    <xsl:if test="c:coordinator[not(@class = $profile/p:coordinator/p:class)]">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'coordinator-class'"/><xsl:with-param name="at" select="c:coordinator"/>
        <xsl:with-param name="sv" select="'den samordningsansvarige kommer från en verksamhet som regionens rutin inte tillåter (class)'"/>
        <xsl:with-param name="en" select="'the coordinator comes from a kind of unit that the region’s routine does not allow (class)'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="missing">
      <xsl:with-param name="check" select="'plan-contact'"/><xsl:with-param name="at" select="."/>
      <xsl:with-param name="there" select="c:contact-person"/>
      <xsl:with-param name="sv" select="'planen saknar kontaktpersoner: ange contact-person'"/>
      <xsl:with-param name="en" select="'the plan has no contacts: give contact-person'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Where the region writes plans in a joint system: why this one is on paper, and its code. -->
  <xsl:template name="assess-plan-paper">
    <xsl:variable name="with-region" select="$there[@party = $case/c:parties/c:party[@class = 'health-region']/@id]"/>
    <xsl:if test="$profile/p:channel/@kind = 'it-system' and $with-region">
      <xsl:call-template name="missing">
        <xsl:with-param name="check" select="'paper-plan'"/><xsl:with-param name="at" select="."/>
        <xsl:with-param name="there" select="c:paper-reason[normalize-space()]"/>
        <xsl:with-param name="sv" select="'regionen deltog, så planen skrivs i IT-stödet: ange paper-reason om den ändå är på papper'"/>
        <xsl:with-param name="en" select="'the region took part, so that the plan is written in the joint system: give paper-reason if it is on paper all the same'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$profile/p:printing/@kva = 'yes'">
      <xsl:call-template name="missing">
        <xsl:with-param name="check" select="'kva'"/><xsl:with-param name="at" select="."/>
        <xsl:with-param name="there" select="@kva"/>
        <xsl:with-param name="sv" select="'planen saknar KVÅ-kod: ange kva'"/>
        <xsl:with-param name="en" select="'the plan has no KVÅ code: give kva'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Everybody who was there gets a copy; consent covers each who is to get one. -->
  <xsl:template name="assess-plan-copies">
    <xsl:variable name="copies" select="c:distribution/c:copy"/>
    <xsl:if test="not(c:distribution) or $there[not(@party = $copies/@party)][not(@party = $caller/@party)]
                  [not(@party = current()/c:distribution/c:responsible/@party)]">
      <finding severity="warning" rule="{$profile/p:distribution/@rule}" line="{d:line((c:distribution | current()[not(c:distribution)])[1])}"
               sv="alla som deltog får inte planen: ange distribution med ansvarig och exemplar"
               en="not everybody who took part gets the plan: give distribution with responsible and copies"/>
    </xsl:if>
    <xsl:for-each select="$recipients">
      <xsl:variable name="n" select="position()"/>
      <xsl:variable name="covered"><xsl:call-template name="covered"><xsl:with-param name="party" select="."/></xsl:call-template></xsl:variable>
      <xsl:if test="$covered != 'yes' and @id = $copies/@party and not(@class = 'person' or @class = 'child' or @class = 'guardian')">
        <xsl:call-template name="finding">
          <xsl:with-param name="check" select="'consent-covers'"/><xsl:with-param name="at" select="."/><xsl:with-param name="recipient" select="$n"/>
          <xsl:with-param name="sv" select="'samtycket omfattar inte mottagaren, som därför inte får någon plan'"/>
          <xsl:with-param name="en" select="'consent does not cover this recipient, who therefore gets no plan'"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
