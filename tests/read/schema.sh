# Cases that are well-formed and not valid: line and what was expected, and never what was found.
. "$(dirname "$0")/../lib.sh"
sample=$SAMPLES/jamtland-harjedalen.xml

# invalid NAME EXPECTED-TEXT SED-SCRIPT: the sample, changed, is refused with the text
invalid() {
  sed -e "$3" "$sample" >"$TMP/$1.xml"
  cmp -s "$TMP/$1.xml" "$sample" && not_ok "$1: the sample was not changed"
  status_is 2 "$1: status 2" "$DUFORM" check "$TMP/$1.xml" --messages=en
  contains "$1: what was expected" "$2" "$TMP/.err"
  lacks "$1: the value is not repeated" "Hemlig" "$TMP/.err"
  lacks "$1: nor in lower case" "hemlig" "$TMP/.err"
}
invalid date ":12: error: <birth-date>: expected a date YYYY-MM-DD" 's,<birth-date>1961-01-18,<birth-date>Hemlig,'
invalid no-such-day ":12: error: <birth-date>: expected a date YYYY-MM-DD" 's,<birth-date>1961-01-18,<birth-date>1961-02-30,'
invalid time "error: <start>: expected a time YYYY-MM-DDThh:mm:ss" 's,<start>2026-03-04T13:00:00,<start>Hemlig,'
invalid enumeration "error: <case state>: expected one of: need, information, consented, called" 's,state="called",state="Hemlig",'
invalid pattern "error: <postcode>: expected form: " 's,<postcode>835 96,<postcode>hemlig,'
invalid long "error: <street>: most characters allowed: 250" "s,<street>Stormyrvägen 14,<street>Hemlig$(printf 'x%.0s' $(seq 260)),"
invalid short "error: <street>: fewest characters allowed: 1" 's,<street>Stormyrvägen 14,<street>,'
invalid missing-attribute ":9: error: <person>: a missing attribute: protection" 's, protection="none",,'
invalid unknown-attribute ":9: error: <person>: an attribute that is not allowed" 's,<person ,<person hemlig="Hemlig" ,'
invalid missing-element "error: <person>: an element that was not expected; expected: birth-date" '/<birth-date>/d'
invalid unknown-element "error: <person>: an element that was not expected; expected: phone, email" 's,<phone>070-174 06 11</phone>,<hemlig>Hemlig</hemlig>,'
invalid stray-text "error: <case>: text was not expected here" 's,<caller ,Hemlig <caller ,'
invalid reference "error: key: refers to something that is not in the file" 's,party="daughter",party="hemlig",'
invalid twice "error: key: the key is used already" 's,id="daughter",id="insurance",'
# a value that imitates the words of a message
invalid imitation "error: <case state>: expected one of: need, " "s,state=\"called\",state=\"a' is not an element of the set {'Hemlig'\","

sed 's,<phone>070-174 06 11,<phone>Hemlig,' "$sample" >"$TMP/swedish.xml"
"$DUFORM" check "$TMP/swedish.xml" --messages=sv 2>"$TMP/err"
contains "in Swedish" "<phone>: väntad form: " "$TMP/err"
LC_ALL=sv_SE.UTF-8 "$DUFORM" check "$TMP/swedish.xml" 2>"$TMP/err"
contains "in Swedish by locale" "<phone>: väntad form: " "$TMP/err"

# many faults: twenty lines and a count
awk '{ print } /<\/birth-date>/ { for (i = 0; i < 50; i++) print "<phone>Hemlig</phone>" }' "$sample" >"$TMP/many.xml"
sed -i 's,<address>,<address><x/>,' "$TMP/many.xml"
"$DUFORM" check "$TMP/many.xml" --messages=en 2>"$TMP/err"
check "at most 21 lines" test "$(wc -l <"$TMP/err")" -le 21
lacks "many: no value is repeated" "Hemlig" "$TMP/err"
[ "$failed" -eq 0 ]
