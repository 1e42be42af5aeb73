# The same case in every region: different rules, different words, each by its own routine. A sixth
# region is one XML file. The law in a letter is that of the letter's date.
. "$(dirname "$0")/../lib.sh"
cases=$ROOT/tests/cases
regions='default jamtland-harjedalen uppsala borlange gavleborg skane'
as() { sed "s/region=\"[a-z-]*\"/region=\"$1\"/" "$2"; } # as REGION CASE
text() { pdftotext "$1" - | sed 's/\xc2\xa0/ /g; s/\xe2\x81\xa0//g' | tr -s '\n ' ' '; } # of a PDF, on one line
wanted() { sed -n "s/^$1: //p" <<'T'
default: error DU-CALLER-CLASS note DU-INFORMED note DU-MEETING-LENGTH note DU-NEED-TO-MEETING warning DU-APPROVED warning DU-COMPETENCE warning DU-CONSENT-DOCUMENTED warning DU-CONSENT-FORM warning DU-CONSENT-HOW warning DU-GOAL warning DU-INTERPRETER warning DU-NOTICE warning DU-QUESTIONS
jamtland-harjedalen: error JH-17 note DU-INFORMED warning DU-COMPETENCE warning DU-CONSENT-HOW warning DU-GOAL warning DU-QUESTIONS warning JH-14 warning JH-20 warning JH-21 warning JH-33 warning JH-63
uppsala: error UPP-2 error UPP-20 note DU-INFORMED note DU-MEETING-LENGTH note DU-NEED-TO-MEETING warning DU-COMPETENCE warning DU-CONSENT-FORM warning UPP-10 warning UPP-16 warning UPP-17 warning UPP-22 warning UPP-24
borlange: error BOR-17 note BOR-15 note DU-NOTICE warning BOR-10 warning BOR-14 warning BOR-16 warning BOR-22 warning BOR-24 warning BOR-27 warning BOR-28 warning BOR-32 warning BOR-36 warning DU-COMPETENCE warning DU-CONSENT-HOW
gavleborg: note DU-INFORMED note DU-MEETING-LENGTH note DU-NEED-TO-MEETING warning DU-APPROVED warning DU-COMPETENCE warning DU-CONSENT-DOCUMENTED warning DU-CONSENT-FORM warning DU-CONSENT-HOW warning DU-GOAL warning DU-INTERPRETER warning DU-NOTICE warning DU-QUESTIONS
skane: error SKA-17 error SKA-7 note DU-MEETING-LENGTH warning DU-CONSENT-DOCUMENTED warning DU-CONSENT-FORM warning DU-CONSENT-HOW warning DU-GOAL warning DU-NOTICE warning SKA-15 warning SKA-16 warning SKA-18 warning SKA-19 warning SKA-20 warning SKA-8
T
}
for region in $regions; do
  as "$region" "$cases/regions.xml" >"$TMP/case.xml"
  "$DUFORM" check "$TMP/case.xml" -d invitation --messages=en >"$TMP/said" 2>&1
  equal "$region: what is wrong with one and the same case" "$(wanted "$region")" \
    "$(sed -nE 's/.*: (error|warning|note): .*\[(.*)\]$/\1 \2/p' "$TMP/said" | sort -u | paste -sd' ')"
done

# said of one case: what a region prints and another does not
says() { # says REGION RECIPIENT TEXT: yes or no
  [ -e "$TMP/$1-$2.txt" ] || {
    as "$1" "$SITUATIONS/plain.xml" >"$TMP/case.xml"
    "$DUFORM" make "$TMP/case.xml" -d invitation --to "$2" -o - >"$TMP/letter.pdf" 2>"$TMP/err"
    text "$TMP/letter.pdf" >"$TMP/$1-$2.txt"
  }
  grep -qF -- "$3" "$TMP/$1-$2.txt" && echo yes || echo no
}
only() { # only DESC RECIPIENT TEXT REGION…: in the letters of these regions and in no others
  local desc=$1 to=$2 wanted_text=$3 region; shift 3
  for region in $regions; do
    case " $* " in *" $region "*) equal "$region: $desc" yes "$(says "$region" "$to" "$wanted_text")" ;;
    *) equal "$region: not: $desc" no "$(says "$region" "$to" "$wanted_text")" ;; esac
  done
}
only "a school is called, where it has the same duty" 3 'Kallelse till SIP-möte' borlange
only "a school is invited, where it has no duty" 3 'Inbjudan till SIP-möte' default jamtland-harjedalen uppsala gavleborg skane
only "social services are called everywhere" 2 'Kallelse till SIP-möte' $regions
only "a SIP gives no priority" 1 'före i kön' default borlange
only "the region's own page" 1 'regionjh.se/samverkan' jamtland-harjedalen
only "the routine and its date" 1 'Rutin för arbete med samordnad individuell plan 2023-05-04' skane
only "the personal number, where the routine has it in letters" 2 '19610118-2803' jamtland-harjedalen uppsala borlange gavleborg skane

# one protected case: paper, telephone, or a decision first
outcome() { # outcome REGION [OPTION…]: the status and what was made, without -d
  local region=$1; shift
  as "$region" "$cases/protected-skane.xml" >"$TMP/case.xml"
  rm -rf "$TMP/made" && mkdir "$TMP/made"
  "$DUFORM" make "$TMP/case.xml" -o "$TMP/made" "$@" >"$TMP/said" 2>"$TMP/err"
  echo "$? $(cut -d' ' -f1 "$TMP/said" | uniq | paste -sd' ')"
}
equal "skane: protected: the telephone" "0 call-sheet checklist leaflet" "$(outcome skane)"
equal "uppsala: protected: paper" "0 invitation preparation agenda consent checklist labels" "$(outcome uppsala)"
for region in default jamtland-harjedalen borlange gavleborg; do
  equal "$region: protected: somebody must decide" "1 checklist" "$(outcome "$region")"
  equal "$region: protected: decided, telephone" "0 call-sheet checklist leaflet" "$(outcome "$region" --decision phone --reason beslut)"
  equal "$region: protected: decided, paper" "0 invitation preparation agenda consent checklist labels" "$(outcome "$region" --decision paper --reason beslut)"
done

# a sixth region: one file, and neither C nor XSLT
home=$TMP/home
mkdir "$home"
cp -r "$ROOT/xslt" "$ROOT/templates" "$ROOT/lang" "$ROOT/fonts" "$home"
status_is 2 "a region that is not there" env DUFORM_HOME="$home" "$DUFORM" check <(as nyregion "$SITUATIONS/plain.xml") -d invitation
sed 's/region="skane"/region="nyregion"/; s/SKA-/NY-/g; s/days="14"/days="20"/; s/Region Skåne/Region Ny/g' \
  "$ROOT/templates/profiles/skane.xml" >"$home/templates/profiles/nyregion.xml"
as nyregion "$SITUATIONS/plain.xml" >"$TMP/case.xml"
mkdir "$TMP/sixth"
status_is 0 "a sixth region: its documents are made" env DUFORM_HOME="$home" "$DUFORM" make "$TMP/case.xml" -o "$TMP/sixth" --messages=en
equal "a sixth region: the set is whole" "agenda checklist consent invitation mapping preparation" \
  "$(ls "$TMP/sixth" | sed -E 's/^[^-]*-(.*)-[0-9]+\.pdf$/\1/' | sort -u | paste -sd' ')"
contains "a sixth region: by its own number of days" "the routine says 20" "$TMP/.err"
perl -0pi -e 's{<question>.*?</question>}{}s' "$TMP/case.xml"
status_is 1 "a sixth region: its rules refuse" env DUFORM_HOME="$home" "$DUFORM" check "$TMP/case.xml" -d invitation
contains "a sixth region: under its own rule" "[NY-17]" "$TMP/.err"
status_is 0 "a sixth region: its blanks" env DUFORM_HOME="$home" "$DUFORM" blank consent -r nyregion -o "$TMP/blank.pdf"

# the law of the letter's date, on the rendered letter
for day in 2025-06-30 2025-07-01; do
  perl -0777 -pe "s/2026-02-2(\d)/2025-06-1\$1/g; s/<sent>[^<]*/<sent>$day/; s/<reply-by>[^<]*/<reply-by>2025-07-09/; s/2026-03-18T/2025-07-18T/g; s/until=\"[^\"]*\"/until=\"2026-06-01\"/" "$SITUATIONS/plain.xml" >"$TMP/case.xml"
  "$DUFORM" make "$TMP/case.xml" -d invitation --to 2 -o - >"$TMP/letter.pdf" 2>"$TMP/err"
  text "$TMP/letter.pdf" >"$TMP/$day"
done
contains "2025-06-30: the old act" "2 kap. 7 § socialtjänstlagen (2001:453)" "$TMP/2025-06-30"
lacks "2025-06-30: not the new one" "2025:400" "$TMP/2025-06-30"
contains "2025-07-01: the new act" "10 kap. 8–9 §§ socialtjänstlagen (2025:400)" "$TMP/2025-07-01"
lacks "2025-07-01: not the old one" "2001:453" "$TMP/2025-07-01"
contains "both: health care" "16 kap. 4 § hälso- och sjukvårdslagen (2017:30)" "$TMP/2025-06-30"
contains "both: health care, after" "16 kap. 4 § hälso- och sjukvårdslagen (2017:30)" "$TMP/2025-07-01"
[ "$failed" -eq 0 ]
