# Empty forms for work and post: made without a case, with room for a pen.
. "$(dirname "$0")/../lib.sh"
heading() { case $1 in reply) echo Svarstalong ;; needs) echo "Behövs en SIP?" ;; mapping) echo "Kartläggning inför SIP-möte" ;;
  follow-up) echo "Uppföljning av din plan" ;; deviation) echo "Avvikelse i samverkan om SIP" ;; checklist) echo "Checklista för SIP" ;;
  call-sheet) echo Ringlista ;; esac; }
for kind in reply needs mapping follow-up deviation checklist call-sheet; do
  for region in default jamtland-harjedalen uppsala borlange gavleborg skane; do
    status_is 0 "$kind, $region: made" "$DUFORM" blank "$kind" -r "$region" -o "$TMP/$kind-$region.pdf"
    pdftotext "$TMP/$kind-$region.pdf" "$TMP/text" 2>/dev/null
    contains "$kind, $region: its heading" "$(heading "$kind")" "$TMP/text"
    grep -qE '[0-9]{6}|[0-9]{4}-[0-9]{2}-[0-9]{2}' "$TMP/text" && not_ok "$kind, $region: a date or number on a blank" || ok "$kind, $region: nothing of anybody"
  done
done
boxes() { pdftotext "$1" - | grep -o '☐' | wc -l; }
equal "checklist: 32 boxes in Jämtland Härjedalen" 32 "$(boxes "$TMP/checklist-jamtland-harjedalen.pdf")"
equal "deviation: five kinds to choose from" 5 "$(boxes "$TMP/deviation-borlange.pdf")"
for kind in cover closing labels dispatch watchlist deviation-copy; do
  status_is 3 "$kind has no blank" "$DUFORM" blank "$kind" -o "$TMP/none.pdf"
done
[ "$failed" -eq 0 ]
