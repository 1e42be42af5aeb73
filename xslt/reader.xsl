<?xml version="1.0" encoding="UTF-8"?>
<!--
  reader.xsl: what stands round a document because of its language.

  Source: <reading missing="LANG" draft="yes"><document/>[<document/>]</reading>.
    missing   the document is Swedish because its translation may not be printed: a notice in both
              languages comes first
    draft     a mark in both languages, which page.xsl and web.xsl repeat on every page
    the second document is the same one in another language: both become one, unit by unit

  Two languages. Both documents come from one template and one view, so they have the same elements
  in the same order; only words differ. Headings, paragraphs and items of lists stand side by side,
  each in a half of a pair. Where there is one thing to tick, sign or fill in for both, or a table,
  the second language stands under the first. What is equal in both (names, free text of the case)
  stands there once.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="d">

  <xsl:output method="xml" indent="no"/>
  <xsl:param name="style" select="'standard'"/>

  <xsl:variable name="notices" select="d:words('notices')/notices"/>
  <xsl:variable name="missing" select="string(/reading/@missing)"/>
  <xsl:variable name="a" select="/reading/document[1]"/>
  <xsl:variable name="b" select="/reading/document[2]"/>
  <xsl:variable name="lang-a" select="string($a/@lang)"/>
  <xsl:variable name="lang-b" select="string($b/@lang)"/>
  <!-- The language that is not Swedish: the first of the two, if both are. -->
  <xsl:variable name="foreign">
    <xsl:choose>
      <xsl:when test="$lang-a = 'sv' and $b"><xsl:value-of select="$lang-b"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$lang-a"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:template match="/reading">
    <document>
      <xsl:copy-of select="$a/@*"/>
      <xsl:if test="$missing">
        <xsl:attribute name="style"><xsl:value-of select="$style"/></xsl:attribute>
      </xsl:if>
      <xsl:copy-of select="$a/word"/>
      <xsl:if test="@draft = 'yes'">
        <xsl:apply-templates select="$notices/language[@tag = $foreign]/draft" mode="mark"/>
        <xsl:apply-templates select="$notices/language[@tag = 'sv']/draft" mode="mark"/>
      </xsl:if>
      <xsl:variable name="top" select="$a/letterhead | $a/date | $a/address | $a/reference | $a/code"/>
      <xsl:for-each select="$top"><xsl:call-template name="one-of"/></xsl:for-each>
      <xsl:call-template name="notice"/>
      <xsl:if test="$b"><xsl:call-template name="which"/></xsl:if>
      <xsl:for-each select="$a/*[not(self::word)][count(. | $top) != count($top)]"><xsl:call-template name="one-of"/></xsl:for-each>
    </document>
  </xsl:template>

  <xsl:template match="draft" mode="mark">
    <draft lang="{../@tag}"><xsl:value-of select="normalize-space()"/></draft>
  </xsl:template>

  <xsl:template name="notice">
    <xsl:if test="$missing">
      <xsl:variable name="language" select="$notices/language[@tag = $missing]"/>
      <xsl:for-each select="$language/missing">
        <notice lang="{$missing}"><p><xsl:value-of select="normalize-space()"/></p></notice>
      </xsl:for-each>
      <notice lang="sv">
        <p>
          <xsl:text>Texten finns inte på </xsl:text>
          <xsl:choose>
            <xsl:when test="$language"><xsl:value-of select="$language/@swedish"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="d:locale($missing)/@name"/></xsl:otherwise>
          </xsl:choose>
          <xsl:text> än. Därför är den på svenska. Säg till om du vill ha tolk, så ordnar vi det.</xsl:text>
        </p>
      </notice>
    </xsl:if>
  </xsl:template>

  <!-- Which half is which, and which of them a consent is signed in. -->
  <xsl:template name="which">
    <pair>
      <half lang="{$lang-a}"><p><b><xsl:value-of select="d:locale($lang-a)/@name"/></b></p></half>
      <half lang="{$lang-b}"><p><b><xsl:value-of select="d:locale($lang-b)/@name"/></b></p></half>
    </pair>
    <xsl:if test="$a/@kind = 'consent' and ($lang-a = 'sv' or $lang-b = 'sv')">
      <xsl:variable name="language" select="$notices/language[@tag = $foreign]"/>
      <xsl:for-each select="$language/sign"><notice lang="{$foreign}"><p><xsl:value-of select="normalize-space()"/></p></notice></xsl:for-each>
      <notice lang="sv"><p><xsl:value-of select="concat('Underskriften gäller texten på ', $language/@swedish,
          '. Den svenska texten säger samma sak, så att personalen kan följa med.')"/></p></notice>
    </xsl:if>
  </xsl:template>

  <!-- ================================================= two into one -->
  <!-- The context is an element of the first document; other is its counterpart, if there is one. -->
  <xsl:template name="one-of">
    <xsl:choose>
      <xsl:when test="$b">
        <xsl:apply-templates select="." mode="two">
          <xsl:with-param name="other" select="$b/*[count(preceding-sibling::*) = count(current()/preceding-sibling::*)]"/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise><xsl:copy-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="children">
    <xsl:param name="other"/>
    <xsl:for-each select="*">
      <xsl:variable name="n" select="position()"/>
      <xsl:apply-templates select="." mode="two"><xsl:with-param name="other" select="$other/*[$n]"/></xsl:apply-templates>
    </xsl:for-each>
  </xsl:template>

  <!-- Blocks that hold blocks. -->
  <xsl:template match="*" mode="two">
    <xsl:param name="other"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:call-template name="children"><xsl:with-param name="other" select="$other"/></xsl:call-template>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="letterhead | date | address | code | labels | column | space" mode="two"><xsl:copy-of select="."/></xsl:template>

  <!-- Side by side. -->
  <xsl:template match="h | p" mode="two">
    <xsl:param name="other"/>
    <xsl:choose>
      <xsl:when test="normalize-space() = normalize-space($other)"><xsl:copy-of select="."/></xsl:when>
      <xsl:otherwise>
        <pair>
          <xsl:if test="self::h"><xsl:attribute name="keep">next</xsl:attribute></xsl:if>
          <half lang="{$lang-a}"><xsl:copy-of select="."/></half>
          <half lang="{$lang-b}">
            <xsl:for-each select="$other">
              <xsl:copy><xsl:copy-of select="@*[name() != 'picture']"/><xsl:if test="self::h"><xsl:attribute name="copy">yes</xsl:attribute></xsl:if><xsl:copy-of select="node()"/></xsl:copy>
            </xsl:for-each>
          </half>
        </pair>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- In a table, a field or under a tick there is no room for two columns. -->
  <xsl:template match="item//p | cell//p | text//p | field//p | note//p" mode="two" priority="1">
    <xsl:param name="other"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:call-template name="under"><xsl:with-param name="other" select="$other"/></xsl:call-template>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="list[not(@kind = 'tick')]" mode="two">
    <xsl:param name="other"/>
    <xsl:variable name="list" select="."/>
    <xsl:for-each select="item">
      <xsl:variable name="n" select="position()"/>
      <xsl:variable name="its" select="$other/item[$n]"/>
      <xsl:choose>
        <xsl:when test="normalize-space() = normalize-space($its)">
          <list><xsl:copy-of select="$list/@*"/><xsl:attribute name="from"><xsl:value-of select="$n"/></xsl:attribute><xsl:copy-of select="."/></list>
        </xsl:when>
        <xsl:otherwise>
          <pair>
            <half lang="{$lang-a}"><list from="{$n}"><xsl:copy-of select="$list/@*"/><xsl:copy-of select="."/></list></half>
            <half lang="{$lang-b}"><list from="{$n}"><xsl:copy-of select="$list/@*"/><xsl:copy-of select="$its"/></list></half>
          </pair>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- Words: one under the other, or once. -->
  <xsl:template match="label | text | item | cell | tick | line | caption" mode="two">
    <xsl:param name="other"/>
    <xsl:copy>
      <xsl:copy-of select="@*[not(name() = 'lang')]"/>
      <xsl:choose>
        <xsl:when test="p | list | text | lines | form | tick">
          <xsl:call-template name="children"><xsl:with-param name="other" select="$other"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="under"><xsl:with-param name="other" select="$other"/></xsl:call-template></xsl:otherwise>
      </xsl:choose>
    </xsl:copy>
  </xsl:template>

  <!-- Before a line to write on, and in a row: after one another. -->
  <xsl:template match="entry/label | choice | lines/label | enclosures/label | enclosures/item" mode="two" priority="1">
    <xsl:param name="other"/>
    <xsl:copy>
      <xsl:copy-of select="@*[not(name() = 'lang')]"/>
      <xsl:call-template name="under">
        <xsl:with-param name="other" select="$other"/><xsl:with-param name="between" select="' / '"/>
      </xsl:call-template>
    </xsl:copy>
  </xsl:template>

  <xsl:template name="under">
    <xsl:param name="other"/>
    <xsl:param name="between" select="''"/>
    <xsl:choose>
      <xsl:when test="normalize-space() = normalize-space($other)"><xsl:copy-of select="@lang | node()"/></xsl:when>
      <xsl:otherwise>
        <s><xsl:call-template name="own-lang"><xsl:with-param name="lang" select="$lang-a"/></xsl:call-template><xsl:copy-of select="node()"/></s>
        <xsl:choose>
          <xsl:when test="$between"><xsl:value-of select="$between"/></xsl:when>
          <xsl:otherwise><br/></xsl:otherwise>
        </xsl:choose>
        <xsl:for-each select="$other">
          <s><xsl:call-template name="own-lang"><xsl:with-param name="lang" select="$lang-b"/></xsl:call-template><xsl:copy-of select="node()"/></s>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The words' own language where they are not a translation. -->
  <xsl:template name="own-lang">
    <xsl:param name="lang"/>
    <xsl:attribute name="lang">
      <xsl:choose><xsl:when test="@lang"><xsl:value-of select="@lang"/></xsl:when><xsl:otherwise><xsl:value-of select="$lang"/></xsl:otherwise></xsl:choose>
    </xsl:attribute>
  </xsl:template>
</xsl:stylesheet>
