<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of page.xsl: documents that are not posted in an envelope with a window, and sheets of
     labels. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:df="urn:duform:fo:1">

  <!-- Where the text begins on the first page: below the zone of the address, or, where no address
       stands on the page, below the rule under the letterhead. -->
  <xsl:variable name="first-top" select="$body-top * boolean($doc/address)
      + ($sheet/@top + 12 + $sheet/@head-to-body) * not($doc/address)"/>

  <!-- Without an address the references stand in the text, side by side. -->
  <xsl:template match="reference[not(../address)]" priority="1">
    <fo:table table-layout="fixed" width="100%" role="Table">
      <xsl:copy-of select="$style/reference-row/@*"/>
      <xsl:for-each select="field">
        <fo:table-column column-width="proportional-column-width(1)"/>
      </xsl:for-each>
      <fo:table-header>
        <fo:table-row>
          <xsl:for-each select="field">
            <fo:table-cell role="TH" df:scope="column" padding-end="6pt">
              <fo:block>
                <xsl:copy-of select="$style/reference-label/@*"/>
                <xsl:for-each select="label"><xsl:call-template name="content"/></xsl:for-each>
              </fo:block>
            </fo:table-cell>
          </xsl:for-each>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <fo:table-row>
          <xsl:for-each select="field">
            <fo:table-cell padding-end="6pt">
              <xsl:for-each select="text">
                <xsl:choose>
                  <xsl:when test="blank">
                    <fo:block line-height="24pt" end-indent="6pt">
                      <fo:leader leader-length="100%"><xsl:copy-of select="$style/writing-line/@*"/></fo:leader>
                    </fo:block>
                  </xsl:when>
                  <xsl:otherwise>
                    <fo:block><xsl:copy-of select="$style/reference-value/@*"/><xsl:apply-templates/></fo:block>
                  </xsl:otherwise>
                </xsl:choose>
              </xsl:for-each>
            </fo:table-cell>
          </xsl:for-each>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- Labels: <labels columns rows width height margin><label><line/>…</label>…</labels>, sizes in
       millimetres. Each sheet is a page sequence of its own; a label stands in its field, away from
       the cut, and reads left to right. An envelope label (columns and rows 1) fills its page. -->
  <xsl:template match="labels" mode="sequence">
    <xsl:variable name="labels" select="."/>
    <xsl:variable name="n" select="@columns * @rows"/>
    <xsl:for-each select="label[position() mod $n = 1 or $n = 1]">
      <xsl:variable name="first" select="count(preceding-sibling::label)"/>
      <fo:page-sequence master-reference="labels">
        <fo:flow flow-name="xsl-region-body">
          <xsl:for-each select="$labels/label[position() &gt; $first and position() &lt;= $first + $n]">
            <xsl:variable name="at" select="position() - 1"/>
            <fo:block-container absolute-position="fixed" writing-mode="lr-tb" display-align="center"
                left="{$labels/@left + ($at mod $labels/@columns) * $labels/@width + $labels/@margin}mm"
                top="{$labels/@top + floor($at div $labels/@columns) * $labels/@height}mm"
                width="{$labels/@width - 2 * $labels/@margin}mm" height="{$labels/@height}mm">
              <fo:block role="P" xml:lang="sv">
                <xsl:copy-of select="$style/*[name() = concat('label', substring('-large', 1 + 6 * not($labels/@class = 'large')))]/@*"/>
                <xsl:for-each select="line"><fo:block role="Span"><xsl:call-template name="address-line"/></fo:block></xsl:for-each>
              </fo:block>
            </fo:block-container>
          </xsl:for-each>
          <fo:block/>
        </fo:flow>
      </fo:page-sequence>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="labels-master">
    <fo:simple-page-master master-name="labels" page-width="{$sheet/@width}mm" page-height="{$sheet/@height}mm">
      <fo:region-body/>
    </fo:simple-page-master>
  </xsl:template>
</xsl:stylesheet>
