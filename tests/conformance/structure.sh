#!/usr/bin/env bash
# The structure reader sees what it is there for: a sound file passes, and each fault put into it is named.
# Faults are put in with qpdf --qdf, a substitution, and fix-qdf.
. "$(dirname "$0")/../lib.sh"
reader=$BUILD/conformance/structure

"$BUILD/tests/write/pages" "$TMP/sound.pdf" >/dev/null
check "a sound file passes" "$reader" "$TMP/sound.pdf"
qpdf --qdf --object-streams=disable --no-original-object-ids "$TMP/sound.pdf" "$TMP/sound.qdf"
check "and passes when qpdf has rewritten it" "$reader" "$TMP/sound.qdf"

# broken NAME MESSAGE SUBSTITUTION: perl's, on the whole file
broken() {
  local name=$1 message=$2 change=$3
  perl -0777 -pe "$change" "$TMP/sound.qdf" >"$TMP/broken.qdf"
  if cmp -s "$TMP/sound.qdf" "$TMP/broken.qdf"; then not_ok "$name: the change does not apply"; return; fi
  fix-qdf "$TMP/broken.qdf" >"$TMP/broken.pdf" 2>/dev/null
  if "$reader" "$TMP/broken.pdf" >"$TMP/found"; then not_ok "$name: not found"; return; fi
  contains "$name" "$message" "$TMP/found"
}

mcr='s|(/%s<</MCID )%s>>|${1}%s>>|'
change() { printf "$mcr" "$@"; } # ROLE OLD NEW: another MCID in the content
broken "an MCID stands twice" "MCID 1 stands twice" "$(change P 2 1)"
broken "content that no element holds" "no element holds MCID 90" "$(change P 2 90)"
broken "an MCID that is not on its page" "MCID 2 is not on page 1" "$(change P 2 90)"
broken "two elements hold an MCID" "MCID 1 is held by objects" 's|/K 2(\s+/P 15)|/K 1$1|'
broken "entries of the parent tree are swapped" "the parent tree gives MCID 0 to object 17" \
  's|(/Nums \[\s+0\s+\[\s+)(16 0 R)(\s+)(17 0 R)|$1$4$3$2|'
broken "the parent tree's annotations are swapped" "the parent tree gives annotation" \
  's|(\s2\s+)(26 0 R)(\s+3\s+)(27 0 R)|$1$4$3$2|'
broken "an element is detached" "an element that the structure does not reach" \
  's|(/K \[\s+16 0 R\s+)17 0 R|$1|'
broken "/Pg is missing" "without the page it is on" 's|(/P 15 0 R\s+)/Pg 12 0 R|$1|'
broken "a cycle in /K" "is reached twice" 's|/K 1(\s+/P 15)|/K [1 15 0 R]$1|'
broken "/P names another parent" "/P is not" 's|/P 15 0 R(\s+/Pg 12 0 R\s+/S /H1)|/P 16 0 R$1|'
broken "an annotation without OBJR" "has no element with an OBJR" \
  's|<<\s+/Obj 32 0 R\s+/Pg 12 0 R\s+/Type /OBJR\s+>>||'
broken "an annotation without description" "has no description" 's|/Contents \(Till[^)]*\)||; s|/Contents <feff0054[0-9a-f]*>||'
broken "an annotation that is not printed" "is not printed" 's|/F 4\b|/F 0|'
broken "a table without TH" "a Table without TH" 's|/S /TH\b|/S /TD|g'
broken "a row too short" "a row of 2 columns in a table of 1" 's|(/K \[\s+\d+ 0 R)\s+\d+ 0 R(\s+\]\s+/P \d+ 0 R\s+/S /TR)|$1$2|'
broken "a TH without scope" "a TH without Scope" 's|/Scope /Column||'
broken "a list item without body" "an LI with 0 LBody" 's|/S /LBody|/S /Lbl|'
broken "a list item outside of a list" "a LI in a Div" 's|/S /L\b|/S /Div|'
broken "titles differ" "Title differs between Info and XMP" 's|(x-default">)Kallelse|$1Inbjudan|'
broken "no language" "has no language" 's|/Lang \(sv-SE\)||'
broken "DisplayDocTitle is off" "DisplayDocTitle is not true" 's|DisplayDocTitle true|DisplayDocTitle false|'
broken "content outside of marks" "content outside of marked content" 's|/Artifact<<[^>]*>>BDC(.*?)EMC|$1|s'
broken "an artifact inside a tagged sequence" "an artifact inside other marked content" \
  's|(/P<</MCID 2>>BDC)|$1 /Artifact BMC EMC|'
broken "Q without q" "Q without q" 's|(/P<</MCID 2>>BDC)|Q $1|'
broken "a sequence is left open" "is left open" 's|EMC(\s+endstream)|$1|s'
broken "a heading level is skipped" "H4 after H1" 's|/S /H2|/S /H4|'
broken "a figure without alternative" "a Figure without alternative text" 's|/Alt <[0-9a-f]*>||'
broken "a note without ID" "a Note without ID" 's|/ID \(p1\)||; s|(/Pg 12 0 R\s+/S /)P\b|${1}Note|'
broken "an ID stands twice" "the ID of another element" 's|(/P 15 0 R\s+/Pg 12 0 R\s+/S /H1)|/ID (p1) $1|'
broken "an unknown role" "is no standard role" 's|/Title /P\b|/Title /Heading|'
broken "an empty element" "an empty H1" 's|/K 1(\s+/P 15)|$1|'
broken "a code without text" "has no text in ToUnicode" 's|<0003><[0-9A-F]+>\s||'
broken "a wrong width" "its glyph" 's|(/W \[\s+1\s+\[\s+)\d+|${1}50|'
broken "a code without glyph" "has no glyph" 's|(/DW 0.*?)|$1|s; s|/CIDToGIDMap (\d+) 0 R|/CIDToGIDMap 10 0 R|'
broken "a font that is not embedded" "no embedded TrueType file" 's|/FontFile2 \d+ 0 R||'
head -c 3000 "$TMP/sound.pdf" >"$TMP/short.pdf"
status_is 1 "a truncated file is refused" "$reader" "$TMP/short.pdf"
