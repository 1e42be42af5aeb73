# Templates follow the template language, documents their schema, and no stylesheet names a region.
. "$(dirname "$0")/../lib.sh"

for template in "$ROOT"/templates/documents/*.xml; do
  check "$(basename "$template"): within the template language" \
    xmllint --noout --schema "$ROOT/xslt/template.xsd" "$template"
done

for case in $(ordinary); do
  name=$(basename "$case" .xml)
  recipients=$(xmllint --xpath "count(//*[local-name()='party'][not(@receives='no')])" "$case")
  for n in $(seq "$recipients"); do
    "$DUFORM" trace "$case" -d invitation --to "$n" -t document >"$TMP/document" 2>"$TMP/err"
    check "$name, recipient $n: the document is valid" xmllint --noout --schema "$ROOT/xslt/document.xsd" "$TMP/document"
    "$DUFORM" trace "$case" -d invitation --to "$n" -t fo >"$TMP/fo" 2>"$TMP/err"
    equal "$name, recipient $n: the title in the metadata is neutral" 1 \
      "$(grep -cE '<dc:title>(Kallelse till möte|Inbjudan till möte|Brev om ett möte)</dc:title>' "$TMP/fo")"
  done
done

regions=$(for p in "$ROOT"/templates/profiles/*.xml; do basename "$p" .xml; done | grep -v '^default$' | paste -sd'|')
named=$(sed 's/<!--.*-->//' "$ROOT"/xslt/*.xsl "$ROOT"/xslt/*/*.xsl | grep -icE "$regions|jämtland|gävle|borlänge" || true)
equal "no stylesheet names a region" 0 "$named"
law=$(grep -lE '[0-9]+ kap\.|\([12][0-9]{3}:[0-9]+\)' "$ROOT"/templates/documents/*.xml "$ROOT"/xslt/*.xsl "$ROOT"/xslt/*/*.xsl || true)
equal "no template and no stylesheet spells a law by hand" "" "$law"
[ "$failed" -eq 0 ]
