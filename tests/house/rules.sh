# The rules of the house: which folder may include what, purpose lines, file lengths, names.
. "$(dirname "$0")/../lib.sh"
cd "$ROOT" || exit 3

# header pattern, where it may be included (extended regular expression of paths)
only_in() {
  local what=$1 pattern=$2 allowed=$3 found
  found=$(grep -rlE "^ *# *include *[<\"]$pattern" pipeline | grep -vE "$allowed")
  equal "$what is included only where it belongs" "" "$found"
}
only_in hpdf.h 'hpdf' '^pipeline/write/'
only_in hb.h 'hb(-subset|-ot)?\.h' '^pipeline/text/'
only_in ICU 'unicode/' '^pipeline/(text|transform|check)/' # check: NFC and character classes of any script
only_in libxml2 'lib(xml|xslt)/' '^pipeline/(read|transform|check|intake)/|^pipeline/fo/walk\.c$'
only_in SQLite 'sqlite3' '^pipeline/command/batch_journal\.c$'
only_in qrencode 'qrencode' '^pipeline/text/symbol\.c$'
only_in hunspell 'hunspell' '^pipeline/check/'

# what a folder may include of ours besides base/ and its own headers: the contract of the stage beside it
may_include() {
  local folder=$1 allowed=$2 found
  found=$(grep -rhoE "^ *# *include \"[a-z]+/[a-z_]+\.h\"" "pipeline/$folder" 2>/dev/null |
    sed -E 's/.*"(.*)"/\1/' | sort -u | grep -vE "^(base|$folder)/" | grep -vxE "${allowed:-none}")
  equal "$folder includes only base, its own and its neighbour's contract" "" "$found"
}
may_include base ''
may_include read ''
may_include transform 'read/read\.h'
may_include intake 'read/read\.h|page/page\.h' # page: the version of forms
may_include check 'read/read\.h|page/page\.h' # page: the scan reads what is about to be written
may_include fo ''
may_include text ''
may_include layout 'fo/fo\.h|text/text\.h|page/page\.h'
may_include page ''
may_include write 'page/page\.h'

# our files, also where there is no git: a tree that was only unpacked
ours() { find . \( -path ./build -o -path ./out -o -path ./.git \) -prune -o -type f "$@" -print | sed 's,^\./,,' | sort; }

no_purpose=$(for f in $(ours \( -name '*.c' -o -name '*.h' -o -name '*.xsl' -o -name '*.sh' -o -path './templates/*.xml' \)); do
  head -2 "$f" | grep -qE '^(/\*|//|#|<!--|.*<!--)' || echo "$f"; done)
equal "the first line of every file says its purpose" "" "$no_purpose"

long=$(ours \( -name '*.c' -o -name '*.h' -o -name '*.xsl' \) | xargs wc -l | awk '$2 != "total" && $1 > 1000 { print $2 }')
equal "no source file is longer than 1,000 lines" "" "$long"

equal "nothing that was built or fetched lies among the sources" "" "$(ours -size +1000k)"

tops=$(ours | cut -d/ -f1 | sort -u | grep -v '^\.' |
  grep -vxE 'Makefile|README.md|pipeline|templates|xslt|fonts|lang|tests')
equal "only the agreed top-level names" "" "$tops"

regions=$(ls templates/profiles | sed 's/\.xml$//' | grep -v '^default$' | paste -sd'|')
named=$(grep -rnE "$regions" xslt pipeline --include='*.xsl' --include='*.c' --include='*.h' | cut -d: -f1,2)
equal "no stylesheet and no C file names a region" "" "$named"

missing=$(find templates xslt lang fonts -type d ! -path 'templates/samples*' | while read -r folder; do
  grep -q "\"$folder\"" pipeline/command/batch_inputs.c || echo "$folder"; done)
equal "a mailing knows all folders that its documents depend on" "" "$missing"

marks=$(grep -rnIE '\b(TODO|FIXME|XXX|HACK)\b' pipeline xslt templates lang fonts tests Makefile README.md |
  grep -vE '^tests/(house|[a-z]+/corpus)' | cut -d: -f1,2)
equal "no marks of unfinished work" "" "$marks"
[ "$failed" -eq 0 ]
