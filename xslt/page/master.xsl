<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of page.xsl: page masters, running header, footer, fold marks. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:p="urn:duform:profile:1"
    exclude-result-prefixes="p">

  <!-- A sender who is not named has no footer: then there is no rule, and the text goes on to where it would
       stand. -->
  <xsl:variable name="footer" select="boolean($doc/letterhead[string(organisation) or contact or routine])"/>
  <xsl:variable name="bottom" select="$sheet/@bottom - 6 * not($footer)"/>

  <xsl:template name="masters">
    <fo:layout-master-set>
      <xsl:call-template name="master">
        <xsl:with-param name="name" select="'window'"/><xsl:with-param name="top" select="$first-top"/>
      </xsl:call-template>
      <xsl:call-template name="master">
        <xsl:with-param name="name" select="'continued'"/><xsl:with-param name="top" select="number($sheet/@continued)"/>
      </xsl:call-template>
      <xsl:if test="$doc/labels"><xsl:call-template name="labels-master"/></xsl:if>
      <fo:page-sequence-master master-name="letter">
        <fo:repeatable-page-master-alternatives>
          <fo:conditional-page-master-reference page-position="first" master-reference="window"/>
          <fo:conditional-page-master-reference page-position="rest" master-reference="continued"/>
        </fo:repeatable-page-master-alternatives>
      </fo:page-sequence-master>
    </fo:layout-master-set>
  </xsl:template>

  <xsl:template name="master">
    <xsl:param name="name"/>
    <xsl:param name="top"/>
    <fo:simple-page-master master-name="{$name}" page-width="{$sheet/@width}mm" page-height="{$sheet/@height}mm">
      <fo:region-body margin-top="{$top}mm" margin-bottom="{$bottom}mm"
                      margin-left="{$left}mm" margin-right="{$right}mm"/>
      <!-- precedence: they keep their width beside the mark of a draft -->
      <fo:region-before region-name="{$name}-header" precedence="true" extent="{$sheet/@top + 13}mm"/>
      <fo:region-after region-name="footer" precedence="true" extent="{$sheet/@bottom - 8}mm"/>
      <xsl:if test="$doc/draft"><fo:region-start region-name="draft" extent="10mm"/></xsl:if>
    </fo:simple-page-master>
  </xsl:template>

  <!-- What each page sequence needs; the number of pages is that of the whole document. -->
  <xsl:template name="static">
    <fo:static-content flow-name="window-header" role="artifact">
      <fo:block-container absolute-position="fixed" left="{$date-x}mm" top="{$sheet/@top + 5.6}mm" width="{$date-width}mm" height="6mm">
        <fo:block>
          <xsl:copy-of select="$style/page-number/@*"/>
          <!-- Without a date above it, at the right edge of the text in either direction. -->
          <xsl:if test="not(string($doc/date)) and not($rtl)"><xsl:attribute name="text-align">end</xsl:attribute></xsl:if>
          <xsl:call-template name="page-number"/>
        </fo:block>
      </fo:block-container>
      <fo:block-container absolute-position="fixed" left="{$left}mm" top="{$sheet/@top + 12}mm"
                          width="{$text-right - $left}mm" height="1mm">
        <fo:block font-size="1pt" line-height="1pt"><xsl:copy-of select="$style/letterhead-rule/@*"/></fo:block>
      </fo:block-container>
      <xsl:call-template name="marks"/>
    </fo:static-content>
    <fo:static-content flow-name="continued-header" role="artifact">
      <!-- Two cells: a leader between the two would have to be spread anew when the number of pages
           is known. -->
      <fo:block-container absolute-position="fixed" left="{$left}mm" top="{$sheet/@top}mm" width="{$text-right - $left}mm">
        <fo:table table-layout="fixed" width="100%" border-collapse="separate">
          <xsl:copy-of select="$style/running/@*"/>
          <fo:table-column column-width="proportional-column-width(3)"/>
          <fo:table-column column-width="proportional-column-width(1)"/>
          <fo:table-body>
            <fo:table-row>
              <fo:table-cell padding-bottom="3pt">
                <xsl:copy-of select="$style/running-rule/@*"/>
                <fo:block>
                  <xsl:if test="string($doc/@ref)">
                    <xsl:value-of select="concat($doc/word[@name = 'reference'], '&#xA0;')"/>
                    <xsl:call-template name="isolate"><xsl:with-param name="text" select="$doc/@ref"/></xsl:call-template>
                  </xsl:if>
                  <xsl:if test="string($doc/date) and string($doc/@ref)"><xsl:text> · </xsl:text></xsl:if>
                  <xsl:if test="string($doc/date)"><xsl:apply-templates select="$doc/date/node()"/></xsl:if>
                </fo:block>
              </fo:table-cell>
              <fo:table-cell padding-bottom="3pt" text-align="end">
                <xsl:copy-of select="$style/running-rule/@*"/>
                <fo:block><xsl:call-template name="page-number"/></fo:block>
              </fo:table-cell>
            </fo:table-row>
          </fo:table-body>
        </fo:table>
      </fo:block-container>
    </fo:static-content>
    <xsl:if test="$doc/draft"><xsl:call-template name="draft-mark"/></xsl:if>
    <xsl:if test="$footer"><xsl:call-template name="footer"/></xsl:if>
  </xsl:template>

  <xsl:template name="footer">
    <fo:static-content flow-name="footer" role="artifact">
      <fo:block start-indent="{$sheet/@start}mm" end-indent="{$sheet/@end}mm" padding-top="4pt" white-space-collapse="false">
        <xsl:copy-of select="$style/footer/@*"/>
        <xsl:copy-of select="$style/footer-rule/@*"/>
        <!-- Each part is set apart: those between two that are not would read left to right. -->
        <fo:inline font-weight="bold">
          <xsl:call-template name="isolate"><xsl:with-param name="text" select="$doc/letterhead/organisation"/></xsl:call-template>
        </fo:inline>
        <xsl:for-each select="$doc/letterhead/contact">
          <xsl:if test="position() &gt; 1 or string($doc/letterhead/organisation)"><xsl:value-of select="$apart"/></xsl:if>
          <xsl:call-template name="isolate"><xsl:with-param name="text" select="translate(., ' ', '&#xA0;')"/></xsl:call-template>
        </xsl:for-each>
        <xsl:for-each select="$doc/letterhead/routine">
          <xsl:value-of select="$apart"/>
          <xsl:call-template name="isolate"><xsl:with-param name="text" select="translate(concat(., ' ', @version), ' ', '&#xA0;')"/></xsl:call-template>
        </xsl:for-each>
      </fo:block>
    </fo:static-content>
  </xsl:template>

  <!-- Between the parts of the footer: spaces that are not collapsed, and fall away where a line ends. A
       sign there would be left over. -->
  <xsl:variable name="apart" select="'    '"/>

  <xsl:template name="page-number">
    <!-- No isolate: from right to left, too, the page comes before the number of pages. -->
    <xsl:value-of select="concat($doc/word[@name = 'page'], '&#xA0;')"/>
    <fo:page-number/>
    <xsl:text>&#xA0;(</xsl:text>
    <fo:page-number-citation ref-id="end"/>
    <xsl:text>)</xsl:text>
  </xsl:template>

  <!-- Where to fold, and where the punch goes: at the left edge of the sheet in every language. -->
  <xsl:template name="marks">
    <xsl:for-each select="$envelope/p:fold">
      <xsl:call-template name="mark"><xsl:with-param name="at" select="@at"/><xsl:with-param name="length" select="5"/></xsl:call-template>
    </xsl:for-each>
    <xsl:variable name="middle" select="$sheet/@height div 2"/>
    <xsl:if test="not($envelope/p:fold[@at = $middle])">
      <xsl:call-template name="mark"><xsl:with-param name="at" select="$middle"/><xsl:with-param name="length" select="3"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="mark">
    <xsl:param name="at"/>
    <xsl:param name="length"/>
    <fo:block-container absolute-position="fixed" left="5mm" top="{$at}mm" width="{$length}mm" height="1mm">
      <fo:block font-size="1pt" line-height="1pt"><xsl:copy-of select="$style/mark/@*"/></fo:block>
    </fo:block-container>
  </xsl:template>
</xsl:stylesheet>
