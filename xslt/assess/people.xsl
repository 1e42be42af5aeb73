<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of assess.xsl: the person's number, what the person was told, and each recipient. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:template name="assess-people">
    <xsl:call-template name="assess-number"/>
    <xsl:call-template name="assess-preparation"/>
    <xsl:apply-templates select="$recipients" mode="assess"/>
  </xsl:template>

  <!-- A reserve number has no rule to be checked by. The day of a coordination number need not be
       the day of birth. -->
  <xsl:template name="assess-number">
    <xsl:variable name="number" select="$person/c:number[@kind != 'reserve']"/>
    <xsl:variable name="verdict" select="d:personal-number(string($number))"/>
    <xsl:choose>
      <xsl:when test="not($number)"/>
      <xsl:when test="$verdict != 'ok'">
        <xsl:call-template name="finding">
          <xsl:with-param name="check" select="'number'"/><xsl:with-param name="at" select="$number"/>
          <xsl:with-param name="sv">
            <xsl:choose>
              <xsl:when test="$verdict = 'bad-check'">personnumrets kontrollsiffra stämmer inte</xsl:when>
              <xsl:when test="$verdict = 'bad-date'">personnumrets datum finns inte</xsl:when>
              <xsl:when test="$verdict = 'contradiction'">personnumret säger emot sig självt om seklet</xsl:when>
              <xsl:otherwise>personnumret har fel form: ÅÅÅÅMMDD-NNNN</xsl:otherwise>
            </xsl:choose>
          </xsl:with-param>
          <xsl:with-param name="en">
            <xsl:choose>
              <xsl:when test="$verdict = 'bad-check'">the check digit of the personal number is wrong</xsl:when>
              <xsl:when test="$verdict = 'bad-date'">the date of the personal number does not exist</xsl:when>
              <xsl:when test="$verdict = 'contradiction'">the personal number contradicts itself on the century</xsl:when>
              <xsl:otherwise>the personal number has a wrong form: YYYYMMDD-NNNN</xsl:otherwise>
            </xsl:choose>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="d:personal-number-kind(string($number)) != $number/@kind
                      or ($number/@kind = 'personal' and d:personal-number-date(string($number)) != string($person/c:birth-date))">
        <xsl:call-template name="finding">
          <xsl:with-param name="check" select="'number'"/><xsl:with-param name="at" select="$number"/>
          <xsl:with-param name="sv" select="'personnumret passar inte ihop med sin typ (kind) eller med födelsedatum'"/>
          <xsl:with-param name="en" select="'the personal number does not agree with its kind or with the date of birth'"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Before a first meeting the person is told, and understands. -->
  <xsl:template name="assess-preparation">
    <xsl:variable name="own" select="$case/c:parties/c:party[@class = 'person' or @class = 'child']/@id"/>
    <xsl:variable name="told" select="$case/c:information[@party = $own]"/>
    <xsl:if test="not($follow-up)">
      <xsl:call-template name="missing">
        <xsl:with-param name="check" select="'informed'"/><xsl:with-param name="at" select="($told | $case[not($told)])[1]"/>
        <xsl:with-param name="there" select="$told[1][$told/@oral and $told/@written]"/>
        <xsl:with-param name="sv" select="'personen ska ha fått information både muntligt och skriftligt: ange oral och written'"/>
        <xsl:with-param name="en" select="'the person is to be informed both orally and in writing: give oral and written'"/>
      </xsl:call-template>
      <xsl:call-template name="missing">
        <xsl:with-param name="check" select="'understood'"/><xsl:with-param name="at" select="($told | $case[not($told)])[1]"/>
        <xsl:with-param name="there" select="$told/c:understood[normalize-space()]"/>
        <xsl:with-param name="sv" select="'det står inte hur ni försäkrade er om att personen förstod: ange understood'"/>
        <xsl:with-param name="en" select="'it is not said how it was made sure that the person understood: give understood'"/>
      </xsl:call-template>
      <xsl:call-template name="missing">
        <xsl:with-param name="check" select="'five-questions'"/><xsl:with-param name="at" select="$case/c:need"/>
        <xsl:with-param name="there" select="$case/c:need/c:five-questions[@used = 'yes']"/>
        <xsl:with-param name="sv" select="'verktyget 5 frågor ska ha använts: ange five-questions'"/>
        <xsl:with-param name="en" select="'the tool 5 frågor is to be used: give five-questions'"/>
      </xsl:call-template>
      <xsl:call-template name="missing">
        <xsl:with-param name="check" select="'family-meeting'"/>
        <xsl:with-param name="there" select="$meeting/c:pre-meeting[@with = 'person']"/>
        <xsl:with-param name="sv" select="'ett möte med personen eller familjen före kallelsen saknas: ange pre-meeting'"/>
        <xsl:with-param name="en" select="'a meeting with the person or family before the call is missing: give pre-meeting'"/>
      </xsl:call-template>
      <xsl:call-template name="missing">
        <xsl:with-param name="check" select="'mapping'"/><xsl:with-param name="at" select="$case"/>
        <xsl:with-param name="there" select="$case/c:mapping"/>
        <xsl:with-param name="sv" select="'kartläggning från verksamheterna saknas: ange mapping'"/>
        <xsl:with-param name="en" select="'the units’ mapping is missing: give mapping'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:party" mode="assess">
    <xsl:variable name="n" select="position()"/>
    <xsl:variable name="duty" select="$profile/p:duty/p:class = @class"/>
    <xsl:variable name="own" select="@class = 'person' or @class = 'child' or @class = 'guardian'"/>
    <xsl:variable name="covered"><xsl:call-template name="covered"><xsl:with-param name="party" select="."/></xsl:call-template></xsl:variable>
    <xsl:if test="@protection[. != 'none'] and not($on-paper)">
      <finding severity="error" rule="{$profile/p:protection/@rule}" line="{d:line(.)}" recipient="{$n}"
               sv="mottagaren har skyddade personuppgifter: inget brev görs"
               en="this recipient has protected personal data: no letter is made"/>
    </xsl:if>
    <xsl:if test="$duty and not(@class = 'school' or @class = 'preschool') and not(c:competence[normalize-space()])">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'competence'"/><xsl:with-param name="at" select="."/><xsl:with-param name="recipient" select="$n"/>
        <xsl:with-param name="sv" select="'efterfrågad kompetens saknas: ange competence'"/>
        <xsl:with-param name="en" select="'the competence asked for is missing: give competence'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$duty and not(c:contact/@known = 'yes') and (not(c:contact/@preceded) or c:contact/@preceded = 'none')">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'known'"/><xsl:with-param name="at" select="."/><xsl:with-param name="recipient" select="$n"/>
        <xsl:with-param name="sv" select="'verksamheten känner inte personen, och ingen kontakt, ansökan eller remiss kom före kallelsen (contact)'"/>
        <xsl:with-param name="en" select="'the unit does not know the person, and no contact, application or referral came before the call (contact)'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="not($own) and not(c:approved/@by-person = 'yes')">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'approved'"/><xsl:with-param name="at" select="."/><xsl:with-param name="recipient" select="$n"/>
        <xsl:with-param name="sv" select="'det står inte att personen vill ha med den här parten: ange approved'"/>
        <xsl:with-param name="en" select="'it is not said that the person wants this party there: give approved'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$holding and not($own) and @class != 'relative' and $covered != 'yes'">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'consent-covers'"/><xsl:with-param name="at" select="."/><xsl:with-param name="recipient" select="$n"/>
        <xsl:with-param name="sv" select="'samtycket omfattar inte mottagaren, som bara får veta tid, plats och referens'"/>
        <xsl:with-param name="en" select="'consent does not cover this recipient, who is told only time, place and reference'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="assess-delivery"><xsl:with-param name="n" select="$n"/></xsl:call-template>
  </xsl:template>

  <!-- How it gets there. -->
  <xsl:template name="assess-delivery">
    <xsl:param name="n"/>
    <xsl:variable name="self" select="(@class = 'person' or @class = 'child') and $person/c:address"/>
    <xsl:choose>
      <xsl:when test="@channel and @channel != 'letter'">
        <finding severity="note" rule="{$profile/p:channel/@rule}" line="{d:line(.)}" recipient="{$n}"
                 sv="mottagaren nås på annat sätt än med brev (channel)"
                 en="this recipient is reached otherwise than by letter (channel)"/>
      </xsl:when>
      <xsl:when test="not(c:address) and not($self) and not($protected)">
        <finding severity="note" rule="DU-ADDRESS" line="{d:line(.)}" recipient="{$n}"
                 sv="postadress saknas: brevet får lämnas för hand"
                 en="no postal address: the letter has to be handed over"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
