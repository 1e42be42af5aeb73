# `make` and `check` without -d: the kinds that fit the state of the case, and no others.
. "$(dirname "$0")/../lib.sh"
set_of() { # set_of WHAT STATUS KINDS BASE CHANGE [OPTION…]: BASE a file, or the name of a case
  local what=$1 status=$2 kinds=$3 base=$4 change=$5 got made; shift 5
  rm -rf "$TMP/made" && mkdir "$TMP/made"
  case $base in /*) ;; *) base=$(case_named "$base") ;; esac
  perl -0777 -CSD -Mutf8 -pe "$change" "$base" >"$TMP/case.xml"
  "$DUFORM" make "$TMP/case.xml" -o "$TMP/made" --messages=en "$@" >"$TMP/said" 2>"$TMP/err"; got=$?
  made=$(cut -d' ' -f1 "$TMP/said" | uniq | paste -sd' ')
  equal "$what: $kinds" "$status $kinds" "$got $made"
  ref=$(sed -nE 's/.*<case .* ref="([^"]*)".*/\1/p' "$TMP/case.xml")
  equal "$what: a file for each line, and the kind in its name" "$(wc -l <"$TMP/said") " \
    "$(find "$TMP/made" -name '*.pdf' | wc -l) $(ls "$TMP/made" | sed -E "s/^$ref-(.*)-[0-9]+\.pdf$/\1/" | sort -u | grep -vxF "$(echo "$made" | tr ' ' '\n')")"
}
set_of need 0 'leaflet needs checklist' plain 's/state="called"/state="need"/; s{<consents>.*</consents>}{}s'
set_of information 0 'leaflet preparation consent checklist' plain 's/state="called"/state="information"/; s{<consents>.*</consents>}{}s'
set_of consented 0 'invitation preparation agenda mapping consent checklist' plain 's/state="called"/state="consented"/'
set_of called 0 'invitation preparation agenda mapping consent checklist' plain ''
set_of held 0 'plan cover evaluation consent checklist' plan ''
set_of 'held, and a follow-up is planned' 0 'plan cover evaluation consent invitation preparation agenda checklist' plan \
  's{(<meeting .*</meeting>)}{my $m = my $n = $1; $n =~ s/id="m1" kind="first" status="held"/id="m2" kind="follow-up" status="planned"/; $n =~ s/2026-03-/2026-09-/g; $n =~ s/<attendance.*(?=<.meeting>)/<reassessed date="2026-08-30" with-person="yes"\/>/s; "$m$n"}se'
set_of followed-up 0 'plan cover follow-up evaluation checklist' plan 's/state="held"/state="followed-up"/'
set_of closed 0 'closing evaluation deviation deviation-copy' closed ''
set_of 'closed, but not told why' 1 'evaluation' plan 's/state="held"/state="closed"/'
contains "closed, but not told why: what is missing" "the closing is missing: give closing with a reason" "$TMP/err"
set_of withdrawn 0 'withdrawal' withdrawn 's/state="[a-z-]*"/state="withdrawn"/'
set_of 'withdrawn and closed' 0 'closing withdrawal' withdrawn \
  's/state="[a-z-]*"/state="withdrawn"/; s{</case>}{<closing date="2026-03-05" reason="consent-withdrawn" with-person="yes"><by><title>kurator</title></by></closing></case>}'
set_of lapsed 0 'closing evaluation deviation deviation-copy' closed 's/state="closed"/state="lapsed"/; s/goals-met/lapsed/'
set_of 'lapsed, and nobody has closed it' 1 'evaluation' plan 's/state="held"/state="lapsed"/'
# what the case holds besides
set_of 'a deviation in any state' 0 'plan cover evaluation consent checklist deviation deviation-copy' closed 's/state="closed"/state="held"/; s{<closing.*</closing>}{}s'
set_of 'a part taken back' 0 'invitation preparation agenda mapping consent checklist withdrawal' plain \
  's{(where="journalen"/>)}{$1<withdrawn date="2026-03-01" whole="no"><part>school</part></withdrawn>}'
set_of 'a record of what was sent' 0 'invitation preparation agenda mapping consent checklist dispatch' plain \
  's{</case>}{<dispatch kind="invitation" party="social" date="2026-03-02" channel="letter"/></case>}'
# protected: what the state and the region's routine allow, so that nothing of it is refused
set_of 'protected, nobody has decided' 1 'checklist' protected-gavleborg ''
contains "protected, nobody has decided: what is waited for is said" "somebody must first decide on paper or telephone" "$TMP/err"
set_of 'protected, decided: paper' 0 'invitation preparation agenda consent checklist labels' protected-gavleborg '' --decision paper --reason beslut
# protected_set STATE PAPER-KINDS PHONE-KINDS: the canary case, which holds a plan, a follow-up, a deviation
protected_set() {
  local region kinds
  for region in uppsala skane; do
    [ $region = uppsala ] && kinds=$2 || kinds=$3
    sed "s/REGION/$region/;s/PROTECTION/confidentiality-mark/;s/STATE/$1/" "$ROOT/tests/check/canary.xml" >"$TMP/base.xml"
    case $1 in closed | lapsed) ;; *) sed -i '/<!-- closing -->/d' "$TMP/base.xml" ;; esac
    set_of "protected, $1, $region" 0 "$kinds" "$TMP/base.xml" ''
  done
}
others='deviation deviation-copy dispatch'
protected_set need "leaflet checklist $others" "call-sheet checklist leaflet $others"
protected_set information "leaflet preparation consent checklist labels $others" "call-sheet checklist leaflet $others"
protected_set called "invitation preparation agenda consent checklist labels $others" "call-sheet checklist leaflet $others"
protected_set held "plan cover evaluation consent invitation preparation agenda checklist labels $others" "call-sheet checklist leaflet evaluation $others"
protected_set followed-up "plan cover follow-up evaluation invitation preparation agenda checklist labels $others" "call-sheet checklist leaflet evaluation $others"
protected_set closed "closing evaluation labels $others" "leaflet evaluation $others"
protected_set lapsed "closing evaluation labels $others" "leaflet evaluation $others"
protected_set withdrawn "labels deviation deviation-copy withdrawal dispatch" "leaflet $others"
# check looks at the same kinds
perl -0777 -pe 's/state="held"/state="closed"/' "$ROOT/tests/cases/plan.xml" >"$TMP/case.xml"
status_is 1 "check without -d: the kinds of the state" "$DUFORM" check "$TMP/case.xml" --messages=en
contains "check without -d: what is missing" "the closing is missing" "$TMP/.err"
lacks "check without -d: no other kind is looked at" "DU-STATE" "$TMP/.err"
[ "$failed" -eq 0 ]
