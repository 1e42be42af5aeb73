<?xml version="1.0" encoding="UTF-8"?>
<!--
  Part of compile.xsl: form fields, for forms that are filled in on screen (fillable="yes" at the root
  of a template, and the parameter of the same name).

  A form is a blank whose places to write on are fields, and a field may hold a value. Its view is
  <view blank="yes" …> too; for a case it also has <form> (view/form.xsl), which says what may be
  filled in beforehand, by the paths of the case.

    path="…" on lines, paragraphs, entry, cell, tick, item, choice, or a value without one in the view:
        the field's name: a path in the case (see page/page.h), from the path of the nearest each
        that has one, or of the template; from the root where it begins with case/ or duform/;
        a full stop is that path itself, and [] at its end the number of the time round.
    on="…" on tick, item, choice: a radio button, and the value that it stands for; without it they
        are boxes to tick
    as="date", rows="3" (several lines), options="NAME" (a list of the view) on an entry or cell, and
        <option value="…" id="…">words</option> in an entry: a list to choose from
    required="yes": has to be filled in, and is marked
    <each path="NAME" blank="3" from="2">: the n-th time round it is NAME[n + 2]; where the view gives
        rows for it, they say how many and which. group="…": only the rows of that name.
    <if fill="yes" …>, <when fill="no" …>: only on a form, never on one
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:out="urn:duform:alias"
    xmlns:t="urn:duform:template:1"
    exclude-result-prefixes="t">

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>

  <xsl:param name="fillable" select="''"/>
  <xsl:variable name="fields" select="$fillable = 'yes'"/>

  <!-- ===== paths ===== -->

  <!-- The variable of the result that holds the path around the context. -->
  <xsl:template name="path-variable">
    <xsl:for-each select="(ancestor::t:each[@path] | ancestor::t:template)[last()]">
      <xsl:value-of select="concat('path-', generate-id())"/>
    </xsl:for-each>
  </xsl:template>

  <!-- The XPath that makes the full path of the context. -->
  <xsl:template name="path-of">
    <xsl:param name="path" select="@path"/>
    <xsl:choose>
      <xsl:when test="contains($path, '[]')">
        <xsl:value-of select="concat('concat(&quot;', substring-before($path, '[]'), '&quot;, $at-')"/>
        <xsl:call-template name="path-variable"/>
        <xsl:text>)</xsl:text>
      </xsl:when>
      <xsl:when test="starts-with($path, 'duform/') and ancestor::t:each[@path]">
        <xsl:text>concat(&quot;</xsl:text>
        <xsl:value-of select="$path"/>
        <xsl:text>&quot;, $at-</xsl:text>
        <xsl:call-template name="path-variable"/>
        <xsl:text>)</xsl:text>
      </xsl:when>
      <xsl:when test="starts-with($path, 'case/') or starts-with($path, 'duform/')">
        <xsl:value-of select="concat('&quot;', $path, '&quot;')"/>
      </xsl:when>
      <xsl:when test="$path = '.'">
        <xsl:text>string($</xsl:text>
        <xsl:call-template name="path-variable"/>
        <xsl:text>)</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text>concat($</xsl:text>
        <xsl:call-template name="path-variable"/>
        <xsl:value-of select="concat(', &quot;/', $path, '&quot;)')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="root-path">
    <xsl:if test="$fields">
      <out:variable name="path-{generate-id()}">
        <out:choose>
          <out:when test="/view/form/@path"><out:value-of select="/view/form/@path"/></out:when>
          <out:otherwise><xsl:value-of select="@path"/></out:otherwise>
        </out:choose>
      </out:variable>
    </xsl:if>
  </xsl:template>

  <!-- What the form takes as given, behind everything else. -->
  <xsl:template name="hidden-fields">
    <xsl:if test="$fields">
      <out:for-each select="/view/form/hidden">
        <fill kind="hidden"><out:copy-of select="@name"/><value><out:value-of select="."/></value></fill>
      </out:for-each>
    </xsl:if>
  </xsl:template>

  <!-- What an each of a form goes through: the rows of the view, else those of a blank. -->
  <xsl:template name="rows">
    <xsl:variable name="of"><xsl:call-template name="path-of"/></xsl:variable>
    <xsl:variable name="group"><xsl:if test="@group"><xsl:value-of select="concat('[@group = &quot;', @group, '&quot;]')"/></xsl:if></xsl:variable>
    <xsl:variable name="rows" select="concat('/view/form/rows[@of = ', $of, ']')"/>
    <xsl:value-of select="concat($rows, $group, '/row | /view/blank[not(', $rows, ')][position() &lt;= ', @blank, ']')"/>
  </xsl:template>

  <xsl:template name="row-path">
    <xsl:if test="$fields and @path">
      <xsl:variable name="of"><xsl:call-template name="path-of"/></xsl:variable>
      <out:variable name="at-path-{generate-id()}">
        <out:text>[</out:text>
        <out:choose>
          <out:when test="self::row"><out:value-of select="@at"/></out:when>
          <out:otherwise><out:value-of select="position() + {sum(@from)}"/></out:otherwise>
        </out:choose>
        <out:text>]</out:text>
      </out:variable>
      <out:variable name="path-{generate-id()}" select="concat({$of}, $at-path-{generate-id()})"/>
    </xsl:if>
  </xsl:template>

  <!-- ===== fields ===== -->

  <!-- The field of the context, if it has a path. -->
  <xsl:template name="field">
    <xsl:param name="kind" select="'text'"/>
    <xsl:param name="rows" select="@rows"/>
    <xsl:param name="size" select="@size"/>
    <xsl:param name="path" select="@path"/>
    <xsl:param name="part" select="''"/>
    <xsl:if test="$fields and $path">
      <xsl:variable name="name"><xsl:call-template name="path-of"><xsl:with-param name="path" select="$path"/></xsl:call-template></xsl:variable>
      <fill kind="{$kind}">
        <xsl:copy-of select="@required | @on"/>
        <xsl:if test="$rows"><xsl:attribute name="rows"><xsl:value-of select="$rows"/></xsl:attribute></xsl:if>
        <xsl:if test="$size"><xsl:attribute name="size"><xsl:value-of select="$size"/></xsl:attribute></xsl:if>
        <xsl:if test="$part"><xsl:attribute name="part"><xsl:value-of select="$part"/></xsl:attribute></xsl:if>
        <out:attribute name="name"><out:value-of select="{$name}"/></out:attribute>
        <out:for-each select="/view/form/value[@path = {$name}]">
          <value>
            <out:copy-of select="@lang"/>
            <xsl:choose>
              <xsl:when test="$kind = 'tick'"><out:if test=". = 'yes'">Yes</out:if></xsl:when>
              <xsl:otherwise>
                <out:for-each select="p"><out:if test="position() &gt; 1"><out:text><xsl:text>&#10;</xsl:text></out:text></out:if><out:value-of select="."/></out:for-each>
                <out:if test="not(p)"><out:value-of select="."/></out:if>
              </xsl:otherwise>
            </xsl:choose>
          </value>
        </out:for-each>
        <xsl:if test="@options">
          <option value=""/>
          <out:for-each select="/view/form/list[@name = '{@options}']/option">
            <option><out:copy-of select="@value"/><out:value-of select="."/></option>
          </out:for-each>
        </xsl:if>
        <xsl:if test="t:option">
          <option value=""/>
          <xsl:for-each select="t:option"><option value="{@value}"><xsl:call-template name="unit"/></option></xsl:for-each>
        </xsl:if>
      </fill>
    </xsl:if>
  </xsl:template>

  <!-- What kind of field stands in an entry or a cell. -->
  <xsl:template name="written-field">
    <xsl:variable name="kind">
      <xsl:choose>
        <xsl:when test="@options or t:option">choice</xsl:when>
        <xsl:when test="@as = 'date' or @as = 'tick'"><xsl:value-of select="@as"/></xsl:when>
        <xsl:when test="@rows or self::t:cell[not(@as)]">multiline</xsl:when>
        <xsl:otherwise>text</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="@as = 'name' and not(starts-with(@path, 'duform/'))"><xsl:call-template name="name-fields"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="field"><xsl:with-param name="kind" select="string($kind)"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A name has two parts. -->
  <xsl:template name="name-fields">
    <xsl:call-template name="field">
      <xsl:with-param name="path" select="concat(@path, '/given')"/><xsl:with-param name="part" select="'given'"/>
    </xsl:call-template>
    <xsl:call-template name="field">
      <xsl:with-param name="path" select="concat(@path, '/family')"/><xsl:with-param name="part" select="'family'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- In the place of a value that the view does not have. -->
  <xsl:template name="value-field">
    <xsl:param name="size"/>
    <xsl:choose>
      <xsl:when test="@as = 'name' and not(starts-with(@path, 'duform/'))"><xsl:call-template name="name-fields"/></xsl:when>
      <xsl:when test="@as = 'date'">
        <xsl:call-template name="field"><xsl:with-param name="kind" select="'date'"/><xsl:with-param name="size" select="'date'"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="field"><xsl:with-param name="size" select="$size"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The field in an element that has just been opened, by what the element is. -->
  <xsl:template name="field-inside">
    <xsl:choose>
      <xsl:when test="not($fields and @path)"/>
      <xsl:when test="self::t:lines">
        <xsl:call-template name="field"><xsl:with-param name="kind" select="'multiline'"/><xsl:with-param name="rows" select="@n"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="self::t:entry or self::t:cell"><xsl:call-template name="written-field"/></xsl:when>
      <xsl:when test="(self::t:choice or self::t:tick or self::t:item) and @on">
        <xsl:call-template name="field"><xsl:with-param name="kind" select="'radio'"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="self::t:choice or self::t:tick or self::t:item">
        <xsl:call-template name="field"><xsl:with-param name="kind" select="'tick'"/></xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Options are read by the field. -->
  <xsl:template match="t:option"/>
</xsl:stylesheet>
