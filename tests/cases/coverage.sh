# Every check of the profiles and every finding of the rules has a case that triggers it and one that
# does not. Checks are read from the profile schema and findings from the stylesheets; each must be
# reported of a changed case, and not of the same case before the change. In a copy of the profiles
# each check bears its own name as its rule, so that checks that share a rule are told apart.
# The changes: the tables in plan.sh and consent.sh, the cases in expected.tsv, and coverage.tsv.
. "$(dirname "$0")/../lib.sh"
cases=$ROOT/tests/cases home=$TMP/home
mkdir -p "$home" "$TMP/base"
cp -r "$ROOT/xslt" "$ROOT/templates" "$ROOT/lang" "$ROOT/fonts" "$home"
for profile in "$ROOT"/templates/profiles/*.xml; do
  perl -pe 's/<([a-z-]+) (.*?)rule="[^"]*"/"<$1 $2rule=\"CHK-" . uc($1) . "\""/e' "$profile" >"$home/templates/profiles/${profile##*/}"
done
# a region without a function number for protected persons
perl -0777 -pe 's/region="uppsala"/region="nophone"/; s{(<protection .*?)<phone>.*?</phone>}{$1}s' \
  "$home/templates/profiles/uppsala.xml" >"$home/templates/profiles/nophone.xml"
export DUFORM_HOME=$home

# table FILE: the rows of its variants, as rows of coverage.tsv
table() {
  perl -ne 'if (/^variants (\S+) "(.*?)" <</) { ($kind, $base) = ($1, $2); $in = 1; next }
    if (/^T$/) { $in = 0; next }
    next if !$in || /^#/ || !/\|/; chomp; @f = split /\|/, $_, 5;
    $base = $base =~ /child/ ? "templates/samples/situations/child-12.xml" : $base =~ /plan\.xml/ ? "tests/cases/plan.xml" : "templates/samples/situations/plain.xml";
    print "$kind|$f[1]|$base||$f[0]|$f[4]\n" if $f[4]' "$1"
}
said() { # said KIND CASE [OPTION]: each finding as CHECK<tab>TEXT, sorted
  local kind=$1 case=$2; shift 2
  # shellcheck disable=SC2086
  "$DUFORM" check "$case" -d "$kind" --messages=en $* 2>&1 |
    sed -nE 's/^[^ ]*: (error|warning|note): (recipient [0-9]+: )?(.*) \[([A-Z]+-[A-Z0-9.-]+)\]$/\4\t\3/p' | sort -u
}
# row KIND REGION BASE OPTION WHAT CHANGE: what the change adds, with its words in front
row() {
  local kept=$TMP/base/$1.$2.${3//\//_}.${4// /_}
  if [ ! -e "$kept" ]; then
    REGION=$2 perl -0777 -pe 's/region="[a-z-]*"/region="$ENV{REGION}"/' "$ROOT/$3" >"$TMP/base.xml"
    said "$1" "$TMP/base.xml" "$4" >"$kept"
  fi
  REGION=$2 perl -0777 -CSD -Mutf8 -pe "s/region=\"[a-z-]*\"/region=\"\$ENV{REGION}\"/; $6" "$ROOT/$3" >"$TMP/case.xml"
  said "$1" "$TMP/case.xml" "$4" | comm -13 "$kept" - | sed "s~^~$1, $2, ${5//[~&\\]/}\t~"
}
{
  table "$cases/plan.sh"; table "$cases/consent.sh"
  grep -v '^#' "$cases/coverage.tsv"
} >"$TMP/rows"
while IFS='|' read -r kind region base option what change; do
  [ -z "$kind" ] || row "$kind" "$region" "$base" "$option" "$what" "$change"
done <"$TMP/rows" >"$TMP/added"
for case in $(awk -F'\t' '!/^#/ && NF == 3 { print $1 }' "$cases/expected.tsv"); do
  region=$(sed -nE 's/.*<case .*region="([a-z-]*)".*/\1/p; s/^ .*region="([a-z-]*)".*/\1/p' "$(case_named "$case")" | head -1)
  row invitation "$region" templates/samples/situations/plain.xml '' "$case" "open my \$f, '<:utf8', '$(case_named "$case")'; \$_ = join '', <\$f>"
done >>"$TMP/added"

for check in $(sed -n '/name="Checks"/,$p' "$ROOT/xslt/profile-checks.xsd" | grep -oE 'element name="[a-z-]+"' | cut -d'"' -f2); do
  by=$(awk -F'\t' -v id="CHK-${check^^}" '$2 == id { print $1; exit }' "$TMP/added")
  if [ -n "$by" ]; then ok "check $check: triggered by '$by', silent without"
  else not_ok "check $check: no case triggers it"; fi
done

# The words of each finding, as far as they are fixed. Out of reach: the program refuses a case whose
# region has no profile before any rule is applied.
perl -0777 -ne 'while (/name="en" select="(?:concat\()?\x27([^\x27]*)\x27|\ben="([^"{]+)["{]/g) { print defined $1 ? $1 : $2, "\n" }
  while (/name="en">(.*?)<\/xsl:with-param>/gs) { my $some = $1; print "$1\n" while $some =~ />([^<>]*\S)<\/xsl:/g }' \
  "$ROOT"/xslt/assess.xsl "$ROOT"/xslt/assess/*.xsl | sed 's/&quot;/"/g' | grep -v -e '^$' -e '^no region profile' | sort -u >"$TMP/texts"
while IFS= read -r text; do
  by=$(TEXT=$text awk -F'\t' 'index($3, ENVIRON["TEXT"]) == 1 { print $1; exit }' "$TMP/added")
  if [ -n "$by" ]; then ok "finding '${text% }': triggered by '$by', silent without"
  else not_ok "finding '${text% }': no case triggers it"; fi
done <"$TMP/texts"
check "there are findings to look for" test "$(wc -l <"$TMP/texts")" -gt 100
[ "$failed" -eq 0 ]
