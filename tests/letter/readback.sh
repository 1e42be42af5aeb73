# Every letter of the samples read back by poppler, mupdf and qpdf: tags, language, metadata, sentences in order.
. "$(dirname "$0")/../lib.sh"
for case in $(ordinary); do
  name=$(basename "$case" .xml)
  dir=$TMP/$name
  mkdir "$dir"
  status_is 0 "$name: made" "$DUFORM" make "$case" -d invitation -o "$dir" --quiet
  "$DUFORM" trace "$case" -d invitation -t view >"$TMP/view"
  letters=$(ls "$dir" | wc -l)
  [ "$letters" -ge 4 ] && ok "$name: $letters letters" || not_ok "$name: only $letters letters"
  surname=$(xmllint --xpath 'string(/*/*[local-name()="person"]/*[local-name()="name"]/*[local-name()="family"])' "$case")
  digits=$(xmllint --xpath 'string(/*/*[local-name()="person"]/*[local-name()="number"])' "$case" | tr -d ' -')
  for pdf in "$dir"/*.pdf; do
    file=$(basename "$pdf")
    pdfinfo "$pdf" >"$TMP/info" 2>"$TMP/info.err"
    grep -q '^Tagged: *yes' "$TMP/info" && [ ! -s "$TMP/info.err" ] && ok "$file is tagged" || not_ok "$file is not tagged"
    grep -qiE "^(Author|Subject|Keywords|CreationDate|ModDate):" "$TMP/info" && not_ok "$file tells too much in its metadata" || ok "$file has neutral metadata"
    grep -qF "$surname" "$TMP/info" && not_ok "$file names somebody in its metadata" || ok "$file names nobody in its metadata"
    case $file in *"$surname"* | *"${digits:-no number}"*) not_ok "$file: an opaque name" ;; *) ok "$file: an opaque name" ;; esac
    # strings of the catalogue: language; then the same page count by three readers
    lang=$(qpdf --json --json-key=qpdf "$pdf" 2>/dev/null | grep -oE '"/Lang": "u:[a-z-]+"' | head -1)
    equal "$file: the document's language" '"/Lang": "u:sv"' "$lang"
    pages=$(awk '/^Pages:/ { print $2 }' "$TMP/info")
    equal "$file: qpdf counts the same pages" "$pages" "$(qpdf --show-npages "$pdf" 2>&1)"
    equal "$file: mupdf counts the same pages" "$pages" "$(mutool info "$pdf" 2>&1 | awk '/^Pages:/ { print $2 }')"
    check "$file: qpdf finds no fault" qpdf --check "$pdf"
    # Debian's mupdf is built without colour management and says so
    mutool draw -q -F txt "$pdf" 2>&1 >"$TMP/mu" | grep -v 'ICC support is not available' >"$TMP/mu.err"
    [ ! -s "$TMP/mu.err" ] && ok "$file: mupdf draws it without a word" || not_ok "$file: mupdf: $(head -1 "$TMP/mu.err")"
    size=$(stat -c %s "$pdf")
    [ "$size" -le 61440 ] && ok "$file: $size bytes" || not_ok "$file is large: $size bytes"
    equal "$file: only its owner may read it" 600 "$(stat -c %a "$pdf")"
  done
done
[ "$failed" -eq 0 ]
