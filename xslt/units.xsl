<?xml version="1.0" encoding="UTF-8"?>
<!--
  units.xsl: the words of a template that a translator gets, as one file element of XLIFF 1.2.

  What is translated is what a person reads. Which kinds those are stands in lang/locales.xml; in
  them, passages for a unit of an authority alone are left out. The ids, the numbers of the inline
  elements and the text of a source are what compile.xsl compares a translation with.

  Besides the templates: the words of a case that have units (lang/words.xml), and what a region's
  profile says to the reader.

  A note says where the words stand: what they are, under which heading, who reads them.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="urn:oasis:names:tc:xliff:document:1.2"
    xmlns:t="urn:duform:template:1"
    xmlns:d="urn:duform:functions:1"
    xmlns:p="urn:duform:profile:1"
    exclude-result-prefixes="t d p">

  <xsl:output method="xml" indent="no"/>
  <xsl:param name="lang"/>

  <xsl:variable name="names" select="document('../lang/values.xml')/values"/>
  <xsl:variable name="original">
    <xsl:value-of select="/t:template/@kind"/>
    <xsl:if test="/t:words">words</xsl:if>
    <xsl:if test="/p:profile"><xsl:value-of select="concat('profile.', /p:profile/@region)"/></xsl:if>
    <xsl:if test="/t:template/@edition"><xsl:value-of select="concat('.', /t:template/@edition)"/></xsl:if>
  </xsl:variable>

  <xsl:template match="/">
    <xliff version="1.2">
      <xsl:text>&#10;  </xsl:text>
      <file original="{$original}" source-language="sv" datatype="xml">
        <xsl:if test="$lang != 'sv'"><xsl:attribute name="target-language"><xsl:value-of select="$lang"/></xsl:attribute></xsl:if>
        <xsl:text>&#10;    </xsl:text>
        <body>
          <xsl:apply-templates select="//t:*[@id] | /p:profile/p:feedback[@letters = 'yes']/p:text"/>
          <xsl:text>&#10;    </xsl:text>
        </body>
        <xsl:text>&#10;  </xsl:text>
      </file>
      <xsl:text>&#10;</xsl:text>
    </xliff>
  </xsl:template>

  <!-- For staff alone. -->
  <xsl:template match="t:*[@id][ancestor::t:when[contains(@test, &quot;@role = 'unit'&quot;) and not(contains(@test, ' or '))]]"
                priority="1"/>

  <xsl:template match="t:*[@id]">
    <xsl:text>&#10;      </xsl:text>
    <trans-unit id="{$original}.{@id}">
      <xsl:text>&#10;        </xsl:text>
      <source xml:lang="sv"><xsl:call-template name="source"/></source>
      <xsl:text>&#10;        </xsl:text>
      <note from="duform" annotates="source"><xsl:call-template name="context"/></note>
      <xsl:text>&#10;      </xsl:text>
    </trans-unit>
  </xsl:template>

  <!-- A region's own words to the reader, named by the element that holds them. -->
  <xsl:template match="p:text">
    <xsl:text>&#10;      </xsl:text>
    <trans-unit id="{$original}.{local-name(..)}">
      <xsl:text>&#10;        </xsl:text>
      <source xml:lang="sv"><xsl:value-of select="normalize-space()"/></source>
      <xsl:text>&#10;        </xsl:text>
      <note from="duform" annotates="source"><xsl:value-of select="concat('Regionens text till läsaren (', ../@name, ').')"/></note>
      <xsl:text>&#10;      </xsl:text>
    </trans-unit>
  </xsl:template>

  <!-- With a count: one unit for each form that the language has. -->
  <xsl:template match="t:*[@id][@plural]">
    <xsl:text>&#10;      </xsl:text>
    <group id="{$original}.{@id}" restype="x-gettext-plurals">
      <xsl:call-template name="forms"><xsl:with-param name="forms" select="d:plural-forms($lang)"/></xsl:call-template>
      <xsl:text>&#10;      </xsl:text>
    </group>
  </xsl:template>

  <xsl:template name="forms">
    <xsl:param name="forms"/>
    <xsl:variable name="form" select="substring-before(concat($forms, ' '), ' ')"/>
    <xsl:text>&#10;      </xsl:text>
    <trans-unit id="{$original}.{@id}.{$form}">
      <xsl:text>&#10;        </xsl:text>
      <source xml:lang="sv">
        <xsl:for-each select="t:one[$form = 'one'] | t:other[$form != 'one']"><xsl:call-template name="source"/></xsl:for-each>
      </source>
      <xsl:text>&#10;        </xsl:text>
      <note from="duform" annotates="source">
        <xsl:call-template name="context"/>
        <xsl:value-of select="concat(' Formen ', $form, ', för antalen ', d:plural-examples($form, $lang), '.')"/>
      </note>
      <xsl:text>&#10;      </xsl:text>
    </trans-unit>
    <xsl:if test="contains($forms, ' ')">
      <xsl:call-template name="forms"><xsl:with-param name="forms" select="substring-after($forms, ' ')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- ================================================= the words -->
  <xsl:template name="source">
    <xsl:apply-templates select="node()" mode="source"><xsl:with-param name="unit" select="."/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="text()" mode="source">
    <xsl:variable name="barred" select="normalize-space(concat('|', ., '|'))"/>
    <xsl:variable name="inner" select="substring($barred, 2, string-length($barred) - 2)"/>
    <xsl:variable name="edge" select="parent::*/@id or ../../@plural"/>
    <xsl:variable name="first" select="$edge and not(preceding-sibling::node()[not(self::comment())]) and starts-with($inner, ' ')"/>
    <xsl:variable name="last" select="$edge and not(following-sibling::node()[not(self::comment())])
                                      and substring($inner, string-length($inner)) = ' '"/>
    <xsl:value-of select="substring($inner, 1 + $first, string-length($inner) - $first - $last)"/>
  </xsl:template>

  <xsl:template match="t:value | t:br" mode="source">
    <xsl:param name="unit"/>
    <x>
      <xsl:call-template name="inline-id"><xsl:with-param name="unit" select="$unit"/></xsl:call-template>
      <xsl:attribute name="ctype">
        <xsl:choose>
          <xsl:when test="self::t:br">lb</xsl:when>
          <xsl:when test="$unit/../@plural = @of">x-count</xsl:when>
          <xsl:when test="@as"><xsl:value-of select="concat('x-', @as)"/></xsl:when>
          <xsl:otherwise>x-text</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:attribute name="equiv-text"><xsl:call-template name="value-name"/></xsl:attribute>
    </x>
  </xsl:template>

  <xsl:template match="t:b | t:link" mode="source">
    <xsl:param name="unit"/>
    <g>
      <xsl:call-template name="inline-id"><xsl:with-param name="unit" select="$unit"/></xsl:call-template>
      <xsl:attribute name="ctype"><xsl:choose><xsl:when test="self::t:b">bold</xsl:when><xsl:otherwise>link</xsl:otherwise></xsl:choose></xsl:attribute>
      <xsl:apply-templates mode="source"><xsl:with-param name="unit" select="$unit"/></xsl:apply-templates>
    </g>
  </xsl:template>

  <xsl:template name="inline-id">
    <xsl:param name="unit"/>
    <xsl:variable name="me" select="generate-id()"/>
    <xsl:attribute name="id">
      <xsl:for-each select="$unit//t:*"><xsl:if test="generate-id() = $me"><xsl:value-of select="position()"/></xsl:if></xsl:for-each>
    </xsl:attribute>
  </xsl:template>

  <!-- What a value is, in words: lang/values.xml, by its path and form. -->
  <xsl:template name="value-name">
    <xsl:variable name="of" select="string(@of)"/>
    <xsl:variable name="as" select="string(@as)"/>
    <xsl:variable name="named" select="$names/value[@of = $of][not(@as) or @as = $as]"/>
    <xsl:choose>
      <xsl:when test="self::t:br">{ny rad}</xsl:when>
      <xsl:when test="$named"><xsl:value-of select="concat('{', $named[last()], '}')"/></xsl:when>
      <xsl:when test="$names/as[@name = $as]"><xsl:value-of select="concat('{', $names/as[@name = $as], '}')"/></xsl:when>
      <xsl:otherwise>{uppgift ur ärendet}</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ================================================= where the words stand -->
  <xsl:template name="context">
    <xsl:value-of select="/t:words/@note"/>
    <xsl:if test="not(/t:words)"><xsl:call-template name="place"/></xsl:if>
  </xsl:template>

  <xsl:template name="place">
    <xsl:variable name="what" select="$names/element[@name = local-name(current())]"/>
    <xsl:choose>
      <xsl:when test="$what"><xsl:value-of select="$what"/></xsl:when>
      <xsl:otherwise>Text</xsl:otherwise>
    </xsl:choose>
    <xsl:for-each select="$names/kind[@name = /t:template/@kind] | $names/kind[@name = current()/ancestor::t:template/@kind]">
      <xsl:if test="position() = 1"><xsl:value-of select="concat(' i ', .)"/></xsl:if>
    </xsl:for-each>
    <xsl:if test="/t:template/@edition = 'easy'">, lättläst</xsl:if>
    <xsl:text>.</xsl:text>
    <!-- The heading before it, in the same branch. -->
    <xsl:if test="not(self::t:h or self::t:title or self::t:word)">
      <xsl:variable name="branches" select="ancestor::t:when | ancestor::t:otherwise"/>
      <xsl:variable name="heading" select="preceding::t:h[count(ancestor::t:when | ancestor::t:otherwise)
          = count((ancestor::t:when | ancestor::t:otherwise)[count(. | $branches) = count($branches)])][1]"/>
      <xsl:if test="$heading"><xsl:value-of select="concat(' Under rubriken ”', normalize-space($heading), '”.')"/></xsl:if>
    </xsl:if>
    <xsl:variable name="tests">
      <xsl:for-each select="ancestor::t:when | ancestor::t:if"><xsl:value-of select="concat(@test, ' ')"/></xsl:for-each>
    </xsl:variable>
    <xsl:variable name="readers">
      <xsl:for-each select="$names/reader[contains($tests, concat(&quot;@role = '&quot;, @name, &quot;'&quot;))]">
        <xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="."/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="string($readers)"><xsl:value-of select="concat(' Läses av: ', $readers, '.')"/></xsl:if>
  </xsl:template>
</xsl:stylesheet>
