/** Roles that name the same person in turn: an article calls its minister an official and its mayor a politician. */
const circles = [
  `president premier minister chancellor leader head chief ruler politician statesman president-elect prime
   президент премьер премьер-министр министр канцлер лидер глава политик
   прем’єр прем'єр міністр канцлер лідер голова глава політик очільник
   président présidente premier ministre dirigeant chef leader chancelier
   präsident präsidentin kanzler kanzlerin minister ministerin regierungschef regierungschefin politiker politikerin`,
  `senator lawmaker legislator congressman congresswoman representative politician mp mayor governor councillor councilman democrat republican
   депутат сенатор парламентарий политик мэр губернатор чиновник
   нардеп парламентар політик мер посадовець чиновник
   maire député députée sénateur sénatrice élu élue édile
   abgeordneter abgeordnete politiker politikerin bürgermeister bürgermeisterin`,
  `expert analyst economist professor researcher scientist strategist specialist author lecturer scholar academic historian
   эксперт аналитик экономист политолог профессор исследователь ученый учёный специалист социолог историк
   експерт аналітик економіст політолог професор дослідник науковець вчений фахівець спеціаліст ветеринар соціолог
   expert experte analyste économiste professeur chercheur chercheuse scientifique spécialiste historien politologue sociologue
   experte expertin forscher forscherin professor professorin wissenschaftler wissenschaftlerin ökonom analyst`,
  `lawyer attorney counsel barrister solicitor prosecutor адвокат юрист защитник захисник avocat avocate conseil anwalt anwältin verteidiger`,
  `judge justice magistrate судья суддя magistrat magistrate président présidente juge richter richterin`,
  `boss ceo chief executive chairman chairwoman founder co-founder owner director manager entrepreneur businessman billionaire
   директор руководитель глава основатель владелец бизнесмен предприниматель гендиректор
   керівник засновник власник бізнесмен підприємець
   patron patronne pdg directeur directrice dirigeant dirigeante fondateur fondatrice gérant
   chef chefin geschäftsführer geschäftsführerin gründer gründerin unternehmer unternehmerin manager`,
  `singer musician rapper artist songwriter star певец певица музыкант артист співак співачка музикант chanteur chanteuse artiste musicien sänger sängerin musiker künstler`,
  `actor actress star comedian актер актёр актриса актор акторка acteur actrice comédien comédienne schauspieler schauspielerin`,
  `spokesman spokeswoman spokesperson official представитель пресс-секретарь представник речник речниця porte-parole sprecher sprecherin`,
  `officer detective sheriff captain sergeant commander policeman inspector investigator полковник майор генерал офицер офіцер commandant capitaine général`,
  `coach manager trainer тренер entraîneur sélectionneur trainerin`,
  `company firm manufacturer maker startup giant brand brokerage bank carmaker retailer компания фирма компанія фірма entreprise société groupe compagnie unternehmen konzern firma hersteller`,
  `wife husband spouse супруга супруг жена муж дружина чоловік épouse époux femme mari ehefrau ehemann`,
]

const circlesOf = new Map<string, Set<number>>()
for (const [number, circle] of circles.entries()) {
  for (const word of circle.split(/\s+/)) {
    const known = circlesOf.get(word)
    if (known === undefined) circlesOf.set(word, new Set([number]))
    else known.add(number)
  }
}

/** Whether two role words, in lower case and their base form, can mean the same person. */
export function sameRole(a: string, b: string): boolean {
  const first = circlesOf.get(a)
  const second = circlesOf.get(b)
  if (first === undefined || second === undefined) return false
  for (const circle of first) if (second.has(circle)) return true
  return false
}
