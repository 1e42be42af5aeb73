<?xml version="1.0" encoding="UTF-8"?>
<!-- For the comparison of speed: the XSL-FO of a letter as HTML and CSS for WeasyPrint. The same words in
     the same boxes, sizes, colours and tables; of headers and footers the words of the footer; no
     bookmarks, no QR code, no structure but headings, lists and tables. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:dc="http://purl.org/dc/elements/1.1/" exclude-result-prefixes="fo dc">
  <xsl:output method="html" encoding="UTF-8" indent="no"/>
  <xsl:variable name="first" select="//fo:simple-page-master[1]/fo:region-body"/>
  <xsl:variable name="rest" select="//fo:simple-page-master[2]/fo:region-body"/>
  <xsl:variable name="footer" select="(//fo:static-content[@flow-name = 'footer'])[1]"/>

  <xsl:template match="/fo:root">
    <html lang="{@xml:lang}">
      <head>
        <title><xsl:value-of select="//dc:title"/></title>
        <style>
          @page { size: 210mm 297mm; margin: <xsl:value-of select="concat($rest/@margin-top, ' ', $rest/@margin-right, ' ', $rest/@margin-bottom, ' ', $rest/@margin-left)"/>;
                  @bottom-left { font: 8.5pt 'Noto Sans'; color: #4a4a4a; width: 100%; vertical-align: top; content: "<xsl:value-of select="normalize-space(translate($footer, '&quot;', ''))"/>" } }
          @page :first { margin-top: <xsl:value-of select="$first/@margin-top"/> }
          body { margin: 0; hyphens: none; <xsl:call-template name="look"/> }
          table { border-collapse: collapse; table-layout: fixed; width: 100% } td, th { text-align: start; vertical-align: top }
          ul { list-style: none; margin: 0; padding: 0 } li { position: relative; padding-left: 6mm } li > i { position: absolute; left: 0; font-style: normal }
          h1, h2, h3, p { margin: 0; font-weight: normal } .leader { display: inline-block; width: 40mm; border-bottom: 0.6pt solid }
        </style>
      </head>
      <body><xsl:apply-templates select="fo:page-sequence/fo:flow"/></body>
    </html>
  </xsl:template>

  <xsl:template match="fo:flow"><div><xsl:if test="../preceding-sibling::fo:page-sequence"><xsl:attribute name="style">break-before: page; position: relative; padding-top: <xsl:value-of select="translate($first/@margin-top, 'm', '') - translate($rest/@margin-top, 'm', '')"/>mm</xsl:attribute></xsl:if><xsl:apply-templates/></div></xsl:template>

  <!-- Properties that have the same name in CSS, and those of space and indents. -->
  <xsl:template name="look">
    <xsl:for-each select="@*[contains(' font-family font-size line-height font-weight color text-align background-color border-top border-bottom padding padding-top padding-bottom width height ', concat(' ', name(), ' '))]">
      <xsl:value-of select="concat(name(), ': ', ., '; ')"/>
    </xsl:for-each>
    <xsl:if test="@space-before">margin-top: <xsl:value-of select="@space-before"/>; </xsl:if>
    <xsl:if test="@space-after">margin-bottom: <xsl:value-of select="@space-after"/>; </xsl:if>
    <xsl:if test="@*[name() = 'keep-together.within-page'] = 'always'">break-inside: avoid; </xsl:if>
    <xsl:if test="@*[name() = 'keep-with-next.within-page'] = 'always'">break-after: avoid; </xsl:if>
    <xsl:if test="@break-before = 'page'">break-before: page; </xsl:if>
  </xsl:template>

  <!-- Places on the first sheet are measured from its edge, in CSS from the text area. -->
  <xsl:template match="fo:block-container[@absolute-position = 'fixed']">
    <div>
      <xsl:attribute name="style">position: absolute; left: <xsl:value-of select="translate(@left, 'm', '') - translate($first/@margin-left, 'm', '')"/>mm; top: <xsl:value-of select="translate(@top, 'm', '') - translate(($first[not(current()/ancestor::fo:page-sequence/preceding-sibling::fo:page-sequence)] | $rest[current()/ancestor::fo:page-sequence/preceding-sibling::fo:page-sequence])/@margin-top, 'm', '')"/>mm; <xsl:call-template name="look"/></xsl:attribute>
      <xsl:apply-templates/>
    </div>
  </xsl:template>
  <xsl:template match="fo:block-container"><div><xsl:attribute name="style"><xsl:call-template name="look"/></xsl:attribute><xsl:apply-templates/></div></xsl:template>
  <xsl:template match="fo:block">
    <xsl:variable name="name">
      <xsl:choose><xsl:when test="starts-with(@role, 'H') and not(@role = 'artifact')"><xsl:value-of select="translate(@role, 'H', 'h')"/></xsl:when><xsl:when test="@role = 'P' and not(fo:block)">p</xsl:when><xsl:otherwise>div</xsl:otherwise></xsl:choose>
    </xsl:variable>
    <xsl:element name="{$name}"><xsl:attribute name="style"><xsl:call-template name="look"/></xsl:attribute><xsl:apply-templates/></xsl:element>
  </xsl:template>
  <xsl:template match="fo:inline"><span><xsl:attribute name="style"><xsl:call-template name="look"/></xsl:attribute><xsl:apply-templates/></span></xsl:template>
  <xsl:template match="fo:basic-link"><a href="{translate(@external-destination, &quot;'&quot;, '')}"><xsl:apply-templates/></a></xsl:template>
  <xsl:template match="fo:leader"><span class="leader"/></xsl:template>
  <xsl:template match="fo:list-block"><ul><xsl:attribute name="style"><xsl:call-template name="look"/></xsl:attribute><xsl:apply-templates/></ul></xsl:template>
  <xsl:template match="fo:list-item"><li><xsl:attribute name="style"><xsl:call-template name="look"/></xsl:attribute><i><xsl:value-of select="normalize-space(fo:list-item-label)"/></i><xsl:apply-templates select="fo:list-item-body/*"/></li></xsl:template>
  <xsl:template match="fo:table"><table><xsl:attribute name="style"><xsl:call-template name="look"/></xsl:attribute><xsl:apply-templates/></table></xsl:template>
  <xsl:template match="fo:table-column"><col><xsl:if test="contains(@column-width, 'mm')"><xsl:attribute name="style">width: <xsl:value-of select="@column-width"/></xsl:attribute></xsl:if></col></xsl:template>
  <xsl:template match="fo:table-header | fo:table-body"><tbody><xsl:apply-templates/></tbody></xsl:template>
  <xsl:template match="fo:table-row"><tr><xsl:attribute name="style"><xsl:call-template name="look"/></xsl:attribute><xsl:apply-templates/></tr></xsl:template>
  <xsl:template match="fo:table-cell">
    <xsl:variable name="name"><xsl:choose><xsl:when test="@role = 'TH'">th</xsl:when><xsl:otherwise>td</xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:element name="{$name}"><xsl:attribute name="style"><xsl:call-template name="look"/></xsl:attribute><xsl:apply-templates/></xsl:element>
  </xsl:template>
  <xsl:template match="fo:instream-foreign-object | fo:external-graphic | fo:page-number | fo:page-number-citation"/>
</xsl:stylesheet>
