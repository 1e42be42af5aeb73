<?xml version="1.0" encoding="UTF-8"?>
<!-- Part of view.xsl: the reply slip as a document of its own. It comes back by post, so that
     nothing stands on it of the person, or of what the meeting is about. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:duform:case:1"
    xmlns:p="urn:duform:profile:1"
    xmlns:d="urn:duform:functions:1"
    exclude-result-prefixes="c p d">

  <xsl:template name="reply-slip">
    <xsl:if test="$role = 'unit' and $meeting">
      <view>
        <xsl:call-template name="recipient-attributes"/>
        <letterhead><organisation><xsl:value-of select="normalize-space($caller/c:principal)"/></organisation></letterhead>
        <xsl:call-template name="reply"/>
        <meeting>
          <start><xsl:value-of select="normalize-space($meeting/c:start)"/></start>
          <end><xsl:value-of select="normalize-space($meeting/c:end)"/></end>
        </meeting>
      </view>
    </xsl:if>
  </xsl:template>

  <!-- Of a protected case: the reference, a number to call, and when. -->
  <xsl:template name="protected-reply">
    <xsl:if test="$role = 'unit' and $meeting">
      <view>
        <xsl:call-template name="recipient-attributes"/>
        <xsl:attribute name="protected">yes</xsl:attribute>
        <xsl:attribute name="class"/>
        <xsl:call-template name="neutral-letterhead"/>
        <reply>
          <xsl:if test="$meeting/c:reply-by"><by><xsl:value-of select="normalize-space($meeting/c:reply-by)"/></by></xsl:if>
          <xsl:call-template name="neutral-phone"/>
        </reply>
      </view>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
