<?xml version="1.0" encoding="UTF-8"?>
<!--
  view.xsl: from the case to the view of one document for one recipient: ALL that it may know.

  This is an allow-list. The view is built element by element; nothing is copied that is not named
  here, there is no copy-of of a piece of the case, and no template for "everything else". What a
  recipient of a class may know stands in view/KIND.xsl; what the words mean (person, duty, covered,
  own letter) stands in case.xsd.

  A protected case (anything but protection="none"), or a recipient with protected data, gets a view
  only where documents are made on paper, and that holds the reference, a number to call, the last
  day to answer and a neutral letterhead: no name, address, place, time, unit or other party. A
  guardian of a protected child gets one only by a decision on just that guardian.

  Parameters: kind, recipient (position among the parties that receive), lang and style ('': what
  the recipient wants), today (date of the letter, '': as the case says), decision.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:output method="xml" indent="no"/>

  <xsl:param name="lang" select="''"/>
  <xsl:param name="style" select="''"/>

  <xsl:include href="common/case.xsl"/>
  <xsl:include href="view/recipient.xsl"/>
  <xsl:include href="view/address.xsl"/>
  <xsl:include href="view/text.xsl"/>
  <xsl:include href="view/meeting.xsl"/>
  <xsl:include href="view/protected.xsl"/>
  <xsl:include href="view/invitation.xsl"/>
  <xsl:include href="view/office.xsl"/>
  <xsl:include href="view/reader.xsl"/>
  <xsl:include href="view/form.xsl"/>

  <xsl:template match="/">
    <xsl:choose>
      <xsl:when test="$fillable = 'yes' and $case"><xsl:call-template name="form"/></xsl:when>
      <xsl:when test="$is-work-kind"><xsl:call-template name="work-document"/></xsl:when>
      <xsl:when test="$is-reader-kind"><xsl:call-template name="reader-document"/></xsl:when>
      <xsl:when test="not($case)"/>
      <xsl:when test="not($to) or not($profile) or not(string($role))"/>
      <xsl:when test="$protected or $to/@protection[. != 'none']">
        <xsl:if test="$on-paper and $guardian-may">
          <xsl:call-template name="protected"/>
        </xsl:if>
      </xsl:when>
      <xsl:when test="$kind = 'invitation'"><xsl:call-template name="invitation"/></xsl:when>
      <!-- A kind that is not named here knows nothing. -->
      <xsl:otherwise/>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
