# Compares the words of two PDFs as `pdftotext -bbox-layout` gives them: ours first, then FOP's.
# One line: words, words on the same page, words in order, lines, lines within 1 pt, pages, FOP's
# pages, and what was lost. -v verbose=1: the words and lines that differ.
#
# Words are paired by their text, the nearest first: on the same page before others. Words that are
# left and stand on the same page are paired by what both programs surely write alike (core_of). A
# line of ours holds when its first word has the same place within 1 pt and all its words have the
# same height on the page. The upper edge of a word stands for its baseline: both PDFs embed the same
# fonts with the same ascent. A word of nothing but characters of private use is a picture, no word.

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
    gsub(/\356[\200-\277][\200-\277]/, "", line) # private use: pictures, and ligatures in FOP
    gsub(/\357[\200-\243][\200-\277]/, "", line)
    return line
}

# A word without what FOP leaves out, splits off or puts in another order: ligatures of f; of Arabic
# words the marks, the controls of direction, and the order of the letters.
function core_of(word,   n, i, k, letter) {
    gsub(/ff?[il]|ff/, "", word)
    if (word !~ /[\330-\333]/)
        return word
    gsub(/\331[\213-\237]|\331\200|\342\200[\216\217]|\342\201[\246-\251]/, "", word)
    n = split(word, letter, "")
    for (i = 2; i <= n; i++)
        for (k = i; k > 1 && letter[k - 1] > letter[k]; k--) {
            word = letter[k]
            letter[k] = letter[k - 1]
            letter[k - 1] = word
        }
    word = ""
    for (i = 1; i <= n; i++)
        word = word letter[i]
    return word
}

function distance(i, j,   dx, dy) {
    dx = x[1, i] - x[2, j]
    dy = y[1, i] - y[2, j]
    return (dx < 0 ? -dx : dx) + (dy < 0 ? -dy : dy) + (p[1, i] == p[2, j] ? 0 : 1e6)
}

function near(a, b) { return a - b <= 1 && b - a <= 1 }

# The nearest word of FOP that is not taken, of a list, within a distance.
function nearest(i, words, most,   k, j, d, m, list, best) {
    m = split(words, list, " ")
    for (k = 1; k <= m; k++) {
        j = list[k]
        d = distance(i, j)
        if (!(j in taken) && d <= most) {
            best = j
            most = d
        }
    }
    return best
}

# Three passes: a word takes what stands where it stands before others look for the nearest, and
# before words are paired that are only alike.
function pair(   pass, i, j) {
    for (j = 1; j <= n[2]; j++) {
        at[text[2, j]] = at[text[2, j]] " " j
        alike[core_of(text[2, j])] = alike[core_of(text[2, j])] " " j
    }
    for (pass = 1; pass <= 3; pass++)
        for (i = 1; i <= n[1]; i++) {
            if (i in mate)
                continue
            if (pass < 3)
                j = nearest(i, at[text[1, i]], pass == 1 ? 2 : 1e9)
            else
                j = core_of(text[1, i]) == "" ? 0 : nearest(i, alike[core_of(text[1, i])], 1e5)
            if (j) {
                mate[i] = j
                taken[j] = 1
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
    word = word_of($0)
    if (word == "")
        next
    i = ++n[side]
    p[side, i] = page[side]
    x[side, i] = number("xMin")
    y[side, i] = number("yMin")
    l[side, i] = lines[side]
    text[side, i] = word
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
