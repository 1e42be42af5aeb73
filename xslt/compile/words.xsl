<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of compile.xsl: words that are no template's own but have units: those of a case (how
     somebody is related, lang/words.xml) and those of a region's profile. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:out="urn:duform:alias"
    xmlns:t="urn:duform:template:1"
    xmlns:d="urn:duform:functions:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:x="urn:oasis:names:tc:xliff:document:1.2"
    exclude-result-prefixes="t p x">

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>

  <!-- as="party": a name, and in brackets the relation, in the language of the document. -->
  <xsl:template name="party">
    <out:for-each select="({@of})[1]/node()">
      <out:choose>
        <out:when test="self::relation">
          <out:if test="@apart"><out:text> (</out:text></out:if>
          <out:call-template name="relation"/>
          <out:if test="@apart"><out:text>)</out:text></out:if>
        </out:when>
        <out:when test="normalize-space()">
          <v kind="text" lang="sv"><out:value-of select="normalize-space()"/></v>
        </out:when>
      </out:choose>
    </out:for-each>
  </xsl:template>

  <!-- For the end of a compiled stylesheet that needs it: the word of a relation element, else that
       of its kind, else as the case has it. -->
  <xsl:template name="relations">
    <xsl:variable name="words" select="d:words('words')/t:words/t:word[starts-with(@id, 'relation.')]"/>
    <out:template name="relation">
      <out:choose>
        <xsl:for-each select="$words">
          <out:when test="@word = '{normalize-space()}'"><xsl:call-template name="word"/></out:when>
        </xsl:for-each>
        <xsl:for-each select="$words[@kind]">
          <out:when test="@kind = '{@kind}'"><xsl:call-template name="word"/></out:when>
        </xsl:for-each>
        <out:otherwise><v kind="text" lang="sv"><out:value-of select="@word"/></v></out:otherwise>
      </out:choose>
    </out:template>
  </xsl:template>

  <xsl:template name="word">
    <xsl:call-template name="words-of">
      <xsl:with-param name="id" select="concat('words.', @id)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- as="profile": a text of the region's profile. Its unit is named by the element that holds it. -->
  <xsl:template name="profile-text">
    <xsl:variable name="of" select="string(@of)"/>
    <xsl:variable name="profile" select="d:profile()/p:profile"/>
    <xsl:for-each select="$profile/p:*[local-name() = $of]/p:text">
      <xsl:call-template name="words-of">
        <xsl:with-param name="id" select="concat('profile.', $profile/@region, '.', $of)"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- The translation of the words of this element; without one they stay Swedish. -->
  <xsl:template name="words-of">
    <xsl:param name="id"/>
    <xsl:variable name="found" select="d:unit($id, $lang)"/>
    <xsl:variable name="usable">
      <xsl:call-template name="usable">
        <xsl:with-param name="found" select="$found"/><xsl:with-param name="source" select="normalize-space()"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$usable = 'yes'"><out:text><xsl:value-of select="normalize-space($found/x:target)"/></out:text></xsl:when>
      <xsl:otherwise><v kind="text" lang="sv" gap="yes"><xsl:value-of select="normalize-space()"/></v></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
