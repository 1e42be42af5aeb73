# What a reader sees of lines, from the boxes of words: measure.py FOLDER with NAME.PROGRAM.pdf.
# Of all lines but the last of a paragraph: how far the spaces between words are from the font's own
# (mean of the share, and the worst line), how many are half as wide again, hyphens at line ends, two or
# more of them below each other; of ragged lines the mean room left at their end, in mm, and its spread.
# Of last lines: those of one word that is short of a tenth of the measure.
import glob, os, re, statistics, subprocess, sys

SPACE = 2.6  # pt: the space of Noto Sans at 10 pt


def lines_of(pdf):
    """Lines as lists of (left, right, word), and whether each ends its paragraph."""
    text = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, text=True, check=True).stdout
    rows = {}
    for x0, y0, x1, word in re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">(.*?)</word>', text):
        rows.setdefault(round(float(y0)), []).append((float(x0), float(x1), word))
    heights = sorted(rows)
    lines = [sorted(rows[y]) for y in heights]
    ends = [i + 1 == len(heights) or heights[i + 1] - y > 17 for i, y in enumerate(heights)]
    return lines, ends


def measure(pdf, measure_pt, justified):
    lines, ends = lines_of(pdf)
    stretch, room, hyphens, run, stacked, runts = [], [], 0, 0, 0, 0
    for line, end in zip(lines, ends):
        if end:
            runts += len(line) == 1 and line[0][1] - line[0][0] < measure_pt / 10
            run = 0
            continue
        if line[-1][2].endswith(("-", "\u2010", "\u00ad")):
            hyphens += 1
            run += 1
            stacked += run > 1
        else:
            run = 0
        gaps = [b[0] - a[1] for a, b in zip(line, line[1:])]
        if gaps:
            stretch.append(statistics.mean(gaps) / SPACE)
        room.append((28.35 + measure_pt - line[-1][1]) / 2.835)
    off = [abs(s - 1) for s in stretch]
    if justified:
        return "%5d %9.2f %9.2f %6d %8d %8d %6d" % (len(lines), statistics.mean(off), max(stretch), sum(s > 1.5 for s in stretch), hyphens, stacked, runts)
    return "%5d %9.1f %9.1f %6s %8d %8d %6d" % (len(lines), statistics.mean(room), statistics.pstdev(room), "-", hyphens, stacked, runts)


for align, heads in (("justify", "off-own    widest  >1.5x"), ("start", "room-mm    spread       ")):
    print("%-28s lines   %s  hyphens  stacked  runts" % (align, heads))
    for fo in sorted(glob.glob(sys.argv[1] + "/*-" + align + "-*.fo")):
        name = fo[:-3]
        for program in ("duform", "fop", "typst"):
            mm = int(name.rsplit("-", 1)[1])
            print("%-28s %s" % (os.path.basename(name) + " " + program, measure("%s.%s.pdf" % (name, program), mm * 2.83465, align == "justify")))
