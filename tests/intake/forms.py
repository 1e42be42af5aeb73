# Forms for the tests of reading: makes them (fo), fills them in through qpdf's JSON (fill), as XFDF (xfdf).
#   forms.py fo FIELDS.json            XSL-FO with the fields
#   forms.py fill FORM.pdf VALUES.json OUT.pdf
#   forms.py xfdf VALUES.json FIELDS.json   on standard output
import json, subprocess, sys
from html import escape


def fo(fields):
    out = ['<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:df="urn:duform:fo:1" xml:lang="sv">'
           '<fo:layout-master-set><fo:simple-page-master master-name="a" page-width="210mm" page-height="297mm" margin="20mm">'
           '<fo:region-body/></fo:simple-page-master></fo:layout-master-set><fo:page-sequence master-reference="a">'
           '<fo:flow flow-name="xsl-region-body" font-family="Noto Sans">']
    for f in fields:
        a = ' '.join(f'{k}="{escape(str(v))}"' for k, v in f.items() if k not in ('value', 'options'))
        inside = f'<df:value>{escape(f["value"])}</df:value>' if 'value' in f else ''
        inside += ''.join(f'<df:option value="{escape(o)}">{escape(o)}</df:option>' for o in f.get('options', []))
        size = '' if f['kind'] in ('tick', 'radio', 'hidden') else ' content-width="60mm"'
        size += ' content-height="20mm"' if f['kind'] == 'multiline' else ''
        out.append(f'<fo:block><fo:instream-foreign-object{size}><df:field {a}>{inside}</df:field></fo:instream-foreign-object></fo:block>')
    return '\n'.join(out) + '</fo:flow></fo:page-sequence></fo:root>'


def fill(source, values, target):
    whole = json.loads(subprocess.run(['qpdf', '--json=2', '--json-stream-data=none', source, '-'], check=True, capture_output=True).stdout)
    head, objects = whole['qpdf']
    changed, parents = {}, {}
    for key, entry in objects.items():
        value = entry.get('value')
        if isinstance(value, dict) and isinstance(value.get('/T'), str) and value['/T'][2:] in values:
            new = values[value['/T'][2:]]
            value['/V'] = new if new.startswith('/') or new.startswith('b:') else 'u:' + new
            changed[key] = {'value': value}
            parents[key[4:]] = new
    missing = set(values) - {objects[k]['value']['/T'][2:] for k in changed}
    if missing:
        sys.exit(f'no such field: {sorted(missing)}')
    with open(target + '.json', 'w') as f:
        json.dump({'qpdf': [head, changed]}, f)
    subprocess.run(['qpdf', source, '--update-from-json=' + target + '.json', target], check=True)


def xfdf(values, fields):
    values = {f['name']: f.get('value', '') for f in fields} | values
    rows = ''.join(f'<field name="{escape(n)}"><value>{escape(v.lstrip("/") if v.startswith("/") else v)}</value></field>' for n, v in values.items())
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<xfdf xmlns="http://ns.adobe.com/xfdf/"><fields>{rows}</fields></xfdf>'


if __name__ == '__main__':
    if sys.argv[1] == 'fo':
        print(fo(json.load(open(sys.argv[2]))))
    elif sys.argv[1] == 'fill':
        fill(sys.argv[2], json.load(open(sys.argv[3])), sys.argv[4])
    else:
        print(xfdf(json.load(open(sys.argv[2])), json.load(open(sys.argv[3]))))
