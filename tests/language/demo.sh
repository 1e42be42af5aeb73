# make demo: the leaflet in seven variants as PDF and web page, a consent beside Swedish, a plan in another language;
# the situations among the samples, and protected cases by each policy.
. "$(dirname "$0")/../lib.sh"
cd "$ROOT" || exit 3
status_is 0 "the demo is made" tests/demo "$DUFORM" "$TMP/demo" "$SAMPLES/skane.xml" "$SAMPLES"/protected-{jamtland-harjedalen,skane}.xml
made=$TMP/demo/languages
lang_of() { qpdf --json --json-key=qpdf "$1" 2>/dev/null | sed -nE 's/.*"\/Lang": "u:([a-z-]+)".*/\1/p' | sort | uniq -c | sort -rn | awk '{ print $2 }'; }
for lang in sv en fi so ar fa; do
  check "leaflet, $lang: a PDF" qpdf --check "$made/leaflet-$lang.pdf"
  equal "leaflet, $lang: the PDF is in its language" "$lang" "$(lang_of "$made/leaflet-$lang.pdf" | grep -x "$lang")"
  check "leaflet, $lang: a web page in its language" grep -q "<html lang=\"$lang\"" "$made/leaflet-$lang.html"
done
check "leaflet, easy to read: a PDF" qpdf --check "$made/leaflet-easy.pdf"
check "leaflet, easy to read: set in Andika" sh -c "pdffonts '$made/leaflet-easy.pdf' | grep -q Andika"
check "leaflet, easy to read: a web page" grep -q '<body class="easy">' "$made/leaflet-easy.html"
equal "no two variants say the same" 7 "$(for f in "$made"/leaflet-*.pdf; do pdftotext "$f" - | cksum; done | sort -u | wc -l)"
consent=$(ls "$made"/*-consent-1-ar.pdf)
equal "the consent holds both languages" "ar sv" "$(lang_of "$consent" | sort | paste -sd' ')"
pdftotext "$consent" - >"$TMP/text"
contains "the consent says in Swedish which text is signed" "Underskriften gäller texten på arabiska" "$TMP/text"
check "the consent as a web page has halves" grep -q '<div class="pair"><div lang="ar" dir="rtl">' "$made"/*-consent-1-ar.html
pdftotext "$(ls "$made"/*-plan-1-so.pdf)" - >"$TMP/text"
contains "the plan is in Somali" "Qorshahaaga" "$TMP/text"
contains "and says that it is a draft" "QABYO" "$TMP/text"

kinds_in() { ls "$1" | sed -nE 's/^[^-]*(-[a-z0-9]{4}-[a-z0-9]{2})?-([a-z-]+)-[0-9]+\.pdf$/\2/p' | sort -u | paste -sd' '; }
for situation in "$SITUATIONS"/*.xml; do
  name=$(basename "$situation" .xml)
  check "situation $name: documents" test -n "$(kinds_in "$TMP/demo/situations/$name")"
done
for name in protected-unknown protected-empty; do
  equal "situation $name: nothing that goes to anybody" checklist "$(kinds_in "$TMP/demo/situations/$name")"
done
equal "protected, on paper: the letters" yes "$(ls "$TMP/demo/protected/paper" | grep -q -- -invitation- && echo yes)"
equal "protected, by telephone: no letter, form or plan" "call-sheet checklist leaflet" "$(kinds_in "$TMP/demo/protected/phone")"
[ "$failed" -eq 0 ]
