# What the five routines ask for, one line for each demand that no other test states: a text in a
# document, a field of the case format, a rule. tests/requirements.tsv names these lines by their ids.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/rules.bash"
J=$SAMPLES/jamtland-harjedalen.xml U=$SAMPLES/uppsala.xml B=$SAMPLES/borlange.xml G=$SAMPLES/gavleborg.xml S=$SAMPLES/skane.xml
C=$ROOT/tests/cases P=$ROOT/tests/cases/plan.xml
mkdir -p "$TMP/d"

doc() { # doc KIND CASE N: the document, made once; prints its file. Spaces that do not break become spaces.
  local file
  file=$TMP/d/$1-$(echo "$2" | cksum | tr -d ' ')-$3
  [ -e "$file" ] || "$DUFORM" trace "$2" -d "$1" --to "$3" --style standard -t document 2>/dev/null | sed 's/\xc2\xa0/ /g' >"$file"
  echo "$file"
}
reads() { # reads ID KIND CASE N TEXT…: the document holds each text
  local id=$1 kind=$2 case=$3 n=$4 file text; shift 4
  file=$(doc "$kind" "$case" "$n")
  for text in "$@"; do contains "$id $kind: $text" "$text" "$file"; done
}
hides() { # hides ID KIND CASE N TEXT…: the document is made and holds none of the texts
  local id=$1 kind=$2 case=$3 n=$4 file text; shift 4
  file=$(doc "$kind" "$case" "$n")
  [ -s "$file" ] || not_ok "$id $kind: made"
  for text in "$@"; do lacks "$id $kind, not to this reader: $text" "$text" "$file"; done
}
field() { # field ID NAME…: the case format has it (element or attribute), with what it means
  local id=$1 name; shift
  for name in "$@"; do
    grep -h -A2 "<xs:\(element\|attribute\) name=\"$name\"" "$ROOT"/xslt/case*.xsd | grep -q documentation && ok "$id field $name" || not_ok "$id field $name"
  done
}
setting() { # setting ID REGION XPATH: the profile says it
  [ "$(xmllint --xpath "boolean(/*$3)" "$ROOT/templates/profiles/$2.xml" 2>/dev/null)" = true ] && ok "$1 $2 profile: $3" || not_ok "$1 $2 profile: $3"
}
changed() { perl -0777 -CSD -Mutf8 -pe "$2" "$1"; } # changed CASE PERL
rule() { # rule ID SEVERITY KIND CASE PERL [OPTION…]: the change raises it, the case as it is does not
  local id=$1 severity=$2 kind=$3 case=$4 change=$5; shift 5
  changed "$case" "$change" >"$TMP/rule.xml"
  cmp -s "$case" "$TMP/rule.xml" && not_ok "$id rule: nothing was changed"
  silent "$id rule: silent where all is well" "$severity $id" "$kind" "$case" "$@"
  raises "$id rule: raised where it is not" "$severity $id" "$kind" "$TMP/rule.xml" "$@"
}
as() { sed "s/region=\"[a-z-]*\"/region=\"$1\"/" "$2" >"$TMP/as-$1-$(basename "$2")"; echo "$TMP/as-$1-$(basename "$2")"; } # as REGION CASE

# ---- Jämtland Härjedalen
reads JH-1 invitation "$U" 2 'Kallelse till SIP-möte inför utskrivning'
rule JH-1 error invitation "$(as jamtland-harjedalen "$SITUATIONS/discharge.xml")" 's{<caller class="health-region"}{<caller class="social-services"}'
field JH-2 reason; hides JH-2 invitation "$J" 2 repeated-visits several-services
reads JH-3 invitation "$J" 2 'regionjh.se/samverkan'
setting JH-4 jamtland-harjedalen '/*[local-name()="routine"]/*[local-name()="support"]'; reads JH-4 mapping "$J" 2 'Frågor om rutinen' 'SIP-stödjare'
rule JH-6 note invitation "$J" 's{noticed="2026-02-12"}{noticed="2026-01-12"}; s{date="2026-02-1[23]" party="needs-assessment"}{date="2026-01-13" party="needs-assessment"}'
rule JH-7 warning invitation "$J" 's{<contact known="no" preceded="referral"[^>]*>[^<]*</contact>}{<contact known="no"/>}'
reads JH-8 preparation "$J" 1 'Inför ditt SIP-möte' 'Vad är viktigt för dig?'
reads JH-9 invitation "$B" 1 'Du måste inte.'; reads JH-9 plan "$G" 1 'Det här tycker du' 'Det här tycker dina vårdnadshavare'; field JH-9 child-words guardian-words
reads JH-10 invitation "$SITUATIONS/home.xml" 1 'Hemma hos dig'
reads JH-11 consent "$J" 1 'Vem får veta vad?'; reads JH-13 consent "$J" 1 'ta tillbaka'; reads JH-13 withdrawal "$C/withdrawn.xml" 1 'tagit tillbaka'
field JH-12 form
rule JH-14 warning invitation "$J" 's{<documented[^>]*/>}{}'
reads JH-15 invitation "$J" 2 'Samtycke finns' 'Kontrollera själva att det gäller.'
field JH-18 channel
rule JH-20 warning invitation "$J" 's{<approved by-person="yes" date="2026-02-13"/>}{}'
reads JH-24 invitation "$J" 2 'är skyldiga att delta' 'Skyldigheten är huvudmannens' 'ni väljer själva vem som kommer'
hides JH-24 invitation "$J" 6 'skyldiga att delta.'; hides JH-24 invitation "$J" 5 'är skyldiga att delta'; hides JH-24 invitation "$J" 7 'skyldiga'
reads JH-25 invitation "$J" 2 'Svarstalong' 'Svara senast'; reads JH-26 invitation "$J" 2 'stäm av mandatet' 'Gå igenom frågorna.'
reads JH-27 invitation "$J" 2 'hitta rätt verksamhet hos er huvudman' 'Tills någon annan har tagit över är det ni som är kallade.'
reads JH-28 reply "$J" 2 'Vi kommer till mötet' '<label>Namn' '<label>Titel'; field JH-28 passed-on
reads JH-32 agenda "$J" 1 'Så är det nu' 'Så vill du ha det'
rule JH-33 warning invitation "$J" 's{<end>2026-03-04T14:30:00}{<end>2026-03-04T13:45:00}'
field JH-34 important met-when; reads JH-34 plan "$P" 1 'Det här är viktigt för dig'
reads JH-36 invitation "$J" 2 'Mötet leds av' 'Marit Olofsdotter Lund'
rule JH-38 warning plan "$(as jamtland-harjedalen "$G")" 's{<child-words.*?</child-words>}{}s' --date=2026-04-30
rule JH-39 error plan "$P" 's{<coordinator.*?</coordinator>}{}s'
rule JH-40 error plan "$P" 's{<coordinator class="health-region"}{<coordinator class="school"}'
field JH-41 wished-by-person; reads JH-42 cover "$S" 2 'Kopia av en samordnad individuell plan'
reads JH-43 plan "$S" 1 '070-174 06 71' 'tisdag och torsdag'
rule JH-44 error invitation "$(as jamtland-harjedalen "$S")" 's{party="psychiatry" wished}{party="social-services" wished}g'
field JH-45 contact-person; reads JH-45 plan "$S" 1 'Ulrika Malmsjö'
rule JH-46 error plan "$P" 's{<attendance party="social".*?</attendance>}{}s'
rule JH-47 warning plan "$P" 's{ checked="yes"}{ checked="no"}'
rule JH-48 error plan "$P" 's{<next date.*?</next>}{}s'; rule JH-48 warning plan "$P" 's{<place>Provmottagningen</place><how>}{<how>}'
hides JH-49 plan "$S" 1 'den enskilde' brukaren patienten vårdtagaren klienten
rule JH-50 warning plan "$P" 's{ kva="AU120"}{}'; field JH-51 paper-reason
reads JH-52 plan "$P" 1 'skriver också i sin egen journal eller akt'; reads JH-52 cover "$S" 2 'er egen dokumentation'
field JH-53 responsible; reads JH-55 evaluation "$P" 1 'Hur var mötet för dig?'
setting JH-54 jamtland-harjedalen '/@region'; reads JH-54 evaluation "$P" 1 'inte förstod' 'inte har fått svar på' 'nästa möte'
field JH-57 how; reads JH-57 plan "$P" 1 'Vi ses igen' 'Vi går igenom målen.'
field JH-58 goal-result action-result; reads JH-59 plan "$S" 1 'Version' 'Det här har ändrats'; rule JH-59 warning plan "$P" 's{</plan>}{</plan><event kind="new-participant" date="2026-03-30">Ny</event>}' --date=2026-04-02
rule JH-62 warning invitation "$J" 's{<meeting }{<meeting }; s{2026-0([23])-}{2027-0$1-}g; s{until="2027-02-12"}{until="2028-02-12"}'

# ---- Uppsala
field UPP-1 birth-date; silent 'UPP-1 no age limit: over a hundred' 'error DU-NUMBER' invitation "$SITUATIONS/over-hundred.xml"
rule UPP-2 error invitation "$U" 's{<caller class="health-region"}{<caller class="school"}; s{<discharge.*?</discharge>}{}s'
reads UPP-3 leaflet "$U" 1 'SIP'; field UPP-4 noticed-by
rule UPP-5 error plan "$(as uppsala "$P")" 's{<coordinator.*?</coordinator>}{}s'
field UPP-6 care-contact
rule UPP-7 error invitation "$(as uppsala "$SITUATIONS/plain.xml")" 's{<consents>.*?</consents>}{}s'; field UPP-7 relation covers
field UPP-9 withdrawn; reads UPP-9 invitation "$J" 1 'ta tillbaka ditt ja när du vill'
rule UPP-10 warning invitation "$U" 's{<documented[^>]*/>}{}'; field UPP-10 obtained
field UPP-11 inability asked view
field UPP-12 child-view; field UPP-14 child-view maturity; reads UPP-14 invitation "$B" 1 'Ett möte som handlar om dig' 'Du får berätta själv.'
rule UPP-15 warning invitation "$U" 's{<first-contact date="2026-04-13"}{<first-contact date="2026-04-21"}'
reads UPP-16 invitation "$U" 3 'Tolk på plats, finska.' 'Paus efter 30 minuter.'; field UPP-17 purpose goal question
field UPP-18 new-need; reads UPP-18 agenda "$U" 3 'ansöker du på vanligt sätt'
rule UPP-19 error plan "$(as uppsala "$P")" 's{<attendance party="me" presence="present"/>}{}; s{<participation>.*?</participation>}{}s'
rule UPP-22 warning invitation "$(as uppsala "$SITUATIONS/plain.xml")" 's{<sent>2026-03-02}{<sent>2026-03-10}; s{<reply-by>2026-03-11}{<reply-by>2026-03-14}'
reads UPP-23 invitation "$S" 2 'Sekretessen gäller även på video.' 'Sitt ostört'; reads UPP-46 invitation "$S" 2 'Sekretessen gäller även på video.'
reads UPP-24 invitation "$U" 2 'Kallelse till'; reads UPP-24 invitation "$U" 6 'Inbjudan till'
reads UPP-25 reply "$U" 2 'Svarstalong' 'Skicka sidan till oss'; reads UPP-26 invitation "$U" 3 'Svara senast'; field UPP-26 reply-by
field UPP-27 leader secretary; field UPP-28 coordinator
rule UPP-29 error invitation "$(as uppsala "$S")" 's{party="psychiatry" wished}{party="social-services" wished}g'
reads UPP-30 cover "$S" 2 'ersätter inte journal'; reads UPP-31 plan "$P" 1 'Kim Kallare'
for cut in 's{<attendance.*?(/>|</attendance>)}{}sg' 's{<identified-need.*?</identified-need>}{}s' 's{<goal .*</goal>}{}s' 's{<action .*</action>}{}s' 's{<contact-person.*?</contact-person>}{}s'; do
  rule UPP-32 error plan "$(as uppsala "$P")" "$cut"
done
reads UPP-33 cover "$(as uppsala "$S")" 1 'Här är din plan'
setting UPP-35 uppsala '/*[local-name()="protection"]/*[local-name()="note"][contains(., "rutin")]'; field UPP-36 hsa-id
reads UPP-38 follow-up "$S" 1 'Dina mål'; field UPP-39 account; reads UPP-39 follow-up "$S" 1 'Var och en berättar om sin del'; field UPP-40 decision
rule UPP-41 warning invitation "$(as uppsala "$S")" 's{<reassessed date="2026-05-05"[^>]*/>}{}'
setting UPP-44 uppsala '/*[local-name()="channel"][@kind="manual"]'
field UPP-49 important
field UPP-51 participation; reads UPP-51 preparation "$U" 1 'Pauser' 'En plats där jag känner mig trygg' 'Tid att tänka'
reads UPP-52 invitation "$B" 1 'rita eller skriva'; field UPP-53 time-agreed; field UPP-54 who; reads UPP-54 preparation "$U" 1 'Jag vill leda mötet själv.'
reads UPP-55 agenda "$U" 1 '1. Inledning' '2. Så är det nu' '3. Så vill du ha det' '4. Sammanfattning'
rule UPP-56 warning plan "$(as uppsala "$P")" 's{accepted="yes"}{accepted="no"}'; reads UPP-57 plan "$P" 1 'ansöker du på vanligt sätt'
rule UPP-58 error plan "$(as uppsala "$P")" 's{<next date.*?</next>}{}s'; field UPP-59 handed-over
reads UPP-60 cover "$(as uppsala "$S")" 1 'https://sipkollen.se/sv'; hides UPP-60 cover "$(as uppsala "$S")" 1 'sipkollen.se/sv?'
reads UPP-61 evaluation "$P" 2 'Vad fungerade bra?' 'annorlunda'

changed "$C/protected-uppsala.xml" 's{<party id="social" class="social-services"}{$& channel="it-system"}' >"$TMP/it.xml"
silent "UPP-34 rule: silent on paper" 'error UPP-34' invitation "$C/protected-uppsala.xml"
raises "UPP-34 rule: raised for an electronic channel" 'error UPP-34' invitation "$TMP/it.xml"
for edition in 'sv standard' 'easy easy'; do
  check "UPP-47 leaflet, ${edition% *}" "$DUFORM" blank leaflet --style "${edition#* }" -o "$TMP/leaflet.pdf"
done
for file in "$ROOT"/lang/??.xlf; do
  [ -e "$file" ] || continue
  lang=$(basename "$file" .xlf)
  check "UPP-47 leaflet, $lang" "$DUFORM" blank leaflet -l "$lang" -o "$TMP/leaflet.pdf"
done

# ---- Borlänge
field BOR-1 diary-number; reads BOR-1 invitation "$B" 4 'RD26/01290'
reads BOR-3 leaflet "$(as borlange "$J")" 1 'före i kön'; reads BOR-3 invitation "$B" 2 'vänta lika länge'
setting BOR-4 borlange '/*[local-name()="callers"]/*[@class="school"][not(@agreement)]'
rule BOR-5 warning invitation "$(as borlange "$SITUATIONS/plain.xml")" 's{<party id="social".*?</party>}{}s; s{<exchange party="social">[^<]*</exchange>}{}; s{<mapping party="social"[^>]*/>}{}; s{ party="social">telefonsamtal}{>telefonsamtal}; s{<party id="school" class="school"}{<party id="school" class="agency"}'
field BOR-6 asked-by
rule BOR-7 error plan "$(as borlange "$P")" 's{<attendance party="social".*?</attendance>}{}s'
field BOR-11 refused why; field BOR-15 language style interpreter; field BOR-16 participation
rule BOR-14 warning invitation "$B" 's{<pre-meeting date="2026-05-06" with="person"/>}{}'
rule BOR-17 error invitation "$B" 's{<question>.*?</question>}{}sg'
rule BOR-18 error invitation "$B" 's{<consent id="consent-2".*?</consent>}{}s'; field BOR-18 child-view
field BOR-19 scope exchange; reads BOR-20 consent "$B" 2 'ta tillbaka'; reads BOR-23 consent "$J" 1 'Biståndsenheten' 'hemtjänst'
field BOR-22 form; rule BOR-24 warning invitation "$B" 's{<documented[^>]*/>}{}g'
field BOR-25 pre-meeting notes
changed "$B" 's{<pre-meeting date="2026-05-06" with="person"/>}{$&<pre-meeting date="2026-05-06" with="principals"><notes>KANARIEFAGEL</notes></pre-meeting>}' >"$TMP/notes.xml"
for n in 1 2 3 4; do hides BOR-25 invitation "$TMP/notes.xml" "$n" KANARIEFAGEL; done
reads BOR-26 invitation "$B" 4 'Kallelse till SIP-möte'; field BOR-28 interpreter; field BOR-30 time-agreed
reads BOR-31 invitation "$B" 4 'Kallade och inbjudna'
rule BOR-32 error invitation "$B" 's{<end>2026-05-22T15:00:00}{<end>2026-05-22T13:00:00}'
rule BOR-33 error invitation "$B" 's{<purpose>Skolan.*?</purpose>}{}s'; reads BOR-33 invitation "$B" 4 'Frågor till mötet'
reads BOR-34 invitation "$B" 4 'Har kallelsen hamnat fel?' 'Hör frågan till en annan huvudman, ring oss.'
reads BOR-35 reply "$B" 4 'Vi kommer till mötet'; reads BOR-36 invitation "$B" 4 'mandat' 'Ta reda på vad ni gör i dag'
reads BOR-37 reply "$B" 4 'En ersättare kommer i stället'
reads BOR-38 agenda "$B" 1 'Alla säger vad de heter'; field BOR-39 own-action; reads BOR-39 plan "$G" 1 'Det här gör du själv'
rule BOR-40 error plan "$(as borlange "$P")" 's{<how-often>varje dag</how-often>}{}'
rule BOR-41 warning plan "$(as borlange "$P")" 's{<not-agreed>.*?</not-agreed>}{}s'; reads BOR-41 plan "$G" 1 'Det här är vi inte överens om'
rule BOR-42 error plan "$(as borlange "$P")" 's{<coordinator.*?</coordinator>}{}s'; rule BOR-42 warning plan "$(as borlange "$P")" 's{<contact-person.*?</contact-person>}{}s'
rule BOR-43 error plan "$(as borlange "$P")" 's{<next date.*?</next>}{}s'; setting BOR-44 borlange '/*[local-name()="distribution"][@by="secretary"]'
reads BOR-44 cover "$(as borlange "$S")" 2 'Kopia av'; field BOR-45 asked
rule BOR-46 warning invitation "$(as borlange "$S")" 's{<reassessed date="2026-05-05"[^>]*/>}{}'
setting BOR-47 borlange '/*[local-name()="follow-up"][@caller="caller"]'
field BOR-49 closing; reads BOR-52 agenda "$B" 1 'Vad tycker du?' 'Hur vill du att det ska vara?' 'Vad är bäst för dig och din familj?'

# ---- Gävleborg
reads GAV-1 leaflet "$G" 1 'ska göra en SIP när du behöver det'
reads GAV-2 leaflet "$G" 1 'Vi berättar om SIP' 'Du säger ja eller nej.' 'Vi ses på ett möte.' 'Vi skriver planen tillsammans.'
field GAV-5 class; setting GAV-6 gavleborg '/*[local-name()="duty"]/*[.="private-provider"]'
setting GAV-7 gavleborg '/*[local-name()="callers"]/*[@class="school"]'
reads GAV-8 invitation "$J" 5 'Inbjudan till SIP-möte'; reads GAV-11 leaflet "$B" 1 'lättläst'
reads GAV-12 plan "$G" 1 'Det här är din SIP'; reads GAV-13 preparation "$J" 1 'Ta med någon som stöd.' 'Ta reda på vad du har rätt till.'
reads GAV-14 invitation "$G" 4 'mandat'

# ---- Skåne
for region in skane; do
  rule SKA-1 "$(sed -nE 's/.*<both-principals severity="([a-z]*)".*/\1/p' "$ROOT/templates/profiles/$region.xml")" plan "$(as $region "$P")" 's{<action id="a1".*?</action>}{}s'
done
rule SKA-3 error plan "$(as skane "$P")" 's{<coordinator.*?</coordinator>}{}s'; rule SKA-3 error plan "$(as skane "$P")" 's{<identified-need.*?</identified-need>}{}s'
rule SKA-2 note invitation "$(as skane "$SITUATIONS/plain.xml")" 's{noticed="2026-02-26"}{noticed="2026-01-12"}; s{date="2026-02-27" party="social">telefonsamtal}{date="2026-01-13" party="social">telefonsamtal}'
field SKA-4 state; field SKA-6 asked-by
rule SKA-7 error invitation "$S" 's{<caller class="health-region"}{<caller class="school"}'
field SKA-8 party; rule SKA-9 error invitation "$(as skane "$SITUATIONS/plain.xml")" 's{<consents>.*?</consents>}{}s'
field SKA-10 represented; field SKA-11 maturity agrees; field SKA-12 harm-test; hides SKA-12 consent "$J" 1 'sekretessprövning'
reads SKA-13 leaflet "$J" 1 'Därför frågar vi dig'; field SKA-13 purpose goal; reads SKA-14 leaflet "$B" 1 'fler språk och på lättläst svenska'
rule SKA-15 "$(sed -nE 's/.*<informed severity="([a-z]*)".*/\1/p' "$ROOT/templates/profiles/skane.xml")" invitation "$(as skane "$SITUATIONS/plain.xml")" 's{ written="2026-02-27"}{}'
field SKA-16 understood; reads SKA-16 consent "$SITUATIONS/no-consent.xml" 1 'Berätta gärna med egna ord'
rule SKA-17 error invitation "$S" 's{<question>.*?</question>}{}sg'; rule SKA-17 error invitation "$S" 's{<purpose>Vi följer upp planen från dec.*?</purpose>}{}s'
rule SKA-18 "$(sed -nE 's/.*<competence severity="([a-z]*)".*/\1/p' "$ROOT/templates/profiles/skane.xml")" invitation "$S" 's{<competence>Handläggare som.*?</competence>}{}s'
field SKA-19 interpreter; reads SKA-20 mapping "$S" 2 'Kartläggning inför SIP-möte'; field SKA-20 discharge-mapping
rule SKA-21 "$(sed -nE 's/.*<next-within severity="([a-z]*)".*/\1/p' "$ROOT/templates/profiles/skane.xml")" plan "$(as skane "$P")" 's{<next date="2026-09-16"}{<next date="2027-09-16"}'
rule SKA-22 "$(sed -nE 's/.*<plan-revised severity="([a-z]*)".*/\1/p' "$ROOT/templates/profiles/skane.xml")" plan "$(as skane "$P")" 's{</plan>}{</plan><event kind="moved" date="2026-03-30">Flytt</event>}' --date=2026-04-02
reads SKA-25 invitation "$S" 2 '2023-05-04'
[ "$failed" -eq 0 ]
