# Sourced by tests/run: has the tests call the program that stays under valgrind (resident.c), or, where a call
# needs a process of its own, the program under a valgrind of its own. Sets DUFORM, GRIND and PATIENCE.
[ -x "$BUILD/duform-resident" ] || { echo "make san builds what runs under valgrind need"; exit 3; }
GRIND="valgrind -q --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite,indirect --show-leak-kinds=definite,indirect --suppressions=$ROOT/tests/valgrind/libraries.supp --child-silent-after-fork=yes"
# a worker takes a hundred times as long as without
printf '#!/bin/sh\n[ "$1" != batch ] || { shift; set -- batch --time-limit 600 "$@"; }\nexec %s %s "$@"\n' "$GRIND" "$BUILD/duform" >"$work/alone"
printf '#!/bin/sh\nexec %s %s %s "$@"\n' "$BUILD/duform-ask" "$work/resident.socket" "$work/alone" >"$work/duform"
chmod +x "$work/alone" "$work/duform"
# shellcheck disable=SC2086
$GRIND --child-silent-after-fork=no --log-file="$work/valgrind.log" "$BUILD/duform-resident" "$work/resident.socket" >"$work/resident.out" 2>&1 &
resident=$!
trap 'kill $resident; rm -rf "$work"' EXIT
until [ -S "$work/resident.socket" ] || ! kill -0 $resident 2>/dev/null; do sleep 0.1; done

warm() { "$work/duform" --warm "$@" >>"$work/warm.out" 2>&1; }
mkdir "$work/warm"
for sample in templates/samples/{skane,uppsala,protected-jamtland-harjedalen}.xml; do
  warm make "$sample" -o "$work/warm" --decision paper --reason warm
  warm check "$sample" --format=json
done
warm make templates/samples/gavleborg.xml -o "$work/warm" -d plan --to 1 --draft -l fa --style large --fillable
warm make templates/samples/gavleborg.xml -o "$work/warm" -d leaflet --to 1 --draft -l ar --with sv --style easy
warm make templates/samples/gavleborg.xml -o "$work/warm" -d plan --to 1 --html
for stage in view document fo page; do warm trace templates/samples/borlange.xml -d invitation --to 1 -t $stage; done
for fo in tests/layout/[b-t]*.fo; do warm format "$fo" -o "$work/warm/fo.pdf"; done
warm blank intake --fillable -r skane -o "$work/warm/intake.pdf"
warm language status
warm make templates/samples -d watchlist -o "$work/warm"
warm check tests/cases/none.xml
rm -rf "$work/warm"
export GRIND DUFORM=$work/duform PATIENCE=6000
