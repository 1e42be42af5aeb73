# Canaries: of a protected person no value is in any output, whatever the kind, style, region and
# policy; and of an ordinary case none that the reader may not see. Every value of canary.xml is one.
. "$(dirname "$0")/../lib.sh"
cd "$ROOT" || exit 3
out=$TMP/out
scratch=$TMP/scratch
mkdir -p "$out" "$scratch"
kinds=$(ls templates/documents | sed -n 's/^\([a-z-]*\)\.xml$/\1/p' | grep -v watchlist)
all_kinds=$(for k in $kinds; do echo "-d $k"; done)

# a_case REGION PROTECTION [closed]: the canary case; the closing only where it is asked for
a_case() {
  if [ "${3:-}" = closed ]; then sed "s/REGION/$1/;s/PROTECTION/$2/;s/STATE/closed/" tests/check/canary.xml
  else sed "s/REGION/$1/;s/PROTECTION/$2/;s/STATE/followed-up/;/<!-- closing -->/d" tests/check/canary.xml; fi >"$TMP/case.xml"
}
# make_all ARGS...: everything of the case, afresh; what is said goes to $TMP/said
make_all() {
  rm -rf "$out"; mkdir "$out"
  TMPDIR=$scratch "$DUFORM" make "$TMP/case.xml" -o "$out" $all_kinds "$@" >"$TMP/said" 2>&1
  status=$?
}
# squeeze: letters and digits only, on one line
squeeze() { LC_ALL=C tr -cd 'A-Za-z0-9\200-\377' | LC_ALL=C tr 'A-Z' 'a-z'; }
canary='kanari|1740699|0001252386|9913[0-9]|99130390'

# bytes_of FILE: all that is in a PDF: its text, its objects with strings resolved, its streams unpacked
bytes_of() {
  pdftotext -layout "$1" - | squeeze; echo
  qpdf --json=2 "$1" - 2>&1 | squeeze; echo
  qpdf --qdf --object-streams=disable "$1" - >"$TMP/unpacked" 2>&1
  strings -n 4 "$TMP/unpacked" | squeeze; echo
  strings -n 4 "$1" | squeeze
}
# silent DESC: no canary in any file, name or message, and nothing else left anywhere
silent() {
  local f found="" about=""
  for f in "$out"/*.pdf; do
    [ -e "$f" ] || continue
    case $f in
      *-labels-0.pdf) bytes_of "$f" | grep -oE 'kanari|1740699|99130390' | sed "s,^,$f ," ;;
      *) bytes_of "$f" | grep -oE "kanari|1740699|0001252386|99130390"; pdftotext "$f" - | tr -d ' -' | grep -oE '9913[0-9]?' ;;
    esac >"$TMP/hits"
    about=$about$(grep -aE '^ *(/Author|/Subject|/Keywords|/CreationDate|/ModDate|/EmbeddedFile) ' "$TMP/unpacked")
    [ "$(grep -ac '%%EOF' "$f")" = 1 ] || about="$about $f: several versions"
    [ ! -s "$TMP/hits" ] || found="$found $(basename "$f"):$(sort -u "$TMP/hits" | paste -sd,)"
  done
  equal "$1: no canary in any file" "" "$found"
  equal "$1: none in messages" "" "$(squeeze <"$TMP/said" | sed "s/$(echo "$TMP" | squeeze)//g" | grep -oE "$canary" | sort -u)"
  equal "$1: names tell the reference, kind and number alone" "" "$(ls -A "$out" | grep -vE '^t7q2-canary-[a-z-]+-[0-9]+\.pdf$')"
  equal "$1: only the owner can read them" "" "$(find "$out" -type f ! -perm 600)"
  no_files "$1: no temporary file" "$scratch"
  # the words themselves would point the person out; the call sheet is staff's and stays with them
  equal "$1: no paper says that somebody is protected" "" \
    "$(for f in "$out"/*.pdf; do case $f in *-call-sheet-0.pdf) ;; *) pdftotext "$f" - ;; esac; done | grep -iE 'skydd|sekretessmark|finger' | head -2)"
  equal "$1: no author, subject, keywords, date, attachment or older version" "" "$about"
}
made() { ls "$out" | sed -E 's/^t7q2-canary-([a-z-]+)-[0-9]+\.pdf$/\1/' | sort -u | paste -sd' '; }
on_paper="agenda call-sheet checklist consent cover deviation deviation-copy dispatch evaluation follow-up invitation labels leaflet plan preparation reply withdrawal"
by_phone="call-sheet checklist deviation deviation-copy dispatch evaluation leaflet"
undecided="checklist deviation deviation-copy dispatch evaluation leaflet"

# ---- on paper
for region in uppsala jamtland-harjedalen borlange gavleborg default; do
  a_case $region confidentiality-mark
  styles=standard; decision="--decision paper --reason Beslut"
  case $region in uppsala | gavleborg) styles="standard easy large" ;; esac # by the routine, and by a decision
  [ $region != uppsala ] || decision=""
  for style in $styles; do
    make_all --style $style $decision
    silent "$region, paper, $style"
    equal "$region, paper, $style: the paper set" "$on_paper" "$(made)"
    equal "$region, paper, $style: no more than mapping, needs and closing are refused" 1 "$status"
  done
done
a_case uppsala protected-registration closed
make_all
silent "uppsala, closed"
contains "the end is told on paper" "closing" <(made)
# what the papers are made of: two persons with the same reference get the same bytes
a_case uppsala confidentiality-mark
make_all
(cd "$out" && rm -f ./*-labels-0.pdf ./*-call-sheet-0.pdf && sha256sum ./*.pdf) >"$TMP/one"
sed -i 's/200001252386/199002222397/;s/2000-01-25/1990-02-22/;s/9913/7731/g;s/Kanari/Sparv/g;s/kanari/sparv/g' "$TMP/case.xml"
make_all
(cd "$out" && rm -f ./*-labels-0.pdf ./*-call-sheet-0.pdf && sha256sum ./*.pdf) >"$TMP/other"
check "another person's papers are the same bytes, with their identifiers" cmp "$TMP/one" "$TMP/other"
# no electronic channel: a web page is no paper, whatever the policy and the style
for how in "uppsala" "gavleborg --decision paper --reason Beslut" "skane" "default --decision phone --reason Beslut" "borlange"; do
  for style in standard easy large; do
    set -- $how
    a_case "$1" confidentiality-mark; shift
    make_all --html --style $style "$@"
    equal "$how, web, $style: only what holds nothing of the case" "$undecided" \
      "$(ls "$out" | sed -E 's/^t7q2-canary-([a-z-]+)-[0-9]+\.html$/\1/' | sort -u | paste -sd' ')"
    equal "$how, web, $style: no canary" "" "$(cat "$out"/* "$TMP/said" | squeeze | sed "s/$(echo "$TMP" | squeeze)//g" | grep -oE "$canary" | sort -u)"
  done
done
# ---- by telephone
for how in "skane" "default --decision phone --reason Beslut"; do
  for style in standard easy large; do
    set -- $how
    a_case "$1" confidentiality-mark; shift
    make_all --style $style "$@"
    silent "$how, $style"
    equal "$how, $style: the call sheet and what holds nothing of the case" "$by_phone" "$(made)"
    equal "$how, $style: the rest is refused" 1 "$status"
    equal "$how, $style: by the routine's rule" "" "$(grep 'error:' "$TMP/said" | grep -vE '\[(SKA-5|DU-PROTECTION)\]$')"
  done
done
a_case skane confidentiality-mark
make_all --decision paper --reason Beslut
equal "skane: a decision does not overrule the routine" "$by_phone" "$(made)"
# the default set of a region that telephones is refused nothing
rm -rf "$out"; mkdir "$out"
status_is 0 "skane: without -d what can be made is made" "$DUFORM" make "$TMP/case.xml" -o "$out"
cat "$TMP/.out" "$TMP/.err" >"$TMP/said"
silent "skane without -d"
# ---- nobody has decided, or the value is not known
for protection in confidentiality-mark ja "" NONE; do
  a_case gavleborg "$protection"
  make_all
  silent "gavleborg, '$protection', undecided"
  equal "gavleborg, '$protection', undecided: only what holds nothing of the case" "$undecided" "$(made)"
  equal "gavleborg, '$protection', undecided: refused" 1 "$status"
done
# ---- what is shown and checked
a_case uppsala confidentiality-mark
: >"$TMP/said"
for kind in $kinds; do
  for stage in assess view document fo tree page; do
    "$DUFORM" trace "$TMP/case.xml" -d "$kind" -t $stage >>"$TMP/said" 2>&1
  done
done
equal "trace shows stages" yes "$(grep -q '<view' "$TMP/said" && echo yes)"
equal "trace shows no canary, but numbers of functions and of the inner envelope" "" \
  "$(squeeze <"$TMP/said" | sed "s/$(echo "$TMP" | squeeze)//g" | grep -oE 'kanari|1740699|99130390' | sort -u)"
for format in text json; do
  "$DUFORM" check "$TMP/case.xml" $all_kinds --format=$format >"$TMP/said" 2>&1
  equal "check ($format) tells no canary" "" "$(squeeze <"$TMP/said" | sed "s/$(echo "$TMP" | squeeze)//g" | grep -oE "$canary" | sort -u)"
done
sed 's,<family>Kanariefors</family>,<kanarie>Kanariefors</kanarie>,' "$TMP/case.xml" >"$TMP/wrong.xml"
sed 's,<birth-date>2000-01-25<,<birth-date>Kanariedagen<,' "$TMP/case.xml" >>"$TMP/wrong2.xml"
sed 's,<given>Kanarina</given>,<given>Kanarina</gven>,' "$TMP/case.xml" >"$TMP/wrong3.xml"
for n in "" 2 3; do
  status_is 2 "a file that is not usable ($n)" "$DUFORM" make "$TMP/wrong$n.xml" -o "$out" -d invitation
  equal "its message tells no value ($n)" "" "$(grep -ioE 'kanariefors|kanariedagen|kanarina' "$TMP/.err")"
done
# ---- an ordinary case: staff's notes in nothing, each one's own matters in nobody else's
a_case uppsala none
make_all
equal "this search finds canaries where they are" "yes yes" "$(bytes_of "$out/t7q2-canary-invitation-2.pdf" | grep -qE kanari && echo yes) $(qpdf --json=2 "$out/t7q2-canary-labels-0.pdf" - >/dev/null && pdftotext "$out/t7q2-canary-labels-0.pdf" - | tr -d ' -' | grep -qE '9913[0-9]' && echo yes)"
texts() { for f in "$out"/*-"$1".pdf; do [ ! -e "$f" ] || pdftotext "$f" - | squeeze; echo; done; }
for word in kanariefagel kanarimenprövare kanarieanteckningfrånförmötet kanariepappersskäl \
  kanarieannorlundanästagång kanarieåterberättelse kanarieanpassningavinformationen kanariefunktion 1740699 99130390 kanari1; do
  equal "ordinary: nobody reads $word" "" "$(texts '*' | grep -o "$word" | head -1)"
done
for n in 2 3 4; do
  for word in kanariegatan9913 kanarienekande kanarieundantag kanarieförklaring kanariesyftesomdetberättades; do
    equal "ordinary: recipient $n does not read $word" "" "$(texts $n | grep -o "$word" | head -1)"
  done
done
equal "ordinary: the school does not read what is asked of social services" "" "$(texts 3 | grep -oE 'barasocialtjänsten|baratillsocialtjänsten' | head -1)"
equal "ordinary: nor social services what is asked of the school" "" "$(texts 2 | grep -oE 'baratillskolan' | head -1)"
contains "ordinary: the person's own letter has the address" kanariegatan9913 <(texts 1)
[ "$failed" -eq 0 ]
