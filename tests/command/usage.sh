# Wrong use: status 3 and one line; help, version and man page agree with the program.
. "$(dirname "$0")/../lib.sh"
matches() { if grep -qE -- "$2" "$3"; then ok "$1"; else not_ok "$1"; head -3 "$3" | sed 's/^/# /'; fi; }
sample=$SAMPLES/jamtland-harjedalen.xml
wrong() { # wrong DESC ARGUMENT...
  local desc=$1; shift
  status_is 3 "$desc: status 3" "$DUFORM" "$@"
  one_line "$desc: one line" "$TMP/.err"
  equal "$desc: nothing on standard output" "" "$(cat "$TMP/.out")"
}
wrong "no command"
wrong "unknown command" bake
wrong "unknown long option" make "$sample" --frobnicate
wrong "unknown short option" make "$sample" -x
wrong "an option of another command" make "$sample" -o "$TMP" -t view
wrong "no case" make -o "$TMP"
wrong "no output" make "$sample"
wrong "value missing" make "$sample" -o
wrong "value not wanted" make "$sample" -o "$TMP" --quiet=yes
wrong "two cases" make "$sample" "$sample" -o "$TMP"
wrong "unknown kind" make "$sample" -o "$TMP" -d valentine
wrong "a kind that is a path" make "$sample" -o "$TMP" -d ../profiles/default
wrong "unknown language" make "$sample" -o "$TMP" -l tlh
wrong "unknown style" make "$sample" -o "$TMP" --style baroque
wrong "no date" make "$sample" -o "$TMP" --date 9/3
wrong "a day that does not exist" make "$sample" -o "$TMP" --date 2026-02-30
wrong "a negative recipient" make "$sample" -o "$TMP" --to -1
wrong "recipient 99" make "$sample" -o "$TMP" --to 99
wrong "recipient x" make "$sample" -o "$TMP" --to 1x
wrong "a cap that is no number" make "$sample" -o "$TMP" --max-size 8MB
wrong "several documents to standard output" make "$sample" -o - -d invitation
wrong "unknown format" check "$sample" --format=yaml
wrong "unknown language of messages" check "$sample" --messages=tlh
wrong "trace without stage" trace "$sample" -d invitation
wrong "trace without kind" trace "$sample" -t view
wrong "trace of an unknown stage" trace "$sample" -d invitation -t soup
wrong "blank of a kind that needs a case" blank invitation -o "$TMP/x.pdf"
wrong "help for an unknown command" help bake
no_files "nothing was made" "$(mkdir "$TMP/none"; echo "$TMP/none")"
"$DUFORM" make "$sample" -o "$TMP" -d valentine --messages=en 2>"$TMP/err"
contains "the kinds are listed" "there are: " "$TMP/err"
"$DUFORM" --messages=sv bake 2>"$TMP/err"
contains "in Swedish, option first" "okänt kommando: bake" "$TMP/err"

status_is 0 "--version" "$DUFORM" --version
matches "--version is one line" '^duform [0-9]+\.[0-9]+\.[0-9]+$' "$TMP/.out"
status_is 0 "help" "$DUFORM" help --messages=en
for command in make check blank format trace help; do
  contains "help names $command" "duform $command" "$TMP/.out"
done
for command in make check blank format trace help; do
  status_is 0 "help $command" "$DUFORM" help "$command"
  status_is 0 "$command --help" "$DUFORM" "$command" --help
  contains "the man page has $command" ".Cm $command" "$ROOT/pipeline/duform.1"
  for option in $("$DUFORM" help "$command" | grep -oE -- '--[a-z-]+' | sort -u); do
    contains "the man page has $option" "Fl $(echo "$option" | cut -c2-)" "$ROOT/pipeline/duform.1"
  done
done
[ "$failed" -eq 0 ]
