<!-- Leaves the members that the files of the public API list; `api` is their text. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:param name="api" />
  <xsl:output method="xml" encoding="utf-8" />

  <xsl:template match="@*|node()">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()" />
    </xsl:copy>
  </xsl:template>

  <xsl:template match="members">
    <xsl:copy>
      <xsl:for-each select="member">
        <xsl:variable name="id" select="substring-before(concat(substring-after(@name, ':'), '('), '(')" />
        <xsl:variable name="isPublic">
          <xsl:choose>
            <xsl:when test="contains(@name, '.Internal.')">false</xsl:when>
            <xsl:when test="contains($id, '`1.') and not(contains($id, '.#ctor') or contains($id, '.op_'))">
              <xsl:variable name="name" select="concat('&gt;.', substring-before(concat(substring-after($id, '`1.'), '`'), '`'))" />
              <xsl:value-of select="contains($api, concat(' ', substring-before($id, '`'), '&lt;')) and (contains($api, concat($name, '(')) or contains($api, concat($name, '&lt;')) or contains($api, concat($name, '.get ')) or contains($api, concat($name, '.set ')) or contains($api, concat($name, '.init ')))" />
            </xsl:when>
            <xsl:when test="contains($id, '`')">
              <xsl:value-of select="contains($api, concat(' ', substring-before($id, '`'), '&lt;'))" />
            </xsl:when>
            <xsl:when test="contains($id, '.op_')">
              <xsl:value-of select="contains($api, concat(' ', substring-before($id, '.op_'), ' '))" />
            </xsl:when>
            <xsl:when test="contains($id, '.#ctor')">
              <xsl:variable name="type" select="substring-before($id, '.#ctor')" />
              <xsl:variable name="name">
                <xsl:call-template name="last"><xsl:with-param name="path" select="$type" /></xsl:call-template>
              </xsl:variable>
              <xsl:value-of select="contains($api, concat(' ', $type, '.', $name, '('))" />
            </xsl:when>
            <xsl:when test="starts-with(@name, 'M:')">
              <xsl:value-of select="contains($api, concat(' ', $id, '('))" />
            </xsl:when>
            <xsl:when test="starts-with(@name, 'P:') and contains(@name, '.Item(')">
              <xsl:value-of select="contains($api, concat(' ', substring-before($id, '.Item'), '.this['))" />
            </xsl:when>
            <xsl:when test="starts-with(@name, 'P:')">
              <xsl:value-of select="contains($api, concat(' ', $id, '.get ')) or contains($api, concat(' ', $id, '.set ')) or contains($api, concat(' ', $id, '.init '))" />
            </xsl:when>
            <xsl:otherwise>
              <xsl:value-of select="contains($api, concat(' ', $id, ' '))" />
            </xsl:otherwise>
          </xsl:choose>
        </xsl:variable>
        <xsl:if test="$isPublic = 'true'">
          <xsl:apply-templates select="." />
          <!-- docfx skips a member that nothing parts from the one before. -->
          <xsl:value-of select="'&#10;'" />
        </xsl:if>
      </xsl:for-each>
    </xsl:copy>
  </xsl:template>

  <xsl:template name="last">
    <xsl:param name="path" />
    <xsl:choose>
      <xsl:when test="contains($path, '.')">
        <xsl:call-template name="last"><xsl:with-param name="path" select="substring-after($path, '.')" /></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$path" /></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
