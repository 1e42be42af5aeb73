# The intake form itself: filled in, it becomes a valid case of which letters are made; no XML is seen.
. "$(dirname "$0")/../lib.sh"
forms=$ROOT/tests/intake/forms.py
cat >"$TMP/values.json" <<'V'
{"case/person/name/given": "Ingegerd", "case/person/name/family": "Hedbäck", "case/person/birth-date": "18.1.1961",
 "case/person/@protection": "/none", "case/need/@noticed": "12/2 2026", "case/need/reason[@code='repeated-visits']": "/Yes",
 "case/need/explanation": "Du har berättat att det är svårt att veta vem du ska ringa.\nDärför gör vi en plan tillsammans.",
 "case/caller/@class": "health-region", "case/caller/principal": "Region Skåne", "case/caller/unit": "Vårdcentralen Ljungagård",
 "case/caller/name/given": "Marit", "case/caller/name/family": "Lund", "case/caller/phone": "070-174 06 20",
 "case/parties/party[2]/@class": "social-services", "case/parties/party[2]/principal": "Hässleholms kommun", "case/parties/party[2]/unit": "Biståndsenheten",
 "case/consents/consent[1]/@form": "/written", "case/consents/consent[1]/@given": "2026-02-13", "case/consents/consent[1]/scope/@meeting": "/Yes",
 "case/consents/consent[1]/obtained/how": "Hon skrev under.", "case/consents/consent[1]/scope/exchange[2]": "Vardagen hemma."}
V
check "the form is made" "$DUFORM" blank intake --fillable -r skane -l sv -o "$TMP/intake.pdf" -q
status_is 2 "empty, it makes no case" "$DUFORM" read "$TMP/intake.pdf" -o "$TMP/empty.xml" --messages=sv
contains "and says by its own labels what is needed" "Den som kallar – Telefon" "$TMP/.err"
check "and nothing of what it can leave out" test "$(wc -l <"$TMP/.err")" -lt 15
check "it is filled in" python3 "$forms" fill "$TMP/intake.pdf" "$TMP/values.json" "$TMP/filled.pdf"
status_is 0 "then it is a case" "$DUFORM" read "$TMP/filled.pdf" -o "$TMP/case.xml" --messages=sv
check "that is valid" xmllint --noout --schema "$ROOT/xslt/case.xsd" "$TMP/case.xml"
contains "of the region that the form is for" 'region="skane"' "$TMP/case.xml"
equal "with the person, and those who were named" 2 "$(grep -c '<party ' "$TMP/case.xml")"
mkdir "$TMP/out"
status_is 0 "and documents are made of it" "$DUFORM" make "$TMP/case.xml" -d consent -o "$TMP/out" --date 2026-02-16 --no-spelling --messages=sv
check "with the name that was filled in" grep -q Hedbäck <(pdftotext "$TMP"/out/*-consent-1.pdf -)
[ "$failed" -eq 0 ]
