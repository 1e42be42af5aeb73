# fill.py FILE.pdf UPDATE.json NAME=VALUE...: an update for qpdf that gives fields values; /VALUE is a name.
import json, subprocess, sys

data = json.loads(subprocess.run(["qpdf", "--json", sys.argv[1]], capture_output=True, text=True, check=True).stdout)
objects = data["qpdf"][1]
wanted = dict(a.split("=", 1) for a in sys.argv[3:])
changed = {}
for key, o in objects.items():
    v = o.get("value") if isinstance(o, dict) else None
    if isinstance(v, dict) and isinstance(v.get("/T"), str):
        name = v["/T"][2:] if v["/T"].startswith("u:") else v["/T"]
        if name in wanted:
            value = wanted[name]
            v["/V"] = value if value.startswith("/") else "u:" + value
            changed[key] = {"value": v}
json.dump({"qpdf": [data["qpdf"][0], changed]}, open(sys.argv[2], "w"))
