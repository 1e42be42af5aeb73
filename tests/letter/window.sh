# The address lies inside the envelope's window, and nothing else touches the window grown by the slack that the
# sheet has in the envelope: measured on the finished page with pdftotext -bbox.
. "$(dirname "$0")/../lib.sh"

# value of an attribute of the profile's envelope: NODE ATTRIBUTE
envelope() { xmllint --xpath "string(//*[local-name()='envelope']$1)" "$profile"; }

# words of page 1 in mm: x0 y0 x1 y1 word
words() {
  pdftotext -f 1 -l 1 -bbox "$1" - | sed -nE \
    's/.*xMin="([0-9.]+)" yMin="([0-9.]+)" xMax="([0-9.]+)" yMax="([0-9.]+)">(.*)<\/word>.*/\1 \2 \3 \4 \5/p' |
    awk '{ k = 25.4 / 72; printf "%.2f %.2f %.2f %.2f %s\n", $1 * k, $2 * k, $3 * k, $4 * k, $5 }'
}

for case in $(ordinary); do
  name=$(basename "$case" .xml)
  region=$(xmllint --xpath 'string(/*/@region)' "$case")
  profile=$ROOT/templates/profiles/$region.xml
  wx=$(envelope '/*[local-name()="window"]/@x') wy=$(envelope '/*[local-name()="window"]/@y')
  ww=$(envelope '/*[local-name()="window"]/@width') wh=$(envelope '/*[local-name()="window"]/@height')
  sx=$(envelope /@slack-x) sy=$(envelope /@slack-y)
  mkdir -p "$TMP/$name"
  "$DUFORM" make "$case" -d invitation -o "$TMP/$name" --quiet 2>/dev/null
  n=0
  for pdf in "$TMP/$name"/*.pdf; do
    n=$((n + 1))
    file=$(basename "$pdf")
    words "$pdf" >"$TMP/words"
    # what the letter's own address block says, as the document stage made it
    "$DUFORM" trace "$case" -d invitation --to "$(echo "$file" | sed -E 's/.*-([0-9]+)(-[a-z]+)?\.pdf/\1/')" -t document 2>/dev/null >"$TMP/document"
    xmllint --xpath '//address//text()' "$TMP/document" 2>/dev/null | tr ' ' '\n' | sed '/^$/d' | sort -u >"$TMP/address"
    awk -v x="$wx" -v y="$wy" -v w="$ww" -v h="$wh" -v sx="$sx" -v sy="$sy" '
      $1 < x + w + sx && $3 > x - sx && $2 < y + h + sy && $4 > y - sy { print $5, ($1 >= x && $3 <= x + w && $2 >= y && $4 <= y + h) ? "inside" : "outside" }
    ' "$TMP/words" >"$TMP/zone"
    inside=$(grep -c ' inside$' "$TMP/zone")
    strangers=$(awk '{ print $1 }' "$TMP/zone" | grep -vxF -f "$TMP/address" | paste -sd' ')
    out=$(grep ' outside$' "$TMP/zone" | paste -sd' ')
    [ "$inside" -ge 3 ] && ok "$file: an address of $inside words lies in the window" || not_ok "$file: $inside words in the window"
    equal "$file: nothing but the address touches the zone around the window" "" "$strangers"
    equal "$file: the address lies inside the window" "" "$out"
  done
  [ "$n" -gt 0 ] && ok "$name: $n letters measured" || not_ok "$name: no letter"
done
[ "$failed" -eq 0 ]
