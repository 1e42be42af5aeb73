# Which case has what a kind tells, and the lists of lang/locales.xml. Sourced, from the top of the tree.
case_of() { # case_of KIND
  case $1 in
    closing) echo tests/cases/closed.xml ;;
    follow-up) echo tests/cases/follow-up.xml ;;
    withdrawal) echo tests/cases/withdrawn.xml ;;
    plan | cover | evaluation) echo templates/samples/gavleborg.xml ;;
    *) echo templates/samples/jamtland-harjedalen.xml ;;
  esac
}
personal_kinds() { sed -nE 's/.*(letters|leaflets)="([^"]*)".*/\2/p' lang/locales.xml; }
parallel_kinds() { sed -nE 's/.*parallel="([^"]*)".*/\1/p' lang/locales.xml; }
languages() { sed -nE 's/.*<locale lang="([a-z]+)".*/\1/p' lang/locales.xml; }
