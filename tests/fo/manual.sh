# The manual duform-fo(7) lists every object and property with the section and the state that the tables
# of the code have, and says of each "partly" how.
. "$(dirname "$0")/../lib.sh"
MAN=$ROOT/pipeline/duform-fo.7

# rows FILE LETTER: NAME SECTION STATE of each row of a .def
rows() {
  tr '\n' ' ' <"$ROOT/pipeline/fo/$1" | grep -oE "$2"'\([a-z_]+, "[^"]+", "[^"]+", +[^)]*' | tr -s ' ' |
    sed -E 's/^.\([a-z_]+, "([^"]+)", "([^"]+)", (YES, |NO, )?([A-Z]+).*/\1 \2 \4/'
}
# listed: NAME SECTION STATE of each line of the manual's lists
listed() {
  sed -nE 's/^\.It Li ([^ ]+) Ta ([^ ]+) Ta (yes|partly|no)(:.*)?$/\1 \2 \3/p' "$MAN" | sed 's/ \\&- / - /'
}
words() { sed -E 's/ FULL$/ yes/; s/ PART$/ partly/; s/ (NONE|HINT)$/ no/'; }

{ rows elements.def E | sed 's/^/fo:/'; rows properties.def P; } | words | sort >"$TMP/code"
listed | sort >"$TMP/manual"
[ "$(wc -l <"$TMP/code")" -gt 370 ] && ok "the tables were read" || not_ok "the tables were read"
equal "no row of the tables is missing in the manual" "" "$(comm -23 "$TMP/code" "$TMP/manual")"
equal "the manual lists nothing besides" "" "$(comm -13 "$TMP/code" "$TMP/manual")"
equal "what is there in part is said to be" "" "$(grep -E 'Ta partly *$' "$MAN")"
equal "mandoc finds no fault in duform-fo.7" "" "$(mandoc -T lint -W warning "$MAN" 2>&1)"
[ "$failed" -eq 0 ]
