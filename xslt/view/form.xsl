<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: a form that is filled in on screen (fillable), made of a case. It is a blank of its
     kind with what the case holds already in its fields (compile/field.xsl), for those who would get
     the document; what of it each kind may show is listed here, value by value.

     Nothing is made of a protected case, nor for a protected recipient: what stands in a field is
     made to be copied and sent on.

       <form path="case/plan[2]">                        where what is filled in belongs
         <value path="case/plan[2]/important"><p>…       what a field holds
         <rows of="case/plan[2]/goal"><row at="1"/>…     how often an each goes round, and which it is
         <hidden name="case/…/@party">p3</hidden>        what the form takes as given
         <list name="parties"><option value="p3">…       what can be chosen -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:param name="fillable" select="''"/>

  <xsl:include href="form-path.xsl"/>
  <xsl:include href="form-plan.xsl"/>

  <xsl:variable name="office-form" select="number($recipient) = 0 and ($kind = 'needs' or $kind = 'deviation')"/>
  <xsl:variable name="gets-form" select="not($protected) and not($to/@protection[. != 'none']) and (
      $office-form
      or ($kind = 'plan' and $on-list and ($own or $sees-plan))
      or ($kind = 'consent' and $gives-consent and not($my-consent))
      or ($kind = 'withdrawal' and $my-consents and not($my-consents[last()]/c:withdrawn))
      or ($kind = 'follow-up' and $followed and $gets-plan and $role != 'relative')
      or ($kind = 'mapping' and $role = 'unit' and $has-duty and $covered)
      or ($kind = 'reply' and $role = 'unit' and $meeting)
      or ($kind = 'evaluation' and ($own or $role = 'unit' or $role = 'representative' or $role = 'relative'))
      or ($kind = 'preparation' and ($own or (($role = 'representative' or $role = 'relative') and $covered))))"/>
  <xsl:variable name="anonymous-form" select="$kind = 'evaluation' or $kind = 'preparation'"/>

  <xsl:template name="form">
    <xsl:if test="$gets-form">
      <view blank="yes" extent="full" status="asked" form="physical" result="no">
        <xsl:call-template name="recipient-attributes"/>
        <xsl:if test="$office-form"><xsl:attribute name="role">office</xsl:attribute></xsl:if>
        <xsl:if test="$anonymous-form"><xsl:attribute name="ref"/><xsl:attribute name="date"/></xsl:if>
        <xsl:attribute name="capacity"><xsl:value-of select="concat(substring($role, 1 + 1000 * not($role = 'guardian' or $role = 'representative')), substring('self', 1 + 4 * ($role = 'guardian' or $role = 'representative')))"/></xsl:attribute>
        <xsl:attribute name="variant"><xsl:value-of select="substring('adultchild', 1 + 5 * $is-child, 5)"/></xsl:attribute>
        <xsl:call-template name="routine"/>
        <xsl:choose>
          <xsl:when test="$kind = 'evaluation'"><xsl:call-template name="neutral-letterhead"/></xsl:when>
          <xsl:otherwise><xsl:call-template name="letterhead"/></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="$kind != 'evaluation' and $kind != 'deviation'"><xsl:call-template name="caller"/></xsl:if>
        <xsl:if test="$kind = 'withdrawal' or $kind = 'reply' or $kind = 'mapping'"><xsl:call-template name="reply"/></xsl:if>
        <xsl:call-template name="accepted-forms"/>
        <xsl:if test="$own"><xsl:call-template name="feedback"/></xsl:if>
        <xsl:if test="$office-form or $kind = 'mapping'"><xsl:call-template name="support-line"/></xsl:if>
        <xsl:if test="$kind = 'deviation'"><xsl:call-template name="deviation-route"/></xsl:if>
        <xsl:if test="$kind = 'consent' or $kind = 'withdrawal' or $kind = 'plan'"><xsl:call-template name="person-and-giver"/></xsl:if>
        <xsl:if test="$kind = 'mapping' or $kind = 'follow-up'"><xsl:call-template name="person"/></xsl:if>
        <xsl:if test="($kind = 'reply' or $kind = 'mapping' or $kind = 'preparation') and $meeting">
          <meeting>
            <start><xsl:value-of select="normalize-space($meeting/c:start)"/></start>
            <end><xsl:value-of select="normalize-space($meeting/c:end)"/></end>
          </meeting>
        </xsl:if>
        <xsl:if test="$kind = 'follow-up'"><plan date="{$followed/@date}"/></xsl:if>
        <xsl:if test="$kind = 'withdrawal'"><consent given="{$my-consents[last()]/@given}"/></xsl:if>
        <xsl:if test="$kind = 'needs'">
          <need tool="{substring('yesno', 1 + 3 * ($profile/p:checks/p:five-questions/@severity = 'off'),
                                 2 + not($profile/p:checks/p:five-questions/@severity = 'off'))}"/>
        </xsl:if>
        <xsl:call-template name="form-values"/>
        <blank/><blank/><blank/><blank/><blank/><blank/><blank/><blank/>
      </view>
    </xsl:if>
  </xsl:template>

  <xsl:template name="form-values">
    <xsl:choose>
      <xsl:when test="$kind = 'plan'"><xsl:call-template name="plan-form"/></xsl:when>
      <xsl:when test="$kind = 'consent'"><xsl:call-template name="consent-form"/></xsl:when>
      <xsl:when test="$kind = 'withdrawal'">
        <form>
          <xsl:attribute name="path"><xsl:apply-templates select="$my-consents[last()]" mode="path"/>/withdrawn</xsl:attribute>
        </form>
      </xsl:when>
      <xsl:when test="$kind = 'follow-up'"><xsl:call-template name="follow-up-form"/></xsl:when>
      <xsl:when test="$kind = 'mapping'">
        <xsl:call-template name="element-form">
          <xsl:with-param name="of" select="$case/c:mapping[@party = $to/@id][last()]"/>
          <xsl:with-param name="new" select="concat('case/mapping[', count($case/c:mapping) + 1, ']')"/>
          <xsl:with-param name="party" select="$to/@id"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$kind = 'reply'">
        <xsl:variable name="party"><xsl:apply-templates select="$to" mode="path"/></xsl:variable>
        <xsl:call-template name="element-form">
          <xsl:with-param name="of" select="$to/c:reply"/>
          <xsl:with-param name="new" select="concat($party, '/reply')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$kind = 'needs'">
        <form path="case/need">
          <xsl:apply-templates select="$case/c:need/@noticed | $case/c:need/c:noticed-by | $case/c:need/c:five-questions/@*" mode="value"/>
          <xsl:for-each select="$case/c:need/c:reason">
            <value path="case/need/reason[@code='{@code}']">yes</value>
          </xsl:for-each>
        </form>
      </xsl:when>
      <xsl:when test="$kind = 'deviation'">
        <xsl:call-template name="element-form">
          <xsl:with-param name="of" select="$deviation"/>
          <xsl:with-param name="new" select="'case/deviation[1]'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$kind = 'evaluation' and $role = 'unit'">
        <form path="case/evaluation[1]"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- One element whose attributes and children are the fields, or a new one. -->
  <xsl:template name="element-form">
    <xsl:param name="of" select="/.."/>
    <xsl:param name="new"/>
    <xsl:param name="party" select="''"/>
    <xsl:variable name="path">
      <xsl:apply-templates select="$of" mode="path"/>
      <xsl:if test="not($of)"><xsl:value-of select="$new"/></xsl:if>
    </xsl:variable>
    <form path="{$path}">
      <xsl:if test="string($party)"><hidden name="{$path}/@party"><xsl:value-of select="$party"/></hidden></xsl:if>
      <xsl:apply-templates select="$of/@*[name() != 'party'] | $of/*[not(c:name or c:given)] | $of//c:given | $of//c:family
                                   | $of/c:substitute/c:phone" mode="value"/>
    </form>
  </xsl:template>

  <!-- The form for a new case: keys that its parts refer to each other by. The first party is the
       person; the others are rows, and the n-th exchange of the consent is with the n-th party. -->
  <xsl:template name="intake-form">
    <form path="case">
      <hidden name="case/@region"><xsl:value-of select="$profile/@region"/></hidden>
      <hidden name="case/parties/party[1]/@id">p1</hidden>
      <hidden name="case/parties/party[1]/@class">person</hidden>
      <hidden name="case/consents/consent[1]/@id">c1</hidden>
      <hidden name="case/consents/consent[1]/@party">p1</hidden>
      <hidden name="case/consents/consent[1]/@capacity">self</hidden>
      <hidden name="case/meeting[1]/@id">m1</hidden>
      <hidden name="case/meeting[1]/@kind">first</hidden>
      <hidden name="case/meeting[1]/@status">planned</hidden>
      <rows of="case/parties/party"><xsl:call-template name="new-rows"><xsl:with-param name="n" select="8"/><xsl:with-param name="at" select="2"/></xsl:call-template></rows>
      <xsl:call-template name="intake-keys"/>
    </form>
  </xsl:template>

  <xsl:template name="intake-keys">
    <xsl:param name="at" select="2"/>
    <xsl:if test="$at &lt;= 9">
      <hidden name="case/parties/party[{$at}]/@id"><xsl:value-of select="concat('p', $at)"/></hidden>
      <hidden name="case/consents/consent[1]/scope/exchange[{$at}]/@party"><xsl:value-of select="concat('p', $at)"/></hidden>
      <xsl:call-template name="intake-keys"><xsl:with-param name="at" select="$at + 1"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A consent that is still to be given, with the parties of the case in its list. -->
  <xsl:template name="consent-form">
    <xsl:variable name="path" select="concat('case/consents/consent[', count($consents) + 1, ']')"/>
    <form path="{$path}">
      <hidden name="{$path}/@party"><xsl:value-of select="$to/@id"/></hidden>
      <value path="{$path}/@capacity">
        <xsl:choose>
          <xsl:when test="$role = 'guardian' or $role = 'representative'"><xsl:value-of select="$role"/></xsl:when>
          <xsl:otherwise>self</xsl:otherwise>
        </xsl:choose>
      </value>
      <xsl:variable name="others" select="$open-parties[not(@class = 'person' or @class = 'child' or @class = 'guardian')][not(@id = $to/@id)]"/>
      <xsl:for-each select="$others">
        <hidden name="{$path}/scope/exchange[{position()}]/@party"><xsl:value-of select="@id"/></hidden>
      </xsl:for-each>
      <rows of="{$path}/scope/exchange">
        <xsl:for-each select="$others">
          <row at="{position()}"><party><xsl:call-template name="party-label"/></party></row>
        </xsl:for-each>
      </rows>
    </form>
  </xsl:template>

  <!-- The follow-up to come, or the one that is recorded: a result for each goal and action. -->
  <xsl:template name="follow-up-form">
    <xsl:variable name="path">
      <xsl:apply-templates select="$found" mode="path"/>
      <xsl:if test="not($found)"><xsl:value-of select="concat('case/follow-up[', count($case/c:follow-up) + 1, ']')"/></xsl:if>
    </xsl:variable>
    <form path="{$path}">
      <xsl:apply-templates select="$found/@date | $found/@decision | $found/@next" mode="value"/>
      <xsl:for-each select="$found/c:answer">
        <xsl:call-template name="value-at">
          <xsl:with-param name="path">
            <xsl:value-of select="$path"/>/answer[@question='<xsl:value-of select="@question"/>']/text<xsl:text/>
          </xsl:with-param>
          <xsl:with-param name="of" select="c:text"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:call-template name="results-form">
        <xsl:with-param name="path" select="$path"/>
        <xsl:with-param name="name" select="'goal-result'"/>
        <xsl:with-param name="of" select="$followed/c:goal | $followed/c:goal/c:sub-goal"/>
        <xsl:with-param name="results" select="$found/c:goal-result"/>
      </xsl:call-template>
      <xsl:call-template name="results-form">
        <xsl:with-param name="path" select="$path"/>
        <xsl:with-param name="name" select="'action-result'"/>
        <xsl:with-param name="of" select="$followed/c:action | $followed/c:own-action"/>
        <xsl:with-param name="results" select="$found/c:action-result"/>
      </xsl:call-template>
      <xsl:variable name="tells" select="$case/c:parties/c:party[@class = $profile/p:duty/p:class][@id = $followed/c:action/@party]"/>
      <rows of="{$path}/account">
        <xsl:for-each select="$tells"><row at="{position()}"><party><xsl:call-template name="party-line"/></party></row></xsl:for-each>
      </rows>
      <xsl:for-each select="$tells">
        <hidden name="{$path}/account[{position()}]/@party"><xsl:value-of select="@id"/></hidden>
        <xsl:call-template name="value-at">
          <xsl:with-param name="path" select="concat($path, '/account[', position(), ']/text')"/>
          <xsl:with-param name="of" select="$found/c:account[@party = current()/@id]/c:text"/>
        </xsl:call-template>
      </xsl:for-each>
    </form>
  </xsl:template>

  <!-- The n-th result is that of the n-th goal or action. -->
  <xsl:template name="results-form">
    <xsl:param name="path"/>
    <xsl:param name="name"/>
    <xsl:param name="of"/>
    <xsl:param name="results"/>
    <rows of="{$path}/{$name}">
      <xsl:for-each select="$of">
        <row at="{position()}">
          <xsl:call-template name="text"><xsl:with-param name="of" select="c:text | c:what"/><xsl:with-param name="name" select="'words'"/></xsl:call-template>
          <xsl:if test="self::c:action or self::c:own-action"><xsl:call-template name="who-acts"/></xsl:if>
        </row>
      </xsl:for-each>
    </rows>
    <xsl:for-each select="$of">
      <xsl:variable name="at" select="concat($path, '/', $name, '[', position(), ']')"/>
      <xsl:variable name="result" select="$results[@of = current()/@id]"/>
      <hidden name="{$at}/@of"><xsl:value-of select="@id"/></hidden>
      <xsl:if test="$result"><value path="{$at}/@status"><xsl:value-of select="$result/@status"/></value></xsl:if>
      <xsl:call-template name="value-at">
        <xsl:with-param name="path" select="concat($at, '/text')"/><xsl:with-param name="of" select="$result/c:text"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
