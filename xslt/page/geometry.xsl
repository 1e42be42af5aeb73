<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of page.xsl: where things stand on the first page, in millimetres, from the profile's
     envelope. Without a window (window-side="none") only the address block is kept free. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:p="urn:duform:profile:1"
    exclude-result-prefixes="p">

  <!-- The margins turn with the writing; the window of the envelope stays where it is. Either margin
       is wide enough for the punch. -->
  <xsl:variable name="left" select="$sheet/@start * not($rtl) + $sheet/@end * boolean($rtl)"/>
  <xsl:variable name="right" select="$sheet/@end * not($rtl) + $sheet/@start * boolean($rtl)"/>

  <xsl:variable name="window" select="$envelope[not(@window-side = 'none')]/p:window"/>
  <xsl:variable name="block" select="$envelope/p:address"/>
  <xsl:variable name="framed" select="($window | $block[not($window)])[1]"/>
  <xsl:variable name="slack-x" select="number($envelope/@slack-x) * boolean($window)"/>
  <xsl:variable name="slack-y" select="number($envelope/@slack-y) * boolean($window)"/>

  <xsl:variable name="zone-left" select="$framed/@x - $slack-x"/>
  <xsl:variable name="zone-right" select="$framed/@x + $framed/@width + $slack-x"/>
  <xsl:variable name="zone-top" select="$framed/@y - $slack-y"/>
  <xsl:variable name="zone-bottom" select="$framed/@y + $framed/@height + $slack-y"/>

  <!-- The reference column stands beside the zone, on its wider side. -->
  <xsl:variable name="text-right" select="$sheet/@width - $right"/>
  <xsl:variable name="room-left" select="$zone-left - $sheet/@gap - $left"/>
  <xsl:variable name="room-right" select="$text-right - $zone-right - $sheet/@gap"/>
  <xsl:variable name="reference-is-left" select="$room-left &gt;= $room-right"/>
  <xsl:variable name="reference-x" select="$left * $reference-is-left
      + ($zone-right + $sheet/@gap) * not($reference-is-left)"/>
  <xsl:variable name="reference-width" select="$room-left * $reference-is-left + $room-right * not($reference-is-left)"/>
  <xsl:variable name="reference-y" select="number($block/@y)"/>

  <!-- Date and page number: above the zone, in line with the address where that is on the right. -->
  <xsl:variable name="date-x" select="number($block/@x) * ($block/@x &gt;= 105) + 115 * ($block/@x &lt; 105)"/>
  <xsl:variable name="date-width" select="$text-right - $date-x"/>

  <!-- The code on forms: in the margin at the end of the lines, its dark part 20 mm wide and 5 mm from
       the edge. -->
  <xsl:variable name="code-left" select="($sheet/@width - 28.5) * not($rtl) + 2.5 * boolean($rtl)"/>
  <xsl:variable name="code-top" select="6.5"/>

  <!-- Where the heading may begin on a page with a window. -->
  <xsl:variable name="body-top" select="$zone-bottom + $sheet/@head-to-body"/>

  <!-- Height of an address line in pt, so that all lines fit the block. -->
  <xsl:variable name="address-room" select="$block/@height * 72 div 25.4"/>
</xsl:stylesheet>
