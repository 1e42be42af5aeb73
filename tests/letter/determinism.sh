# The same case gives the same bytes twice, in another time zone, locale and folder.
. "$(dirname "$0")/../lib.sh"
mkdir "$TMP/a" "$TMP/b" "$TMP/c"
for case in $(ordinary); do
  name=$(basename "$case" .xml)
  rm -f "$TMP"/[abc]/*
  "$DUFORM" make "$case" -d invitation -o "$TMP/a" --quiet 2>/dev/null
  TZ=Pacific/Auckland LC_ALL=sv_SE.UTF-8 "$DUFORM" make "$case" -d invitation -o "$TMP/b" --quiet 2>/dev/null
  (cd / && TZ=America/Anchorage LANG=ar LC_ALL= HOME=/nowhere "$DUFORM" make "$case" -d invitation -o "$TMP/c" --quiet 2>/dev/null)
  first=$(cd "$TMP/a" && sha256sum -- *)
  equal "$name: the same bytes in another time zone and locale" "$first" "$(cd "$TMP/b" && sha256sum -- *)"
  equal "$name: the same bytes from another folder" "$first" "$(cd "$TMP/c" && sha256sum -- *)"
done
[ "$failed" -eq 0 ]
