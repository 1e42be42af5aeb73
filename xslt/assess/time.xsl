<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of assess.xsl: deadlines. Days are calendar days, the day of the event is not counted. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:variable name="sent" select="string($meeting/c:sent)"/>
  <xsl:variable name="noticed" select="string($case/c:need/@noticed)"/>
  <!-- Minutes since midnight of an ISO date and time. -->
  <xsl:variable name="start-minute" select="60 * substring($meeting/c:start, 12, 2) + substring($meeting/c:start, 15, 2)"/>
  <xsl:variable name="end-minute" select="60 * substring($meeting/c:end, 12, 2) + substring($meeting/c:end, 15, 2)"/>
  <xsl:variable name="length" select="$end-minute - $start-minute
      + 1440 * d:days-between(string($meeting-date), substring($meeting/c:end, 1, 10))"/>

  <xsl:template name="assess-time">
    <xsl:if test="$meeting">
      <xsl:call-template name="assess-length"/>
      <xsl:call-template name="assess-notice"/>
      <xsl:call-template name="assess-reply"/>
      <xsl:call-template name="assess-urgency"/>
      <xsl:if test="not($follow-up)"><xsl:call-template name="assess-need"/></xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:template name="assess-length">
    <xsl:variable name="row" select="$checks/p:meeting-length"/>
    <xsl:choose>
      <xsl:when test="not($length &gt; 0)">
        <xsl:call-template name="finding">
          <xsl:with-param name="check" select="'time'"/><xsl:with-param name="at" select="$meeting/c:start"/>
          <xsl:with-param name="sv" select="'mötet slutar inte efter att det börjar: rätta start och end'"/>
          <xsl:with-param name="en" select="'the meeting does not end after it begins: correct start and end'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$length &lt; $row/@min">
        <xsl:call-template name="finding">
          <xsl:with-param name="check" select="'meeting-length'"/><xsl:with-param name="at" select="$meeting/c:start"/>
          <xsl:with-param name="sv" select="concat('mötet är kort: under ', $row/@min, ' minuter')"/>
          <xsl:with-param name="en" select="concat('the meeting is short: less than ', $row/@min, ' minutes')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$length &gt; $row/@max">
        <xsl:call-template name="finding">
          <xsl:with-param name="check" select="'meeting-length'"/><xsl:with-param name="at" select="$meeting/c:start"/>
          <xsl:with-param name="sv" select="concat('mötet är långt: över ', $row/@max, ' minuter')"/>
          <xsl:with-param name="en" select="concat('the meeting is long: more than ', $row/@max, ' minutes')"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
    <xsl:if test="$meeting-day &lt; number(translate($sent, '-', ''))">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'time'"/><xsl:with-param name="at" select="$meeting/c:start"/>
        <xsl:with-param name="sv" select="'mötet är före brevets datum: rätta start eller sent'"/>
        <xsl:with-param name="en" select="'the meeting is before the date of the letter: correct start or sent'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="assess-notice">
    <xsl:variable name="days" select="d:days-between($sent, string($meeting-date))"/>
    <xsl:variable name="latest" select="d:add-days(string($meeting-date), -$checks/p:notice/@days)"/>
    <xsl:if test="$days &lt; $checks/p:notice/@days and not($meeting/c:urgent) and not($meeting/c:discharge)">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'notice'"/><xsl:with-param name="at" select="$meeting/c:sent"/>
        <xsl:with-param name="sv" select="concat('kort framförhållning: ', $days, ' dagar till mötet, rutinen säger ', $checks/p:notice/@days, ' (skicka senast ', $latest, ')')"/>
        <xsl:with-param name="en" select="concat('short notice: ', $days, ' days to the meeting, the routine says ', $checks/p:notice/@days, ' (send by ', $latest, ')')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="assess-reply">
    <xsl:variable name="by" select="$meeting/c:reply-by"/>
    <xsl:variable name="left" select="d:days-between(string($by), string($meeting-date))"/>
    <xsl:variable name="days" select="d:days-between($sent, string($by))"/>
    <xsl:choose>
      <xsl:when test="not($by)">
        <xsl:call-template name="finding">
          <xsl:with-param name="check" select="'reply-by'"/>
          <xsl:with-param name="sv" select="'sista dag att svara saknas: ange reply-by'"/>
          <xsl:with-param name="en" select="'the last day to answer is missing: give reply-by'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$left &lt; 0 or $days &lt; 0">
        <xsl:call-template name="finding">
          <xsl:with-param name="check" select="'reply-by'"/><xsl:with-param name="at" select="$by"/>
          <xsl:with-param name="sv" select="'sista dag att svara ligger inte mellan brevet och mötet'"/>
          <xsl:with-param name="en" select="'the last day to answer is not between the letter and the meeting'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$days &lt; $checks/p:post-margin/@days">
        <xsl:call-template name="finding">
          <xsl:with-param name="check" select="'post-margin'"/><xsl:with-param name="at" select="$by"/>
          <xsl:with-param name="sv" select="concat('posten hinner inte fram före sista dag att svara: räkna med ', $checks/p:post-margin/@days, ' dagar')"/>
          <xsl:with-param name="en" select="concat('the post does not arrive before the last day to answer: allow ', $checks/p:post-margin/@days, ' days')"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="assess-urgency">
    <xsl:variable name="urgent" select="$meeting/c:urgent"/>
    <xsl:if test="$urgent and not($urgent/@contact and $urgent/@with)">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'urgent-contact'"/><xsl:with-param name="at" select="$urgent"/>
        <xsl:with-param name="sv" select="'brådskande kallelse utan muntlig kontakt före: ange contact och with'"/>
        <xsl:with-param name="en" select="'an urgent call without oral contact before it: give contact and with'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:variable name="discharge" select="$meeting/c:discharge"/>
    <xsl:if test="d:days-between(string($discharge/@notice), $sent) &gt; $checks/p:discharge-call/@days">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'discharge-call'"/><xsl:with-param name="at" select="$discharge"/>
        <xsl:with-param name="sv" select="concat('kallelsen skickas mer än ', $checks/p:discharge-call/@days, ' dagar efter underrättelsen om utskrivning')"/>
        <xsl:with-param name="en" select="concat('the call is sent more than ', $checks/p:discharge-call/@days, ' days after the notice of discharge')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- From the need to the first contact and to the meeting; the latest day to send. -->
  <xsl:template name="assess-need">
    <xsl:variable name="at" select="$case/c:need"/>
    <xsl:variable name="limit" select="$checks/p:need-to-meeting/@days"/>
    <xsl:if test="d:days-between($noticed, string($meeting-date)) &gt; $limit">
      <xsl:call-template name="finding">
        <xsl:with-param name="check" select="'need-to-meeting'"/><xsl:with-param name="at" select="$at"/>
        <xsl:with-param name="sv" select="concat('mötet hålls mer än ', $limit, ' dagar efter att behovet uppmärksammades')"/>
        <xsl:with-param name="en" select="concat('the meeting is held more than ', $limit, ' days after the need was noticed')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:variable name="contact" select="$at/c:first-contact/@date"/>
    <xsl:variable name="working-days">
      <xsl:call-template name="working-days">
        <xsl:with-param name="from" select="$noticed"/><xsl:with-param name="to" select="string($contact)"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="not($contact)">
        <xsl:call-template name="finding">
          <xsl:with-param name="check" select="'first-contact'"/><xsl:with-param name="at" select="$at"/>
          <xsl:with-param name="sv" select="'det står inte när huvudmännen först hade kontakt: ange first-contact'"/>
          <xsl:with-param name="en" select="'it is not said when the principals first had contact: give first-contact'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$working-days &gt; $checks/p:first-contact/@days">
        <xsl:call-template name="finding">
          <xsl:with-param name="check" select="'first-contact'"/><xsl:with-param name="at" select="$at/c:first-contact"/>
          <xsl:with-param name="sv" select="concat('första kontakten kom mer än ', $checks/p:first-contact/@days, ' arbetsdagar efter behovet')"/>
          <xsl:with-param name="en" select="concat('the first contact came more than ', $checks/p:first-contact/@days, ' working days after the need')"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Mondays to Fridays after one date up to another: five a whole week, and a weekend counts as
       the Friday before it. -->
  <xsl:template name="working-days">
    <xsl:param name="from"/>
    <xsl:param name="to"/>
    <xsl:if test="$from and $to">
      <xsl:variable name="a" select="d:weekday($from)"/>
      <xsl:variable name="b" select="d:weekday($to)"/>
      <xsl:variable name="weeks" select="(d:days-between($from, $to) - ($b - $a)) div 7"/>
      <xsl:variable name="first" select="$a - ($a - 5) * ($a &gt; 5)"/>
      <xsl:variable name="last" select="$b - ($b - 5) * ($b &gt; 5)"/>
      <xsl:value-of select="5 * $weeks + $last - $first"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
