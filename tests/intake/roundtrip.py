# Random cases and random answers, from a seed, for the round trip of a plan.
#   roundtrip.py case BASE.xml SEED OUT.xml     the base with other texts and names in its plan
#   roundtrip.py answers FORM.pdf SEED OUT.json other values for the fields of a form
#   roundtrip.py values FORM.pdf                the values of its fields, one a line, as JSON
import json, random, subprocess, sys
import xml.etree.ElementTree as ET

C = '{urn:duform:case:1}'
ALPHABETS = ['abcdefghijklmnopqrstuvwxyzåäöÅÄÖéüÉß', 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي', 'پچژگکیآاو', 'αβγδεζηθ', 'абвгдежзийклм',
             '0123456789', '&<>"\'/\\()[]{}%#@!?;:,.-–—…€§½', 'qåë']
DATES = ['2026-03-09', '2026-12-31', '2028-02-29']


def word(r):
    return ''.join(r.choice(r.choice(ALPHABETS[:3] if r.random() < .7 else ALPHABETS)) for _ in range(r.randint(1, 12))).strip() or 'x'


def line(r, most=12):
    return ' '.join(word(r) for _ in range(r.randint(1, most))).strip()


def arabic_name(r):
    return r.choice(['محمد عبد الله', 'فاطمة الزهراء', 'نرگس پورمحمدی', 'Åsa-Märta', 'Ælfgifu', 'Jean-Luc', 'Ng', 'Öberg']) + ('' if r.random() < .5 else ' ' + word(r))


def long_text(r):
    words, n = [], 0
    while n < 10000:
        words.append(word(r))
        n += len(words[-1]) + 1
    return ' '.join(words)[:10000].strip()


def paragraphs(r):
    kind = r.random()
    if kind < .1:
        return [long_text(r)]
    return [line(r, 30) for _ in range(1 if kind < .5 else r.randint(2, 6))]


def set_text(r, e):
    """Plain, with p elements, divided by blank lines, broken over lines, or with blanks around."""
    for p in list(e):
        e.remove(p)
    texts = paragraphs(r)
    way = r.randrange(4)
    e.text = None
    if way == 0 and len(texts) > 1:
        e.text = '\n   \n'.join(texts)
    elif way == 1 or len(texts) > 1:
        for t in texts:
            ET.SubElement(e, C + 'p').text = t if r.random() < .5 else f'\n   {t.replace(" ", chr(10), 1)}  '
    else:
        e.text = texts[0] if way == 2 else f'  {texts[0]}\n '


def case(base, seed, out):
    r = random.Random(int(seed))
    ET.register_namespace('', 'urn:duform:case:1')
    tree = ET.parse(base)
    root = tree.getroot()
    plan = root.findall(C + 'plan')[-1]
    texts = ['important', 'works-well', 'works-less-well', 'participation', 'text', 'what', 'met-when', 'how']
    for parent in list(plan.iter()):
        for e in list(parent):
            name = e.tag[len(C):]
            if name in texts and parent.tag != C + 'p':
                set_text(r, e)
            elif name in ('given', 'family'):
                e.text = arabic_name(r)
            elif name in ('how-often', 'where', 'title', 'unit'):
                e.text = line(r, 5)[:250].strip()
            if name in ('works-well', 'works-less-well', 'important', 'participation', 'how-often', 'where') and r.random() < .25:
                parent.remove(e)
    for e in root.find(C + 'person').find(C + 'name'):
        e.text = arabic_name(r)
    tree.write(out, encoding='UTF-8', xml_declaration=True)


def fields(pdf):
    whole = json.loads(subprocess.run(['qpdf', '--json=2', '--json-stream-data=none', pdf, '-'], check=True, capture_output=True).stdout)
    for entry in whole['qpdf'][1].values():
        f = entry.get('value')
        if isinstance(f, dict) and isinstance(f.get('/T'), str) and f.get('/FT'):
            yield f['/T'][2:], f


def plain(v):
    """A string of qpdf's JSON: u: and text, or b: and hexadecimal bytes in PDFDocEncoding."""
    if isinstance(v, str) and v.startswith('b:'):
        return bytes.fromhex(v[2:]).decode('latin-1').replace('\xa0', '€')
    return v[2:] if isinstance(v, str) and v.startswith('u:') else v or ''


def answers(pdf, seed, out):
    r = random.Random(int(seed))
    new = {}
    for name, f in sorted(fields(pdf), key=lambda x: x[0]):
        old, flags = plain(f.get('/V')), f.get('/Ff', 0)
        last = name.split('/')[-1]
        if not name.startswith('case/plan') or flags & 1 or r.random() < .4 or f['/FT'] != '/Tx':
            continue
        if last.startswith('@'):
            if 'ÅÅÅÅ' in plain(f.get('/TU')) and old and '/action' in name:
                new[name] = r.choice(DATES)
        elif flags & (1 << 12):
            if old:
                new[name] = '\n'.join(paragraphs(r))
        elif old and last in ('how-often', 'where', 'unit', 'given', 'family', 'name', 'title'):
            new[name] = ' '.join(line(r, 4).split())[:200].strip()
    json.dump(new, open(out, 'w'))


if __name__ == '__main__':
    if sys.argv[1] == 'values':
        print('\n'.join(sorted(json.dumps([n, plain(f.get('/V'))], ensure_ascii=False) for n, f in fields(sys.argv[2]))))
    else:
        {'case': case, 'answers': answers}[sys.argv[1]](*sys.argv[2:])
