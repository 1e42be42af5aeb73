# Case files that cannot be used: one clear line, status 2, nothing left behind.
. "$(dirname "$0")/../lib.sh"
sample=$SAMPLES/jamtland-harjedalen.xml
out=$TMP/out
mkdir "$out"

# bad NAME LINE EXPECTED-TEXT: what stands in $TMP/NAME.xml is refused at LINE (0: no line)
bad() {
  local file=$TMP/$1.xml place=$TMP/$1.xml
  [ "$2" = 0 ] || place=$file:$2
  status_is 2 "$1: status 2" "$DUFORM" make "$file" -o "$out" -d invitation --messages=en
  one_line "$1: one line" "$TMP/.err"
  contains "$1: says where and what" "$place: error: $3" "$TMP/.err"
  no_files "$1: nothing left behind" "$out"
}

sed 's,</given>,</gven>,' "$sample" >"$TMP/mismatch.xml"
bad mismatch 10 "the end tag does not belong"
sed 's,<street>Stormyrvägen 14,<street>A \& B,' "$sample" >"$TMP/ampersand.xml"
bad ampersand 14 "a name was expected (a lone &"
head -c 3000 "$sample" >"$TMP/truncated.xml"
bad truncated "$(wc -l <"$TMP/truncated.xml" | awk '{ print $1 + 1 }')" "the file ends too early"
: >"$TMP/empty.xml"
bad empty 0 "the file is empty"
echo 'hej hopp' >"$TMP/text.xml"
bad text 1 "XML was expected"
printf '<?xml version="1.0"?>\n\n<fall xmlns="urn:duform:case:1"/>\n' >"$TMP/root.xml"
bad root 3 "the root element must be <case> in the namespace urn:duform:case:1"
printf '<case/>\n' >"$TMP/namespace.xml"
bad namespace 1 "the root element must be <case>"

# external entity: the file that it names is never opened
mkfifo "$TMP/secret"
{ echo '<!DOCTYPE case ['; echo "<!ENTITY x SYSTEM \"file://$TMP/secret\">]>"; sed -e 1d -e 's,Krokom<,\&x;<,' "$sample"; } >"$TMP/xxe.xml"
bad xxe 1 "a document type declaration (DOCTYPE) is not allowed"
{ echo '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">'
  last=a
  for n in b c d e f g h i j; do echo "<!ENTITY $n \"&$last;&$last;&$last;&$last;&$last;&$last;&$last;&$last;&$last;&$last;\">"; last=$n; done
  echo ']><a>&j;</a>'; } >"$TMP/bomb.xml"
bad bomb 1 "a document type declaration (DOCTYPE) is not allowed"
echo '<!DOCTYPE case SYSTEM "http://localhost:1/case.dtd"><case/>' >"$TMP/dtd.xml"
bad dtd 1 "a document type declaration (DOCTYPE) is not allowed"

{ cat "$sample"; head -c 9437184 /dev/zero | tr '\0' ' '; } >"$TMP/large.xml"
bad large 0 "the file is larger than 8388608 bytes"
{ printf '<case xmlns="urn:duform:case:1">'; yes '<a>' | head -10000 | tr -d '\n'; yes '</a>' | head -10000 | tr -d '\n'; echo '</case>'; } >"$TMP/deep.xml"
bad deep 1 "at most 256 levels"
{ printf '<case xmlns="urn:duform:case:1">'; yes '<a/>' | head -1100000 | tr -d '\n'; echo '</case>'; } >"$TMP/wide.xml"
bad wide 1 "at most 1000000 nodes"

iconv -f UTF-8 -t ISO-8859-1 "$sample" >"$TMP/latin1.xml"
bad latin1 "$(grep -n '[^ -~]' "$sample" | head -1 | cut -d: -f1)" "the file is not in UTF-8"
sed '1s/UTF-8/ISO-8859-1/' "$sample" >"$TMP/declared.xml"
bad declared 1 "the XML declaration names another encoding"
iconv -f UTF-8 -t UTF-16 "$sample" >"$TMP/utf16.xml"
bad utf16 1 "the file is not in UTF-8"
sed 's,<given>Ingegerd,<given>\xEF\xBF\xBF,' "$sample" >"$TMP/nonchar.xml"
bad nonchar 10 "a character that XML forbids"
sed 's,region="jamtland-harjedalen",region="atlantis",' "$sample" >"$TMP/region.xml"
bad region 5 "unknown region; there are: borlange, default, gavleborg, jamtland-harjedalen, skane, uppsala"
sed 's,region="jamtland-harjedalen",region="../samples/skane",' "$sample" >"$TMP/path.xml"
bad path 5 "<case region>: expected form: "

status_is 2 "an absent file: status 2" "$DUFORM" make "$TMP/absent.xml" -o "$out" --messages=en
one_line "an absent file: one line" "$TMP/.err"
status_is 2 "a folder: status 2" "$DUFORM" make "$TMP" -o "$out" --messages=en
one_line "a folder: one line" "$TMP/.err"

# standard input
head -c 3000 "$sample" | status_is 2 "a pipe that is closed too early: status 2" "$DUFORM" make - -o "$out" --messages=en
contains "a pipe that is closed too early: says so" "<stdin>:" "$TMP/.err"
status_is 2 "no standard input: status 2" sh -c '"$1" make - -o "$2" --messages=en <&-' sh "$DUFORM" "$out"
one_line "no standard input: one line" "$TMP/.err"
status_is 2 "empty standard input: status 2" "$DUFORM" make - -o "$out" --messages=en </dev/null
no_files "nothing was left behind by any of them" "$out"

# the cap can be set
status_is 2 "--max-size is kept" "$DUFORM" check "$sample" --max-size 1000 --messages=en
contains "--max-size is named" "larger than 1000 bytes" "$TMP/.err"
[ "$failed" -eq 0 ]
