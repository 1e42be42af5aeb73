# sound.py QPDF.json: what must hold of every form, one line for each fault, "sound" where there is none.
import json, sys

objects = json.load(open(sys.argv[1]))["qpdf"][1]
def get(ref):
    return objects["obj:" + ref].get("value") if isinstance(ref, str) and ref.endswith(" R") else ref
def text(v):
    return v[2:] if isinstance(v, str) and v.startswith("u:") else v
faults = []
trailer = objects["trailer"]["value"]
form = get(get(trailer["/Root"]).get("/AcroForm"))
if form is None:
    print("no form"); sys.exit()
if form.get("/NeedAppearances"):
    faults.append("NeedAppearances")
names = [text(get(r).get("/T")) for r in form["/Fields"]]
if len(names) != len(set(names)):
    faults.append("a name stands twice")
for name in names:
    if not name.startswith(("case/", "duform/")) or "." in name.replace("[.", ""):
        faults.append("a name that is no path: " + name)
for wanted in ("duform/kind", "duform/version", "duform/language"):
    if wanted not in names:
        faults.append("no " + wanted)
widgets = 0
for key, o in objects.items():
    v = o.get("value") if isinstance(o, dict) else None
    if not isinstance(v, dict):
        continue
    if "/JS" in v or v.get("/S") == "/JavaScript" or "/AA" in v:
        faults.append("a script")
    if v.get("/Subtype") != "/Widget":
        continue
    widgets += 1
    if v.get("/F") != 4 or "/StructParent" not in v or not v.get("/TU"):
        faults.append("a widget without print flag, structure or tooltip")
    look = get(v.get("/AP", {})).get("/N")
    states = look if isinstance(look, dict) else {"": look}
    for state in states.values():
        stream = objects["obj:" + state]["stream"]["dict"]
        if stream.get("/Subtype") != "/Form" or "/BBox" not in stream:
            faults.append("an appearance that is none")
if not widgets:
    faults.append("no widgets")
for r in (p for k, o in objects.items() if isinstance(o.get("value"), dict) for p in [o["value"]] if p.get("/Type") == "/Page"):
    if r.get("/Tabs") != "/S":
        faults.append("a page whose tabs do not follow the structure")
print("\n".join(faults) or "sound")
