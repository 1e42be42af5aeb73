#!/usr/bin/env bash
# The comparison with FOP measures what it says: synthetic words of both sides, one of them changed.
. "$(dirname "$0")/../lib.sh"
cd "$ROOT" || exit 1
page() { # page < lines "Y X WORD [X WORD]...": a page of words, 10 pt high and wide
  echo '<page width="300" height="400">'
  while read -r y rest; do
    echo '<line xMin="0">'
    set -- $rest
    while [ $# -gt 0 ]; do
      echo "<word xMin=\"$1\" yMin=\"$y\" xMax=\"$(($1 + 10))\" yMax=\"$((y + 10))\">$2</word>"
      shift 2
    done
    echo '</line>'
  done
  echo '</page>'
}
# measured OURS THEIRS: words, on the same page, in order, lines, lines that hold
measured() {
  page <<<"$1" | tests/compare/words - >"$TMP/ours"
  page <<<"$2" | tests/compare/words - >"$TMP/theirs"
  LC_ALL=C awk -f tests/compare/compare.awk "$TMP/ours" "$TMP/theirs" | cut -f 1-5 | tr '\t' ' '
}

ours='20 10 one 30 two
34 10 three 30 four'
equal "the same" "4 4 4 2 2" "$(measured "$ours" "$ours")"
equal "a line 2 pt lower" "4 4 4 2 1" "$(measured "$ours" "${ours/34/36}")"
equal "a line 2 pt to the right" "4 4 4 2 1" "$(measured "$ours" "${ours/34 10/34 12}")"
equal "lines changed" "4 4 3 2 0" "$(measured "$ours" '20 10 three 30 four
34 10 one 30 two')"
equal "a line that ends earlier" "4 4 4 2 0" "$(measured "$ours" '20 10 one
34 10 two 30 three 60 four')"
equal "a word is missing" "4 3 3 2 1" "$(measured "$ours" "${ours/ 30 four/}")"
equal "a word more" "5 4 5 2 2" "$(measured "$ours" "$ours 50 five")"
equal "on the next page" "4 2 4 2 1" "$({ page <<<"${ours%$'\n'*}"; page <<<"${ours#*$'\n'}"; } >"$TMP/two"
  page <<<"$ours" >"$TMP/one"; LC_ALL=C awk -f tests/compare/compare.awk "$TMP/one" "$TMP/two" | cut -f 1-5 | tr '\t' ' ')"

# What FOP writes under other characters: paired, and its place is looked at
arabic='20 10 مرحبا 30 سلام'
forms=$(printf '20 10 \uFEE3\uFEAE\uFEA3\uFE92\uFE8E 30 \uFEB3\uFEFC\uFEE1')
equal "presentation forms of Arabic letters" "2 2 2 1 1" "$(measured "$arabic" "$forms")"
equal "and 2 pt lower" "2 2 2 1 0" "$(measured "$arabic" "${forms/20 10/22 10}")"
equal "another Arabic word" "2 1 1 1 0" "$(measured "$arabic" "${arabic/مرحبا/مرجبا}")"
ligature='20 10 finns 30 film 50 träffar'
private=$(printf '20 10 \uE080nns 30 \uE080lm 50 tr\u00E4\uE081ar')
equal "ligatures as characters of private use" "3 3 3 1 1" "$(measured "$ligature" "$private")"
equal "and 2 pt higher" "3 3 3 1 0" "$(measured "$ligature" "${private/20 10/18 10}")"
equal "another word with the same ligature" "3 2 2 1 0" "$(measured "${ligature/film/fisk}" "$private")"
equal "a picture of the icon font is no word" "4 4 4 2 2" "$(measured "$ours" "$(printf '20 2 \uE878 ')${ours#20 }")"
exit "$((failed > 0))"
