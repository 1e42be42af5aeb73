# What the person reads of the papers for work and post: LIX at most 35, no sentence over 25 words,
# no words of the trade; for every reason of an end.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/rules.bash"
words_of() { xmllint --xpath '//document/*[not(self::letterhead or self::address or self::reference or self::signature)]' "$1" |
  sed -E 's,</(p|item|h|label|cell|s|tick|choice)>,&. ,g; s/<[^>]*>//g'; }
lix() { perl -CSD -Mutf8 -0777 -ne '
  s/kl\.\s/kl /g; s/\x{a0}/ /g; my ($o, $m, $l, $long) = (0, 0, 0, 0);
  for (split /[.!?:]+(?:\s|$)/) { my @w = /[\p{L}\p{N}][\p{L}\p{N}\-\x{2011}]*/g; next unless @w; $m++; $o += @w;
    $long = @w if @w > $long; $l += grep { length > 6 && !/^\d/ } @w }
  printf "%d %d %d\n", $o / $m + 100 * $l / $o, $long, $o'; }
trade='huvudman|samordningsansvarig|insats|åtgärd|frågeställning|samtycke|menprövning|vårdnadshavare|delaktig|mandat|den enskilde|brukare|aktör|verksamhet|uppföljningen sker|avvikelse'
readable() { # readable DESC: what stands in $TMP/document
  words_of "$TMP/document" >"$TMP/words"
  read -r lix longest count < <(lix <"$TMP/words")
  if [ "${count:-0}" -ge 40 ] && [ "$lix" -le 35 ] && [ "$longest" -le 25 ]; then ok "$1: LIX $lix, longest sentence $longest words"
  else not_ok "$1: LIX ${lix:-?}, longest sentence ${longest:-?} words, ${count:-0} words"; head -2 "$TMP/err" | sed 's/^/# /'; fi
  xmllint --xpath '//text()[not(ancestor::v or ancestor::letterhead or ancestor::address or ancestor::reference)]' "$TMP/document" >"$TMP/own" 2>/dev/null
  equal "$1: no words of the trade" "" "$(grep -oiE "$trade" "$TMP/own" | sort -u | paste -sd' ')"
}
trace() { "$DUFORM" trace "$2" -d "$1" --to "$3" -t document ${4:-} >"$TMP/document" 2>"$TMP/err"; }

for pair in skane:1 skane:7 gavleborg:1 gavleborg:2; do
  trace cover "$SAMPLES/${pair%:*}.xml" "${pair#*:}"
  readable "cover, $pair"
done
for name in skane gavleborg; do
  trace follow-up "$SAMPLES/$name.xml" 1
  readable "follow-up, form of $name"
done
drop '<meeting id="meeting-3"' '</meeting>' "$SAMPLES/skane.xml" >"$TMP/found.xml"
trace follow-up "$TMP/found.xml" 1 --date=2025-12-10
readable "follow-up, what was found"
for reason in goals-met not-needed person-asked consent-withdrawn moved lapsed; do
  put '<evaluation ' "<closing date=\"2026-05-20\" reason=\"$reason\" with-person=\"yes\"><by><title>kurator</title></by></closing>" "$SAMPLES/gavleborg.xml" >"$TMP/case.xml"
  trace closing "$TMP/case.xml" 1
  readable "closing, $reason, to the person"
  trace closing "$TMP/case.xml" 2
  readable "closing, $reason, to a guardian"
done
put '</need>' '<refused date="2026-05-05"><why>Du får i dag all hjälp från ett och samma ställe. Då behövs ingen plan för flera.</why></refused>' "$SAMPLES/borlange.xml" >"$TMP/case.xml"
for n in 1 2; do trace needs "$TMP/case.xml" "$n"; readable "the answer to a request, to $n"; done
[ "$failed" -eq 0 ]
