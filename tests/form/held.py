# held.py FIELDS.json CASE.xml: a line for each field whose value is another than the case has at its path.
import json, re, sys
import xml.etree.ElementTree as tree

NS = "{urn:duform:case:1}"
root = tree.parse(sys.argv[2]).getroot()
def at(path):
    node = root
    for step in path.split("/")[1:]:
        if step.startswith("@"):
            return node.get(step[1:], "")
        m = re.fullmatch(r"([a-z-]+)(?:\[(\d+)\])?", step)
        found = node.findall(NS + m.group(1))
        n = int(m.group(2) or 1)
        if len(found) < n:
            return ""
        node = found[n - 1]
    parts = node.findall(NS + "p") or [node]
    return "\n".join(" ".join("".join(p.itertext()).split()) for p in parts)
for f in json.load(open(sys.argv[1]))["acroform"]["fields"]:
    name, value = f["fullname"], f["value"] or ""
    value = value[2:] if value.startswith("u:") else value
    if name.startswith("case/") and value != at(name):
        print(name)
