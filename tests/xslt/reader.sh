# What the documents that the person reads may know, by reader; and that their words are plain.
. "$(dirname "$0")/../lib.sh"
plan=$ROOT/tests/cases/plan.xml plain=$ROOT/templates/samples/situations/plain.xml child=$ROOT/templates/samples/situations/child-12.xml
stage() { # stage STAGE CASE KIND N
  "$DUFORM" trace "$2" -d "$3" --to "$4" -t "$1" >"$TMP/$1" 2>"$TMP/err"
}
without() { perl -0777 -CSD -Mutf8 -pe "$2" "$1" >"$TMP/case.xml"; }

# ---- the plan: 1 the person, 2 a unit with a duty, 3 a school, 4 a friend, 5 an agency not covered
stage view "$plan" plan 1
for text in 'Jag vill orka mer' 'Du sover bra' 'hjälp på morgonen' 'upp före nio' 'läser en kurs' 'Sam ringer' \
  'Skolan ordnar' 'före elva' 'överens om tiden' 'Sam Socius' 'hela mötet' '19610118-2803'; do
  contains "the person reads: $text" "$text" "$TMP/view"
done
lacks "the person's copy has no KVÅ code" AU120 "$TMP/view"
lacks "no copy has the home address" 'Provgatan 1<' "$TMP/view"
stage view "$plan" plan 2
for text in 'Jag vill orka mer' 'före elva' 'Skolan ordnar' '19610118-2803' AU120; do contains "a unit with a duty reads: $text" "$text" "$TMP/view"; done
stage view "$plan" plan 3
for text in 'Skolan ordnar' 'läser en kurs' 'Kim' 2026-09-16; do contains "a school reads its part: $text" "$text" "$TMP/view"; done
for text in 'orka mer' 'sover bra' 'på morgonen' 'före nio' 'Sam ringer' 'före elva' 'om tiden' Vera 'hela mötet' 19610118 AU120 'igenom målen'; do
  lacks "a school does not read: $text" "$text" "$TMP/view"
done
stage view "$plan" plan 4
contains "a friend reads when it is followed up" 2026-09-16 "$TMP/view"
for text in 'orka mer' 'på morgonen' '<goal' '<action' 'före elva' 'om tiden' 19610118; do lacks "a friend does not read: $text" "${text#<}" <(sed 's/<view.*//' "$TMP/view"); done
"$DUFORM" make "$plan" -d plan --to 5 -o "$TMP" >/dev/null 2>&1
equal "who is not covered gets no plan" 0 "$(find "$TMP" -name '*.pdf' | wc -l)"
without "$plan" 's{<copy party="social"/>}{}'
"$DUFORM" make "$TMP/case.xml" -d plan --to 2 -o "$TMP" >/dev/null 2>&1
equal "who is not on the list of copies gets no plan" 0 "$(find "$TMP" -name '*.pdf' | wc -l)"
without "$plan" 's{region="[a-z-]*"}{region="default"}'
stage view "$TMP/case.xml" plan 2
lacks "a unit reads no number where the routine says so" 19610118 "$TMP/view"
stage document "$plan" plan 1
for heading in 'Det här är viktigt för dig' 'Det här behöver du' 'Dina mål' 'Det här gör vi' 'Det här gör du själv' 'Det här gör andra' \
  'Det här är vi inte överens om' 'Den som håller ihop din plan' 'Andra du kan ringa' 'Så följer vi upp planen' 'Så var du med' 'De här var med' 'Ditt ja' 'De här får planen'; do
  contains "the plan has the heading: $heading" "$heading<" "$TMP/document"
done
without "$plan" 's{<not-agreed>.*?</not-agreed>}{}'
stage document "$TMP/case.xml" plan 1
contains "what is not agreed has its heading even when it is nothing" 'Vi är överens om allt' "$TMP/document"
stage view "$SAMPLES/skane.xml" plan 1
equal "a revised plan marks what is new" 9 "$(grep -c 'new="yes"' "$TMP/view")"
equal "and lists what has ended" 3 "$(grep -c '<ended done="yes"' "$TMP/view")"
stage document "$SAMPLES/gavleborg.xml" plan 1
contains "a child's plan says what the child thinks" 'Det här tycker du<' "$TMP/document"
contains "and what the guardians think" 'Det här tycker dina vårdnadshavare<' "$TMP/document"

# ---- consent
stage view "$child" consent 2
contains "a guardian's paper names the child" 'Testa Provsson' "$TMP/view"
lacks "a guardian does not read the child's own words" 'om jag vill vara med' "$TMP/view"
stage view "$child" consent 1
contains "the child reads them" 'om jag vill vara med' "$TMP/view"
lacks "nobody reads the note on maturity" maturity "$TMP/view"
"$DUFORM" make "$child" -d consent --to 4 -o "$TMP" >/dev/null 2>&1
equal "a unit gives no consent" 0 "$(find "$TMP" -name '*.pdf' | wc -l)"
stage document "$plain" consent 1
for text in 'Biståndsenheten' 'Stöd hemma' '26 februari 2027' 'ta tillbaka' 'Läste blanketten' 'journalen'; do
  contains "a consent says: $text" "$text" <(sed 's/\xc2\xa0/ /g' "$TMP/document")
done
without "$plain" 's{<consents>.*</consents>}{}s'
stage document "$TMP/case.xml" consent 1
contains "a form to sign has a line for it" 'Underskrift<' "$TMP/document"
contains "and fills in the parties" 'Biståndsenheten' "$TMP/document"

# ---- anonymous, and of nobody
stage view "$plain" evaluation 1
for text in 'ref="t' Testa Kim Provmottagningen 2026-; do lacks "an evaluation does not hold: $text" "$text" "$TMP/view"; done
stage document "$plain" evaluation 1
equal "an evaluation asks the person three questions" 3 "$(grep -c '<lines' "$TMP/document")"
stage document "$plain" evaluation 2
equal "and a unit two" 2 "$(grep -c '<lines' "$TMP/document")"

# ---- the agenda: four parts of 10, 25, 45 and 20 per cent, in steps of five minutes
for minutes in '14:0 5 15 30 10' '14:15 5 20 35 15' '14:30 10 20 40 20' '13:45 5 10 20 10'; do
  end=${minutes%% *}; h=${end%%:*} m=${end##*:}
  without "$plain" "s/<end>.*?</sprintf('<end>2026-03-18T%02d:%02d:00<', $h, $m)/e"
  stage view "$TMP/case.xml" agenda 1
  equal "a meeting from 13.00 to $h.$(printf %02d "$m")" "${minutes#* }" "$(sed -nE 's/.*<part .*minutes="([0-9]+)".*/\1/p' "$TMP/view" | paste -sd' ')"
done
stage view "$plan" agenda 1
without "$plain" 's{<exchange party="school">.*?</exchange>}{}'
stage view "$TMP/case.xml" agenda 3
lacks "who is not covered reads no questions in the agenda" '<question' "$TMP/view"

# ---- blanks: made without a case, in every region, with room for a pen; easy-read where there is an edition
blank() { "$DUFORM" blank "$@" -o "$TMP/blank.pdf" >/dev/null 2>"$TMP/err" && pdftotext -layout "$TMP/blank.pdf" "$TMP/blank.txt"; }
for kind in leaflet preparation consent withdrawal agenda plan evaluation; do
  for style in standard easy large; do
    blank $kind --style $style
    equal "a blank $kind, $style: made without a word" "0 " "$? $(cat "$TMP/err")"
  done
done
blank consent -r jamtland-harjedalen
contains "a blank consent offers the forms that the routine accepts" 'Presumerat samtycke' "$TMP/blank.txt"
blank consent -r uppsala
lacks "and no others" 'Presumerat samtycke' "$TMP/blank.txt"
for text in Underskrift 'Gäller till och med' 'Menprövning' 'vårdnadshavare'; do contains "a blank consent asks for: $text" "$text" "$TMP/blank.txt"; done
blank leaflet -r borlange
contains "a leaflet says that there is no priority where the routine asks for it" 'före i kön' "$TMP/blank.txt"
blank leaflet -r skane
lacks "and not elsewhere" 'före i kön' "$TMP/blank.txt"
for style in easy standard; do blank leaflet --style $style; cp "$TMP/blank.txt" "$TMP/$style.txt"; done
contains "the easy-read leaflet is a text of its own" 'Vad är en SIP?' "$TMP/easy.txt"
contains "and the ordinary one another" 'Det här är en SIP' "$TMP/standard.txt"
blank plan -r uppsala
contains "a plan tells where to say what the meeting was like, without anything that tells who" 'sipkollen.se/sv.' "$TMP/blank.txt"
# ---- plain words: LIX at most 35 and sentences of at most 20 words; easy-read 25 and 15
measure() { # of a template: LIX, longest sentence. Values count as one word.
  perl -CSD -Mutf8 -0777 -ne '
    s/<!--.*?-->//gs; s/<(value|br)[^>]*\/>/ ord /g; my ($o, $m, $l, $long) = (0, 0, 0, 0);
    while (/<(\w+)[^>]* id="[^"]*"[^>]*>(.*?)<\/\1>/gs) { my ($e, $t) = ($1, $2); next if $e eq "word"; $t =~ s/<[^>]*>//g;
      for (split /[.!?:]+(?:\s|$)/, $t) { my @w = /[\p{L}\p{N}][\p{L}\p{N}\-]*/g; next unless @w; $m++; $o += @w;
        $long = @w if @w > $long; $l += grep { length > 6 && !/^\d/ } @w } }
    printf "%d %d\n", $o / $m + 100 * $l / $o, $long' "$1"
}
for kind in leaflet preparation consent withdrawal agenda plan evaluation; do
  for template in "$ROOT/templates/documents/$kind.xml" "$ROOT/templates/documents/$kind.easy.xml"; do
    [ -f "$template" ] || continue
    case $template in *.easy.xml) most=25 words=15 ;; *) most=35 words=25 ;; esac
    read -r lix longest < <(measure "$template")
    if [ "$lix" -le $most ] && [ "$longest" -le $words ]; then ok "$(basename "$template"): LIX $lix, longest sentence $longest words"
    else not_ok "$(basename "$template"): LIX $lix, longest sentence $longest words"; fi
  done
done
[ "$failed" -eq 0 ]
