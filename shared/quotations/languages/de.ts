import type { LanguageTable } from './table.ts'

export const german: LanguageTable = {
  language: 'de',
  speech: `
    sag/te,ten,t,en,end,e gesagt erklär/te,ten,t,en,e beton/te,ten,t,en,e berichte/te,ten,t,n,te mein/te,ten,t,en,e teil/te,ten,t,en mitgeteilt
    schreib/t,en,e schrieb schrieben geschrieben füg/te,ten,t,e ergänz/te,ten,t,en kritisier/te,ten,t,en forder/te,ten,t,n warn/te,ten,t,en
    antwort/ete,eten,et,en frag/te,ten,t,en,e räum/te,ten,t,en eingeräumt gab geben gibt gaben bekannt bestätig/te,ten,t,en kündig/te,ten,t,en
    angekündigt behaupte/te,ten,t,n erinner/te,ten,t,n erläuter/te,ten,t,n erzähl/te,ten,t,en verkünde/te,ten,t,n bemerk/te,ten,t,en
    verlaute/te,t äußer/te,ten,t,n versicher/te,ten,t,n versprach versprachen verspricht versprechen prophezei/te,t vermute/te,t,n glaub/te,ten,t,en
    find/et,en fand fanden denk/t,en dachte heißt hieß wies weist wiesen hinwies verwies verweist verwiesen unterstreicht unterstrich
    unterstrichen hob heb/t,en hervor stell/te,ten,t,en klar klag/te,ten,t,en beklag/te,ten,t,en bedauer/te,ten,t,n jubel/te,ten,t scherz/te,t
    witzel/te,t spott/ete,et rief ruft riefen rufen schrie schreit entgegne/te,ten,t erwider/te,ten,t konter/te,ten,t widersprach widerspricht
    resümier/te,t bilanzier/te,t fass/te,t zusammen gesteh/t gestand zugab zitier/te,ten,t,en twitter/te,ten,t poste/te,t kommentier/te,ten,t,en
    prognostizier/te,ten,t mahn/te,ten,t,en appellier/te,ten,t bat bitte/t baten plädier/te,ten,t,en schilder/te,ten,t,n formulier/te,t
    urteil/te,ten,t empfahl empfiehlt empfehlen rät riet raten begründe/te,ten,t,n informier/te,ten,t,en signalisier/te,t drohe/te droh/te,ten,t
    verteidig/te,ten,t,en lob/te,ten,t,en dank/te,ten,t,en begrüß/te,ten,t,en so sprach spricht sprachen sprechen führ/te,t fort fuhr fuhren
    hoff/te,ten,t,en befürchte/te,ten,t,n fürchte/te,t,n wünsch/te,t,en nenn/t,en nannte nannten bezeichne/te,ten,t,n bekräftig/te,ten,t,en
    präzisier/te,t legte lautet lautete lauten stellte feststell/te konstatier/te,ten,t verrät verriet verraten beschreib/t,en beschrieb
    beschrieben bekenn/t bekannte offenbar/te,t analysier/te,t sinnier/te,t seufz/te,t lach/te,t staun/te,t wunder/te,t ärger/te,t freu/te,ten,t,en
    zeig/te,ten,t,en verlangt verlangte verlangten vorwarf wirft warf warfen schimpf/te,t wetter/te,t polter/te,t moniert monierte
    bemängel/te,ten,t attestier/te,t entschuldig/te,t überleg/te,t`,
  fragment: `
    nenn/t,en nannte nannten genannt bezeichne/te,ten,t,n,te bezeichnet kritisier/te,ten,t,en lob/te,ten,t,en warn/te,ten,t,en wirft warf warfen
    vorwerfen beschreib/t,en beschrieb forder/te,ten,t,n will wollen wollte sprach spricht sprachen sprechen verurteil/te,ten,t,en halt/en hält hielt
    sieht sehen sah sahen spreche lehn/te,t würdig/te,ten,t,en begrüß/te,ten,t,en rede/te,t bewerte/te,t,n bewertet verspricht versprach
    beschwor gilt empfand empfindet wertet werteten wertete verteidigt rühmt rühmte feierte feiert spottet brandmarkt geißelt`,
  sources: `
    laut
    nach angaben von
    nach angaben der
    nach angaben des
    nach ansicht von
    nach ansicht der
    nach ansicht des
    nach meinung von
    nach meinung der
    nach meinung des
    nach worten von
    nach den worten von
    nach den worten der
    nach den worten des
    nach aussage von
    nach aussagen von
    nach aussage der
    nach auffassung der
    nach auffassung von
    nach auffassung des
    nach einschätzung von
    nach einschätzung der
    nach einschätzung des
    aus sicht von
    aus sicht der
    aus sicht des
    für
    so`,
  sourcesAfter: 'zufolge',
  pronouns: { masculine: 'er ihm ihn', feminine: 'sie ihr', plural: 'wir ich es man' },
  determiners: `der die das den dem des ein eine einen einem einer eines dieser diese dieses diesem diesen jener jene sein seine
    seiner seinen seinem ihr ihre ihrer ihren ihrem unser unsere kein keine mehrere einige viele alle beide zwei drei vier fünf
    manche andere anderer anderen weitere`,
  prepositions: `in im an am auf aus bei beim mit nach von vom zu zum zur für über unter vor hinter neben zwischen durch gegen ohne um
    bis seit während wegen trotz laut gegenüber innerhalb außerhalb`,
  conjunctions:
    'und oder aber denn sondern doch dass daß ob weil wenn als wie während obwohl damit bevor nachdem der die das welche welcher sowie',
  that: 'dass daß ob warum wie',
  fillers: `auch dann danach zuvor später heute gestern bereits noch schon nun jetzt zudem außerdem weiter weiterhin selbst aber
    jedoch indes dazu darauf hingegen hatte hat habe haben wird wurde sich am im montag dienstag mittwoch donnerstag freitag
    samstag sonntag dagegen wiederum erneut kürzlich unter anderem gegenüber nicht es ihm ihr uns mir nur wohl laut zugleich
    schließlich anschließend`,
  persons: `präsident präsidentin kanzler kanzlerin minister ministerin premier sprecher sprecherin chef chefin leiter leiterin direktor direktorin
    vorsitzend politiker politikerin abgeordnet bürgermeister bürgermeisterin landrat landrätin bischof bischöfin pfarrer pfarrerin papst kardinal
    botschafter botschafterin diplomat diplomatin beamt experte expertin forscher forscherin wissenschaftler wissenschaftlerin professor professorin ökonom
    ökonomin analyst analystin historiker historikerin soziologe politologe politologin psychologe psychologin anwalt anwältin richter richterin staatsanwalt
    staatsanwältin polizist polizistin kommissar ermittler offizier general oberst soldat arzt ärztin mediziner patient journalist journalistin reporter autor
    autorin schriftsteller regisseur regisseurin schauspieler schauspielerin sänger sängerin musiker künstler künstlerin trainer trainerin spieler
    spielerin stürmer torwart kapitän manager managerin unternehmer unternehmerin gründer gründerin inhaber geschäftsführer geschäftsführerin vorstand
    geschäftsführend lehrer lehrerin schüler student studentin bauer landwirt arbeiter mitarbeiter mitarbeiterin angestellt gewerkschafter aktivist
    aktivistin demonstrant demonstrantin anwohner anwohnerin bewohner nachbar nachbarin zeuge zeugin augenzeuge opfer mann frau mutter vater
    sohn tochter bruder schwester ehemann ehefrau junge mädchen kind jugendlich rentner rentnerin freund freundin kollege kollegin kunde nutzer
    berater beraterin beauftragt sekretär sekretärin stellvertreter stellvertreterin kandidat kandidatin könig königin prinz prinzessin
    verhandler vertreter vertreterin teilnehmer beobachter betroffen ingenieur entwickler astronaut meteorologe biologe physiker
    astronom archäologe kurator intendant mitglied senator gouverneur jährig funktionär spd-politiker ceo`,
  groups: `unternehmen firma konzern gruppe agentur ministerium amt regierung bundesregierung verwaltung behörde büro ausschuss kommission rat
    gericht partei gewerkschaft verband verein organisation institut universität schule krankenhaus klinik bank polizei armee bundeswehr
    mannschaft club klub liga stiftung hersteller sender zeitung magazin blatt portal botschaft parlament bundestag bundesrat senat
    fraktion koalition union kirche synode stadt gemeinde staatsanwaltschaft landeskirchenamt betreiber anbieter zentrum dienst
    allianz bündnis initiative bewegung kreml weiße gesellschaft redaktion`,
  documents: `erklärung mitteilung pressemitteilung bericht brief schreiben papier dokument studie tweet post beitrag text antrag urteil beschluss
    stellungnahme statement artikel botschaft aussendung`,
  titles: `herr herrn frau dr prof professor präsident präsidentin bundespräsident bundeskanzler bundeskanzlerin kanzler kanzlerin minister ministerin
    general oberst papst kardinal bischof landesbischof könig königin prinz sir lord us-präsident premier premierminister premierministerin
    mk ex-präsident innenminister außenminister verteidigungsminister finanzminister`,
  naming: `film films buch roman serie song lied album titel sendung namens genannt genannte genannten genannter sogenannt sogenannte sogenannten
    sogenannter begriff wort worte stück zeitung magazin spiegel projekt programm aktion ausstellung podcast motto slogan name namen
    kampagne thema show interview-programm kategorie rubrik reihe preis verein gruppe band festival getauft betitelt heißt`,
  nations: '',
  common: `der die das den dem des ein eine einen einem einer in im an am auf aus bei mit nach von zu zum zur für über unter vor hinter
    zwischen durch gegen ohne um bis seit während wegen trotz laut und oder aber denn sondern doch dass ob weil wenn als wie obwohl
    damit bevor nachdem er sie es wir ich ihr man dies diese dieser dieses jener so auch dann danach da dort hier jetzt nun heute
    gestern morgen zuvor später bereits noch schon zudem außerdem nicht kein keine alle viele einige mehrere beide was wer wo warum wann
    sein seine ihre unser mein dabei dafür dagegen dazu darum deshalb daher darin darauf allerdings jedoch indes montag dienstag
    mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober november dezember
    statt nur erst ja nein ist sind war waren hat haben wird werden wurde kann muss soll will zuletzt jährlich zahlreiche jahr jahre jahren
    menschen land welt zeit ende anfang teil fall frage tag tage woche monat prozent euro millionen milliarden dollar uhr`,
  abbreviations:
    'dr prof bzw ca z b d h u a usw nr st str mio mrd evtl ggf inkl vgl s jan feb mär apr jun jul aug sep sept okt nov dez',
  inflection: 3,
  dialogue: false,
  incise: false,
}
