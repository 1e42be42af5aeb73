#!/usr/bin/env bash
# Words in Arabic, Farsi and Swedish are found again, in order, in the text that pdftotext takes out of the PDF.
. "$(dirname "$0")/../lib.sh"

fo() { # fo LANG MODE ALIGN TEXT: a page with one paragraph
  cat <<EOF
<?xml version="1.0" encoding="UTF-8"?>
<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xml:lang="$1" writing-mode="$2">
<fo:layout-master-set><fo:simple-page-master master-name="a" page-width="210mm" page-height="297mm" margin="20mm"><fo:region-body/></fo:simple-page-master></fo:layout-master-set>
<fo:page-sequence master-reference="a" writing-mode="$2" font-family="Noto Sans" font-size="12pt" line-height="1.6">
<fo:flow flow-name="xsl-region-body"><fo:block role="P" hyphenate="false" text-align="$3">$4</fo:block></fo:flow></fo:page-sequence></fo:root>
EOF
}

words() { # without bidi controls, words a line
  sed -E 's/(\xe2\x80[\x8e\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9])//g' | tr -s ' \n\f' '\n' | grep -v '^$'
}

copies() { # copies DESC LANG MODE TEXT
  local align want got
  want=$(printf '%s' "$4" | LC_ALL=C words)
  for align in start justify; do
    fo "$2" "$3" "$align" "$4" >"$TMP/a.fo"
    if ! "$DUFORM" format "$TMP/a.fo" -o "$TMP/a.pdf" >/dev/null 2>"$TMP/err"; then
      not_ok "$1, $align: not formatted"
      sed 's/^/# /' "$TMP/err"
      continue
    fi
    got=$(pdftotext "$TMP/a.pdf" - | LC_ALL=C words)
    equal "$1, $align" "$want" "$got"
  done
}

LRI=$'\u2066' PDI=$'\u2069'
copies "Arabic without vowels" ar rl-tb "قرار بشأن المساعدة المالية على طلبك إلى حسابك لا غير والأطفال والآباء في الاجتماع"
copies "vocalised Arabic" ar rl-tb "كَتَبَ الطَّالِبُ الدَّرْسَ ثمّ ذَهَبَ إِلَى المَدْرَسَةِ مَعَ أَخِيهِ أولًا إلّا الحمدُ للهِ"
copies "numbers and names in Arabic" ar rl-tb "رقم ${LRI}2024-00000${PDI} الهاتف ${LRI}0920-12 34 56${PDI} أو ${LRI}+46 920 12 34${PDI} الساعة ${LRI}13:00${PDI} السيدة ${LRI}Åsa Öberg${PDI} 12 سنة، 467 كرونة. انتهى"
copies "Farsi" fa rl-tb "کمک‌هزینهٔ شما برای ماه مهر ۱۴۰۳ به مبلغ ۴۳۸۰ کرون تأیید شد. می‌توانید تا ۱۵ آبان اعتراض کنید؛ نامه‌ها را بخوانید."
copies "Swedish with ligatures" sv lr-tb "Affischen om effektiv handläggning fästs på hälsocentralen; ring 0920-12 34 56 före kl. 13.00 eller träffa oss"
exit $((failed > 0))
