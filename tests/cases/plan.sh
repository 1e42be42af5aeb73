# Every rule of a plan: one case that breaks it, and the case as it is, which breaks none.
. "$(dirname "$0")/../lib.sh"
. "$(dirname "$0")/../variants.sh"

variants plan "$ROOT/tests/cases/plan.xml" <<'T'
as it is|default|made|-|
as it is|jamtland-harjedalen|made|-|
as it is|uppsala|made|-|
as it is|borlange|made|-|
as it is|gavleborg|made|-|
as it is|skane|made|-|
no plan|uppsala|refused|DU-STATE|s{<plan .*</plan>}{}s
meeting not held|uppsala|refused|DU-STATE|s/status="held"/status="cancelled"/
case closed|uppsala|refused|DU-STATE|s/state="held"/state="closed"/
consent ended|borlange|refused|BOR-21|s/given="2026-02-27" until="2027-02-26"/given="2024-02-27" until="2025-02-26"/
consent withdrawn|jamtland-harjedalen|refused|JH-13|s{(where="journalen"/>)}{$1<withdrawn date="2026-02-28"/>}
number wrong|uppsala|refused|DU-NUMBER|s/19610118-2803/19610118-2804/
nobody took part|uppsala|refused|UPP-32|s{<attendance .*?(?=  </meeting>)}{}s; s{party="(social|school)" goal}{asked="yes" $&}g; s{<copy .*?/>}{}g
nobody took part, statutory only|default|refused|DU-PLAN-PARTICIPANTS|s{<attendance .*?(?=  </meeting>)}{}s; s{party="(social|school)" goal}{asked="yes" $&}g
person absent, not heard|uppsala|refused|UPP-19|s{<attendance party="me" presence="present"/>}{}; s{<participation>.*?</participation>}{}
person absent, not heard|skane|made|SKA-10|s{<attendance party="me" presence="present"/>}{}; s{<participation>.*?</participation>}{}
person absent, heard otherwise|uppsala|made|-|s{<attendance party="me" presence="present"/>}{<attendance party="me" presence="absent"><represented>Brev.</represented></attendance>}; s{<participation>.*?</participation>}{}
no needs|uppsala|refused|UPP-32|s{<identified-need.*?</identified-need>}{}; s/ need="n1"//g
no needs|skane|refused|SKA-3|s{<identified-need.*?</identified-need>}{}; s/ need="n1"//g
no goals|gavleborg|refused|GAV-10|s{<goal .*</goal>}{}s; s/ goal="g[12]"//g
no steps|uppsala|refused|UPP-32|s{<sub-goal.*?</sub-goal>}{}
goal not accepted|uppsala|made|UPP-56|s/accepted="yes"/accepted="no"/
goal not checked|jamtland-harjedalen|made|JH-47|s/ checked="yes"//
no actions of principals|skane|refused|SKA-3|s{<action id="a[12]".*?</action>}{}g
one principal only|skane|made|SKA-1|s{<action id="a1".*?</action>}{}
both principals through a private provider|skane|made|-|s{class="social-services"}{class="private-provider"}
responsible was not there|jamtland-harjedalen|refused|JH-46|s{<attendance party="social".*?</attendance>}{}; s{<copy party="social"/>}{}
responsible was not there|borlange|refused|BOR-7|s{<attendance party="social".*?</attendance>}{}
responsible will be asked|borlange|made|-|s{<attendance party="social".*?</attendance>}{}; s{party="social" goal}{asked="yes" $&}
no how often|borlange|refused|BOR-40|s{<how-often>varje dag</how-often>}{}
no where|borlange|refused|BOR-40|s{<where>telefon</where>}{}
no who|borlange|refused|BOR-40|s{<who><title>handläggare</title></who>}{}
no from|borlange|refused|BOR-40|s/ from="2026-03-23"//
nothing said of others|skane|refused|SKA-3|s{<own-action.*?</own-action>}{}; s{<action id="a3".*?</action>}{}
others said to do nothing|skane|made|-|s{<own-action.*?</own-action>}{}; s{<action id="a3".*?</action>}{}; s/kva="AU120"/$& others="none"/
nothing said of what is not agreed|borlange|made|BOR-41|s{<not-agreed>.*?</not-agreed>}{}
said to agree on all|borlange|made|-|s{<not-agreed>.*?</not-agreed>}{}; s/kva="AU120"/$& disagreement="none"/
no coordinator|jamtland-harjedalen|refused|JH-39|s{<coordinator.*?</coordinator>}{}
no coordinator|uppsala|refused|UPP-5|s{<coordinator.*?</coordinator>}{}
no coordinator|borlange|refused|BOR-42|s{<coordinator.*?</coordinator>}{}
coordinator of a school|jamtland-harjedalen|refused|JH-40|s/coordinator class="health-region"/coordinator class="school"/
no contacts|uppsala|refused|UPP-32|s{<contact-person.*?</contact-person>}{}
no contacts|borlange|made|BOR-42|s{<contact-person.*?</contact-person>}{}
no follow-up|jamtland-harjedalen|refused|JH-48|s{<next .*?</next>}{}
no follow-up|uppsala|refused|UPP-58|s{<next .*?</next>}{}
no follow-up|borlange|refused|BOR-43|s{<next .*?</next>}{}
follow-up before the plan|uppsala|refused|UPP-58|s/next date="2026-09-16"/next date="2026-03-01"/
follow-up without place|jamtland-harjedalen|made|JH-48|s{<place>Provmottagningen</place>}{}
follow-up without how|jamtland-harjedalen|refused|JH-57|s{<how>Vi går igenom målen.</how>}{}
follow-up without how|uppsala|made|DU-NEXT-HOW|s{<how>Vi går igenom målen.</how>}{}
follow-up in a year|skane|made|-|s/next date="2026-09-16"/next date="2027-03-18"/
follow-up in more than a year|skane|refused|SKA-21|s/next date="2026-09-16"/next date="2027-03-19"/
event after the plan|skane|made|SKA-22|s{</case>}{<event kind="moved" date="2026-03-20"/></case>}
event before the plan|skane|made|-|s{</case>}{<event kind="moved" date="2026-03-10"/></case>}
lapsed|skane|refused|SKA-24|s/state="held"/state="lapsed"/
on paper without a reason|jamtland-harjedalen|made|JH-50|s{<paper-reason>.*?</paper-reason>}{}
on paper, region not there|jamtland-harjedalen|made|-|s{<paper-reason>.*?</paper-reason>}{}; s{<attendance party="caller".*?</attendance>}{}
no KVÅ code|jamtland-harjedalen|made|JH-50|s/ kva="AU120"//
somebody gets no copy|jamtland-harjedalen|made|JH-42|s{<copy party="school"/>}{}
somebody gets no copy|uppsala|made|UPP-33|s{<copy party="school"/>}{}
somebody gets no copy|borlange|made|BOR-44|s{<copy party="school"/>}{}
no list of copies|uppsala|made|UPP-33|s{<distribution>.*?</distribution>}{}s
copy to somebody not covered|uppsala|made|UPP-8|s{<copy party="school"/>}{$&<copy party="agency"/>}
child without a word|jamtland-harjedalen|made|JH-38 JH-9|s/1961-01-18/2014-01-18/; s{<number.*?</number>}{}; s/class="person"/class="child"/; s{(<party id="me".*?/>)}{$1<party id="mum" class="guardian"><name><given>Ma</given></name></party>}; s{</consents>}{<missing party="mum" decided-by="x" date="2026-02-27"><why>x</why></missing></consents>}
child without guardians|jamtland-harjedalen|refused|JH-16|s/1961-01-18/2014-01-18/; s{<number.*?</number>}{}; s/class="person"/class="child"/
T
[ "$failed" -eq 0 ]
