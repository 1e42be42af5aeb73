# Compares the words of two PDFs as `pdftotext -bbox-layout` gives them: ours first, then FOP's.
# One line: words, words on the same page, words in order, lines, lines within 1 pt, pages, FOP's
# pages, and what was lost. -v verbose=1: the words and lines that differ.
#
# Words are paired by their text, the nearest first: on the same page before others. A line of ours
# holds when its first word has the same place within 1 pt and all its words have the same height on
# the page. The upper edge of a word stands for its baseline: both PDFs embed the same fonts with the
# same ascent.

function number(name,   at, rest) {
    at = index($0, name "=\"")
    if (!at)
        return 0
    rest = substr($0, at + length(name) + 2)
    return substr(rest, 1, index(rest, "\"") - 1) + 0
}

function word_of(line) {
    sub(/^[^>]*>/, "", line)
    sub(/<\/word>.*$/, "", line)
    gsub(/\302\255/, "", line) # a hyphen that was put in, and one that was there
    gsub(/\342\200\220/, "-", line)
    gsub(/\342\200\221/, "-", line)
    gsub(/\357\254\200/, "ff", line)
    gsub(/\357\254\201/, "fi", line)
    gsub(/\357\254\202/, "fl", line)
    gsub(/\357\254\203/, "ffi", line)
    gsub(/\357\254\204/, "ffl", line)
    return line
}

function distance(i, j,   dx, dy) {
    dx = x[1, i] - x[2, j]
    dy = y[1, i] - y[2, j]
    return (dx < 0 ? -dx : dx) + (dy < 0 ? -dy : dy) + (p[1, i] == p[2, j] ? 0 : 1e6)
}

function near(a, b) { return a - b <= 1 && b - a <= 1 }

# Two passes: a word takes what stands where it stands before others look for the nearest.
function pair(   pass, i, k, j, best, d, list, m) {
    for (pass = 1; pass <= 2; pass++)
        for (i = 1; i <= n[1]; i++) {
            if (i in mate)
                continue
            best = 0
            m = split(at[text[1, i]], list, " ")
            for (k = 1; k <= m; k++) {
                j = list[k]
                d = distance(i, j)
                if (!(j in taken) && (!best || d < least) && (pass == 2 || d <= 2)) {
                    best = j
                    least = d
                }
            }
            if (best) {
                mate[i] = best
                taken[best] = 1
            }
        }
}

function tell(what, i) {
    if (verbose)
        printf "  %s: page %d (%.2f, %.2f) %s%s\n", what, p[1, i], x[1, i], y[1, i], text[1, i],
            i in mate ? sprintf(" | page %d (%.2f, %.2f)", p[2, mate[i]], x[2, mate[i]], y[2, mate[i]]) : "" >"/dev/stderr"
}

FNR == 1 { side++ }
/<page / { page[side]++ }
/<line / { lines[side]++ }
/<word / {
    i = ++n[side]
    p[side, i] = page[side]
    x[side, i] = number("xMin")
    y[side, i] = number("yMin")
    l[side, i] = lines[side]
    text[side, i] = word_of($0)
    if (side == 2)
        at[text[2, i]] = at[text[2, i]] " " i
}

END {
    pair()
    same = order = good = 0
    for (i = 1; i <= n[1]; i++) {
        j = mate[i]
        if (j && p[1, i] == p[2, j])
            same++
        else
            tell(j ? "another page" : "not there", i)
        order += j && (i == 1 || j > last)
        last = j ? j : last
        if (i == 1 || l[1, i] != l[1, i - 1]) { # a new line
            good += i > 1 && holds
            first = i
            holds = j && near(x[1, i], x[2, j])
            if (!holds)
                tell("line", i)
        }
        if (holds && !(j && p[1, i] == p[2, j] && near(y[1, i], y[2, j]))) {
            holds = 0
            tell("line", i)
        }
    }
    good += n[1] > 0 && holds
    words = n[1] > n[2] ? n[1] : n[2]
    if (verbose)
        for (j = 1; j <= n[2]; j++)
            if (!(j in taken))
                printf "  only in FOP: page %d (%.2f, %.2f) %s\n", p[2, j], x[2, j], y[2, j], text[2, j] >"/dev/stderr"
    printf "%d\t%d\t%d\t%d\t%d\t%d\t%d\n", words, same, order + words - n[1], lines[1], good, page[1], page[2]
}
