# What the document says is what a reader of the PDF gets: every heading, paragraph, item and label of the document
# stage comes out of the page whole and in reading order, with å ä ö, ligatures and hyphens right.
. "$(dirname "$0")/../lib.sh"

# The blocks of a document below its letterhead, a line each, without markup.
blocks() {
  tr '\n' ' ' <"$1" | awk '{ at = index($0, "</reference>"); print substr($0, at) }' | sed -E 's#<(return-address|reference|enclosures|word)( [^>]*)?>.*</\1>##g
    s#</?(section|h|p|label|item|text|line|list|fields|field|form|entry|ticks?|option|choice|note|signature|document)( [^>]*)?/?>#\n#g' |
    sed -E 's/<[^>]*>//g; s/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&amp;/\&/g' | plain | sed -E 's/^ +//; s/ +$//; /^$/d'
}
# No-break spaces are spaces, no-break hyphens hyphens; joiners and direction controls are nothing.
plain() {
  sed -E 's/\xc2\xa0|\xe2\x80\xaf/ /g; s/\xe2\x80\x91/-/g; s/\xe2\x81\xa0|\xe2\x80[\x8e\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]//g; s/ +/ /g'
}
# The text of the pages as one line, without what is repeated in their margins.
page_text() {
  pdftotext -raw "$1" - | grep -vE '^(Referens .* · |Sida [0-9]+ \([0-9]+\)$)' | grep -vF -f "$TMP/footer" | tr '\n\f' '  ' | plain
}

for case in $(ordinary); do
  name=$(basename "$case" .xml)
  case $name in protected-*) continue ;; esac
  mkdir "$TMP/$name"
  "$DUFORM" make "$case" -d invitation -o "$TMP/$name" --quiet 2>/dev/null
  for pdf in "$TMP/$name"/*.pdf; do
    file=$(basename "$pdf" .pdf)
    "$DUFORM" trace "$case" -d invitation --to "$(echo "$file" | sed -E 's/.*-([0-9]+)(-[a-z]+)?$/\1/')" -t document 2>/dev/null >"$TMP/document"
    sed -nE 's#.*<(organisation|contact)[^>]*>(.*)</(organisation|contact)>.*#\2#p' "$TMP/document" | sed 's/$/ ·/' >"$TMP/footer"
    sed -nE 's#.*<contact href[^>]*>(.*)</contact>.*#\1#p' "$TMP/document" >>"$TMP/footer"
    text=$(page_text "$pdf")
    # Arabic script is read back word by word in tests/text/copy.sh: extractors put its lines together differently
    blocks "$TMP/document" | grep -vP '[\x{0600}-\x{06FF}]' >"$TMP/blocks"
    missing=""
    while IFS= read -r block; do
      case $text in
        *"$block"*) ;;
        *) missing="$missing$block"$'\n' ;;
      esac
    done <"$TMP/blocks"
    equal "$file: $(wc -l <"$TMP/blocks") blocks come out whole" "" "$missing"
    # in order: each paragraph of some length begins behind the one before it
    order=$(awk 'length($0) > 25' "$TMP/blocks" | awk -v text="$text" '{ at = index(substr(text, from + 1), $0); if (!at) { print; next } from += at }')
    equal "$file: in reading order" "" "$order"
  done
done
[ "$failed" -eq 0 ]
