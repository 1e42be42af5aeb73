<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: when, where and with whom. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    exclude-result-prefixes="c p">

  <!-- Time and place are for everybody. A home is told to those who live there without its address
       and to those whom consent covers with it; others have to ask. -->
  <xsl:template name="meeting">
    <xsl:variable name="place" select="$meeting/c:place"/>
    <meeting form="{$meeting/@form}">
      <start><xsl:value-of select="normalize-space($meeting/c:start)"/></start>
      <end><xsl:value-of select="normalize-space($meeting/c:end)"/></end>
      <place kind="{$place/@kind}">
        <xsl:if test="$meeting/@form = 'physical' and (not($place/@kind = 'home') or ($covered and not($own)))">
          <xsl:if test="$place/c:name or $place/c:room">
            <line>
              <xsl:value-of select="normalize-space($place/c:name)"/>
              <xsl:if test="$place/c:name and $place/c:room">, </xsl:if>
              <xsl:value-of select="normalize-space($place/c:room)"/>
            </line>
          </xsl:if>
          <xsl:for-each select="$place/c:address">
            <line>
              <xsl:if test="c:street"><xsl:value-of select="concat(normalize-space(c:street), ', ')"/></xsl:if>
              <xsl:value-of select="normalize-space(c:town)"/>
            </line>
          </xsl:for-each>
          <xsl:call-template name="text">
            <xsl:with-param name="of" select="$place/c:directions"/><xsl:with-param name="name" select="'directions'"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:if test="$meeting/@form = 'digital' and $place/c:link">
          <link><xsl:value-of select="normalize-space($place/c:link)"/></link>
        </xsl:if>
        <xsl:if test="not($meeting/@form = 'physical')">
          <xsl:if test="$place/c:phone"><phone><xsl:value-of select="normalize-space($place/c:phone)"/></phone></xsl:if>
          <xsl:call-template name="text">
            <xsl:with-param name="of" select="$place/c:instructions"/><xsl:with-param name="name" select="'instructions'"/>
          </xsl:call-template>
        </xsl:if>
      </place>
      <xsl:call-template name="leader"/>
    </meeting>
  </xsl:template>

  <xsl:template name="leader">
    <xsl:variable name="leader" select="$meeting/c:leader"/>
    <xsl:variable name="name" select="$leader[@who = 'named']/c:name
        | $person[$leader/@who = 'person' and ($covered or $own)]/c:name
        | $caller[not($leader) or $leader/@who = 'caller']/c:name"/>
    <xsl:if test="$name">
      <leader>
        <name>
          <xsl:for-each select="$name[1]"><xsl:call-template name="full-name"/></xsl:for-each>
          <xsl:if test="$leader[@who = 'named']/c:unit">
            <xsl:value-of select="concat(', ', normalize-space($leader/c:unit))"/>
          </xsl:if>
        </name>
      </leader>
    </xsl:if>
  </xsl:template>

  <!-- Who is called, a label each: unit and principal, or name and relation. A party with protected
       data is not listed. The reader is not listed to herself. -->
  <xsl:template name="called">
    <called>
      <xsl:if test="not($role = 'person' or $role = 'child')">
        <party><label><xsl:for-each select="$person/c:name"><xsl:call-template name="full-name"/></xsl:for-each></label></party>
      </xsl:if>
      <xsl:if test="not($caller/@party)">
        <party><label><xsl:value-of select="normalize-space(concat($caller/c:unit, ', ', $caller/c:principal))"/></label></party>
      </xsl:if>
      <xsl:for-each select="$case/c:parties/c:party[not(@protection) or @protection = 'none']
                            [not(@class = 'person' or @class = 'child')]
                            [not($own and @id = $to/@id)]">
        <party>
          <label>
            <xsl:call-template name="party-label"/>
          </label>
        </party>
      </xsl:for-each>
    </called>
  </xsl:template>
</xsl:stylesheet>
