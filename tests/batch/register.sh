# Letters to schools: names and addresses come from the register of school units.
. "$(dirname "$0")/../lib.sh"
mkdir "$TMP/cases"
cp "$SAMPLES/uppsala.xml" "$TMP/cases"
code=$(grep -oE '<school-unit-code>[0-9]{8}' "$TMP/cases/uppsala.xml" | head -1 | grep -oE '[0-9]{8}')
table() { # table STATUS [CODE]
  printf 'Skolenhetskod;Skolenhetsnamn;Besöksadress;Utdelningsadress;Postnummer;Postort;Skolform;Status\n'
  printf '11111111;Annan skola;Vägen 1;Box 1;11111;Ort;Grundskola;Aktiv\n'
  printf '%s;"Vitsippans ""nya"" skola; norra";Gatan 2;Box 9913;87654;Älvsbyn;Komvux;%s\n' "${2:-$code}" "$1"
}
batch() { rm -rf "$TMP/out"; mkdir "$TMP/out"; "$DUFORM" batch --messages=en -o "$TMP/out" -d invitation "$TMP/cases" "$@"; }
text() { for f in "$TMP/out"/*.pdf; do pdftotext -layout "$f" - 2>/dev/null; done >"$TMP/text"; }

batch >/dev/null 2>&1
letters=$(ls "$TMP/out" | grep -c pdf)
table Aktiv >"$TMP/register.csv"
status_is 0 "with a register" batch --register "$TMP/register.csv"
text
contains "the school's name is that of the register" 'Vitsippans "nya" skola; norra' "$TMP/text"
contains "its postal address, too" "Box 9913" "$TMP/text"
lacks "not the address of visits" "Gatan 2" "$TMP/text"
check "the post code is spaced" grep -qiE '876(.|\xc2\xa0| )54' "$TMP/text"
contains "somebody opens the letter by function" "rektor" "$TMP/text"
equal "all letters are made" "$letters" "$(ls "$TMP/out" | grep -c pdf)"

# what a school's letter, and what shows in its window, may not tell
letter=$(for f in "$TMP/out"/*.pdf; do pdftotext "$f" - 2>/dev/null | grep -q 'Box 9913' && echo "$f"; done | head -1)
pdftotext -layout "$letter" "$TMP/letter"
read -r x y w h < <(xmllint --xpath 'string(concat(//*[local-name()="window"]/@x, " ", //*[local-name()="window"]/@y, " ", //*[local-name()="window"]/@width, " ", //*[local-name()="window"]/@height))' "$ROOT/templates/profiles/uppsala.xml")
pdftotext -r 254 -f 1 -l 1 -x $((x * 10)) -y $((y * 10)) -W $((w * 10)) -H $((h * 10)) "$letter" "$TMP/window"
value() { xmllint --xpath "string($1)" "$TMP/cases/uppsala.xml"; }
contains "the window shows the school" "Vitsippans" "$TMP/window"
contains "and whom it is for, by function" "Att: rektor" "$TMP/window"
lacks "not the unit that calls" "$(value '//*[local-name()="caller"]/*[local-name()="unit"]')" "$TMP/window"
lacks "nor the person" "$(value '//*[local-name()="person"]/*[local-name()="name"]/*[local-name()="family"]')" "$TMP/window"
contains "the letter has the reference" "$(value '/*/@ref')" "$TMP/letter"
number=$(value '//*[local-name()="person"]/*[local-name()="number"]')
equal "and not the personal number" "" "$(grep -E "${number:2:6}[- ]?${number:8}" "$TMP/letter")"
lacks "no answer by e-mail" "@" "$TMP/letter"
contains "which it says" "Skriv inga" "$TMP/letter"
status_is 0 "a print bundle of them" batch --register "$TMP/register.csv" --merge "$TMP/print.pdf"
equal "is sorted by the register's post code" "${letter##*-invitation-}" "$(tail -1 "$TMP/print.csv" | cut -d';' -f7).pdf"

table Aktiv | iconv -f utf-8 -t latin1 | sed 's/$/\r/' >"$TMP/latin.csv"
status_is 0 "a register in Latin-1" batch --register "$TMP/latin.csv"
text
contains "is read" "ÄLVSBYN" "$TMP/text"
table Aktiv | sed '3s/.*/'"$code"',"Björkskolan",Gatan 2,Box 4,87654,Luleå,Komvux,Aktiv/; 1,2s/;/,/g' >"$TMP/comma.csv"
status_is 0 "a register with commas" batch --register "$TMP/comma.csv"
text
contains "is read, too" "Björkskolan" "$TMP/text"

for status in Upphört VILANDE planerad; do
  table "$status" >"$TMP/closed.csv"
  status_is 1 "a unit that is $status" batch --register "$TMP/closed.csv"
  contains "is refused by name of the rule" "closed, says the register [JH-18]" "$TMP/.err"
  equal "the other letters are made" $((letters - 1)) "$(ls "$TMP/out" | grep -c pdf)"
done
table Aktiv 99999999 >"$TMP/missing.csv"
status_is 1 "a unit that is missing" batch --register "$TMP/missing.csv"
contains "is refused, too" "no such school unit [JH-18]" "$TMP/.err"
echo 'a;b' >"$TMP/bad.csv"
status_is 2 "no register" batch --register "$TMP/bad.csv"
contains "what is expected is told" "skolenhetskod" "$TMP/.err"
: >"$TMP/empty.csv"
status_is 2 "an empty register" batch --register "$TMP/empty.csv"
[ "$failed" -eq 0 ]
