# duform read: forms that were filled in with qpdf, or come as XFDF, become cases and join them.
. "$(dirname "$0")/../lib.sh"
forms=$ROOT/tests/intake/forms.py
own=$ROOT/tests/intake
sample=$SAMPLES/jamtland-harjedalen.xml

# blank NAME: the form of tests/intake/NAME.json as $TMP/NAME.pdf
blank() { python3 "$forms" fo "$own/$1.json" >"$TMP/$1.fo" && "$DUFORM" format "$TMP/$1.fo" -o "$TMP/$1.pdf" -q; }
# filled NAME VALUES OUT: with these values, a JSON object
filled() { printf '%s' "$2" >"$TMP/values.json"; python3 "$forms" fill "$TMP/$1.pdf" "$TMP/values.json" "$3"; }
read_form() { "$DUFORM" read --messages=sv "$@"; }
at() { xmllint --xpath "$2" "$1" 2>/dev/null; } # XPath without namespaces in mind: use local-name()
path() { echo "$1" | sed -E 's,/([a-z][a-z-]*),/*[local-name()="\1"],g'; }
value() { at "$1" "string($(path "$2"))"; }
for form in intake reply evaluation; do blank $form; done

# ---- a case of an intake form
python3 "$forms" fill "$TMP/intake.pdf" "$own/filled.json" "$TMP/filled.pdf"
status_is 0 "a form with all that is needed" read_form "$TMP/filled.pdf" -r skane -o "$TMP/case.xml"
check "becomes a valid case" xmllint --noout --schema "$ROOT/xslt/case.xsd" "$TMP/case.xml"
check "that duform takes" "$DUFORM" check "$TMP/case.xml"
equal "letters beyond ASCII" "Åsa-Märta Öberg" "$(value "$TMP/case.xml" /case/person/name/given) $(value "$TMP/case.xml" /case/person/name/family)"
equal "a date as people write it" "1961-01-18" "$(value "$TMP/case.xml" /case/person/birth-date)"
equal "and another" "2026-02-12" "$(value "$TMP/case.xml" /case/need/@noticed)"
equal "dashes and blanks of numbers" "070-174 06 20, 19610118-2803" "$(value "$TMP/case.xml" /case/caller/phone), $(value "$TMP/case.xml" /case/person/number)"
equal "the second of several reasons alone" "unclear-responsibility" "$(value "$TMP/case.xml" '/case/need/reason[1]/@code')"
equal "paragraphs, in two scripts" "3 Andra stycket: مرحبا." "$(at "$TMP/case.xml" "count($(path /case/need/explanation/p))") $(value "$TMP/case.xml" '/case/need/explanation/p[2]')"
equal "rows that nobody filled in are not there" "3" "$(at "$TMP/case.xml" "count($(path /case/parties/party))")"
equal "a box that is ticked" "yes" "$(value "$TMP/case.xml" '/case/parties/party[2]/approved/@by-person')"
equal "the region is the one asked for" "skane" "$(value "$TMP/case.xml" /case/@region)"
equal "only the owner can read it" 600 "$(stat -c %a "$TMP/case.xml")"
read_form "$TMP/filled.pdf" -r skane -o "$TMP/again.xml"
equal "a new case has a reference of its own" different "$([ "$(value "$TMP/case.xml" /case/@ref)" = "$(value "$TMP/again.xml" /case/@ref)" ] || echo different)"

python3 "$forms" xfdf "$own/filled.json" "$own/intake.json" >"$TMP/filled.xfdf"
status_is 0 "the same as XFDF" read_form "$TMP/filled.xfdf" -r skane -o "$TMP/xfdf.xml"
equal "gives the same case" "$(sed 's/ref="[^"]*"//' "$TMP/case.xml")" "$(sed 's/ref="[^"]*"//' "$TMP/xfdf.xml")"
status_is 0 "from standard input" read_form - -r skane -o "$TMP/xfdf.xml" <"$TMP/filled.pdf"

# ---- strings in the three ways of PDF
for text in "UTF-16 b:feff00c5007300e4" "UTF-8 b:efbbbfc38573c3a4" "PDFDocEncoding b:c573e4" "a language escape b:feff001b00730076001b00c5007300e4"; do
  filled filled "{\"case/person/name/given\": \"${text##* }\"}" "$TMP/string.pdf"
  read_form "$TMP/string.pdf" -o "$TMP/string.xml" 2>/dev/null
  equal "a name in ${text% *}" "Åsä" "$(value "$TMP/string.xml" /case/person/name/given)"
done

# ---- what is missing or wrong
filled filled '{"case/person/name/given": "", "case/need/@noticed": "kanarifågel", "case/caller/phone": "kanarifågel", "case/parties/party[2]/unit": ""}' "$TMP/wrong.pdf"
status_is 2 "a form with faults" read_form "$TMP/wrong.pdf" -o "$TMP/draft.xml"
equal "each is said by its label, in the form's order" "Förnamn: saknas
Din telefon: ska vara ett telefonnummer
Behovet märktes: ska vara ett datum, till exempel 2026-03-09" "$(sed -n 's/.*: error: //p' "$TMP/.err")"
lacks "no value is said" "kanari" "$TMP/.err"
equal "what is right is written" "Öberg" "$(value "$TMP/draft.xml" /case/person/name/family)"
lacks "what is wrong is not" "kanari" "$TMP/draft.xml"
contains "it is marked as a draft" "<?duform-draft?>" "$TMP/draft.xml"
mkdir "$TMP/out"
status_is 2 "no document is made of a draft" "$DUFORM" make "$TMP/draft.xml" -d leaflet -o "$TMP/out"
status_is 2 "an empty form" read_form "$TMP/intake.pdf" -o "$TMP/empty.xml"
contains "says what it needs" "Skyddade uppgifter: saknas" "$TMP/.err"

if [ -n "${GRIND:-}" ] || ldd "$DUFORM" | grep -q asan; then
  ok "a library in between is not tried under a checker"
else
  printf '%s\n' '#include <errno.h>' '#include <sys/random.h>' '#include <unistd.h>' '#include <sys/syscall.h>' \
    'ssize_t getrandom(void *to, size_t n, unsigned flags) { if (n == 12) { errno = ENOSYS; return -1; } return syscall(SYS_getrandom, to, n, flags); }' >"$TMP/chance.c"
  gcc -shared -fPIC -o "$TMP/chance.so" "$TMP/chance.c"
  without_chance() { LD_PRELOAD=$TMP/chance.so read_form "$@"; }
  status_is 4 "without random numbers there is no reference" without_chance "$TMP/filled.pdf" -r skane -o "$TMP/none.xml"
  check "and no case" test ! -e "$TMP/none.xml"
fi

# ---- into a case
answer='"case/parties/party[3]/reply/@answer": "/yes", "case/parties/party[3]/reply/@date": "20.2.2026", "case/parties/party[3]/reply/name": "Anna Lena Berg"'
filled reply "{$answer, \"case/parties/party[3]/reply/adaptation\": \"Hörslinga.\"}" "$TMP/answer.pdf"
before=$(sha256sum <"$sample")
status_is 0 "a reply joins its case" read_form "$TMP/answer.pdf" --into "$sample" -o "$TMP/joined.xml"
check "which is valid" xmllint --noout --schema "$ROOT/xslt/case.xsd" "$TMP/joined.xml"
equal "with the answer in its place" "yes 2026-02-20 Anna Lena Berg Hörslinga." \
  "$(value "$TMP/joined.xml" '/case/parties/party[3]/reply/@answer') $(value "$TMP/joined.xml" '/case/parties/party[3]/reply/@date') $(value "$TMP/joined.xml" '/case/parties/party[3]/reply/name/given') $(value "$TMP/joined.xml" '/case/parties/party[3]/reply/name/family') $(value "$TMP/joined.xml" '/case/parties/party[3]/reply/adaptation')"
flat() { xmllint --noblanks --c14n "$1" | sed -E 's,<reply .*</reply>,,;s,<!--[^>]*-->,,' | tr -d '\n ' ; }
equal "and nothing else of it changed" "$(flat "$sample")" "$(flat "$TMP/joined.xml")"
equal "the case that was given is as it was" "$before" "$(sha256sum <"$sample")"
printf '{%s, "case/parties/party[3]/reply/adaptation": "Hörslinga."}' "$answer" >"$TMP/values.json"
python3 "$forms" xfdf "$TMP/values.json" "$own/reply.json" >"$TMP/answer.xfdf"
status_is 0 "the same reply as XFDF" read_form "$TMP/answer.xfdf" --into "$sample" -o "$TMP/joined-xfdf.xml"
equal "joins it in the same way" "$(cat "$TMP/joined.xml")" "$(cat "$TMP/joined-xfdf.xml")"
status_is 0 "the same reply once more" read_form "$TMP/answer.pdf" --into "$TMP/joined.xml" -o "$TMP/twice.xml"
equal "changes nothing" "$(cat "$TMP/joined.xml")" "$(cat "$TMP/twice.xml")"
filled answer "{\"case/parties/party[3]/reply/adaptation\": \"\"}" "$TMP/less.pdf"
status_is 0 "what is taken back" read_form "$TMP/less.pdf" --into "$TMP/joined.xml" -o "$TMP/less.xml"
contains "is said" "Anpassning: är tomt nu" "$TMP/.err"
lacks "and goes" "adaptation>Hör" "$TMP/less.xml"

filled reply "{$answer, \"case/person/@protection\": \"marking\", \"case/person/phone[1]\": \"070-174 06 99\"}" "$TMP/bold.pdf"
status_is 0 "a reply that would change more" read_form "$TMP/bold.pdf" --into "$sample" -o "$TMP/bold.xml"
contains "is told so" "Skydd: tas inte över" "$TMP/.err"
equal "and does not" "none 070-174 06 11" "$(value "$TMP/bold.xml" /case/person/@protection) $(value "$TMP/bold.xml" '/case/person/phone[1]')"

# a key that is no attribute, with elements of its own behind it
cat >"$TMP/key.xfdf" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<xfdf xmlns="http://ns.adobe.com/xfdf/"><fields>
<field name="duform/kind"><value>needs</value></field>
<field name="duform/version"><value>1</value></field>
<field name="duform/reference"><value>w3hn-p8vc-6r</value></field>
<field name="case/need/reason[@code=&quot;other&quot;/>&lt;/need>&lt;person protection=&quot;marking&quot;/>&lt;need x='1']"><value>Yes</value></field>
</fields></xfdf>
XML
status_is 2 "a field whose key is none of the schema's" read_form "$TMP/key.xfdf" --into "$SAMPLES/uppsala.xml" -o "$TMP/key.xml"
equal "brings no elements into the case" "1 none" "$(at "$TMP/key.xml" 'count(//*[local-name()="person"])') $(value "$TMP/key.xml" /case/person/@protection)"

status_is 2 "another case's reply" read_form "$TMP/answer.pdf" --into "$SAMPLES/skane.xml" -o "$TMP/none.xml"
contains "has another reference" "referens är en annan" "$TMP/.err"
check "and joins nothing" test ! -e "$TMP/none.xml"
status_is 2 "a reply without its case" read_form "$TMP/answer.pdf" -o "$TMP/none.xml"
contains "says how to give it" "--into" "$TMP/.err"
status_is 2 "an intake form joins no case" read_form "$TMP/filled.pdf" --into "$sample" -o "$TMP/none.xml"
sed 's/"value": "1"/"value": "9"/' "$own/reply.json" >"$TMP/newer.json"
python3 "$forms" fo "$TMP/newer.json" >"$TMP/newer.fo" && "$DUFORM" format "$TMP/newer.fo" -o "$TMP/newer.pdf" -q
status_is 2 "a form of another version" read_form "$TMP/newer.pdf" --into "$sample" -o "$TMP/none.xml"
sed 's/"value": "reply"/"value": "labels"/' "$own/reply.json" >"$TMP/newer.json"
python3 "$forms" fo "$TMP/newer.json" >"$TMP/newer.fo" && "$DUFORM" format "$TMP/newer.fo" -o "$TMP/newer.pdf" -q
status_is 2 "a form of a kind that nobody fills in" read_form "$TMP/newer.pdf" --into "$sample" -o "$TMP/none.xml"

filled evaluation '{"case/evaluation/worked": "Alla var där.", "duform/evaluation/other": "Kaffet."}' "$TMP/opinion.pdf"
status_is 0 "an evaluation, which is anonymous" read_form "$TMP/opinion.pdf" --into "$sample" -o "$TMP/opinion.xml"
equal "becomes a row of its own, of the last meeting" "Alla var där. meeting-1" "$(value "$TMP/opinion.xml" /case/evaluation/worked) $(value "$TMP/opinion.xml" /case/evaluation/@meeting)"
contains "what the case has no place for is said" "Något annat: har ingen plats" "$TMP/.err"
status_is 0 "a second one" read_form "$TMP/opinion.pdf" --into "$TMP/opinion.xml" -o "$TMP/opinions.xml"
equal "joins the first" 2 "$(at "$TMP/opinions.xml" "count($(path /case/evaluation))")"

# ---- use
cp "$sample" "$TMP/own.xml"
status_is 3 "never into the file that is read" read_form "$TMP/answer.pdf" --into "$TMP/own.xml" -o "$TMP/own.xml"
equal "which stays" "$before" "$(sha256sum <"$TMP/own.xml")"
ln -s own.xml "$TMP/link.xml"
status_is 3 "nor by another name of it" read_form "$TMP/answer.pdf" --into "$TMP/own.xml" -o "$TMP/link.xml"
status_is 3 "without -o" read_form "$TMP/answer.pdf"
[ "$failed" -eq 0 ]
