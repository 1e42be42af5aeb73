# Every kind that a person reads, in every language: its words come out of the PDF in their order by two programs,
# telephone numbers and times forwards; each script is set in its own font.
. "$(dirname "$0")/../lib.sh"
cd "$ROOT" || exit 3
. tests/language/cases.bash
here=tests/language

# Each script in its own family, signs in that of signs: lines of the page tree where another stands in.
foreign_fonts() {
  perl -CSD -Mutf8 -ne '
    next unless /^ *text .*? width=\S+ (\S+) \S+ colour=\S+ .*?"(.*)"/;
    my ($font, $s) = ($1, $2);
    $s =~ s/\\u\{[0-9A-F]+\}//g;
    print if $s =~ /\p{Arabic}/ && $s =~ /\p{L}/ && $font !~ /^NotoSansArabicUI/
      or $s =~ /\p{Latin}/ && $font !~ /^(NotoSans|Andika)-/
      or $font =~ /^DejaVu/ && $s !~ /^[☐☒✓✔\s]*$/
      or $font =~ /^Symbola/' "$1"
}

kinds=$(personal_kinds)
case $(head -c 2 "$DUFORM" | tr -d '\0') in '#!') kinds="leaflet plan" ;; esac # under valgrind: slow
for lang in $(languages); do
  for kind in $kinds; do
    name="$lang, $kind"
    rm -rf "$TMP/o" && mkdir "$TMP/o"
    "$DUFORM" make "$(case_of "$kind")" -d "$kind" --to 1 -l "$lang" --draft --style standard -o "$TMP/o" -q 2>"$TMP/err" ||
      { not_ok "$name: not made"; continue; }
    for stage in document page; do
      "$DUFORM" trace "$(case_of "$kind")" -d "$kind" --to 1 -l "$lang" --draft --style standard -t $stage >"$TMP/$stage" 2>/dev/null
    done
    xsltproc --nonet $here/blocks.xsl "$TMP/document" >"$TMP/want"
    pdftotext "$TMP/o"/*.pdf "$TMP/poppler"
    mutool draw -q -F txt "$TMP/o"/*.pdf >"$TMP/mupdf" 2>/dev/null
    for taken in poppler mupdf; do
      if perl -CSD $here/words.pl "$TMP/want" "$TMP/$taken" $([ $taken = mupdf ] && echo pieces) >"$TMP/said"; then
        ok "$name: $taken finds $(tail -1 "$TMP/said")"
      else
        not_ok "$name: $taken finds $(tail -1 "$TMP/said")"
        head -4 "$TMP/said" | sed 's/^/# /'
      fi
      lacks "$name: $taken knows every character" $'\uFFFD' "$TMP/$taken"
      perl -CSD -pe 's/\x{A0}/ /g; s/\x{2011}/-/g' "$TMP/$taken" >"$TMP/plain"
      lost=$(grep -oE '[0-9]{3}.[0-9]{3} [0-9]{2} [0-9]{2}|[0-9]{8}.[0-9]{4}' "$TMP/want" | perl -CSD -pe 's/\x{2011}/-/g' | sort -u |
        while read -r number; do grep -qF -- "$number" "$TMP/plain" || echo "$number"; done)
      equal "$name: $taken finds telephone and personal numbers" "" "$lost"
    done
    equal "$name: each script in its own font" "" "$(foreign_fonts "$TMP/page" | head -3)"
  done
done

# Persian 4 and 6 are drawn otherwise than the Arabic ones; they and 7, whose shape is the same, come out as themselves.
digit() { # digit LANG CHARACTER: a page with it alone, as a picture
  cat >"$TMP/digit.fo" <<X
<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xml:lang="$1" writing-mode="rl-tb"><fo:layout-master-set><fo:simple-page-master
master-name="a" page-width="60mm" page-height="60mm" margin="10mm"><fo:region-body/></fo:simple-page-master></fo:layout-master-set>
<fo:page-sequence master-reference="a" font-size="60pt"><fo:flow flow-name="xsl-region-body"><fo:block role="P">$2</fo:block></fo:flow></fo:page-sequence></fo:root>
X
  "$DUFORM" format "$TMP/digit.fo" -o "$TMP/digit.pdf" >/dev/null 2>&1 && pdftoppm -r 40 -gray "$TMP/digit.pdf" "$TMP/digit" && cksum <"$TMP"/digit-*.pgm
}
while read -r persian arabic; do
  mine=$(digit fa "$persian")
  contains "Persian $persian comes out as itself" "$persian" <(pdftotext "$TMP/digit.pdf" -)
  [ "$persian" = ۷ ] || check "Persian $persian is not drawn as $arabic" test "$mine" != "$(digit ar "$arabic")"
  equal "Persian $persian keeps its shape in an Arabic text" "$mine" "$(digit ar "$persian")"
done <<'X'
۴ ٤
۶ ٦
۷ ٧
X
[ "$failed" -eq 0 ]
