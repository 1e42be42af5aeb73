<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of assess.xsl: the report of a deviation and its copy. Nobody may be known by them. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:variable name="reported-deviation" select="$case/c:deviation[last()]"/>
  <!-- Marks that end a word become spaces, capital letters small ones. -->
  <xsl:variable name="word-from" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉÈÜØÆŠŽ.,;:!?()/&quot;”’'"/>
  <xsl:variable name="word-to" select="'abcdefghijklmnopqrstuvwxyzåäöéèüøæšž             '"/>

  <xsl:template name="assess-deviation">
    <xsl:if test="not($reported-deviation)">
      <finding severity="error" rule="{$profile/p:deviation/@rule}" line="{d:line($case)}"
               sv="ingen avvikelse i ärendet: ange deviation"
               en="no deviation in the case: give deviation"/>
    </xsl:if>
    <xsl:for-each select="$reported-deviation">
      <xsl:if test="not(@reported) and $kind = 'deviation'">
        <finding severity="warning" rule="DU-DEVIATION-REPORTED" line="{d:line(.)}"
                 sv="det står inte när avvikelsen rapporterades: ange reported"
                 en="it is not said when the deviation was reported: give reported"/>
      </xsl:if>
      <xsl:if test="c:receiving = $caller/c:principal and $kind = 'deviation'">
        <finding severity="warning" rule="DU-DEVIATION-TO" line="{d:line(c:receiving)}"
                 sv="mottagaren är den egna huvudmannen: avvikelser i samverkan går till den andra"
                 en="the receiver is the own principal: deviations in cooperation go to the other"/>
      </xsl:if>
      <xsl:variable name="words" select="concat(' ', normalize-space(translate(concat(c:what, ' ', c:consequence, ' ', c:wish, ' ', c:answer), $word-from, $word-to)), ' ')"/>
      <xsl:variable name="named">
        <xsl:for-each select="$person/c:name/* | $case/c:parties/c:party/c:name/*">
          <xsl:variable name="name" select="translate(normalize-space(), $word-from, $word-to)"/>
          <xsl:if test="string-length($name) &gt; 1 and (contains($words, concat(' ', $name, ' ')) or contains($words, concat(' ', $name, 's ')))">yes</xsl:if>
        </xsl:for-each>
        <xsl:variable name="digits" select="translate($person/c:number, '-+ ', '')"/>
        <xsl:if test="string-length($digits) &gt; 9 and contains(translate($words, '-+ ', ''), substring($digits, string-length($digits) - 9))">yes</xsl:if>
      </xsl:variable>
      <xsl:if test="contains($named, 'yes')">
        <finding severity="{substring('warningerror', 1 + 7 * ($kind = 'deviation-copy'), 7 - 2 * ($kind = 'deviation-copy'))}" rule="DU-DEVIATION-NAME" line="{d:line(c:what)}"
                 sv="texten om avvikelsen nämner någon vid namn eller personnummer: skriv om den"
                 en="the text of the deviation names somebody, or a personal number: rewrite it"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
