# Two languages in one document, as it is printed: every half is tagged with its language, the halves of a pair
# begin at the same height, and neither text lacks a word.
. "$(dirname "$0")/../lib.sh"
cd "$ROOT" || exit 3
. tests/language/cases.bash
tagged() { # tagged FILE LANG: how many Div elements of the PDF have that language
  qpdf --qdf --object-streams=disable "$1" - 2>/dev/null |
    awk -v lang="/Lang ($2)" '/ obj$/ { div = has = 0 } /\/S \/Div/ { div = 1 } index($0, lang) { has = 1 } /^endobj/ && div && has { n++ } END { print n + 0 }'
}
level() { # level FILE: how many headings have a line on the left and one on the right of the page, at the same height
  awk '/^page / { page = $2 } /^ *text .*\{H[12]\}$/ { at = page " " $3; if ($2 < 297) left[at] = 1; else right[at] = 1 }
    END { for (at in left) n += at in right; print n + 0 }' "$1"
}
for pairing in "ar sv" "so sv" "sv fa"; do
  read -r lang with <<<"$pairing"
  for kind in $(parallel_kinds); do
    name="$kind in $lang beside $with"
    rm -rf "$TMP/o" && mkdir "$TMP/o"
    "$DUFORM" make "$(case_of "$kind")" -d "$kind" --to 1 -l "$lang" --with "$with" --draft --style standard -o "$TMP/o" -q 2>"$TMP/err"
    "$DUFORM" trace "$(case_of "$kind")" -d "$kind" --to 1 -l "$lang" --with "$with" --draft --style standard -t document >"$TMP/document" 2>/dev/null
    pairs=$(xmllint --xpath 'count(//pair)' "$TMP/document")
    check "$name: there are pairs ($pairs)" test "$pairs" -ge 8
    notices=$(xmllint --xpath "count(//notice[@lang = '$with'])" "$TMP/document")
    equal "$name: each half in the second language is tagged so" "$((pairs + notices))" "$(tagged "$TMP/o"/*.pdf "$with")"
    equal "$name: the document is in the first" "$lang" "$(qpdf --qdf --object-streams=disable "$TMP/o"/*.pdf - 2>/dev/null | awk '/ obj$/ { lang = "" } /\/Lang / { lang = $2 } /\/Type \/Catalog/ { print lang }' | tr -d '()')"
    xsltproc --nonet tests/language/blocks.xsl "$TMP/document" >"$TMP/want"
    mutool draw -q -F txt "$TMP/o"/*.pdf >"$TMP/mupdf" 2>/dev/null
    check "$name: the words of both are there" perl -CSD tests/language/words.pl "$TMP/want" "$TMP/mupdf" pieces
    "$DUFORM" trace "$(case_of "$kind")" -d "$kind" --to 1 -l "$lang" --with "$with" --draft --style standard -t page >"$TMP/page" 2>/dev/null
    want=$(xmllint --xpath "count(//pair[half/h[@level < 3]])" "$TMP/document") got=$(level "$TMP/page")
    check "$name: the halves of $want headings begin at the same height ($got lines)" test "$got" -ge "$want"
  done
done
[ "$failed" -eq 0 ]
