# Leaks on purpose: in a copy of the data folder a view gives away what it must not, and a template
# prints it. No document appears, one line says where in the case the value stands, and not what it is.
. "$(dirname "$0")/../lib.sh"
cd "$ROOT" || exit 3
home=$TMP/home
out=$TMP/out
fresh() { # fresh REGION PROTECTION: the data as they are, and the canary case
  rm -rf "$home" "$out"; mkdir -p "$home" "$out"
  cp -r templates xslt lang fonts "$home"
  sed "s/REGION/$1/;s/PROTECTION/$2/;s/STATE/followed-up/;/<!-- closing -->/d" tests/check/canary.xml >"$TMP/case.xml"
}
# patch FILE SED-COMMAND: the file must change
patch() {
  sed -i.before "$2" "$home/$1"
  if cmp -s "$home/$1" "$home/$1.before"; then not_ok "the leak could not be put into $1"; fi
  rm -f "$home/$1.before"
}
# caught DESC ELEMENT KIND [N]: documents of the kind to recipient N are found out
caught() {
  DUFORM_HOME=$home status_is 1 "$1: refused" "$DUFORM" make "$TMP/case.xml" -o "$out" -d "$3" --to "${4:-2}" --messages=en
  contains "$1: the message names the element" "holds $2, which the recipient may not see: it is not made [C.5]" "$TMP/.err"
  equal "$1: and no value" "" "$(sed "s,$TMP,,g" "$TMP/.err" "$TMP/.out" | grep -ioE 'kanari[a-z]+|9913|1740699|0001252386' | head -3)"
  no_files "$1: no file" "$out"
}
leak='<leak><xsl:value-of select="$person/c:address/c:street"/></leak>'
given() { patch xslt/view/protected.xsl "s,<caller><xsl:call-template name=\"neutral-phone\"/></caller>,&$leak,"; }
printed() { patch templates/documents/invitation.xml "0,/<h level=\"1\" id=\"paper.call.h\">/s,,$1&,"; }

fresh uppsala confidentiality-mark
DUFORM_HOME=$home status_is 0 "the copy of the data does not leak" "$DUFORM" make "$TMP/case.xml" -o "$out" -d invitation --to 2 -q
rm -f "$out"/*

fresh uppsala confidentiality-mark
patch xslt/view/protected.xsl 's,<phone><xsl:value-of select="normalize-space()"/>,<phone><xsl:value-of select="$person/c:phone"/>,'
caught "another telephone number" phone invitation
sed -i '0,/<phone>/s,<phone>\(..\)\(....\)\(...\)\(.*\)</phone>,<phone>\1<!-- a -->\2<?b c?>\3<!-- d -->\4</phone>,' "$TMP/case.xml"
contains "a telephone number with remarks in it" '<!-- a -->' "$TMP/case.xml"
caught "a number that the case writes with remarks in it" phone invitation
fresh uppsala confidentiality-mark; given
printed '<p id="leak"><value of="leak"/></p>'
caught "in the text" street invitation
fresh uppsala confidentiality-mark; given
printed '<h level="2" id="leak"><value of="leak"/></h>'
caught "in a heading, and so in a bookmark" street invitation
fresh uppsala confidentiality-mark; given
printed '<p><link to="leak"><value of="@ref" as="number"/></link></p>'
caught "in a link's address" street invitation
fresh uppsala confidentiality-mark; given
patch templates/documents/invitation.xml 's,<title id="title.call">[^<]*</title>,<title id="title"><value of="leak"/></title>,'
DUFORM_HOME=$home status_is 4 "in the title: no value may stand there" "$DUFORM" make "$TMP/case.xml" -o "$out" -d invitation --to 2
lacks "and none is told" anari "$TMP/.err"
no_files "no file" "$out"
fresh uppsala confidentiality-mark; given
patch xslt/view/protected.xsl "s,$leak,<leak><xsl:value-of select=\"translate(\$person/c:address/c:street\, 'abcdefghijklmnopqrstuvwxyz '\, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ-')\"/></leak>,"
printed '<p id="leak"><value of="leak"/></p>'
caught "in capitals, with hyphens" street invitation
fresh uppsala confidentiality-mark
patch xslt/view/address.xsl '/<xsl:template name="neutral-letterhead">/,/<\/xsl:template>/s,<xsl:value-of select="normalize-space([^"]*)"/>,<xsl:value-of select="$caller/c:principal"/>,'
caught "a letterhead of the caller's own" principal invitation
fresh uppsala confidentiality-mark
patch xslt/view/protected.xsl 's,ref="{$case/@ref}",ref="{$person/c:number}",'
caught "a personal number for a reference" number invitation
fresh uppsala confidentiality-mark
patch xslt/view/labels.xsl 's,<xsl:value-of select="normalize-space(p:street)"/>,<xsl:value-of select="$person/c:address/c:street"/>,'
caught "an address on the outer envelope" street labels 0
fresh uppsala confidentiality-mark
patch xslt/view/call-sheet.xsl 's,<call class="{@class}">,&<xsl:if test="c:unit"><unit><xsl:value-of select="c:unit"/></unit></xsl:if>,'
caught "a unit on the call sheet" unit call-sheet 0
fresh uppsala confidentiality-mark
patch xslt/view/reader.xsl 's,ref="{$ref}" date="",ref="{$person/c:name/c:family}" date="",'
caught "a name on a blank" family plan 1
fresh uppsala confidentiality-mark
patch templates/documents/invitation.xml 's,Vi kallar er till ett möte\.,Vi ses på Kanariegatan 9913.,'
caught "an address written into the template itself" street invitation

# a trace of it tells nothing either
fresh uppsala confidentiality-mark; given
for stage in view document fo tree page; do
  DUFORM_HOME=$home status_is 1 "trace -t $stage of a view that leaks" "$DUFORM" trace "$TMP/case.xml" -d invitation -t $stage --to 2
  lacks "trace -t $stage: nothing is shown" anari "$TMP/.out"
  [ $stage != view ] || printed '<p id="leak"><value of="leak"/></p>'
done
# a stylesheet that speaks: its words are dropped
for terminate in no yes; do
  fresh uppsala confidentiality-mark
  patch xslt/view.xsl "s,<xsl:template match=\"/\">,&<xsl:message terminate=\"$terminate\"><xsl:value-of select=\"\$person\"/></xsl:message>,"
  DUFORM_HOME=$home "$DUFORM" make "$TMP/case.xml" -o "$out" -d invitation >"$TMP/said" 2>&1
  lacks "xsl:message ($terminate) tells nothing" anari "$TMP/said"
done
# a profile that does not say what is done: nothing may be made
for wrong in 's, policy="paper",,' 's,policy="paper",policy="post",' 's,<protection ,<protectiom ,'; do
  fresh uppsala confidentiality-mark
  patch templates/profiles/uppsala.xml "$wrong"
  DUFORM_HOME=$home status_is 4 "a profile with $wrong" "$DUFORM" make "$TMP/case.xml" -o "$out" -d leaflet -d call-sheet
  no_files "nothing is made" "$out"
done
fresh uppsala confidentiality-mark
patch templates/profiles/uppsala.xml '/<phone>070-174 06 9[0-9]<\/phone>/d'
DUFORM_HOME=$home status_is 1 "a profile without a function number" "$DUFORM" make "$TMP/case.xml" -o "$out" -d invitation --messages=en
contains "says what is missing" "give protection/phone [UPP-34]" "$TMP/.err"

# ---- ordinary cases: what this recipient may not see
notes='<leak><xsl:value-of select="WHAT"/></leak>'
ordinary() { # ordinary DESC ELEMENT XPATH [N]
  fresh uppsala none
  patch xslt/view/invitation.xsl "0,/<xsl:call-template name=\"letterhead\"\/>/s,,&$(echo "$notes" | sed "s,WHAT,$3,"),"
  patch templates/documents/invitation.xml '0,/<address\/>/s,,&<if test="leak"><p id="leak"><value of="leak"/></p></if>,'
  caught "ordinary: $1" "$2" invitation "${4:-2}"
}
ordinary "the person's street" street '$person/c:address/c:street'
ordinary "the person's telephone" phone '$person/c:phone'
ordinary "the person's telephone, to the person" phone '$person/c:phone' 1
ordinary "how consent was obtained" how '$case//c:obtained/c:how'
ordinary "what is asked of another" question "\$case//c:party[@class = 'school']/c:question"
ordinary "another's street" street "\$case//c:party[@class = 'relative']/c:address/c:street"
ordinary "notes of staff" notes '$case//c:notes'
fresh uppsala none
sed -i 's,<party id="friend",<party id="friend" protection="confidentiality-mark",' "$TMP/case.xml"
patch xslt/view/meeting.xsl 's,\[not(@protection) or @protection = .none.\],,'
caught "ordinary: a party with protected data in a list" name invitation 2
[ "$failed" -eq 0 ]
