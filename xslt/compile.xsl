<?xml version="1.0" encoding="UTF-8"?>
<!--
  compile.xsl: a document template (templates/documents/KIND.xml) becomes an XSLT stylesheet that
  turns the view of one recipient (view.xsl) into the document (document.xsd), in one language.

  THE TEMPLATE LANGUAGE (schema: template.xsd, namespace urn:duform:template:1)

  A template is the Swedish document. Its elements are the elements of the document: title,
  letterhead, address, reference, section, h, p, list and item, fields and field (label, text),
  table, note, tick, form and entry, lines, signature, enclosures. What stands between the
  instructions is printed.

  Units. All words for the reader stand in units: an element with an id, which is stable and never
  used again for something else. A unit is what a translator gets: one heading, one paragraph,
  one label, or one sentence. Several sentences of one paragraph, each with its own condition, are
  <s id="…"> in a p, item, text or note without an id; they are joined by one space. Words outside a
  unit are an error.

  A unit with a count has two forms in Swedish, and in another language as many as that has:
    <s id="…" plural="XPATH"><one>…</one><other>…</other></s>    XPATH gives the count
  Where a form stands for one number alone ("one" in Swedish), the text may leave the number out.

  In a unit stand words and inline elements only:
    <value of="XPATH" as="text|date|time|time-range|number|phone|name|personal-number|list|count|party|profile"/>
        a value of the view. form="short|long|weekday|monthyear" chooses the form of a date,
        to="XPATH" is the end of a time-range. optional="yes": nothing is printed where it is empty;
        otherwise an empty value stops the document, for a letter with a hole must not be sent.
        lang is taken from the view where the value says it. party: a name with, in brackets, a
        relation, which is said in the document's language (lang/words.xml). profile: a text of the
        region's profile, which has a unit of its own.
    <b>…</b>  strong.     <link to="XPATH or url">…</link>  a link.     <br/>  a new line.
  White space is free: line breaks and indents of the template count as one space.

  Instructions, round blocks and round sentences (never inside a unit, so that a translator never
  sees one):
    <if test="XPATH">…</if>
    <choose><when test="XPATH">…</when><otherwise>…</otherwise></choose>
    <each select="XPATH">…</each>     inside it, paths start at the selected element
    <paragraphs of="XPATH"/>          free text of the case: a p for each p of the view's element
    <letterhead/> <address/>          what the view holds under these names
    <code/>                           a QR code of reference, kind and version, for scanned forms;
                                      kind="…": where a form is part of a document of another kind
    <return-address/>                 the view's address for answers, as an address
    <word name="page">…</word>        words that the page repeats in its margins: page, reference
    <h level="2" picture="NAME">      a pictogram of lang/pictures.xml before the heading, in easy-read
    <tick test="XPATH">, <item test="XPATH"> in a list of ticks: the box is ticked where it is true

  Places to write on, for templates with blank="yes": see compile/blank.xsl; to fill in on screen:
  compile/field.xsl. reader="person" at the
  root says that the text is larger than in letters to offices. edition="easy" marks an edition of
  its own for the style easy, in KIND.easy.xml; the ids of its units begin with KIND.easy.

  Paths are XPath 1.0 on the view, whose root element is where they start. They can see nothing
  else. The functions of urn:duform:functions:1 may be used with the prefix d.

  TRANSLATION. With lang other than sv the words of a unit are taken from lang/LANG.xlf, XLIFF 1.2:
  trans-unit id = KIND.ID. It is used only if its source says the same as the unit
  says now: inline elements are numbered in the unit, <x id="1"/> stands for a value or br,
  <g id="2">…</g> for b or link, and if its state is one that the profile allows to be printed. A
  unit without a usable translation stays Swedish and is marked with lang="sv" and gap="yes"; a
  document with gaps is printed as a draft only (transform/reader.c).
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:out="urn:duform:alias"
    xmlns:t="urn:duform:template:1"
    xmlns:d="urn:duform:functions:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:x="urn:oasis:names:tc:xliff:document:1.2"
    exclude-result-prefixes="t x p">

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:output method="xml" indent="no"/>

  <xsl:param name="lang" select="'sv'"/>
  <!-- yes: translations of any state are printed. -->
  <xsl:param name="draft" select="''"/>

  <xsl:variable name="kind" select="string(/t:template/@kind)"/>
  <!-- Before the id of a unit, in lang/LANG.xlf. -->
  <xsl:variable name="units">
    <xsl:value-of select="$kind"/>
    <xsl:if test="/t:template/@edition"><xsl:value-of select="concat('.', /t:template/@edition)"/></xsl:if>
  </xsl:variable>
  <!-- How far a translation must have come (1 translated, 2 reviewed, 3 final), as the profile says for
       the language; letters and leaflets are told apart in lang/locales.xml. -->
  <xsl:variable name="gate" select="d:profile()/p:profile/p:languages/p:language[@tag = $lang]"/>
  <xsl:variable name="is-leaflet" select="contains(concat(' ', d:locale('sv')/../@leaflets, ' '), concat(' ', $kind, ' '))"/>
  <xsl:variable name="needed-state" select="($gate/@leaflets[$is-leaflet] | $gate/@letters[not($is-leaflet)])[1]"/>
  <xsl:variable name="needed" select="3 - ($needed-state = 'reviewed') - 2 * ($needed-state = 'translated')"/>
  <!-- The language as a literal in the paths of the result. -->
  <xsl:variable name="lang-literal" select="concat(&quot;'&quot;, $lang, &quot;'&quot;)"/>

  <xsl:include href="compile/unit.xsl"/>
  <xsl:include href="compile/plural.xsl"/>
  <xsl:include href="compile/value.xsl"/>
  <xsl:include href="compile/blank.xsl"/>
  <xsl:include href="compile/words.xsl"/>
  <xsl:include href="compile/field.xsl"/>

  <xsl:template match="/">
    <xsl:if test="not(t:template)">
      <xsl:message terminate="yes">compile: not a template</xsl:message>
    </xsl:if>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="t:template">
    <out:stylesheet version="1.0" exclude-result-prefixes="d">
      <out:output method="xml" indent="no"/>
      <out:template match="/view">
        <document kind="{$kind}" lang="{$lang}" dir="{d:direction($lang)}">
          <xsl:copy-of select="@reader"/>
          <out:attribute name="style"><out:value-of select="@style"/></out:attribute>
          <out:attribute name="ref"><out:value-of select="@ref"/></out:attribute>
          <out:attribute name="date"><out:value-of select="@date"/></out:attribute>
          <xsl:if test="not(@reader)"><out:copy-of select="@reader"/></xsl:if>
          <xsl:call-template name="root-path"/>
          <xsl:apply-templates/>
          <xsl:call-template name="hidden-fields"/>
        </document>
      </out:template>
      <xsl:if test="$lang != 'sv' and .//t:value[@as = 'party']"><xsl:call-template name="relations"/></xsl:if>
      <out:template match="/*[not(self::view)]">
        <out:message terminate="yes"><xsl:value-of select="$kind"/>: not a view</out:message>
      </out:template>
    </out:stylesheet>
  </xsl:template>

  <!-- The title is neutral (kind of document, nobody's name): it becomes metadata of the file. -->
  <xsl:template match="t:title">
    <out:attribute name="title"><xsl:call-template name="unit-text"/></out:attribute>
  </xsl:template>

  <!-- Instructions -->
  <xsl:template match="t:if">
    <xsl:if test="not(@fill) or (@fill = 'yes') = $fields">
      <out:if><xsl:attribute name="test"><xsl:call-template name="test"/></xsl:attribute><xsl:apply-templates/></out:if>
    </xsl:if>
  </xsl:template>
  <xsl:template match="t:choose">
    <out:choose><xsl:apply-templates/></out:choose>
  </xsl:template>
  <xsl:template match="t:when">
    <xsl:if test="not(@fill) or (@fill = 'yes') = $fields">
      <out:when><xsl:attribute name="test"><xsl:call-template name="test"/></xsl:attribute><xsl:apply-templates/></out:when>
    </xsl:if>
  </xsl:template>
  <xsl:template match="t:otherwise">
    <out:otherwise><xsl:apply-templates/></out:otherwise>
  </xsl:template>
  <xsl:template match="t:each">
    <out:for-each><xsl:attribute name="select"><xsl:call-template name="selection"/></xsl:attribute><xsl:call-template name="row-path"/><xsl:apply-templates/></out:for-each>
  </xsl:template>

  <xsl:template match="t:letterhead | t:address">
    <out:copy-of select="/view/{local-name()}"/>
  </xsl:template>

  <!-- The code that a scanned form is filed by: the reference, its kind and version, no more. None on
       a blank, which belongs to no case, and none where data are protected. -->
  <xsl:template match="t:code">
    <xsl:variable name="of" select="concat(@kind, substring($kind, 1 + 1000 * boolean(@kind)))"/>
    <out:if test="string(/view/@ref) and not(/view/@blank) and not(/view/@protected = 'yes')">
      <code text="duform:1:{{/view/@ref}}:{$of}:{{/view/@version}}"/>
    </out:if>
  </xsl:template>

  <!-- Where answers go. -->
  <xsl:template match="t:return-address">
    <out:for-each select="/view/reply/address"><address><out:copy-of select="line"/></address></out:for-each>
  </xsl:template>

  <!-- Free text of the case, a paragraph each, in the language that it was written in. -->
  <xsl:template match="t:paragraphs">
    <xsl:choose>
      <xsl:when test="$fields and @path">
        <lines n="{@blank}">
          <xsl:call-template name="field"><xsl:with-param name="kind" select="'multiline'"/><xsl:with-param name="rows" select="@blank"/></xsl:call-template>
        </lines>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="paragraphs"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="paragraphs">
    <out:for-each select="({@of})/p">
      <p>
        <xsl:copy-of select="@class"/>
        <xsl:call-template name="value-language"><xsl:with-param name="of" select="'.'"/></xsl:call-template>
        <v kind="text"><out:value-of select="normalize-space(.)"/></v>
      </p>
    </out:for-each>
    <xsl:if test="$blanks and @blank"><out:if test="/view/@blank and not(({@of})/p)"><lines n="{@blank}"/></out:if></xsl:if>
  </xsl:template>

  <!-- Everything else keeps its name; an id makes it a unit. -->
  <xsl:template match="t:*">
    <xsl:element name="{local-name()}">
      <xsl:call-template name="look"/>
      <xsl:choose>
        <xsl:when test="@id"><xsl:call-template name="unit"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="field-inside"/>
    </xsl:element>
  </xsl:template>

  <!-- Attributes go into the document, but for those that are read here. -->
  <xsl:template name="look">
    <xsl:copy-of select="@*[not(contains(' id plural test path on as size options required ', concat(' ', name(), ' ')))]
                         [not(name() = 'rows') or parent::t:labels]"/>
  </xsl:template>

  <!-- One sentence of several: the space between two is the first one's. -->
  <xsl:template match="t:s">
    <s>
      <xsl:call-template name="unit"/>
    </s>
  </xsl:template>

  <!-- Block that holds only values, without words: no unit is needed. -->
  <xsl:template match="t:value | t:br | t:b | t:link">
    <xsl:apply-templates select="." mode="inline"/>
  </xsl:template>

  <xsl:template match="text()">
    <xsl:if test="normalize-space()">
      <xsl:message terminate="yes">
        <xsl:value-of select="concat($kind, ': words outside a unit, in ', local-name(..))"/>
      </xsl:message>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
