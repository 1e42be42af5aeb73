# Writes N documents of chance, always the same ones, into FOLDER: chance.py FOLDER N [SEED]
# Objects of XSL-FO nested at will, with breaks, keeps and lengths that are at odds with each other and with the page.
import random, sys

folder, count = sys.argv[1], int(sys.argv[2])
r = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
pick = r.choice
LENGTHS = ["0pt", "1pt", "5pt", "20pt", "90pt", "400pt", "-5pt", "-90pt", "10%", "100%", "250%", "1em", "1000000pt"]
BREAKS = ["auto", "column", "page", "even-page", "odd-page"]
KEEPS = ["always", "auto", "5"]
PROPERTIES = {
    "break-before": BREAKS, "break-after": BREAKS, "keep-together.within-page": KEEPS, "keep-with-next.within-column": KEEPS,
    "keep-with-previous.within-page": KEEPS, "space-before": LENGTHS, "space-after": LENGTHS, "space-before.conditionality": ["retain"],
    "margin": LENGTHS, "padding": LENGTHS, "border": ["1pt solid red", "20pt double blue", "3pt groove gray", "200pt solid green"],
    "start-indent": LENGTHS, "end-indent": LENGTHS, "text-indent": LENGTHS, "font-size": ["1pt", "8pt", "20pt", "200%", "90pt"],
    "line-height": ["1", "0", "0.1", "300pt", "normal"], "text-align": ["start", "end", "center", "justify"], "text-align-last": ["justify"],
    "widows": ["1", "5", "50"], "orphans": ["1", "5", "50"], "writing-mode": ["rl-tb", "lr-tb"], "span": ["all"], "clear": ["both", "start"],
    "hyphenate": ["true"], "wrap-option": ["no-wrap"], "linefeed-treatment": ["preserve"], "background-color": ["red"],
    "letter-spacing": ["-9pt", "20pt"], "text-decoration": ["underline"], "baseline-shift": ["super", "50pt", "-50pt"],
    "display-align": ["after", "center"], "relative-align": ["baseline"], "height": LENGTHS, "width": LENGTHS, "font-variant": ["small-caps"],
    "role": ["H1", "P", "artifact"], "xml:lang": ["ar", "sv"],
}
OFTEN = ["break-before"] * 8 + ["break-after", "relative-align", "space-before", "keep-together.within-page"] * 2
WORDS = ["x ", "ord ", "Samordnad ", "العربية ", "123 ", "a\u00adb ", "\n", "ettordutanmellanslag"]


def element(name, content="", **fixed):
    own = {n.replace("_", "-"): v for n, v in fixed.items() if v}
    for _ in range(pick([0, 0, 0, 1, 2])):
        n = pick(OFTEN + list(PROPERTIES))
        own.setdefault(n, pick(PROPERTIES[n]))
    return "<fo:%s%s>%s</fo:%s>" % (name, "".join(' %s="%s"' % i for i in own.items()), content, name)


def times(make, depth, least, most):
    return "".join(make(depth) for _ in range(r.randint(least, most)))


def text():
    return "".join(pick(WORDS) for _ in range(pick([0, 1, 3, 10, 60])))


def inline(depth):
    kind = r.random()
    if depth <= 0 or kind < .5:
        return text()
    if kind < .65:
        return element("inline", times(inline, depth - 1, 0, 2))
    if kind < .7:
        return element("leader", leader_pattern=pick(["rule", "dots"]), leader_length=pick(LENGTHS))
    if kind < .75:
        return "<fo:page-number/>"
    if kind < .83:
        return "<fo:footnote><fo:inline>1</fo:inline><fo:footnote-body>%s</fo:footnote-body></fo:footnote>" % blocks(depth - 1)
    if kind < .92:
        return element("float", blocks(depth - 1), float=pick(["before", "start", "end"]))
    return element("inline-container", blocks(depth - 1))


def row(depth):
    def cell(depth):
        spans = {pick(["number_rows_spanned", "number_columns_spanned"]): pick(["2", "3"])} if r.random() < .2 else {}
        return element("table-cell", blocks(depth), **spans)
    return element("table-row", times(cell, depth, 1, 3))


def table(depth):
    parts = "<fo:table-header>%s</fo:table-header>" % row(depth) if r.random() < .3 else ""
    parts += "<fo:table-footer>%s</fo:table-footer>" % row(depth) if r.random() < .2 else ""
    whole = element("table", parts + element("table-body", times(row, depth, 1, 3)), border_collapse=pick(["separate", "collapse"]))
    if r.random() < .8:
        return whole
    return "<fo:table-and-caption caption-side=\"%s\"><fo:table-caption>%s</fo:table-caption>%s</fo:table-and-caption>" % (
        pick(["before", "after", "start", "end"]), blocks(depth), whole)


def item(depth):
    return element("list-item", "<fo:list-item-label>%s</fo:list-item-label><fo:list-item-body start-indent=\"20pt\">%s</fo:list-item-body>" % (
        blocks(depth - 1), blocks(depth)))


def block(depth):
    kind = r.random()
    if kind < .35 or depth <= 0:
        return element("block", times(inline, depth, 0, 3))
    if kind < .6:
        return element("block", blocks(depth - 1))
    if kind < .75:
        return table(depth - 1)
    if kind < .88:
        return element("list-block", times(item, depth - 1, 1, 2))
    return element("block-container", blocks(depth - 1), height=pick(["", "40pt", "150pt"]), reference_orientation=pick(["", "", "90"]))


def blocks(depth):
    return times(block, depth, 1, 2)


for number in range(count):
    size = pick(["200pt", "100pt", "300pt"]), pick(["120pt", "60pt", "300pt"])
    with open("%s/%04d.fo" % (folder, number), "w", encoding="utf-8") as out:
        out.write('<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-size="8pt" xml:lang="sv"><fo:layout-master-set>'
                  '<fo:simple-page-master master-name="p" page-width="%s" page-height="%s"><fo:region-body margin="%s" column-count="%s"/>'
                  '</fo:simple-page-master></fo:layout-master-set><fo:page-sequence master-reference="p">'
                  '<fo:flow flow-name="xsl-region-body">' % (*size, pick(["0pt", "10pt", "40pt"]), pick("1123")))
        out.write(blocks(4) + "</fo:flow></fo:page-sequence></fo:root>\n")
