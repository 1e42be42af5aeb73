# Counts: a text has the plural forms of its language, all of them, and each count finds its own.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/pseudo.bash"
fresh_home
cp "$ROOT"/lang/*.xlf "$TMP/home/lang"
case=$SAMPLES/jamtland-harjedalen.xml
unit=leaflet.know.months

# months N LANG: the sentence of the leaflet that says how long a consent holds
months() {
  sed -i -E "/<consent /,/>/ s/max-months=\"[0-9]+\"/max-months=\"$1\"/" "$TMP/home/templates/profiles/jamtland-harjedalen.xml"
  "$DUFORM" trace "$case" -d leaflet --style standard --to 1 -l "$2" --draft -t document 2>"$TMP/err" |
    sed 's/<[^>]*>//g; s/^ *//' | grep -F "$3"
}
# the program's own answer for each form, against the words of each form in the file
form() { sed -n "/id=\"$unit.$2\"/,/<\/trans-unit>/s/.*<target[^>]*>\(.*\)<\/target>.*/\1/p" "$TMP/home/lang/$1.xlf" | sed "s,<x [^>]*/>,$3,"; }
says() { # says LANG COUNT FORM
  local wanted
  wanted=$(form "$1" "$3" "$2")
  check "$1 has the form $3" test -n "$wanted"
  equal "$1: $2 takes the form $3" "$wanted" "$(months "$2" "$1" "$wanted")"
}
for lang in en fi so; do says $lang 1 one; says $lang 2 other; says $lang 11 other; done
says fa 1 one; says fa 2 other
says ar 1 one; says ar 2 two; says ar 3 few; says ar 10 few; says ar 11 many; says ar 99 many; says ar 100 other; says ar 102 other
equal "Arabic: three forms of the word month" "أشهر شهر شهرًا" \
  "$(for n in 3 11 100; do months $n ar '' | grep -oE 'أشهر|شهرًا|شهر' ; done | sort -u | paste -sd' ')"
equal "no month: the form for nothing" "$(form ar zero 0)" "$(months 0 ar "$(form ar zero 0)")"
equal "Swedish says one month in words" "Ditt ja gäller högst en månad." "$(months 1 sv högst)"
equal "and several with their number" "Ditt ja gäller högst 3 månader." "$(months 3 sv högst)"

# ---- export: a unit for each form, with examples; Ukrainian, Polish and others by their own rules
forms() { sed -n "/<group id=\"$unit\"/,/<\/group>/s/.*trans-unit id=\"$unit\.\([a-z]*\)\".*/\1/p" "$1" | paste -sd' '; }
"$DUFORM" language export ar -o "$TMP/ar.xlf"
equal "Arabic is asked for six" "zero one two few many other" "$(forms "$TMP/ar.xlf")"
"$DUFORM" language export so -o "$TMP/so.xlf"
equal "Somali for two" "one other" "$(forms "$TMP/so.xlf")"
contains "a note says for which counts" "Formen few, för antalen 3, 4, 5" "$TMP/ar.xlf"
sed -i 's,</locales>,<locale lang="uk" icu="uk" direction="ltr" name="українська"><date form="long">d MMMM y</date><date form="weekday">EEEE d MMMM y</date><date form="monthyear">LLLL y</date><date form="dayname">EEEE</date><time>HH:mm</time><from>{0}</from><range>{0}–{1}</range></locale>\n</locales>,' "$TMP/home/lang/locales.xml"
"$DUFORM" language export uk -o "$TMP/uk.xlf"
equal "Ukrainian for three: the fourth is for fractions" "one few many" "$(forms "$TMP/uk.xlf")"

# ---- import: complete, or refused
without() { # without FORM: what an agency sent back has no words for this form
  sed "/id=\"$unit.$1\"/,/<\/trans-unit>/ s,<target.*</target>,<target xml:lang=\"ar\" state=\"new\"/>," "$TMP/ar.xlf" >"$TMP/bad.xlf"
}
without few
status_is 2 "a form that is missing: refused" "$DUFORM" language import --messages=en "$TMP/bad.xlf"
contains "which one, and of which unit" "plural forms are missing: few [$unit.zero]" "$TMP/.err"
one_line "said once" "$TMP/.err"
sed "/id=\"$unit.many\"/,/<\/trans-unit>/d" "$TMP/ar.xlf" >"$TMP/bad.xlf"
status_is 2 "a form whose unit is gone: refused" "$DUFORM" language import --messages=en "$TMP/bad.xlf"
contains "it is named" "plural forms are missing: many" "$TMP/.err"
sed "/<group id=\"$unit\"/,/<\/group>/ s,<target.*</target>,<target xml:lang=\"ar\" state=\"new\"/>," "$TMP/ar.xlf" >"$TMP/none.xlf"
status_is 0 "none at all is not yet translated" "$DUFORM" language import "$TMP/none.xlf" --into "$TMP"
sed -E "/id=\"$unit.few\"/,/<\/trans-unit>/ s,(<target.*)<x [^>]*/>(.*</target>),\1\2," "$TMP/ar.xlf" >"$TMP/bad.xlf"
status_is 2 "a form for many numbers must say the number" "$DUFORM" language import --messages=en "$TMP/bad.xlf"
contains "or it is a lost value" "same inserted values as the source [$unit.few]" "$TMP/.err"
lacks "a form for one number need not" "<x" <(sed -n "/id=\"$unit.two\"/,/<\/trans-unit>/p" "$TMP/ar.xlf" | grep '<target')
status_is 0 "so the file as it is is taken" "$DUFORM" language import "$TMP/ar.xlf" --into "$TMP"
[ "$failed" -eq 0 ]
