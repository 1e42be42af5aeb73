# The rules of free text are valid, and every free text of the case format has its line in them.
. "$(dirname "$0")/../lib.sh"
for file in sv-rules texts; do
  check "lang/$file.xml is valid" xmllint --nonet --noout --schema "$ROOT/xslt/rules.xsd" "$ROOT/lang/$file.xml"
done
# every path is one of the schema's; every element of type Text is listed
python3 - "$ROOT" >"$TMP/out" 2>&1 <<'PY'
import glob, sys
from xml.etree import ElementTree as E
root, X = sys.argv[1], "{http://www.w3.org/2001/XMLSchema}"
types = {}
for f in glob.glob(root + "/xslt/case*.xsd"):
    for t in E.parse(f).getroot().findall(X + "complexType"):
        types[t.get("name")] = t
texts, paths = set(), set()
def walk(t, path, seen):
    paths.add(path)
    if t == "Text":
        texts.add(path)
    for e in types[t].iter(X + "element") if t in types and t != "Text" else ():
        if e.get("type") not in seen:
            walk(e.get("type"), (path + "/" if path else "") + e.get("name"), seen + [e.get("type")])
walk("Case", "", [])
listed = [e.get("path") for e in E.parse(root + "/lang/texts.xml").getroot() if e.get("path")]
for p in sorted(texts - set(listed)): print("not listed:", p)
for p in listed:
    if p not in paths: print("no such element:", p)
    if listed.count(p) > 1: print("listed twice:", p)
PY
equal "lang/texts.xml lists the free texts, and nothing else" "" "$(cat "$TMP/out")"
[ "$failed" -eq 0 ]
