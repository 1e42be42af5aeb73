# PDF and XFDF files that were made to do harm, for the tests of reading: hostile.py FOLDER
import os, sys, zlib

target = sys.argv[1]


def pdf(objects, root='/Type /Catalog /Pages 2 0 R /AcroForm 3 0 R', trailer=''):
    """objects: {number: bytes or str}; 1 is the catalogue, 2 the pages."""
    base = {1: f'<< {root} >>', 2: '<< /Type /Pages /Kids [] /Count 0 >>'}
    base.update(objects)
    out, at = b'%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', {}
    for n in sorted(base):
        body = base[n] if isinstance(base[n], bytes) else base[n].encode('latin-1')
        at[n] = len(out)
        out += b'%d 0 obj\n' % n + body + b'\nendobj\n'
    size, start = max(base) + 1, len(out)
    out += b'xref\n0 %d\n' % size
    for n in range(size):
        out += b'%010d 00000 n \n' % at[n] if n in at else b'0000000000 65535 f \n'
    return out + f'trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n'.encode()


def field(name, value, more=''):
    return f'<< /FT /Tx /T ({name}) /V {value} {more} >>'


def form(fields='[4 0 R 5 0 R 6 0 R]', more=''):
    return f'<< /Fields {fields} {more} >>'


HEAD = {5: field('duform/kind', '(intake)'), 6: field('duform/version', '(1)')}


def with_field(body, more=None, **kw):
    return pdf({3: form(), 4: body, **HEAD, **(more or {})}, **kw)


def save(name, data):
    with open(os.path.join(target, name), 'wb') as f:
        f.write(data if isinstance(data, bytes) else data.encode())


NAME = '/FT /Tx /T (case/person/name/given) /TU (KANARI)'
good = with_field(f'<< {NAME} /V (KANARI) >>')
save('control.pdf', good)
# what acts
save('javascript-open.pdf', with_field(f'<< {NAME} >>', root='/Type /Catalog /Pages 2 0 R /AcroForm 3 0 R /OpenAction << /S /JavaScript /JS (app.alert(1)) >>'))
save('javascript-names.pdf', with_field(f'<< {NAME} >>', {7: '<< /JavaScript 8 0 R >>', 8: '<< /Names [(a) 9 0 R] >>', 9: '<< /S /JavaScript /JS (1) >>'}, root='/Type /Catalog /Pages 2 0 R /AcroForm 3 0 R /Names 7 0 R'))
save('javascript-field.pdf', with_field(f'<< {NAME} /AA << /K << /S /JavaScript /JS (1) >> >> >>'))
save('javascript-hex.pdf', with_field(f'<< {NAME} /A << /S /Java#53cript /J#53 (1) >> >>'))
save('javascript-unused.pdf', with_field(f'<< {NAME} >>', {7: '<< /S /JavaScript /JS (1) >>'}))
save('launch.pdf', with_field(f'<< {NAME} /A << /S /Launch /F (/bin/sh) >> >>'))
save('submit.pdf', with_field(f'<< {NAME} /A << /S /SubmitForm /F (http://example.org/) >> >>'))
save('xfa.pdf', pdf({3: form(more='/XFA [(template) 7 0 R]'), 4: f'<< {NAME} >>', 7: '<< /Length 0 >>\nstream\n\nendstream', **HEAD}))
save('attachment.pdf', with_field(f'<< {NAME} >>', {7: '<< /Type /Filespec /F (a) /EF << /F 8 0 R >> >>', 8: '<< /Length 1 >>\nstream\na\nendstream'}))
# the tree of fields
save('cycle-self.pdf', with_field(f'<< /FT /Tx /T (a) /Kids [4 0 R] >>'))
save('cycle-two.pdf', with_field('<< /T (a) /Kids [7 0 R] >>', {7: '<< /T (b) /Parent 4 0 R /Kids [4 0 R] >>'}))
save('cycle-shared.pdf', pdf({3: form('[4 0 R 4 0 R 5 0 R 6 0 R]'), 4: f'<< {NAME} >>', **HEAD}))
deep = {n: f'<< /T (a) /Kids [{n + 1} 0 R] >>' for n in range(10, 1000)}
deep[1000] = '<< /FT /Tx /T (a) /V (b) >>'
save('deep-tree.pdf', pdf({3: form('[10 0 R 5 0 R 6 0 R]'), **HEAD, **deep}))
save('deep-direct.pdf', with_field('<< /T (a) /Kids [' * 3000 + '<< /FT /Tx /T (b) >>' + '] >>' * 3000))
save('deep-arrays.pdf', with_field(f'<< {NAME} /X ' + '[' * 100000 + ']' * 100000 + ' >>'))
save('deep-dictionaries.pdf', with_field(f'<< {NAME} /X ' + '<< /X ' * 50000 + '1' + ' >>' * 50000 + ' >>'))
save('many-fields.pdf', pdf({3: form('[5 0 R 6 0 R ' + ' '.join(f'{n} 0 R' for n in range(10, 20010)) + ']'), **HEAD, **{n: f'<< /FT /Tx /T (a{n}) >>' for n in range(10, 20010)}}))
# types
for i, (what, body) in enumerate({
        'name-is-number': '<< /FT /Tx /T 7 /V (a) >>', 'name-is-name': '<< /FT /Tx /T /a /V (a) >>',
        'value-is-number': f'<< {NAME} /V 7 >>', 'value-is-dictionary': f'<< {NAME} /V << /A 1 >> >>',
        'value-is-array': f'<< {NAME} /V [(a) (b)] >>', 'value-is-name-of-text': f'<< {NAME} /V /a >>',
        'value-has-zero': f'<< {NAME} /V (a\\000b) >>', 'kids-is-number': '<< /FT /Tx /T (a) /Kids 7 >>',
        'kids-hold-numbers': '<< /T (a) /Kids [7 << /T (b) >>] >>', 'field-is-number': '7', 'field-is-array': '[1 2]',
        'field-without-type': '<< /T (a) /V (a) >>', 'button-is-string': '<< /FT /Btn /T (case/person/@protection) /V (none) >>'}.items()):
    save(what + '.pdf', with_field(body))
save('fields-is-number.pdf', pdf({3: form('7')}))
save('no-fields.pdf', pdf({3: form('[]')}))
save('no-form.pdf', pdf({}, root='/Type /Catalog /Pages 2 0 R'))
save('form-is-number.pdf', pdf({3: '7'}))
save('not-ours.pdf', pdf({3: form('[4 0 R]'), 4: f'<< {NAME} /V (a) >>'}))
# sizes
save('huge-string.pdf', with_field(f'<< {NAME} /V (' + 'a' * (3 << 20) + ') >>'))
save('huge-name.pdf', with_field('<< /FT /Tx /T (' + 'a' * 5000 + ') /V (a) >>'))
save('huge-number.pdf', with_field(f'<< {NAME} /V (a) /MaxLen 99999999999999999999999999 >>', trailer='/Prev 99999999999999999999'))
save('size-lies.pdf', good.replace(b'/Size 7', b'/Size 2000000000'))
save('long-values.pdf', pdf({3: form('[5 0 R 6 0 R ' + ' '.join(f'{n} 0 R' for n in range(10, 40)) + ']'), **HEAD, **{n: field(f'a{n}', '(' + 'b' * 1000000 + ')') for n in range(10, 40)}}))
# streams that unpack to far more than they are: here the objects themselves
bomb = zlib.compress(b' ' * (1 << 30), 9)


def bomb_pdf():
    out = b'%PDF-1.7\n'
    at = len(out)
    out += b'1 0 obj\n<< /Type /ObjStm /N 1 /First 10 /Filter /FlateDecode /Length %d >>\nstream\n' % len(bomb) + bomb + b'\nendstream\nendobj\n'
    start = len(out)
    rows = bytes([0, 0, 0, 0, 0, 1]) + b'\x01' + at.to_bytes(4, 'big') + b'\x00' + b'\x02\x00\x00\x00\x01\x00' + b'\x01' + start.to_bytes(4, 'big') + b'\x00'
    out += b'3 0 obj\n<< /Type /XRef /Size 4 /W [1 4 1] /Root 2 0 R /Length %d >>\nstream\n' % len(rows) + rows + b'\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n' % start
    return out


save('bomb-objects.pdf', bomb_pdf())


def xref_bomb():
    start = 9
    return b'%PDF-1.7\n1 0 obj\n<< /Type /XRef /Size 4 /W [1 4 1] /Root 2 0 R /Filter /FlateDecode /Length ' + b'%d' % len(bomb) + b' >>\nstream\n' + bomb + b'\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n' % start


save('bomb-xref.pdf', xref_bomb())
# damage
save('truncated.pdf', good[:len(good) // 2])
save('no-end.pdf', good[:-30])
save('header-only.pdf', b'%PDF-1.7\n')
save('empty.pdf', b'')
save('text.pdf', b'hello\n')
save('picture.pdf', b'\x89PNG\r\n\x1a\n' + bytes(100))
save('xref-circle.pdf', good.replace(b'/Root 1 0 R', b'/Root 1 0 R /Prev %d' % good.rindex(b'xref\n0')))
save('object-refers-to-itself.pdf', pdf({3: form(), 4: '4 0 R', **HEAD}))
# XFDF
X = 'http://ns.adobe.com/xfdf/'
row = '<field name="duform/kind"><value>intake</value></field>'
save('entities.xfdf', f'<!DOCTYPE xfdf [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><xfdf xmlns="{X}"><fields>{row}<field name="a"><value>&b;</value></field></fields></xfdf>')
save('external.xfdf', f'<!DOCTYPE xfdf SYSTEM "file:///etc/passwd"><xfdf xmlns="{X}"><fields>{row}</fields></xfdf>')
save('deep.xfdf', f'<xfdf xmlns="{X}"><fields>' + '<field name="a">' * 60 + '</field>' * 60 + '</fields></xfdf>')
save('deeper.xfdf', f'<xfdf xmlns="{X}"><fields>' + '<field name="a">' * 100000 + '</field>' * 100000 + '</fields></xfdf>')
save('nameless.xfdf', f'<xfdf xmlns="{X}"><fields><field><value>KANARI</value></field></fields></xfdf>')
save('two-values.xfdf', f'<xfdf xmlns="{X}"><fields><field name="KANARI"><value>a</value><value>b</value></field></fields></xfdf>')
save('many.xfdf', f'<xfdf xmlns="{X}"><fields>' + ''.join(f'<field name="a{n}"><value>a</value></field>' for n in range(6000)) + '</fields></xfdf>')
save('long.xfdf', f'<xfdf xmlns="{X}"><fields><field name="a"><value>' + 'a' * (2 << 20) + '</value></field></fields></xfdf>')
save('other-root.xfdf', f'<case xmlns="urn:duform:case:1"/>')
save('not-well-formed.xfdf', f'<xfdf xmlns="{X}"><fields>')
