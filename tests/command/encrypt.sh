# Encrypted copies: qpdf opens them with the password alone; who may not have one gets none; the password stands nowhere.
. "$(dirname "$0")/../lib.sh"
sample=$SAMPLES/skane.xml
out=$TMP/out plain=$TMP/plain
mkdir "$out" "$plain"
printf 'ett långt lösenord åäö\n' >"$TMP/password"
printf 'ett annat lösenord\n' >"$TMP/other"

status_is 0 "with a password from a file descriptor" \
  "$DUFORM" make "$sample" -d invitation --to 1 --to 4 --no-spelling -o "$out" --messages=en --encrypt=fd:7 7<"$TMP/password"
contains "a note says that PDF/A is given up" "no PDF/A" "$TMP/.err"
file=$(ls "$out"/*-1.pdf)
qpdf --show-encryption --password-file="$TMP/password" "$file" >"$TMP/shown" 2>&1
contains "AES-256, revision 6" "R = 6" "$TMP/shown"
contains "streams by AES-256" "stream encryption method: AESv3" "$TMP/shown"
contains "strings too" "string encryption method: AESv3" "$TMP/shown"
contains "the password opens it as a reader, not as an owner" "Supplied password is user password" "$TMP/shown"
contains "screen readers may read" "extract for accessibility: allowed" "$TMP/shown"
contains "nobody changes it" "modify other: not allowed" "$TMP/shown"
status_is 2 "without the password it stays shut" qpdf --check "$file"
status_is 2 "and with another" qpdf --check --password-file="$TMP/other" "$file"

check "qpdf opens it" qpdf --decrypt --password-file="$TMP/password" "$file" "$TMP/open.pdf"
"$DUFORM" make "$sample" -d invitation --to 1 --to 4 --no-spelling -q -o "$plain" 2>/dev/null
equal "the text is that of the plain letter" "$(pdftotext -layout "$plain"/*-1.pdf -)" "$(pdftotext -layout "$TMP/open.pdf" -)"
qpdf --qdf "$TMP/open.pdf" "$TMP/open.qdf"
check "it says PDF/UA" grep -aq '<pdfuaid:part>1</pdfuaid:part>' "$TMP/open.qdf"
check "and no longer PDF/A" test "$(grep -ac '<pdfaid:' "$TMP/open.qdf")" = 0
[ ! -x "$BUILD/conformance/structure" ] || check "the structure is whole" "$BUILD/conformance/structure" "$TMP/open.pdf"
equal "nothing of the letter is to be seen in the file" "" "$(strings -n 6 "$file" | grep -iE 'duform|pdfuaid|Brev om' | head -2)"
equal "no other file is left" "$(ls "$plain")" "$(ls -A "$out")"
equal "only the owner can read them" "" "$(find "$out" -type f ! -perm 600)"

# While it runs nobody sees the password among the arguments or in the environment.
mkfifo "$TMP/pipe"
"$DUFORM" make "$sample" -d invitation --to 1 --no-spelling -q -o "$out" --encrypt=fd:7 7<>"$TMP/pipe" 2>/dev/null &
pid=$!
sleep 0.2
seen=$(cat "/proc/$pid/cmdline" 2>/dev/null | tr '\0' ' '; tr "\0" " " <"/proc/$pid/environ" 2>/dev/null)
cat "$TMP/password" >"$TMP/pipe"
wait "$pid"
equal "a process that waits for its password ends well" 0 $?
equal "the password is not among the arguments" "" "$(printf '%s' "$seen" | grep -o 'lösenord')"

# From the terminal: asked for twice, not shown.
if command -v script >/dev/null 2>&1; then
  on_screen() { # TEXT: waits until it is there
    local i
    for i in $(seq 300); do grep -q "$1" "$TMP/screen" && break; sleep 0.1; done
    sleep 0.1
  }
  type_in() { # FIRST SECOND: what is typed; the screen goes to $TMP/screen
    rm -f "$out"/*
    : >"$TMP/screen"
    (on_screen "Password of"; printf '%s\n' "$1"; on_screen "Once more"; printf '%s\n' "$2"; sleep 0.3) |
      script -qefc "$DUFORM make $sample -d invitation --to 1 --no-spelling -q -o $out --messages=en --encrypt" /dev/null >"$TMP/screen" 2>&1
  }
  type_in "hemligt nog för ett prov" "hemligt nog för ett prov"
  contains "it is asked for" "Password of the documents" "$TMP/screen"
  lacks "it is not shown" "hemligt" "$TMP/screen"
  printf 'hemligt nog för ett prov' >"$TMP/typed"
  check "and it is the file's" qpdf --check --password-file="$TMP/typed" "$file"
  type_in "hemligt nog för ett prov" "hemligt nog för ett prof"
  contains "two different ones are refused" "the passwords differ" "$TMP/screen"
  no_files "and nothing is made" "$out"
fi

rm -f "$out"/*
refused() { # STATUS DESC TEXT COMMAND...
  local status=$1 desc=$2 text=$3; shift 3
  status_is "$status" "$desc" "$@"
  contains "$desc: it is said" "$text" "$TMP/.err"
  no_files "$desc: nothing is made" "$out"
}
for case in "$SAMPLES"/protected-*.xml; do
  refused 1 "$(basename "$case"): protected" "no electronic copies" \
    "$DUFORM" make "$case" -d invitation -d leaflet --no-spelling -o "$out" --messages=en --decision paper --reason prov --encrypt=fd:7 7<"$TMP/password"
done
mkdir "$TMP/home"
cp -r "$ROOT/templates" "$ROOT/xslt" "$ROOT/lang" "$ROOT/fonts" "$TMP/home"
sed -i 's/electronic="yes"/electronic="no"/' "$TMP/home/templates/profiles/skane.xml"
DUFORM_HOME=$TMP/home refused 1 "a routine without electronic channels" "[SKA-24]" \
  "$DUFORM" make "$sample" -d invitation --no-spelling -o "$out" --messages=en --encrypt=fd:7 7<"$TMP/password"
refused 3 "a password among the arguments" "wrong value for --encrypt" "$DUFORM" make "$sample" -o "$out" --messages=en --encrypt=hemligt
lacks "which is not repeated" "hemligt" "$TMP/.err"
refused 2 "an empty password" "empty" "$DUFORM" make "$sample" -d invitation -o "$out" --messages=en --encrypt=fd:7 7</dev/null
refused 2 "a file descriptor that is not open" "cannot be read" "$DUFORM" make "$sample" -d invitation -o "$out" --messages=en --encrypt=fd:77
refused 2 "a password of 128 bytes" "at most 127" "$DUFORM" make "$sample" -d invitation -o "$out" --messages=en --encrypt=fd:7 7< <(printf 'a%.0s' $(seq 128))
refused 2 "a password that is no UTF-8" "UTF-8" "$DUFORM" make "$sample" -d invitation -o "$out" --messages=en --encrypt=fd:7 7< <(printf 'abc\377def')
refused 3 "web pages" "PDF files" "$DUFORM" make "$sample" -o "$out" --messages=en --html --encrypt=fd:7 7<"$TMP/password"
[ "$failed" -eq 0 ]
