# The extension functions, seen from a stylesheet: a data folder of our own whose view says what each returns.
. "$(dirname "$0")/../lib.sh"
export DUFORM_HOME=$TMP/home
mkdir "$DUFORM_HOME"
cp -r "$ROOT/xslt" "$ROOT/templates" "$ROOT/lang" "$ROOT/fonts" "$DUFORM_HOME"
sheet() { # sheet NAME BODY: a stylesheet whose root template has the body
  printf '%s\n' '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:d="urn:duform:functions:1" xmlns:c="urn:duform:case:1" xmlns:p="urn:duform:profile:1" exclude-result-prefixes="d c p">' \
    '<xsl:param name="kind"/><xsl:param name="recipient"/><xsl:param name="lang"/><xsl:param name="today"/><xsl:param name="style"/><xsl:param name="draft"/>' \
    "<xsl:template match=\"/\"><view>$2</view></xsl:template></xsl:stylesheet>" >"$DUFORM_HOME/xslt/$1.xsl"
}
sheet assess ''
tests='' n=0
: >"$TMP/wanted"
gives() { # gives XPATH WANTED
  n=$((n + 1))
  tests="$tests<t n=\"$n\"><xsl:value-of select=\"$1\"/></t>"
  printf '%s\t%s\t%s\n' "$n" "$1" "$2" >>"$TMP/wanted"
}
nb=$(printf '\u00a0') wj=$(printf '\u2060') lri=$(printf '\u2066') pdi=$(printf '\u2069') nh=$(printf '\u2011')

gives "d:date('2026-03-09', 'long', 'sv')" "9${nb}mars 2026"
gives "d:date('2026-03-09', 'weekday', 'sv')" "måndag 9${nb}mars 2026"
gives "d:date('2026-03-09T13:00:00', 'short', 'sv')" "2026-03-09"
gives "d:date('2026-03-09', 'monthyear', 'sv')" "mars 2026"
gives "d:date('2026-03-09', 'dayname', 'sv')" "måndag"
gives "d:date('', 'long', 'sv')" ""
gives "d:date('2025-12-04', 'weekday', 'en')" "Thursday 4${nb}December 2025"
gives "d:date('2025-12-04', 'weekday', 'fi')" "torstaina 4.${nb}joulukuuta 2025"
gives "d:date('2025-12-04', 'weekday', 'so')" "Khamiis, 4${nb}Diseembar 2025"
gives "d:date('2025-12-04', 'weekday', 'ar')" "الخميس 4${nb}ديسمبر 2025"
gives "d:date('2025-12-04', 'weekday', 'fa')" "پنجشنبه 4${nb}دسامبر 2025"
gives "d:date('2025-12-04', 'short', 'ar')" "${lri}2025-12-04${pdi}"
gives "d:time('2026-03-09T09:05:00', 'sv')" "9.05"
gives "d:time('13:00', 'en')" "13:00"
gives "d:time-range('2026-03-09T09:00:00', '2026-03-09T15:30:00', 'sv')" "kl.${nb}9.00–${wj}15.30"
gives "d:time-range('2026-03-09T09:00:00', '', 'sv')" "kl.${nb}9.00"
gives "d:time-range('2026-03-09T13:00:00', '2026-03-09T14:30:00', 'fi')" "klo${nb}13.00–${wj}14.30"
gives "d:time-range('2026-03-09T13:00:00', '2026-03-09T14:30:00', 'ar')" "من الساعة 13:00 إلى الساعة 14:30"
# calendar rules: the same day number, or the last day of the month; the day of the event is not counted
gives "d:add-months('2024-02-29', 12)" "2025-02-28"
gives "d:add-months('2026-01-31', 1)" "2026-02-28"
gives "d:add-months('2026-03-31', -1)" "2026-02-28"
gives "d:add-months('2025-12-15', 1)" "2026-01-15"
gives "d:add-days('2026-12-31', 1)" "2027-01-01"
gives "d:add-days('2024-03-01', -1)" "2024-02-29"
gives "d:add-days('', 14)" ""
gives "d:days-between('2026-02-18', '2026-03-04T13:00:00')" "14"
gives "d:days-between('2026-03-04', '2026-02-18')" "-14"
gives "d:days-between('', '2026-03-04')" "NaN"
gives "d:age('2010-03-10', '2026-03-09')" "15"
gives "d:age('2010-03-09', '2026-03-09')" "16"
gives "d:age('2008-02-29', '2026-02-28')" "18"
gives "d:weekday('2026-03-09')" "1"
gives "d:weekday('2026-03-15')" "7"
gives "d:plural(1, 'sv')" "one"
gives "d:plural(2, 'sv')" "other"
gives "d:plural(0, 'ar')" "zero"
gives "d:plural(3, 'ar')" "few"
gives "d:plural(0, 'fa')" "one"
gives "d:list('A&#10;B&#10;C', 'sv')" "A, B och C"
gives "d:list('A', 'sv')" "A"
gives "d:list('', 'sv')" ""
gives "d:list('A&#10;B&#10;C', 'fi')" "A, B ja C"
gives "d:list(c:case/c:person/c:name/*, 'sv')" "Ingegerd och Hedbäck"
gives "d:list(c:case/c:none, 'sv')" ""
gives "d:isolate('070-1')" "${lri}070-1${pdi}"
gives "d:isolate('')" ""
gives "d:longest-word('SIP-möte och samordning/ansvar')" "10"
gives "d:longest-word('')" "0"
gives "d:nobreak('kl. 9–10 SIP-möte')" "kl.${nb}9–${wj}10${nb}SIP${nh}möte"
gives "d:direction('fa')" "rtl"
gives "d:direction('sv')" "ltr"
gives "d:line(c:case/c:person)" "9"
gives "d:line(c:case/c:person/@protection)" "9"
gives "d:line(c:case/c:none)" "0"
gives "name(d:profile()/*)" "profile"
gives "d:profile()/p:profile/@region" "jamtland-harjedalen"
gives "count(d:laws()/*)" "1"
gives "count(d:style()/*)" "1"
gives "count(d:letterhead('no-such-one'))" "0"
gives "count(d:letterhead('../profiles/default'))" "0"
gives "d:locale('fi')/@lang" "fi"
gives "concat(\$kind, \$recipient, \$lang, \$today, \$style, \$draft)" "invitation22026-02-16"
# personal numbers: published test numbers
for number in 196101182803 189002029800 200302022389 199002222397 200001252386 189602029812 196109732393 195009072553; do
  gives "d:personal-number('$number')" ok
done
gives "d:personal-number('19610118-2803')" ok
gives "d:personal-number('610118-2803')" ok
gives "d:personal-number('6101182803')" ok
gives "d:personal-number(' 610118 – 2803 ')" ok
gives "d:personal-number('900202+9800')" ok
gives "d:personal-number('610118-2804')" bad-check
gives "d:personal-number('19900202+9800')" contradiction
gives "d:personal-number('196113182803')" bad-date
gives "d:personal-number('196100182803')" bad-date
gives "d:personal-number('196102302803')" bad-date
gives "d:personal-number('190002290000')" bad-date
gives "d:personal-number('61011-82803')" bad-form
gives "d:personal-number('610118--2803')" bad-form
gives "d:personal-number('٦١٠١١٨2803')" bad-form
gives "d:personal-number('98240301AA06')" bad-form
gives "d:personal-number('')" bad-form
# days of months: a leap day only in a leap year, no day and no month 00, none after the last; a
# wrong check digit is told only of a date that exists, so that no number here is anybody's
gives "d:personal-number('200002292382')" bad-check
gives "d:personal-number('200402292388')" bad-check
gives "d:personal-number('199902292388')" bad-date
gives "d:personal-number('200002302389')" bad-date
gives "d:personal-number('196101002806')" bad-date
# a coordination number has 60 more in its day: 61 to 91
gives "d:personal-number('196101602396')" bad-date
gives "d:personal-number('196101612396')" bad-check
gives "d:personal-number('196101912390')" bad-check
gives "d:personal-number('196101922398')" bad-date
gives "d:personal-number('196109732393')" ok
gives "d:personal-number('610973-2393')" ok
gives "d:personal-number('610973-2394')" bad-check
# neither the digits of other scripts nor letters that look like digits
gives "d:personal-number('６１０１１８-２８０３')" bad-form
gives "d:personal-number('61O118-2803')" bad-form
gives "d:personal-number('19610118 2803')" ok
gives "d:personal-number('19610118‐2803')" ok
gives "d:personal-number('1961-01-18-2803')" bad-form
gives "d:personal-number('1961011828031')" bad-form
# sex is no fact of a letter: odd and even are both right, whoever it is
gives "d:personal-number('199002222397')" ok
# a reserve number has no form to be checked by, and no date; it is shown as it is
gives "d:personal-number-kind('98240301AA06')" ""
gives "d:personal-number-date('98240301AA06')" ""
gives "d:personal-number-display('98240301AA06')" "98240301AA06"
gives "d:personal-number-display('6101182803')" "19610118-2803"
gives "d:personal-number-display('900202+9800')" "18900202-9800"
gives "d:personal-number-display('0302022389')" "20030202-2389"
gives "d:personal-number-display('20210325K069')" "20210325K069"
gives "d:personal-number-date('196109732393')" "1961-09-13"
gives "d:personal-number-kind('196109732393')" "coordination"
gives "d:personal-number-kind('196101182803')" "personal"
gives "d:personal-number-kind('x')" ""

sheet view "$tests"
sample=$SAMPLES/jamtland-harjedalen.xml
status_is 0 "all functions return" "$DUFORM" trace "$sample" -d invitation -t view --to 2 --messages=en
cp "$TMP/.out" "$TMP/got"
while IFS=$'\t' read -r n xpath wanted; do
  got=$(sed -n "s,.*<t n=\"$n\">\(.*\)</t>.*,\1,p" "$TMP/got")
  if [ "$got" = "$wanted" ]; then ok "$xpath"; else not_ok "$xpath: got '$got', wanted '$wanted'"; fi
done <"$TMP/wanted"

# the year decides what + means: a woman born 1926 is 100 in 2026, also before her birthday
sheet view "<t><xsl:value-of select=\"concat(d:personal-number-display('261231-0000'), ' ', d:personal-number-display('261231+0000'))\"/></t>"
"$DUFORM" trace "$sample" -d invitation -t view --to 2 --date 2026-01-01 >"$TMP/got"
contains "+ is decided by the year" "<t>20261231-0000 19261231-0000</t>" "$TMP/got"
"$DUFORM" trace "$sample" -d invitation -t view --to 2 --date 2025-12-31 >"$TMP/got"
contains "the year before, - is the woman of 99" "<t>19261231-0000 " "$TMP/got"
"$DUFORM" trace "$sample" -d invitation -t view --to 2 --date 2026-12-31 >"$TMP/got"
contains "at the end of the year, still by the year" "<t>20261231-0000 19261231-0000</t>" "$TMP/got"

# what cannot be said stops the program; silence would be wrong
for call in "d:date('2026-02-30', 'long', 'sv')" "d:date('igår', 'long', 'sv')" "d:date('2026-03-09', 'roman', 'sv')" \
  "d:time('25:00', 'sv')" "d:add-days('x', 1)" "d:date('2026-03-09')" "d:nothing()"; do
  sheet view "<t><xsl:value-of select=\"$call\"/></t>"
  status_is 4 "$call stops" "$DUFORM" trace "$sample" -d invitation -t view --to 2 --messages=en
  contains "$call: the place" "view.xsl:3: error: the stylesheet was stopped" "$TMP/.err"
done
[ "$failed" -eq 0 ]
