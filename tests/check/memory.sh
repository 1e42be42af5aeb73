# When the program ends nothing of a case stands in its memory: not what was read, nor the views, letters and
# searches made of it. A library that is loaded before the program looks through all of its writable memory at
# the end. (Not under valgrind or sanitizers, which keep memory that was given back.)
. "$(dirname "$0")/../lib.sh"
cd "$ROOT" || exit 3
if [ -n "${GRIND:-}" ] || grep -q __asan_init "$BUILD/duform"; then ok "memory is not looked through here"; exit 0; fi
cat >"$TMP/look.c" <<'C'
/* Preloaded: counts at the end how often the bytes of $WANTED (hexadecimal, so that they are not there) stand in
 * writable memory. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
static int half(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }
static size_t count(const unsigned char *p, const unsigned char *end, const char *hex)
{
    size_t n = strlen(hex) / 2, found = 0;
    for (; p + n <= end; p++) {
        size_t i = 0;
        while (i < n && p[i] == (unsigned char)(half(hex[2 * i]) << 4 | half(hex[2 * i + 1])))
            i++;
        found += i == n;
    }
    return found;
}
__attribute__((destructor)) static void look(void)
{
    const char *hex = getenv("WANTED");
    FILE *maps = hex ? fopen("/proc/self/maps", "r") : NULL, *out = maps ? fopen(getenv("FOUND"), "w") : NULL;
    static unsigned long from[9999], to[9999];
    size_t n = 0, sum = 0;
    char line[600], way[8];
    while (out && n < 9999 && fgets(line, sizeof line, maps))
        if (sscanf(line, "%lx-%lx %7s", &from[n], &to[n], way) == 3 && strncmp(way, "rw", 2) == 0)
            n++;
    for (size_t i = 0; i < n; i++)
        sum += count((unsigned char *)(uintptr_t)from[i], (unsigned char *)(uintptr_t)to[i], hex);
    if (out)
        fprintf(out, "%zu\n", sum), fclose(out);
}
C
check "the library is built" gcc -shared -fPIC -O2 -o "$TMP/look.so" "$TMP/look.c"
mkdir "$TMP/out"
left() { # left WORD ENCODING COMMAND...: how often the word stands in memory when the command has ended
  local word
  word=$(printf %s "$1" | iconv -t "$2" | od -An -tx1 -v | tr -d ' \n'); shift 2
  rm -f "$TMP/found"
  WANTED=$word FOUND=$TMP/found SIGN=Sparvtecknet LD_PRELOAD=$TMP/look.so "$DUFORM" "$@" >/dev/null 2>&1
  cat "$TMP/found"
}
for protection in confidentiality-mark none; do
  sed "s/REGION/uppsala/;s/PROTECTION/$protection/;s/STATE/followed-up/;/<!-- closing -->/d" tests/check/canary.xml >"$TMP/$protection.xml"
done
check "the search finds what is there" test "$(left Sparvtecknet UTF-8 make "$TMP/none.xml" -o "$TMP/out")" -gt 0
for protection in confidentiality-mark none; do
  for encoding in UTF-8 UTF-16LE UTF-32LE; do # characters as libxml2, ICU and the layout have them
    equal "make, $protection: no name, number, place or goal is left ($encoding)" "0 0 0 0" \
      "$(for word in Kanariefors 200001252386 Kanarieholm Kanariepromenad; do left "$word" $encoding make "$TMP/$protection.xml" -o "$TMP/out"; done | paste -sd' ')"
  done
  for command in "check" "make -o $TMP/out --html" "trace -d invitation -t page"; do
    # shellcheck disable=SC2086
    equal "${command%% *}, $protection: nothing is left" 0 "$(left Kanariefors UTF-8 $command "$TMP/$protection.xml")"
  done
done
mkdir "$TMP/mailing"
equal "batch, the process that hands out: nothing of a case that it leaves out" 0 "$(left Kanariefors UTF-8 batch -o "$TMP/mailing" -d invitation "$TMP/confidentiality-mark.xml")"
[ "$failed" -eq 0 ]
