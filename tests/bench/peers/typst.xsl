<?xml version="1.0" encoding="UTF-8"?>
<!-- For the comparison of speed: the XSL-FO of a letter as Typst. The same words in the same boxes,
     sizes, colours and tables; of headers and footers the words of the footer; no bookmarks, no QR
     code. Strings are written as Typst strings, so that no word is markup. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:strip-space elements="fo:block-container fo:list-block fo:list-item fo:list-item-body fo:list-item-label fo:table fo:table-body fo:table-header fo:table-row fo:table-cell fo:flow fo:page-sequence fo:root"/>
  <xsl:variable name="first" select="//fo:simple-page-master[1]/fo:region-body"/>
  <xsl:variable name="rest" select="//fo:simple-page-master[2]/fo:region-body"/>

  <xsl:template match="/fo:root">
    <xsl:text>#set document(title: "</xsl:text><xsl:value-of select="//dc:title"/><xsl:text>")&#xA;</xsl:text>
    <xsl:value-of select="concat('#set page(paper: &quot;a4&quot;, margin: (top: ', $rest/@margin-top, ', bottom: ', $rest/@margin-bottom, ', left: ', $rest/@margin-left, ', right: ', $rest/@margin-right, '), footer: text(size: 8.5pt)[#&quot;')"/>
    <xsl:value-of select="normalize-space(translate((//fo:static-content[@flow-name = 'footer'])[1], '&quot;\', ''))"/>
    <xsl:text>"])&#xA;</xsl:text>
    <xsl:value-of select="concat('#set text(font: &quot;', @font-family, '&quot;, size: ', @font-size, ', lang: &quot;', @xml:lang, '&quot;, hyphenate: false)&#xA;')"/>
    <xsl:text>#set par(leading: 0.62em, spacing: 0pt)&#xA;#set block(spacing: 0pt)&#xA;#show heading: it =&gt; it.body&#xA;</xsl:text>
    <xsl:for-each select="fo:page-sequence/fo:flow">
      <xsl:if test="position() &gt; 1">#pagebreak()&#xA;</xsl:if>
      <xsl:value-of select="concat('#v(', $first/@margin-top, ' - ', $rest/@margin-top, ')&#xA;')"/>
      <xsl:apply-templates/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="text-look">
    <xsl:if test="@font-size[contains(., 'pt')]"><xsl:value-of select="concat('size: ', @font-size, ', ')"/></xsl:if>
    <xsl:if test="@font-weight = 'bold'">weight: "bold", </xsl:if>
    <xsl:if test="starts-with(@color, '#')"><xsl:value-of select="concat('fill: rgb(&quot;', @color, '&quot;), ')"/></xsl:if>
  </xsl:template>
  <xsl:template name="block-look">
    <xsl:if test="contains(@space-before, 'pt')"><xsl:value-of select="concat('above: ', @space-before, ', ')"/></xsl:if>
    <xsl:if test="contains(@space-after, 'pt')"><xsl:value-of select="concat('below: ', @space-after, ', ')"/></xsl:if>
    <xsl:if test="@background-color"><xsl:value-of select="concat('fill: rgb(&quot;', @background-color, '&quot;), ')"/></xsl:if>
    <xsl:if test="@*[name() = 'keep-together.within-page'] = 'always'">breakable: false, </xsl:if>
  </xsl:template>

  <xsl:template match="fo:block-container[@absolute-position = 'fixed']">
    <xsl:value-of select="concat('#place(top + left, dx: ', @left, ' - ', $rest/@margin-left, ', dy: ', @top, ' - ', $rest/@margin-top, ', block(width: ', @width, ')[')"/>
    <xsl:apply-templates/>
    <xsl:text>])&#xA;</xsl:text>
  </xsl:template>
  <xsl:template match="fo:block">
    <xsl:text>#block(inset: (y: 0.2em), </xsl:text><xsl:call-template name="block-look"/><xsl:text>width: 100%)[#text(</xsl:text>
    <xsl:call-template name="text-look"/>
    <xsl:text>style: "normal")[</xsl:text>
    <xsl:if test="starts-with(@role, 'H') and string-length(@role) = 2"><xsl:value-of select="concat('#heading(level: ', substring(@role, 2), ')[')"/></xsl:if>
    <xsl:apply-templates/>
    <xsl:if test="starts-with(@role, 'H') and string-length(@role) = 2">]</xsl:if>
    <xsl:text>]]&#xA;</xsl:text>
  </xsl:template>
  <xsl:template match="fo:inline"><xsl:text>#text(</xsl:text><xsl:call-template name="text-look"/><xsl:text>style: "normal")[</xsl:text><xsl:apply-templates/><xsl:text>]</xsl:text></xsl:template>
  <xsl:template match="fo:basic-link"><xsl:value-of select="concat('#link(&quot;', translate(substring-before(substring-after(@external-destination, 'url('), ')'), &quot;'&quot;, ''), '&quot;)[')"/><xsl:apply-templates/><xsl:text>]</xsl:text></xsl:template>
  <xsl:template match="fo:leader"><xsl:text>#box(width: 40mm, stroke: (bottom: 0.6pt))</xsl:text></xsl:template>
  <xsl:template match="fo:list-block"><xsl:text>#block(</xsl:text><xsl:call-template name="block-look"/><xsl:text>width: 100%)[#grid(columns: (6mm, 1fr), row-gutter: 2.5pt, </xsl:text><xsl:apply-templates select="fo:list-item"/><xsl:text>)]&#xA;</xsl:text></xsl:template>
  <xsl:template match="fo:list-item">[#"<xsl:value-of select="normalize-space(fo:list-item-label)"/>"], [<xsl:apply-templates select="fo:list-item-body/*"/>], </xsl:template>
  <xsl:template match="fo:table">
    <xsl:text>#block(</xsl:text><xsl:call-template name="block-look"/><xsl:text>width: 100%)[#table(stroke: none, columns: (</xsl:text>
    <xsl:for-each select="fo:table-column"><xsl:choose><xsl:when test="contains(@column-width, 'mm')"><xsl:value-of select="@column-width"/></xsl:when><xsl:otherwise>1fr</xsl:otherwise></xsl:choose>, </xsl:for-each>
    <xsl:text>), </xsl:text>
    <xsl:for-each select=".//fo:table-cell">[<xsl:apply-templates/>], </xsl:for-each>
    <xsl:text>)]&#xA;</xsl:text>
  </xsl:template>
  <xsl:template match="text()"><xsl:if test="string-length()">#"<xsl:value-of select="translate(translate(., '\&quot;', ''), '&#xA;&#x9;', '  ')"/>"</xsl:if></xsl:template>
  <xsl:template match="fo:instream-foreign-object | fo:external-graphic | fo:page-number | fo:page-number-citation"/>
</xsl:stylesheet>
