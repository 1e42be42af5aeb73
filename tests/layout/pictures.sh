# Kinds of PNG and JPEG: what is in the PDF is read back and compared with what was drawn.
. "$(dirname "$0")/../lib.sh"

# The files, each with the samples that the PDF should hold: NAME.png and NAME.want
python3 - "$TMP" <<'PY'
import struct, sys, zlib
folder = sys.argv[1]
W, H = 4, 2
def chunk(kind, data): return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
def write(name, bits, colour, rows, want, before=b"", interlace=0):
    raw = rows if isinstance(rows, bytes) else b"".join(b"\0" + r for r in rows)
    head = struct.pack(">IIBBBBB", W, H, bits, colour, 0, 0, interlace)
    open("%s/%s.png" % (folder, name), "wb").write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + before +
        chunk(b"IDAT", zlib.compress(raw)) + chunk(b"IEND", b""))
    if colour in (0, 4): want = [v for v in want for _ in range(3)] # as pdfimages writes gray
    open("%s/%s.want" % (folder, name), "w").write(" ".join(map(str, want)))
gray = [0, 64, 128, 255, 10, 20, 30, 40]
write("gray", 8, 0, [bytes(gray[:4]), bytes(gray[4:])], gray)
write("gray16", 16, 0, [b"".join(bytes([v, v]) for v in gray[i:i + 4]) for i in (0, 4)], gray)
write("gray-alpha", 8, 4, [b"".join(bytes([v, 128]) for v in gray[i:i + 4]) for i in (0, 4)], gray)
rgb = [(255, 0, 0), (0, 255, 0), (0, 0, 255), (9, 8, 7), (1, 2, 3), (4, 5, 6), (200, 100, 50), (255, 255, 255)]
flat = [v for p in rgb for v in p]
write("rgb16", 16, 2, [b"".join(bytes([v, v]) for p in rgb[i:i + 4] for v in p) for i in (0, 4)], flat)
palette = chunk(b"PLTE", bytes(flat)) + chunk(b"tRNS", bytes([255, 128, 0]))
write("palette", 4, 3, [bytes([0x01, 0x23]), bytes([0x45, 0x67])], flat, palette)
# gamma 1.0: linear light, so the middle becomes lighter in sRGB
write("gamma", 8, 0, [bytes([0, 55, 128, 255])] * 2, [0, 128, 188, 255] * 2, chunk(b"gAMA", struct.pack(">I", 100000)))
# Adam7: passes 1, 2, 4, 6 and 7 of 4 × 2 samples; 3 and 5 are empty
passes = [[gray[0]], [], [], [gray[2]], [], [gray[1], gray[3]], gray[4:]]
write("interlaced", 8, 0, b"".join(b"\0" + bytes(p) for p in passes if p), gray, interlace=1)
body = bytearray(132); body[0:4] = struct.pack(">I", 132); body[16:20] = b"RGB "; body[36:40] = b"acsp"
icc = chunk(b"gAMA", struct.pack(">I", 100000)) + chunk(b"iCCP", b"p\0\0" + zlib.compress(bytes(body)))
write("profile", 8, 2, [bytes(flat[:12]), bytes(flat[12:])], flat, icc)
open(folder + "/profile.icc", "wb").write(bytes(body))
PY

page() { # page PICTURE: an FO file that shows it
  cat <<FO
<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" xml:lang="en">
<fo:layout-master-set><fo:simple-page-master master-name="p" page-width="100pt" page-height="100pt"><fo:region-body/></fo:simple-page-master></fo:layout-master-set>
<fo:page-sequence master-reference="p"><fo:flow flow-name="xsl-region-body"><fo:block><fo:external-graphic src="$1" ${2-fox:alt-text=\"picture\"}/></fo:block></fo:flow></fo:page-sequence></fo:root>
FO
}
samples() { # samples PDF: of its first picture, as numbers
  rm -f "$TMP"/image-*
  pdfimages "$1" "$TMP/image" && python3 - "$(ls "$TMP"/image-000.*)" <<'PY'
import sys
data = open(sys.argv[1], "rb").read()
head = data.split(b"\n", 3)
kind, body = head[0], head[3]
print(" ".join(str(v) for v in body))
PY
}
close() { # close WANTED GOT: no sample is more than two off (gamma is rounded)
  python3 -c 'import sys; a, b = ([int(v) for v in s.split()] for s in sys.argv[1:]); sys.exit(not (len(a) == len(b) and all(abs(x - y) <= 2 for x, y in zip(a, b))))' "$1" "$2"
}
for want in "$TMP"/*.want; do
  name=$(basename "$want" .want)
  page "$name.png" >"$TMP/$name.fo"
  "$DUFORM" format "$TMP/$name.fo" -o "$TMP/$name.pdf" --quiet 2>"$TMP/$name.err"
  got=$(samples "$TMP/$name.pdf")
  if close "$(cat "$want")" "$got"; then ok "samples of $name"; else not_ok "samples of $name: wanted $(cat "$want"), got $got"; fi
done
for name in gray-alpha palette; do
  contains "$name has a mask" "smask" <(pdfimages -list "$TMP/$name.pdf")
done
qpdf --qdf --object-streams=disable "$TMP/profile.pdf" "$TMP/profile.qdf"
contains "the profile of a PNG goes along" "acsp" <(strings "$TMP/profile.qdf")

for name in cmyk progressive; do
  page "$name.jpg" >"$TMP/$name.fo"
  cp "$ROOT/tests/layout/$name.jpg" "$TMP"
  check "$name JPEG is formatted" "$DUFORM" format "$TMP/$name.fo" -o "$TMP/$name.pdf" --quiet
  pdfimages -all "$TMP/$name.pdf" "$TMP/$name-out"
  check "$name JPEG is as it was" cmp "$TMP/$name.jpg" "$TMP/$name-out-000.jpg"
done
# red at the top, blue at the foot: an Adobe JPEG is inverted, and must not come out as its negative
pdftoppm -r 72 -singlefile "$TMP/cmyk.pdf" "$TMP/cmyk"
colours=$(python3 - "$TMP/cmyk.ppm" <<'PY'
import sys
data = open(sys.argv[1], "rb").read()
parts = data.split(b"\n", 3)
width, pixels = int(parts[1].split()[0]), parts[3]
at = lambda x, y: pixels[3 * (y * width + x):3 * (y * width + x) + 3]
rows = [y for y in range(len(pixels) // 3 // width) if at(4, y) != b"\xff\xff\xff"]
top, foot = at(4, rows[0]), at(4, rows[-1])
print("red" if top[0] > top[2] + 60 else "?", "blue" if foot[2] > foot[0] + 60 else "?")
PY
)
equal "a CMYK JPEG keeps its colours" "red blue" "$colours"

# tiles REPEAT: how often the picture is painted behind a block of 50,000 points
tiles() {
  page gray.png | sed "s|page-height=\"100pt\"|page-height=\"60000pt\"|; s|<fo:external-graphic.*/></fo:block>|<fo:block-container height=\"50000pt\"><fo:block>x</fo:block></fo:block-container></fo:block>|
    s|<fo:block>|<fo:block background-image=\"gray.png\" background-repeat=\"$1\">|" >"$TMP/tiles.fo"
  "$DUFORM" format --dump=page "$TMP/tiles.fo" | grep -c '^ *image '
}
equal "a background of a height that no picture was made for is bounded" "10000 10000 25 1" "$(tiles repeat) $(tiles repeat-y) $(tiles repeat-x) $(tiles no-repeat)"

page gray.png "" >"$TMP/silent.fo"
"$DUFORM" format "$TMP/silent.fo" -o "$TMP/silent.pdf" --quiet --messages=en 2>"$TMP/silent.err"
contains "a picture without a text is named" "neither fox:alt-text nor role" "$TMP/silent.err"
page gray.png 'role="artifact"' >"$TMP/silent.fo"
"$DUFORM" format "$TMP/silent.fo" -o "$TMP/silent.pdf" --quiet --messages=en 2>"$TMP/silent.err"
equal "an artifact needs none" "" "$(cat "$TMP/silent.err")"
[ "$failed" -eq 0 ]
