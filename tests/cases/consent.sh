# Every rule of the papers of consent and withdrawal, of the agenda and the preparation: one case
# that breaks it, and one that does not.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../variants.sh"
plain=$ROOT/templates/samples/situations/plain.xml child=$ROOT/templates/samples/situations/child-12.xml

variants consent "$plain" <<'T'
as it is|default|made|-|
as it is|jamtland-harjedalen|made|-|
as it is|uppsala|made|-|
as it is|borlange|made|-|
as it is|gavleborg|made|-|
as it is|skane|made|-|
not given yet|uppsala|made|-|s{<consents>.*</consents>}{}s; s/state="called"/state="information"/
closed|uppsala|refused|DU-STATE|s/state="called"/state="closed"/
withdrawn|jamtland-harjedalen|refused|JH-13|s/state="called"/state="withdrawn"/
withdrawn|uppsala|refused|UPP-9|s/state="called"/state="withdrawn"/
for a year|borlange|made|-|s/until="2027-02-26"/until="2027-02-27"/
for more than a year|borlange|refused|BOR-21|s/until="2027-02-26"/until="2027-02-28"/
presumed|jamtland-harjedalen|made|-|s/form="written"/form="presumed"/
presumed|default|made|DU-CONSENT-FORM|s/form="written"/form="presumed"/
shown|default|made|DU-CONSENT-FORM|s/form="written"/form="shown"/
shown|borlange|made|-|s/form="written"/form="shown"/
not said how|uppsala|made|UPP-10|s{<how>.*?</how>}{<how/>}
not documented|jamtland-harjedalen|made|JH-14|s{<documented.*?/>}{}
not documented|borlange|made|BOR-24|s{<documented.*?/>}{}
covers nobody|borlange|made|BOR-19|s{<exchange.*?</exchange>}{}g
told orally only|skane|made|SKA-15|s/ written="2026-02-27"//
not made sure of|skane|made|SKA-16|s{<understood>.*?</understood>}{}
number wrong|uppsala|refused|DU-NUMBER|s/19610118-2803/19610118-2804/
T
variants consent "$child" <<'T'
as it is|borlange|made|-|
child not heard|borlange|made|BOR-18|s{<child-view.*?</child-view>}{}s
child not heard|jamtland-harjedalen|made|JH-9|s{<child-view.*?</child-view>}{}s
T

variants withdrawal "$plain" <<'T'
as it is|uppsala|made|-|
nothing to take back|uppsala|refused|UPP-7|s{<consents>.*</consents>}{}s
taken back, all told|uppsala|made|-|s{(where="journalen"/>)}{$1<withdrawn date="2026-03-01"><told party="social" date="2026-03-01"/><told party="school" date="2026-03-01"/></withdrawn>}
taken back, not all told|uppsala|made|DU-WITHDRAWAL-TOLD|s{(where="journalen"/>)}{$1<withdrawn date="2026-03-01"><told party="social" date="2026-03-01"/></withdrawn>}
a part taken back|uppsala|made|-|s{(where="journalen"/>)}{$1<withdrawn date="2026-03-01" whole="no"><part>school</part></withdrawn>}
taken back before it was given|uppsala|refused|DU-TIME|s{(where="journalen"/>)}{$1<withdrawn date="2026-02-01" whole="no"/>}
T

variants agenda "$plain" <<'T'
as it is|jamtland-harjedalen|made|-|
closed|uppsala|refused|DU-STATE|s/state="called"/state="closed"/
no meeting|uppsala|refused|DU-TIME|s/status="planned"/status="cancelled"/
short|jamtland-harjedalen|made|JH-33|s/T14:15:00/T13:45:00/
ends before it begins|borlange|refused|BOR-32|s/T14:15:00/T12:15:00/
no consent|jamtland-harjedalen|refused|JH-11|s{<consents>.*</consents>}{}s
T

variants preparation "$plain" <<'T'
as it is|uppsala|made|-|
closed|uppsala|refused|DU-STATE|s/state="called"/state="closed"/
T

# information and evaluation are made of a case that has ended, too
variants leaflet "$plain" <<'T'
closed|uppsala|made|-|s/state="called"/state="closed"/
T
variants evaluation "$plain" <<'T'
closed|uppsala|made|-|s/state="called"/state="closed"/
T
[ "$failed" -eq 0 ]
