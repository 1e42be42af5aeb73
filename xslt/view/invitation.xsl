<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: what an invitation may know, by role of its reader.

                          unit with duty     school     agency   represen-  relative  person,
                          covered  not       covered    covered  tative c.  covered   child, guardian
     name of person          x                  x          x        x          x         x
     personal number      profile
     time, place, caller     x      x           x  (everybody)
     purpose                 x                  x          x        x                    x
     goal                    x                             x        x                    goal as told
     questions               x                             x        x                    x
     own question, competence x                 x          x        x                    -
     who is called           x                             x        x                    x
     interpreter, adaptations x                            x        x                    x
     consent line            x                  x          x        x                    own
     preceding contact       x                  x          x

     Covered: consent lists the party (common/consent.xsl). A party that is not covered gets time,
     place, the reference and a number to call. A school with a duty is a unit with a duty. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:variable name="is-school" select="($class = 'school' or $class = 'preschool') and not($has-duty)"/>
  <!-- Readers of everything that the meeting is about. -->
  <xsl:variable name="sees-all" select="$own or ($covered and not($is-school) and $role != 'relative')"/>
  <xsl:variable name="sees-purpose" select="$sees-all or ($covered and $is-school)"/>
  <xsl:variable name="sees-name" select="$own or $covered"/>

  <xsl:template name="invitation">
    <xsl:if test="string($role) and $meeting">
      <view kind="{$kind}" recipient="{$recipient}" class="{$class}" role="{$role}" lang="{$view-lang}"
            style="{$view-style}" ref="{$case/@ref}" version="{$paper-version}" date="{$date}" protected="no"
            duty="{substring('yesno', 1 + 3 * not($has-duty), 2 + $has-duty)}"
            variant="{$meeting/@kind}"
            urgent="{substring('yesno', 1 + 3 * not($meeting/c:urgent), 2 + boolean($meeting/c:urgent))}"
            discharge="{substring('yesno', 1 + 3 * not($meeting/c:discharge), 2 + boolean($meeting/c:discharge))}"
            age-band="{$age-band}" no-priority="{$profile/p:printing/@no-priority}">
        <xsl:if test="$role != 'unit'"><xsl:attribute name="reader">person</xsl:attribute></xsl:if>
        <xsl:call-template name="letterhead"/>
        <xsl:call-template name="address"/>
        <xsl:call-template name="diary"/>
        <xsl:call-template name="caller"/>
        <xsl:call-template name="reply"/>
        <xsl:call-template name="person"/>
        <xsl:call-template name="meeting"/>
        <xsl:call-template name="matter"/>
        <xsl:if test="$sees-all and $profile/p:printing/@called-list = 'yes'"><xsl:call-template name="called"/></xsl:if>
        <xsl:if test="$sees-all"><xsl:call-template name="support"/></xsl:if>
        <xsl:call-template name="consent"/>
        <xsl:if test="$has-duty">
          <xsl:call-template name="laws"><xsl:with-param name="use" select="'sip'"/></xsl:call-template>
          <xsl:if test="$meeting/c:discharge">
            <xsl:call-template name="laws"><xsl:with-param name="use" select="'discharge'"/></xsl:call-template>
          </xsl:if>
        </xsl:if>
        <xsl:for-each select="$meeting/c:enclosure[normalize-space()][not(@party) or @party = $to/@id]">
          <enclosure kind="{@kind}"><xsl:value-of select="normalize-space()"/></enclosure>
        </xsl:for-each>
      </view>
    </xsl:if>
  </xsl:template>

  <!-- A diary number is for the authority that keeps it. -->
  <xsl:template name="diary">
    <xsl:for-each select="$case/c:diary-number[@authority = $to/c:principal and $role = 'unit'][1]">
      <diary><xsl:value-of select="normalize-space()"/></diary>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="caller">
    <caller>
      <organisation><xsl:value-of select="normalize-space($caller/c:principal)"/></organisation>
      <unit><xsl:value-of select="normalize-space($caller/c:unit)"/></unit>
      <name><xsl:for-each select="$caller/c:name"><xsl:call-template name="full-name"/></xsl:for-each></name>
      <xsl:if test="$caller/c:title"><title><xsl:value-of select="normalize-space($caller/c:title)"/></title></xsl:if>
      <phone><xsl:value-of select="normalize-space($caller/c:phone)"/></phone>
    </caller>
  </xsl:template>

  <!-- Until when and where to answer; on the slip stands the unit that answers. -->
  <xsl:template name="reply">
    <reply>
      <xsl:if test="$meeting/c:reply-by"><by><xsl:value-of select="normalize-space($meeting/c:reply-by)"/></by></xsl:if>
      <phone><xsl:value-of select="normalize-space($caller/c:phone)"/></phone>
      <xsl:if test="$caller/c:address">
        <address>
          <line><xsl:value-of select="normalize-space($caller/c:principal)"/></line>
          <line><xsl:value-of select="normalize-space($caller/c:unit)"/></line>
          <xsl:call-template name="address-lines"><xsl:with-param name="of" select="$caller/c:address"/></xsl:call-template>
        </address>
      </xsl:if>
    </reply>
    <xsl:if test="$role = 'unit' and ($to/c:unit or $to/c:principal)">
      <recipient><xsl:value-of select="normalize-space(($to/c:unit | $to/c:principal[not($to/c:unit)])[1])"/></recipient>
    </xsl:if>
  </xsl:template>

  <xsl:template name="person">
    <xsl:if test="$sees-name">
      <person>
        <name><xsl:for-each select="$person/c:name"><xsl:call-template name="full-name"/></xsl:for-each></name>
        <given><xsl:value-of select="normalize-space(($person/c:name/c:given | $person/c:name[not(c:given)]/c:family)[1])"/></given>
        <xsl:if test="$covered and $has-duty and $person/c:number
                      and $profile/p:printing/@personal-number = 'duty'">
          <number><xsl:value-of select="normalize-space($person/c:number)"/></number>
        </xsl:if>
      </person>
    </xsl:if>
  </xsl:template>

  <!-- What it is about. The person reads the words that were written for the person. -->
  <xsl:template name="matter">
    <xsl:choose>
      <xsl:when test="$role = 'person' or $role = 'child'">
        <xsl:variable name="told" select="$case/c:information[@party = $to/@id][c:purpose][last()]/c:purpose"/>
        <xsl:variable name="explanation" select="$case/c:need/c:explanation[normalize-space()]"/>
        <xsl:call-template name="text">
          <xsl:with-param name="of" select="($explanation | $told[not($explanation)]
                                            | $meeting/c:purpose[not($explanation) and not($told)])[1]"/>
          <xsl:with-param name="name" select="'explanation'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$role = 'guardian'">
        <xsl:call-template name="text">
          <xsl:with-param name="of" select="$meeting/c:purpose"/><xsl:with-param name="name" select="'explanation'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$sees-purpose">
        <xsl:call-template name="text">
          <xsl:with-param name="of" select="$meeting/c:purpose"/><xsl:with-param name="name" select="'purpose'"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
    <xsl:if test="$sees-all and not($own)">
      <xsl:call-template name="text">
        <xsl:with-param name="of" select="$meeting/c:goal"/><xsl:with-param name="name" select="'goal'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$sees-all">
      <xsl:call-template name="text">
        <xsl:with-param name="of" select="$meeting/c:question"/><xsl:with-param name="name" select="'question'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$covered and not($own) and $role != 'relative'">
      <xsl:call-template name="text">
        <xsl:with-param name="of" select="$to/c:question"/><xsl:with-param name="name" select="'own-question'"/>
      </xsl:call-template>
      <xsl:call-template name="text">
        <xsl:with-param name="of" select="$to/c:competence"/><xsl:with-param name="name" select="'competence'"/>
      </xsl:call-template>
      <xsl:if test="$to/c:contact">
        <contact known="{$to/c:contact/@known}" preceded="{$to/c:contact/@preceded}">
          <xsl:if test="$to/c:contact/@date"><xsl:attribute name="date"><xsl:value-of select="$to/c:contact/@date"/></xsl:attribute></xsl:if>
        </contact>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:template name="support">
    <xsl:for-each select="$meeting/c:interpreter">
      <interpreter needed="{@needed}" booked="{@booked}">
        <xsl:call-template name="text">
          <xsl:with-param name="of" select="."/><xsl:with-param name="name" select="'note'"/>
        </xsl:call-template>
      </interpreter>
    </xsl:for-each>
    <xsl:for-each select="$meeting/c:adaptations">
      <adaptations needed="{@needed}">
        <xsl:call-template name="text">
          <xsl:with-param name="of" select="c:adaptation"/><xsl:with-param name="name" select="'adaptation'"/>
        </xsl:call-template>
      </adaptations>
    </xsl:for-each>
  </xsl:template>

  <!-- That consent exists, and since when: to a unit the day on which the last of those who had to
       say yes did so, to the one who gave it her own day. -->
  <xsl:template name="consent">
    <xsl:variable name="shown" select="$holding[not($own)][$sees-purpose and $profile/p:printing/@consent-line = 'yes']
                                       | $holding[$own][@party = $to/@id]"/>
    <xsl:for-each select="$shown">
      <xsl:sort select="@given" order="descending"/>
      <xsl:if test="position() = 1"><consent given="{@given}"/></xsl:if>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
