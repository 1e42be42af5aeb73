# make install and uninstall: the installed program finds its data and makes the same bytes; nothing stays behind.
. "$(dirname "$0")/../lib.sh"
cd "$ROOT" || exit 3
case $(head -c 4 "$DUFORM" | tr -d '\0') in '#!'*) ok "skipped under valgrind"; exit 0 ;; esac
prefix=$TMP/usr
status_is 0 "make install" make --no-print-directory -s BUILD="$BUILD" PREFIX="$prefix" -o "$BUILD/duform" install
mkdir "$TMP/a" "$TMP/b"
status_is 0 "the installed program makes letters" "$prefix/bin/duform" make "$SAMPLES/skane.xml" -d invitation -o "$TMP/a" --quiet
"$DUFORM" make "$SAMPLES/skane.xml" -d invitation -o "$TMP/b" --quiet 2>/dev/null
equal "the same bytes as from the checkout" "$(cd "$TMP/b" && sha256sum -- *)" "$(cd "$TMP/a" && sha256sum -- *)"
check "the manual is installed" test -s "$prefix/share/man/man1/duform.1"
status_is 0 "make uninstall" make --no-print-directory -s PREFIX="$prefix" uninstall
equal "nothing stays behind" "" "$(find "$prefix" -type f)"
for man in pipeline/*.[1-9]; do
  equal "mandoc finds no fault in $man" "" "$(mandoc -T lint -W warning "$man" 2>&1)"
done
[ "$failed" -eq 0 ]
