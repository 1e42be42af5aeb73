# Free text: places, words around, JSON, offsets, --words, --no-spelling, --fix, dictionaries, hostile text.
. "$(dirname "$0")/../lib.sh"

# a case from the sample whose purpose is the given text; further arguments: sed edits
sample=$SAMPLES/uppsala.xml
with() { # with NAME TEXT [SED...]
  local name=$1 text=$2; shift 2
  python3 - "$sample" "$TMP/$name.xml" "$text" <<'PY'
import re,sys
s=open(sys.argv[1],encoding='utf-8').read()
s=re.sub(r'(<meeting .*?<purpose>).*?(</purpose>)',lambda m:m[1]+sys.argv[3]+m[2],s,count=1,flags=re.S)
open(sys.argv[2],'w',encoding='utf-8').write(s)
PY
  for edit in "$@"; do sed -i "$edit" "$TMP/$name.xml"; done
}
lint() { "$DUFORM" check "$TMP/$1.xml" -d invitation --messages=${2:-sv} 2>"$TMP/err" >"$TMP/out"; }
place() { grep -n "$2" "$TMP/$1.xml" | head -1 | cut -d: -f1; }

# ---- a line: place, words before and after, proposals
with one 'Vi behöver hjälp med städnning varje vecka.'
lint one
status=$?
equal "a remark is no error" 0 "$status"
line=$(grep -n '<purpose>Vi beh' "$TMP/one.xml" | cut -d: -f1)
column=$(sed -n "${line}p" "$TMP/one.xml" | python3 -c 'import sys; print(sys.stdin.read().index("städnning") + 1)')
contains "file, line, column in characters, text, id" "one.xml:$line:$column: warning: ordet finns inte i ordlistan: Vi behöver hjälp med «städnning» varje vecka.; förslag: städning" "$TMP/err"
contains "the id" "[DU-SPELLING]" "$TMP/err"
lint one en
contains "in English" "the word is not in the dictionary" "$TMP/err"
with twice 'Städnning och städnning.'
lint twice
equal "each place is told once" 2 "$(grep -c 'DU-SPELLING' "$TMP/err")"

# ---- JSON
with json 'Ring &#229;t &amp; <!-- x -->städnning.'
"$DUFORM" check "$TMP/json.xml" -d invitation --format=json --messages=sv >"$TMP/json" 2>"$TMP/err"
json() { python3 -c 'import json,sys; d=json.load(open(sys.argv[1])); m=[m for m in d["messages"] if m["rule"]=="DU-SPELLING"][0]; print(eval(sys.argv[2]))' "$TMP/json" "$1" 2>&1; }
equal "members" "after,before,column,file,language,length,line,offset,path,rule,severity,suggestions,text,words" "$(json '",".join(sorted(m))')"
equal "offset and length in code points, references and comments apart" "10 9 städnning" "$(json 'm["offset"], m["length"], m["words"]' | tr -d "(),'")"
equal "the path" "meeting/purpose sv" "$(json 'm["path"] + " " + m["language"]')"
equal "at most five proposals, the likeliest first" "True städning" "$(json 'str(len(m["suggestions"]) <= 5) + " " + m["suggestions"][0]')"
equal "warnings are counted" "True" "$(json 'd["warnings"] == sum(x["severity"] == "warning" for x in d["messages"])')"

# ---- words that are right
with right 'Både hälso- och sjukvården, mor- och farföräldrar och SIP:en. Kl. 9.00–10.30, 16-åring, e-post, bl.a. Lahdenperäs syster, Ekbackens hemtjänst och Tämnaråns vårdcentral. Se https://mote.example.se/sip-x.'
lint right
lacks "hyphens, numbers, links, abbreviations, names and units of the case" "DU-SPELLING" "$TMP/err"
with nfd "$(python3 -c 'import unicodedata; print(unicodedata.normalize("NFD","Vi pratar om hälsa, årstider och öppna frågor."))')"
lint nfd
lacks "letters in parts are right" "DU-SPELLING" "$TMP/err"
contains "and told of" "[DU-SPACES]" "$TMP/err"
with quote 'Hon sa: ”Jag vill inte ha nån städnning.”'
lint quote
contains "quoted words are spelt too" "DU-SPELLING" "$TMP/err"
with office 'Vi tränar i Blåbärsrehabet på fredagar med blåbärsrehaben.'
lint office
contains "a word of the office is not known" "blåbärsrehaben" "$TMP/err"
printf '# ours\nblåbärsrehab\trehab\nblåbärsrehaben\nBlåbärsrehabet\n' >"$TMP/words.txt"
"$DUFORM" check "$TMP/office.xml" -d invitation --words "$TMP/words.txt" 2>"$TMP/err"
lacks "--words" "DU-SPELLING" "$TMP/err"
printf 'bl\xe5b\xe4r\n' >"$TMP/latin.txt"
status_is 2 "--words in another encoding" "$DUFORM" check "$TMP/office.xml" -d invitation --words "$TMP/latin.txt"
status_is 2 "--words without a file" "$DUFORM" check "$TMP/office.xml" -d invitation --words "$TMP/none.txt"

# ---- languages
in_language() { with "$1" "$2" "s,<purpose>$2,<purpose xml:lang=\"$1\">$2,"; lint "$1"; }
in_language en "We help you with shopping and with colour. Don’t wait."
lacks "English that is right" "DU-SPELLING" "$TMP/err"
in_language en "We help you with shoping."
contains "English that is not" "shopping" "$TMP/err"
in_language fi "Autamme sinua kotona joka päivä."
lacks "Finnish that is right" "DU-SPELLING" "$TMP/err"
in_language fi "Autamme sinua kotonna joka päivä."
contains "Finnish that is not" "«kotonna»" "$TMP/err"
in_language ar "نحن نساعدك في البيت كل يوم."
lacks "Arabic that is right" "DU-SPELLING" "$TMP/err"
in_language fa "$(printf '\u0645\u0627 \u0627\u06cc\u0646\u200c\u0647\u0627 \u0631\u0627 \u0628\u0631\u0627\u06cc \u0634\u0645\u0627 \u0645\u06cc\u200c\u06af\u0648\u06cc\u06cc\u0645.')"
lacks "Persian that is right, with signs that keep letters from joining" "DU-SPELLING" "$TMP/err"
in_language fa "$(printf '\u0628\u0631\u0627\u064a \u064a\u0643 \u0643\u062a\u0627\u0628 \u062e\u0627\u0646\u0647\u0654 \u0634\u0645\u0627.')"
lacks "typed with Arabic yeh and kaf, and with the sign of the izafe" "DU-SPELLING" "$TMP/err"
in_language fa "$(printf '\u0645\u0627 \u0628\u0631\u0627\u06cc \u0634\u0645\u0627 \u06a9\u062a\u062a\u0627\u0628\u0628 \u0645\u06cc\u200c\u06af\u0648\u06af\u0648\u06cc\u06cc\u0645.')"
equal "Persian that is not" 2 "$(grep -c 'DU-SPELLING' "$TMP/err")"
mkdir "$TMP/fa"
printf 'SET UTF-8\n' >"$TMP/fa/fa_IR.aff"
printf '3\n\u0645\u0627\n\u06a9\u062a\u062a\u0627\u0628\u0628\n\u0628\u0631\u0627\u06cc\n' >"$TMP/fa/fa_IR.dic"
DICPATH=$TMP/none:$TMP/fa in_language fa "$(printf '\u0645\u0627 \u06a9\u062a\u062a\u0627\u0628\u0628.')"
lacks "a dictionary in a folder of DICPATH comes first" "DU-SPELLING" "$TMP/err"
in_language so "Waxaan kaa caawinaynaa guriga maalin kasta."
equal "Somali: told once that it is not checked" 1 "$(grep -c 'note:.*språket so.*DU-DICTIONARY' "$TMP/err")"
lacks "and nothing else" "DU-SPELLING" "$TMP/err"

# ---- dictionaries that are missing
mkdir "$TMP/none"
DUFORM_DICTIONARIES=$TMP/none status_is 4 "no dictionary: status 4" "$DUFORM" check "$sample" -d invitation
contains "and its package" "hunspell-sv" "$TMP/.err"
DUFORM_DICTIONARIES=$TMP/none status_is 0 "--no-spelling" "$DUFORM" check "$sample" -d invitation --no-spelling
with fi2 "Autamme sinua." 's,<purpose>Autamme,<purpose xml:lang="fi">Autamme,'
mkdir "$TMP/sv"; ln -s /usr/share/hunspell/sv_SE.aff /usr/share/hunspell/sv_SE.dic "$TMP/sv/"
DUFORM_DICTIONARIES=$TMP/sv status_is 4 "no Finnish dictionary" "$DUFORM" check "$TMP/fi2.xml" -d invitation
contains "and its package" "voikko-fi" "$TMP/.err"
mkdir "$TMP/letters"
DUFORM_DICTIONARIES=$TMP/sv in_language fa "$(printf '\u0645\u0627.')"
equal "no Persian dictionary: told, with a package" 1 "$(grep -c 'note:.*språket fa .*myspell-fa.*DU-DICTIONARY' "$TMP/err")"
DUFORM_DICTIONARIES=$TMP/none status_is 0 "make makes the documents all the same" "$DUFORM" make "$sample" -d invitation -o "$TMP/letters" --messages=sv
contains "and warns, with the package" "warning: ordlistan för språket sv saknas, så stavningen kontrolleras inte: den finns i Debians paket hunspell-sv [DU-DICTIONARY]" "$TMP/.err"
check "the letters are there" test -n "$(ls "$TMP/letters")"
DUFORM_DICTIONARIES=$TMP/none status_is 0 "make --no-spelling" "$DUFORM" make "$sample" -d invitation -o "$TMP/letters" --no-spelling
lacks "asks for none" "DU-DICTIONARY" "$TMP/.err"

# ---- make: one line
lint one; rm -rf "$TMP/letters"; mkdir "$TMP/letters"
counts() { # counts DESC NUMBER OPTION...: how many lines tell of one remark
  local desc=$1 wanted=$2; shift 2
  status_is 0 "make $*" "$DUFORM" make "$TMP/one.xml" -d invitation -o "$TMP/letters" --messages=sv "$@"
  equal "$desc" "$wanted" "$(grep -c 'note: 1 anmärkning på fritexten, se duform check \[DU-TEXT\]' "$TMP/.err")"
  lacks "no words are told" "städnning" "$TMP/.err"
}
counts "make tells how many remarks there are, spelling with them" 1
counts "without spelling there are none" 0 --no-spelling
counts "one recipient's letter again does not wait for a dictionary" 0 --to 2
counts "unless it is asked to" 1 --to 2 --spelling
printf 'tvättstuga\n' >"$TMP/few.txt"
counts "or given words" 1 --to 2 --words "$TMP/few.txt"

# ---- personal data and protection
with private 'Ring 070-999 88 77 eller skriv 199002222397.'
lint private
contains "a telephone number" "DU-PRIVATE-PHONE" "$TMP/err"
contains "a personal number" "DU-PRIVATE-NUMBER" "$TMP/err"
lacks "the values are not repeated" "999 88" "$TMP/err"
lacks "nor this" "199002222397" "$TMP/err"
"$DUFORM" check "$TMP/private.xml" -d invitation --format=json >"$TMP/json"
lacks "nor in JSON" "0222" "$TMP/json"
with secret 'Vi ses i Tierp med städnning, Ekbackens hemtjänst.' 's,protection="none",protection="confidentiality-mark",'
lint secret
contains "protected: a place" "DU-PRIVATE-PLACE" "$TMP/err"
contains "protected: spelling" "DU-SPELLING" "$TMP/err"
lacks "protected: no words" "tädnning" "$TMP/err"
lacks "protected: no place" "Tierp" "$TMP/err"
"$DUFORM" check "$TMP/secret.xml" -d invitation --format=json >"$TMP/json" 2>&1
lacks "protected: no words in JSON" "tädn" "$TMP/json"

# ---- --fix
with fix "$(printf 'Kl.  13.00-14.30 p\303\245 ma\314\212ndag,   men 2026-03-01 och 3-4 dagar &#45; nej  ja.')"
status_is 3 "--fix needs -o" "$DUFORM" check "$TMP/fix.xml" --fix
status_is 0 "--fix" "$DUFORM" check "$TMP/fix.xml" -d invitation --fix -o "$TMP/fixed.xml" --messages=sv
cp "$TMP/.out" "$TMP/diff"
contains "spaces, dash, letters; dates and references stay" "<purpose>Kl. 13.00–14.30 på måndag, men 2026-03-01 och 3-4 dagar &#45; nej ja.</purpose>" "$TMP/fixed.xml"
equal "one line differs" "1" "$(diff "$TMP/fix.xml" "$TMP/fixed.xml" | grep -c '^>')"
check "the diff is a patch" patch -s -o "$TMP/patched.xml" "$TMP/fix.xml" "$TMP/diff"
check "that gives the new file" cmp "$TMP/patched.xml" "$TMP/fixed.xml"
"$DUFORM" check "$TMP/fixed.xml" -d invitation --fix -o "$TMP/again.xml" >/dev/null 2>&1
check "a second time changes nothing" cmp "$TMP/fixed.xml" "$TMP/again.xml"
"$DUFORM" check "$sample" -d invitation --fix -o "$TMP/same.xml" >/dev/null 2>&1
check "a case without faults stays as it is" cmp "$sample" "$TMP/same.xml"
with secretfix 'Vi  ses.' 's,protection="none",protection="x",'
"$DUFORM" check "$TMP/secretfix.xml" -d invitation --fix -o "$TMP/s.xml" >"$TMP/out" 2>&1
lacks "protected: no diff" "ses" "$TMP/out"

# ---- goals and actions
plan() { # plan NAME GOAL ACTION-ELEMENT
  python3 - "$ROOT/templates/samples/gavleborg.xml" "$TMP/$1.xml" "$2" "$3" <<'PY'
import re,sys
s=open(sys.argv[1],encoding='utf-8').read()
s=re.sub(r'(<goal id=[^>]*>\s*<text>).*?(</text>)',lambda m:m[1]+sys.argv[3]+m[2],s,count=1,flags=re.S)
if sys.argv[4]: s=re.sub(r'<action .*?</action>',lambda m:sys.argv[4].replace('ATTRS',re.search(r'party="[^"]*"',m[0])[0]),s,count=1,flags=re.S)
open(sys.argv[2],'w',encoding='utf-8').write(s)
PY
  lint "$1"
}
plan vague 'Du ska må bättre.' ''
contains "a goal that cannot be followed up" "DU-VAGUE" "$TMP/err"
plan noverb 'Egen lägenhet i stan.' ''
contains "a goal without verb" "saknar verb" "$TMP/err"
plan good 'Du åker buss till skolan själv före den 1 juni.' ''
lacks "a good goal" "DU-VAGUE" "$TMP/err"
plan act 'Du åker buss själv före den 1 juni.' '<action id="a9" ATTRS><what>Vi ringer dig vid behov.</what></action>'
contains "an action without who" "vem som gör det" "$TMP/err"
contains "without when" "när eller hur ofta" "$TMP/err"
contains "left open" "«vid behov»" "$TMP/err"

# ---- hostile text: in bounded time, without a crash. About half a second; a busy machine gets twice that and
# more. Sanitizers and valgrind make everything slow.
seconds=2
if [ -n "${GRIND:-}" ] || grep -q __asan_init "$BUILD/duform"; then seconds=120; fi
hostile() { # hostile NAME PYTHON-EXPRESSION
  python3 - "$sample" "$TMP/$1.xml" "$2" <<'PY'
import re,sys
s=open(sys.argv[1],encoding='utf-8').read()
t=eval(sys.argv[3])
s=re.sub(r'(<meeting .*?<purpose>).*?(</purpose>)',lambda m:m[1]+t+m[2],s,count=1,flags=re.S)
open(sys.argv[2],'wb').write(s.encode('utf-8','surrogatepass'))
PY
  status=$(python3 - "$DUFORM" "$TMP/$1.xml" "$TMP/err" "$TMP/seconds" <<'PY'
import resource, subprocess, sys
status = subprocess.run([sys.argv[1], "check", sys.argv[2], "-d", "invitation"], stdout=subprocess.DEVNULL, stderr=open(sys.argv[3], "w"), timeout=200).returncode
print(status)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime, file=open(sys.argv[4], "w"))
PY
)
  equal "hostile: $1" "${3:-0}" "$status"
  check "hostile: $1: in less than $seconds s" awk -v most=$seconds '{ exit $1 > most }' "$TMP/seconds"
}
hostile "million letters" '"a" * 1000000'
contains "which is told" "DU-LONG" "$TMP/err"
hostile "million marks" '"a" + "\u0301" * 1000000'
hostile "hyphens" '"a-" * 50000'
hostile "many unknown words" '" ".join("qx%dzw".replace("%d","".join(chr(97+int(c)) for c in str(n))) % () if False else "qx"+"".join(chr(97+int(c)) for c in str(n))+"zw" for n in range(20000))'
equal "remarks are capped, and how many more is told" 1 "$(grep -c 'DU-MORE' "$TMP/err")"
hostile "directions" '"\u202e\u2066abc\u2069\u200f" * 20000'
contains "which is told of" "DU-HIDDEN" "$TMP/err"
hostile "joiners" '"m\u200dö\u200bte " * 20000'
lacks "and does not hide a word" "DU-SPELLING" "$TMP/err"
hostile "lone surrogates" '"a\ud800b"' 2
hostile "references to them" '"a&#xD800;b"' 2
hostile "dots" '"a.b." * 30000'
hostile "digits" '"1-" * 60000'
hostile "at signs" '"a@" * 50000'
hostile "quotation marks" "'\"a ' * 30001"
hostile "words with stops, like addresses" '"a.b." * 24000 + "@"'
hostile "unknown names" '" ".join("Qx" + "".join(chr(97 + int(c)) for c in str(n)) + "zw" for n in range(9000))'
hostile "unknown compound names" '" ".join("Samordningsplaneringplanering" + "".join(chr(97 + int(c)) for c in str(n)) for n in range(2500))'
hostile "heads that hang" '" ".join("qxa" + "".join(chr(97 + int(c)) for c in str(n)) + "- och samordningsplaneringsmötesanteckningarna" for n in range(1500))'
contains "after a while a dictionary is not asked, which is told" "so many words are unknown" "$TMP/err"
hostile "many compounds" '" ".join("samordnings" * 5 for _ in range(2000))'
equal "a remark is one line without control characters" 0 "$(tr -d '\n' <"$TMP/err" | grep -c '[[:cntrl:]]')"
[ "$failed" -eq 0 ]
