# What may be printed: states against the profile, notices, drafts, the reader's own language, a seventh language.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/pseudo.bash"
case=$SAMPLES/jamtland-harjedalen.xml
document() { "$DUFORM" trace "$case" --to 1 -t document --style standard "$@" >"$TMP/document" 2>"$TMP/err"; }
attribute() { xmllint --xpath "string(/document/@$1)" "$TMP/document" 2>/dev/null; }
give() { # give STATE [TRANSLATOR REVISER]: English is in this state
  rm -f "$TMP/home/lang/en.xlf"
  "$DUFORM" language export en -o "$TMP/en.xlf" && pseudo "$TMP/en.xlf" "$@" >"$TMP/home/lang/en.xlf"
}
fresh_home
printed() { # printed DESC KIND LANG: the document is in this language, no gap left open
  document -d "$2" -l en
  equal "$1" "$3" "$(attribute lang)"
  lacks "$1: no mark of ours is left" 'gap=' "$TMP/document"
}
give translated;      printed "a leaflet that is translated only is printed in Swedish" leaflet sv
contains "under a notice in the reader's language" '<notice lang="en">' "$TMP/document"
contains "and in Swedish" 'inte på engelska än' "$TMP/document"
equal "the easy-read edition, where there is one" easy "$(attribute style)"
give signed-off;      printed "a letter needs a review" invitation en
                      printed "a leaflet needs more" leaflet sv
give final A1 B2;     printed "a leaflet that two people have made is printed" leaflet en
lacks "without a notice" '<notice' "$TMP/document"
give final A1 A1;     printed "one person is not two" leaflet sv
sed -i '/id="leaflet.lead.need"/,/<\/trans-unit>/ s/«/« old /' "$TMP/home/lang/en.xlf"
give final A1 B2; sed -i 's/Behöver du hjälp från flera ställen på samma gång?/Behöver du mycket hjälp?/' "$TMP/home/templates/documents/leaflet.xml"
                      printed "one stale sentence keeps the whole leaflet back" leaflet sv
                      printed "and no other document" consent en
document -d leaflet -l en --draft
equal "a draft is printed in its language" en "$(attribute lang)"
contains "the sentence that is missing says that it is Swedish" '<s lang="sv">Behöver du mycket hjälp?</s>' "$TMP/document"
equal "marked in both languages" "en sv" "$(xmllint --xpath '/document/draft/@lang' "$TMP/document" | sed -E 's/.*"(.*)"/\1/' | paste -sd' ')"
"$DUFORM" trace "$case" -d leaflet --to 1 -l en --draft -t page >"$TMP/page" 2>/dev/null
equal "on every page, tagged" "$(grep -c '^page ' "$TMP/page")" "$(grep -c '^ *text .*"DRAFT' "$TMP/page")"
check "units read Swedish whatever the language asked for" sh -c "'$DUFORM' trace '$case' -d invitation --to 4 -l en -t document 2>/dev/null | grep -q '<document kind=\"invitation\" lang=\"sv\"'"
"$DUFORM" blank reply -l en --draft -o "$TMP/reply.pdf" 2>"$TMP/err" >/dev/null
pdftotext "$TMP/reply.pdf" "$TMP/reply.txt"
contains "a kind that is never translated is Swedish under a notice, as a draft, too" 'in English yet' "$TMP/reply.txt"
lacks "and no draft of a translation" 'UTKAST' "$TMP/reply.txt"

# ---- the reader's own language, and the name of the file
sed 's,<language>sv</language>,<language>en</language>,' "$case" >"$TMP/own.xml"
give final A1 B2
mkdir "$TMP/o"
"$DUFORM" make "$TMP/own.xml" -d consent --to 1 -o "$TMP/o" -q 2>"$TMP/err"
check "a document in the reader's own language bears it in its name" sh -c "ls '$TMP/o' | grep -q -- '-consent-1-en.pdf$'"
rm "$TMP/home/lang/en.xlf"
status_is 3 "a language without translations is not known" "$DUFORM" make "$case" -o "$TMP/o" -l en

# ---- a seventh language: one XLIFF file, one locale, one line for its font
sed -i 's,</locales>,<locale lang="ti" icu="ti" direction="ltr" name="ትግርኛ"><date form="long">d MMMM y</date><date form="weekday">EEEE d MMMM y</date><date form="monthyear">LLLL y</date><date form="dayname">EEEE</date><time>HH:mm</time><from>{0}</from><range>{0}–{1}</range></locale>\n</locales>,' "$TMP/home/lang/locales.xml"
check "the font of the script is one line" grep -q 'script="Ethi"' "$TMP/home/fonts/fonts.xml"
check "its skeleton is exported" "$DUFORM" language export ti -o "$TMP/home/lang/ti.xlf"
document -d leaflet -l ti
equal "without words it is printed in Swedish" sv "$(attribute lang)"
contains "under a notice that names it" "ትግርኛ" "$TMP/document"
pseudo "$TMP/home/lang/ti.xlf" final A1 B2 | sed 's/«/ሰላም /' >"$TMP/ti.xlf"
cp "$TMP/ti.xlf" "$TMP/home/lang/ti.xlf"
document -d leaflet -l ti
equal "with words it is printed" ti "$(attribute lang)"
check "and made" "$DUFORM" make "$case" -d leaflet --to 1 -l ti -o "$TMP/o" -q
pdftotext "$TMP/o"/*-leaflet-1-ti.pdf - >"$TMP/text" 2>/dev/null
contains "its letters are in the file" "ሰላም" "$TMP/text"
[ "$failed" -eq 0 ]
