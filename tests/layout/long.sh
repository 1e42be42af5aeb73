# Long documents: pages are written while the rest is laid out, so numbers of pages to come, links, notes
# and the structure are looked at in the file; time is linear, and memory grows with what is written only.
. "$(dirname "$0")/../lib.sh"

# prose PAGES: about so many pages, with "Sida n av m", a table of contents, notes, links and bookmarks
prose() {
  python3 - "$1" <<'PY'
import sys
n = int(sys.argv[1]) * 13
text = ("Samordnad individuell plan görs när insatser från både kommun och region behövs. "
        "Du får veta vem som gör vad, när det ska vara klart och vem du kan fråga. ")
print('<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-family="Noto Sans" font-size="10pt" xml:lang="sv">'
      '<fo:layout-master-set><fo:simple-page-master master-name="p" page-width="210mm" page-height="297mm" margin="20mm">'
      '<fo:region-body margin-bottom="20pt"/><fo:region-after extent="14pt"/></fo:simple-page-master></fo:layout-master-set>'
      '<fo:bookmark-tree><fo:bookmark internal-destination="c0"><fo:bookmark-title>Första</fo:bookmark-title></fo:bookmark></fo:bookmark-tree>'
      '<fo:page-sequence master-reference="p"><fo:static-content flow-name="xsl-region-after"><fo:block>'
      'Sida <fo:page-number/> av <fo:page-number-citation ref-id="end"/></fo:block></fo:static-content>'
      '<fo:flow flow-name="xsl-region-body">')
for i in range(0, n, 130):
    print('<fo:block text-align-last="justify">Kapitel %d<fo:leader leader-pattern="dots" leader-length.maximum="100%%"/>'
          '<fo:page-number-citation ref-id="c%d"/></fo:block>' % (i, i))
for i in range(n):
    note = '<fo:footnote><fo:inline>*</fo:inline><fo:footnote-body><fo:block>Not %d</fo:block></fo:footnote-body></fo:footnote>' % i
    link = '<fo:basic-link external-destination="http://example.org/">länk</fo:basic-link>'
    size = ' font-size="9pt"' if i % 7 == 0 else ''
    print('<fo:block role="P" id="c%d" space-after="4pt">%d <fo:inline%s>%s</fo:inline>%s%s%s</fo:block>'
          % (i, i, size, text, text, link if i % 50 == 0 else '', note if i % 90 == 0 else ''))
print('<fo:block id="end"/></fo:flow></fo:page-sequence></fo:root>')
PY
}

# plain PAGES [CITING]: as many of nothing but paragraphs; the number CITING cites the last page
plain() {
  python3 - "$@" <<'PY'
import sys
n = int(sys.argv[1]) * 13
citing = int(sys.argv[2]) if len(sys.argv) > 2 else -1
text = ("Samordnad individuell plan görs när insatser från både kommun och region behövs. "
        "Du får veta vem som gör vad, när det ska vara klart och vem du kan fråga. ")
print('<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-family="Noto Sans" font-size="10pt" xml:lang="sv">'
      '<fo:layout-master-set><fo:simple-page-master master-name="p" page-width="210mm" page-height="297mm" margin="20mm">'
      '<fo:region-body margin-bottom="20pt"/></fo:simple-page-master></fo:layout-master-set>'
      '<fo:page-sequence master-reference="p"><fo:flow flow-name="xsl-region-body">')
for i in range(n):
    cited = ' Sista sidan: <fo:page-number-citation ref-id="end"/>.' if i == citing else ''
    print('<fo:block space-after="4pt">%d %s%s%s</fo:block>' % (i, text, text, cited))
print('<fo:block id="end"/></fo:flow></fo:page-sequence></fo:root>')
PY
}

# rows N: a table of so many rows, with a header on each page
rows() {
  python3 - "$1" <<'PY'
import sys
cell = '<fo:table-cell border="0.5pt solid black"><fo:block>%s</fo:block></fo:table-cell>'
print('<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-family="Noto Sans" font-size="10pt" xml:lang="sv">'
      '<fo:layout-master-set><fo:simple-page-master master-name="p" page-width="210mm" page-height="297mm" margin="20mm">'
      '<fo:region-body/></fo:simple-page-master></fo:layout-master-set><fo:page-sequence master-reference="p">'
      '<fo:flow flow-name="xsl-region-body"><fo:table table-layout="fixed" width="100%"><fo:table-header><fo:table-row>'
      + cell % 'Insats' + cell % 'Vem' + '</fo:table-row></fo:table-header><fo:table-body>')
for i in range(int(sys.argv[1])):
    print('<fo:table-row>' + cell % ('rad %d' % i) + cell % 'Kommunen och regionen gör det tillsammans, varje vecka' + '</fo:table-row>')
print('</fo:table-body></fo:table></fo:flow></fo:page-sequence></fo:root>')
PY
}

# loose N: so many cells in a table without rows
loose() {
  python3 - "$1" <<'PY'
import sys
print('<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-family="Noto Sans" font-size="10pt" xml:lang="sv">'
      '<fo:layout-master-set><fo:simple-page-master master-name="p" page-width="210mm" page-height="297mm">'
      '<fo:region-body/></fo:simple-page-master></fo:layout-master-set><fo:page-sequence master-reference="p">'
      '<fo:flow flow-name="xsl-region-body"><fo:table><fo:table-body>')
print('<fo:table-cell><fo:block>x</fo:block></fo:table-cell>' * int(sys.argv[1]))
print('</fo:table-body></fo:table></fo:flow></fo:page-sequence></fo:root>')
PY
}

# captioned ROWS BLOCKS: a table of so many rows, and below it a caption of so many blocks, which the file has first
captioned() {
  rows "$1" | sed 's|<fo:table table-layout|<fo:table-and-caption caption-side="after"><fo:table-caption>CAPTION</fo:table-caption>&|; s|</fo:table></fo:flow>|</fo:table></fo:table-and-caption></fo:flow>|' |
    python3 -c 'import sys; print(sys.stdin.read().replace("CAPTION", "".join("<fo:block>%d under</fo:block>" % i for i in range(int(sys.argv[1])))))' "$2"
}

# floats N: so many paragraphs, each with a float for the head of its page in the middle
floats() {
  python3 - "$1" <<'PY'
import sys
text = "Samordnad individuell plan görs när insatser från både kommun och region behövs. "
print('<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-family="Noto Sans" font-size="10pt" xml:lang="sv">'
      '<fo:layout-master-set><fo:simple-page-master master-name="p" page-width="210mm" page-height="297mm" margin="20mm">'
      '<fo:region-body/></fo:simple-page-master></fo:layout-master-set><fo:page-sequence master-reference="p">'
      '<fo:flow flow-name="xsl-region-body">')
for i in range(int(sys.argv[1])):
    print('<fo:block role="P">' + text + '<fo:float float="before"><fo:block>Ruta %d</fo:block></fo:float>' % i + text + '</fo:block>')
print('</fo:flow></fo:page-sequence></fo:root>')
PY
}

# flow WHAT: what stands in the flow of a document
flow() {
  echo '<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-family="Noto Sans" font-size="10pt" xml:lang="sv">
<fo:layout-master-set><fo:simple-page-master master-name="p" page-width="210mm" page-height="297mm" margin="20mm">
<fo:region-body/></fo:simple-page-master></fo:layout-master-set><fo:page-sequence master-reference="p">
<fo:flow flow-name="xsl-region-body">'
  "$@"
  echo '</fo:flow></fo:page-sequence></fo:root>'
}

# repeat N TEXT
repeat() { yes "$2" | head -n "$1"; }

# boxed N: one paragraph of so many words, each in a box of its own; boxed_line N: all on one line
boxed() { flow boxes "$1" wrap; }
boxed_line() { flow boxes "$1" no-wrap; }
boxes() {
  echo "<fo:block wrap-option=\"$2\">"
  repeat "$1" '<fo:inline background-color="#eee">ord</fo:inline> och'
  echo '</fo:block>'
}

# underlined N: one paragraph of so many words with a line below
underlined() { flow lines_below "$1"; }
lines_below() {
  echo '<fo:block>'
  repeat "$1" '<fo:inline text-decoration="underline">ord</fo:inline> och'
  echo '</fo:block>'
}

# turned N: one line of so many words, every other one from right to left
turned() { flow turns "$1"; }
turns() {
  echo '<fo:block wrap-option="no-wrap">'
  repeat "$1" 'ord سلام 1'
  echo '</fo:block>'
}

# marked N: so many blocks with a marker; placed N: with an absolute position, all on one page
marked() { flow repeat "$1" '<fo:block><fo:marker marker-class-name="m">a</fo:marker>b</fo:block>'; }
placed() { flow repeat "$1" '<fo:block-container absolute-position="absolute" top="1pt"><fo:block>b</fo:block></fo:block-container>'; }

# sequences N: the paragraphs in N page sequences of a page each
sequences() {
  plain "$1" | awk '{ print } /^<fo:block/ && ++n % 11 == 0 { print "</fo:flow></fo:page-sequence><fo:page-sequence master-reference=\"p\"><fo:flow flow-name=\"xsl-region-body\">" }'
}

# auto_rows N: the same with columns as wide as their content wants
auto_rows() { rows "$1" | sed 's/ table-layout="fixed"//'; }

# cost FILE: seconds of the processor (best of three) and KiB at most
cost() {
  python3 - "$DUFORM" "$1" "$TMP/cost.pdf" <<'PY'
import os, sys
best, peak = 1e9, 0
for _ in range(3):
    pid = os.fork()
    if pid == 0:
        os.execv(sys.argv[1], [sys.argv[1], "format", sys.argv[2], "-o", sys.argv[3], "--quiet"])
    _, status, use = os.wait4(pid, 0)
    if status:
        sys.exit("the program failed")
    best, peak = min(best, use.ru_utime + use.ru_stime), max(peak, use.ru_maxrss)
print("%d %d" % (best * 1e6, peak))
PY
}

prose 120 >"$TMP/prose.fo"
check "120 pages are formatted" "$DUFORM" format "$TMP/prose.fo" -o "$TMP/prose.pdf" --quiet
pages=$(pdfinfo "$TMP/prose.pdf" | awk '/^Pages/ { print $2 }')
for i in $(seq "$pages"); do echo "Sida $i av $pages"; done >"$TMP/wanted"
pdftotext "$TMP/prose.pdf" - | grep -E '^Sida [0-9]+ av' >"$TMP/numbers"
equal "each page has its number and that of the last" "$(cat "$TMP/wanted")" "$(cat "$TMP/numbers")"
pdftotext "$TMP/prose.pdf" - | tr '\f' '\n' >"$TMP/text"
equal "every paragraph stands there once" "$(seq 0 1559)" "$(grep -oE '^[0-9]+ Samordnad' "$TMP/text" | cut -d' ' -f1)"
last=$(pdftotext -f 1 -l 1 "$TMP/prose.pdf" - | sed -nE 's/^Kapitel 1430[ .]*([0-9]+)$/\1/p')
contains "the table of contents names the page" "1430 Samordnad" <(pdftotext -f "${last:-1}" -l "${last:-1}" "$TMP/prose.pdf" -)
check "its structure is sound" "$BUILD/conformance/structure" "$TMP/prose.pdf"
check "qpdf finds no fault" qpdf --check "$TMP/prose.pdf"
"$DUFORM" format "$TMP/prose.fo" -o "$TMP/again.pdf" --quiet
check "twice the same bytes" cmp "$TMP/prose.pdf" "$TMP/again.pdf"

# grows KIND FEW MANY WHAT KIB: MANY, four times FEW, take linear time, and WHAT less than KIB more memory
grows() {
  "$1" "$2" >"$TMP/few.fo"
  "$1" "$3" >"$TMP/many.fo"
  read -r time_few size_few < <(cost "$TMP/few.fo")
  read -r time_many size_many < <(cost "$TMP/many.fo")
  echo "# $1: $2 in $((time_few / 1000)) ms and $((size_few / 1024)) MiB, $3 in $((time_many / 1000)) ms and $((size_many / 1024)) MiB"
  [ "$time_many" -le $((time_few * 6)) ] && ok "$1: $3 take four times as long as $2" || not_ok "$1: $3 take $time_many µs, $2 $time_few"
  [ $((size_many - size_few)) -le $((($3 - $2) * $5)) ] && ok "$4 takes less than $5 KiB" || not_ok "$1: $(($3 - $2)) more take $((size_many - size_few)) KiB"
}

plain 130 850 >"$TMP/late.fo"
check "a number of a page to come, on a page after many" "$DUFORM" format "$TMP/late.fo" -o "$TMP/late.pdf" --quiet
pdftotext "$TMP/late.pdf" - | tr '\f' '\n' >"$TMP/text"
equal "it is that of the last page" "Sista sidan: $(pdfinfo "$TMP/late.pdf" | awk '/^Pages/ { print $2 }')." "$(grep -o 'Sista sidan: [0-9]*\.' "$TMP/text")"
equal "every paragraph stands there once" "$(seq 0 1689)" "$(grep -oE '^[0-9]+ Samordnad' "$TMP/text" | cut -d' ' -f1)"
check "its structure is sound" "$BUILD/conformance/structure" "$TMP/late.pdf"

floats 1000 >"$TMP/floats.fo"
check "1,000 floats are formatted" "$DUFORM" format "$TMP/floats.fo" -o "$TMP/floats.pdf" --quiet
pdftotext "$TMP/floats.pdf" - | tr '\f' '\n' >"$TMP/text"
equal "each stands there once, in their order" "$(seq 0 999)" "$(grep -oE '^Ruta [0-9]+' "$TMP/text" | cut -d' ' -f2)"

captioned 500 1000 >"$TMP/captioned.fo"
check "a long caption below a long table" "$DUFORM" format "$TMP/captioned.fo" -o "$TMP/captioned.pdf" --quiet
equal "stands there whole" "$(seq 0 999)" "$(pdftotext "$TMP/captioned.pdf" - | tr '\f' '\n' | grep -oE '^[0-9]+ under' | cut -d' ' -f1)"

python3 -c 'print("<fo:root xmlns:fo=\"http://www.w3.org/1999/XSL/Format\">" + "<fo:block>" * 100000 + "</fo:block>" * 100000 + "</fo:root>")' >"$TMP/deep.fo"
status_is 2 "blocks nested 100,000 deep are refused" "$DUFORM" format "$TMP/deep.fo" -o "$TMP/deep.pdf" --quiet
one_line "with one message" "$TMP/.err"

if [ -n "${GRIND:-}" ] || ldd "$DUFORM" | grep -q asan; then
  ok "time and memory are not measured under a checker"
else
  cat >"$TMP/flat.fo" <<'FO'
<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xml:lang="sv"><fo:layout-master-set><fo:simple-page-master master-name="p" page-width="200pt" page-height="100pt">
<fo:region-body/></fo:simple-page-master></fo:layout-master-set><fo:page-sequence master-reference="p"><fo:flow flow-name="xsl-region-body"><fo:block line-height="0">Bredvid
<fo:float float="start"><fo:block-container height="40000pt" width="20pt"><fo:block>x</fo:block></fo:block-container></fo:float> den.</fo:block></fo:flow></fo:page-sequence></fo:root>
FO
  in_little() { (ulimit -v 700000 && "$DUFORM" "$@"); }
  check "lines without height beside a high float take little memory" in_little format "$TMP/flat.fo" -o "$TMP/flat.pdf" --quiet
  grows rows 1000 4000 "a row" 2
  grows auto_rows 1000 4000 "a row with automatic columns" 4
  grows loose 8000 32000 "a cell without a row" 4
  grows floats 1000 4000 "a float" 20
  grows boxed 15000 60000 "a word in a box" 3
  grows boxed_line 5000 20000 "a word in a box on the same line" 4
  grows underlined 15000 60000 "a word with a line below" 3
  grows turned 3000 12000 "a word from right to left on the same line" 4
  grows marked 15000 60000 "a block with a marker" 3
  grows placed 15000 60000 "a block with an absolute position" 5
  grows plain 200 800 "a page of paragraphs" 12
  grows sequences 200 800 "a page sequence of a page" 12
  grows prose 200 800 "a page of prose with numbers, notes and links" 20
fi
[ "$failed" -eq 0 ]
