# Letters to people are easy to read: LIX at most 35 (words of more than six letters, words a
# sentence), no sentence over 25 words, "du" and not "ni", no words of the trade.
. "$(dirname "$0")/../lib.sh"
words_of() { xmllint --xpath '//document/*[not(self::letterhead or self::address or self::reference or self::signature or self::fields)]' "$1" |
  sed -E 's,</(p|item|h|label|cell|s)>,&. ,g; s/<[^>]*>//g'; }
lix() { perl -CSD -Mutf8 -0777 -ne '
  s/kl\.\s/kl /g; s/\x{a0}/ /g; my ($o, $m, $l, $long) = (0, 0, 0, 0);
  for (split /[.!?:]+(?:\s|$)/) { my @w = /[\p{L}\p{N}][\p{L}\p{N}\-\x{2011}]*/g; next unless @w; $m++; $o += @w;
    $long = @w if @w > $long; $l += grep { length > 6 && !/^\d/ } @w }
  printf "%d %d %d\n", $o / $m + 100 * $l / $o, $long, $o'; }
trade='huvudman|samordningsansvarig|insats|åtgärd|frågeställning|samtycke|menprövning|vårdnadshavare|delaktig|mandat|den enskilde|brukare|aktör|verksamhet'

for case in $(ordinary) "$ROOT"/templates/samples/situations/child-12.xml "$ROOT"/templates/samples/situations/youth-15.xml; do
  name=$(basename "$case" .xml) n=0
  for class in $(xmllint --xpath "//*[local-name()='party'][not(@receives='no')]/@class" "$case" | sed 's/.*="//; s/"//'); do
    n=$((n + 1))
    case $class in person | child | guardian | relative | representative) ;; *) continue ;; esac
    "$DUFORM" trace "$case" -d invitation --to "$n" -l sv -t document >"$TMP/document" 2>"$TMP/err"
    words_of "$TMP/document" >"$TMP/words"
    read -r lix longest count < <(lix <"$TMP/words")
    if [ "$lix" -le 35 ] && [ "$longest" -le 25 ] && [ "$count" -ge 50 ]; then
      ok "$name, $class: LIX $lix, longest sentence $longest words"
    else not_ok "$name, $class: LIX $lix, longest sentence $longest words, $count words"; fi
    # the words of the template alone, without values of the case
    xmllint --xpath '//text()[not(ancestor::v or ancestor::letterhead or ancestor::address or ancestor::reference)]' "$TMP/document" >"$TMP/own"
    found=$(grep -oiE "$trade" "$TMP/own" | sort -u | paste -sd' ')
    equal "$name, $class: no words of the trade" "" "$found"
  done
done
[ "$failed" -eq 0 ]
