# Sums up the comparison: deviations.tsv, then a line a file. Ends with status 1 if a deviation is
# not explained, an explanation is not needed, or a goal is missed.
# Deviations: file (a shell pattern), our choice | FOP's fault | open, what. "#" begins a comment.

BEGIN { FS = "\t" }

function pattern_of(glob) {
    gsub(/[.+(){}|^$]/, "\\\\&", glob)
    gsub(/\*/, ".*", glob)
    return "^" glob "$"
}

function percent(part, whole) { return whole ? 100 * part / whole : 100 }

function explanation(file,   i) {
    for (i = 1; i <= known; i++)
        if (file ~ pattern[i]) {
            used[i] = 1
            return i
        }
    return 0
}

FILENAME != ARGV[2] {
    if ($0 != "" && !/^#/) {
        pattern[++known] = pattern_of($1)
        glob[known] = $1
        class[known] = $2
        what[known] = $3
        if ($2 != "our choice" && $2 != "FOP's fault" && $2 != "open") {
            print "deviations.tsv: " $1 ": neither our choice, FOP's fault nor open"
            failed++
        }
    }
    next
}

{
    files++
    words += $3
    same += $4
    order += $5
    if ($2 == "strict") {
        lines += $6
        good += $7
    }
    if ($3 == $4 && $3 == $5 && ($2 == "loose" || $6 == $7) && $8 == $9)
        next
    deviating++
    i = explanation($1)
    printf "%-44s words %6.2f %%  order %6.2f %%  lines %s  pages %d/%d  %s\n", $1, percent($4, $3),
        percent($5, $3), $2 == "loose" ? "       -" : sprintf("%6.2f %%", percent($7, $6)), $8, $9,
        i ? class[i] ": " what[i] : "NOT EXPLAINED"
    if (i && class[i] == "FOP's fault" && $2 == "strict") {
        theirs += $6
        theirs_good += $7
    }
    if (i)
        count[class[i]]++
    else
        failed++
}

END {
    for (i = 1; i <= known && !partly; i++)
        if (!used[i]) {
            print "deviations.tsv: " glob[i] ": no such deviation any more"
            failed++
        }
    printf "%d files, %d the same; deviations: %d our choice, %d FOP's fault, %d open\n", files,
        files - deviating, count["our choice"], count["FOP's fault"], count["open"]
    printf "words on the same page  %6.2f %% of %d (goal 98)\n", percent(same, words), words
    printf "words in the same order %6.2f %%\n", percent(order, words)
    printf "lines within 1 pt       %6.2f %% of %d, text neither justified nor hyphenated (goal 95)\n",
        percent(good, lines), lines
    printf "                        %6.2f %% without the files where FOP is at fault\n",
        percent(good - theirs_good, lines - theirs)
    if (!partly && (percent(same, words) < 98 || percent(good, lines) < 95)) {
        print "a goal is missed"
        failed++
    }
    exit failed > 0
}
