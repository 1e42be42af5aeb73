# The allow-list: what the view of each recipient class holds and does not hold.
. "$(dirname "$0")/../lib.sh"
case=$SAMPLES/jamtland-harjedalen.xml
ns() { xmllint --xpath "string((//*[local-name()='case']$1)[1])" "$case"; }
recipient() { # recipient CLASS: the number of the first recipient of a class
  xmllint --xpath "count((//*[local-name()='party'][@class='$1'])[1]/preceding-sibling::*[not(@receives='no')]) + 1" "$case"
}
view() { "$DUFORM" trace "${2:-$case}" -d invitation --to "$(recipient "$1")" -t view >"$TMP/view" 2>"$TMP/err"; }
given=$(ns '/*[local-name()="person"]/*[local-name()="name"]/*[local-name()="given"]')
family=$(ns '/*[local-name()="person"]/*[local-name()="name"]/*[local-name()="family"]')
number=$(ns '/*[local-name()="person"]/*[local-name()="number"]')
phone=$(ns '/*[local-name()="person"]/*[local-name()="phone"]')
street=$(ns '/*[local-name()="person"]/*[local-name()="address"]/*[local-name()="street"]')

view social-services
contains "a unit with a duty reads the person's name" "$given $family" "$TMP/view"
contains "a unit with a duty reads the personal number" "$number" "$TMP/view"
for part in goal question called law consent interpreter; do contains "a unit with a duty: $part" "<$part" "$TMP/view"; done
lacks "a unit with a duty does not read the home address" "$street" "$TMP/view"
contains "a unit with a duty reads its own authority's diary number" "SN 2026/0118" "$TMP/view"
lacks "a unit does not read another authority's diary number" "RJH/412/2026" "$TMP/view"

view school
contains "a school reads the name that consent covers" "$given $family" "$TMP/view"
contains "a school reads its own question" "<own-question" "$TMP/view"
contains "a school reads the purpose" "<purpose" "$TMP/view"
lacks "a school does not read the personal number" "$number" "$TMP/view"
for part in goal '<question' called law interpreter adaptations; do lacks "a school: no $part" "<${part#<}" "$TMP/view"; done

view relative
for part in purpose question goal called consent law interpreter; do lacks "a relative: no $part" "<$part" "$TMP/view"; done
contains "a relative reads the time" "<start>" "$TMP/view"
lacks "a relative does not read the personal number" "$number" "$TMP/view"

view person
contains "the person reads the reason in words made for the person" "<explanation" "$TMP/view"
contains "the person's address is in the address block" "$street" "$TMP/view"
lacks "the person's letter holds no personal number" "$number" "$TMP/view"

for class in person social-services school relative agency; do
  view "$class"
  lacks "$class: the person's telephone is nowhere" "$phone" "$TMP/view"
done

# A party that consent does not list is told time, place and reference.
sed 's|<exchange party="medical-clinic"[^>]*>[^<]*</exchange>||' "$case" >"$TMP/uncovered.xml"
n=$(xmllint --xpath "count(//*[@id='medical-clinic']/preceding-sibling::*[not(@receives='no')]) + 1" "$case")
"$DUFORM" trace "$TMP/uncovered.xml" -d invitation --to "$n" -t view >"$TMP/view" 2>"$TMP/err"
for text in "$given" "$family" "$number" '<purpose' '<goal' '<question' '<called' '<competence' '<consent'; do
  lacks "not covered: no $text" "$text" "$TMP/view"
done
contains "not covered: the time" "<start>" "$TMP/view"
contains "not covered: the reference" "k7m2-q9xd-4t" "$TMP/view"
contains "not covered: the operator is told" "DU-CONSENT-COVERS" <("$DUFORM" check "$TMP/uncovered.xml" 2>&1)

# A consent that has ended or was taken back covers nobody; the letter is refused besides.
sed 's|until="2027-02-12"|until="2026-02-14"|' "$case" >"$TMP/ended.xml"
"$DUFORM" make "$TMP/ended.xml" -d invitation -o "$TMP" >/dev/null 2>"$TMP/err"
equal "consent has ended: refused" 1 $?
"$DUFORM" trace "$TMP/ended.xml" -d invitation --to "$n" -t view >"$TMP/view" 2>"$TMP/err"
lacks "consent has ended: no name in any view" "$family" "$TMP/view"
[ "$failed" -eq 0 ]
