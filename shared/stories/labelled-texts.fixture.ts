/**
 * Texts written for this repository, in groups: what an agency sent, what others made of it, and what only looks like it.
 * `same` are texts an analyst would want to see as one story with the first, `other` those that are stories of their own.
 */
export interface LabelledGroup {
  name: string
  wire: string[]
  same: Array<{ kind: 'headline' | 'cut' | 'edited' | 'extended'; text: string[] }>
  other: Array<{
    kind: 'follow-up' | 'own report' | 'background' | 'bulletin' | 'translation'
    text: string[]
  }>
}

const lockTalks = [
  'VELMORA (Northline) - Delegates from the four river states agreed on Tuesday to open the lower lock at Sarnek to night traffic from June, ending a dispute that has held up grain barges since autumn.',
  'The chair of the talks, Ilse Maron, said the agreement covers vessels of up to 2,400 tonnes and will be reviewed after ninety days. "Nobody got everything, and everybody got a timetable," she told reporters after the session.',
  'The downstream delegation had asked for unlimited passage. Its head, Tomas Wird, said it accepted the limit because the harvest could not wait for a better text.',
  'Under the agreement, each state will send an inspector to the lock, and the costs of lighting the approach will be shared according to tonnage.',
  'Environmental groups said the night traffic would disturb the breeding grounds on the eastern bank. The river commission promised a study before the end of the year.',
  'The next round of talks is to be held in Velmora on 14 May and will deal with dredging.',
]

const gasPrice = [
  'The energy ministers of the coastal union failed on Thursday to agree on a ceiling for the price of imported gas, after nine hours of talks in Port Adel.',
  'Seven of the eleven countries supported a ceiling of 62 crowns a unit, officials said, two short of the majority that the treaty asks for.',
  'Minister Renata Holt of Grevia said her country could not sign a text that would "send the tankers to somebody else in the middle of winter". Her colleague from Oster called the result a gift to speculators.',
  'The commission will present another proposal next week. A spokesman said it would contain a mechanism for sharing stocks between neighbours, which the smaller members have demanded for two years.',
  'Prices rose by four per cent after the news and stood at 71 crowns in the evening.',
  'The union imports two thirds of its gas by sea. It introduced common purchases after the pipeline under the strait was closed, but has never bought more than a tenth of its needs together.',
]

const ceasefire = [
  'Mediators in the Harun conflict announced on Saturday that both sides had accepted a pause of seventy-two hours, beginning on Sunday at six in the morning local time, to let aid into the old town.',
  'The pause is the first since the bridge was destroyed in January. Three convoys with food, medicine and fuel are waiting on the northern road, according to the relief agency.',
  '"We have heard promises before, and we will count the lorries," said Amina Doss, who leads the agency in the region.',
  'A spokesman for the government said its troops would hold their positions and answer only if they were attacked. The opposition council confirmed that it had given the same order.',
  'Observers will be posted at four crossings and report twice a day. Neither side has agreed to talks on what follows after the pause.',
]

const grainUk = [
  'Делегації чотирьох річкових держав домовилися у вівторок відкрити нижній шлюз у Сарнеку для нічного руху суден із червня, завершивши суперечку, через яку з осені стояли баржі із зерном.',
  'Голова переговорів Ільза Марон повідомила, що угода стосується суден вантажністю до 2400 тонн і буде переглянута через дев’яносто днів. «Ніхто не отримав усього, але всі отримали розклад», – сказала вона журналістам після засідання.',
  'Делегація низов’я просила про необмежений прохід. Її голова Томас Вірд заявив, що вона погодилася на обмеження, бо врожай не може чекати на кращий текст.',
  'За угодою, кожна держава надішле до шлюзу інспектора, а витрати на освітлення підходу поділять відповідно до тоннажу.',
  'Екологічні організації попередили, що нічний рух турбуватиме птахів на східному березі. Річкова комісія пообіцяла дослідження до кінця року.',
]

const strikeDe = [
  'Die Gewerkschaft der Lotsen hat am Montag angekündigt, den Hafen von Brunsaal von Mittwoch an für drei Tage zu bestreiken, falls die Reederei bis dahin kein neues Angebot vorlegt.',
  'Nach Angaben der Gewerkschaft stimmten 91 Prozent der Mitglieder für den Ausstand. Gefordert werden sechs Prozent mehr Lohn und ein Zuschlag für Fahrten bei Eis.',
  'Ein Sprecher der Reederei nannte die Forderung unerfüllbar. Man sei bereit, über den Zuschlag zu reden, nicht aber über eine Laufzeit von nur einem Jahr.',
  'Die Hafenbehörde rechnet damit, dass rund vierzig Schiffe auf Reede warten müssen. Frischware solle bevorzugt abgefertigt werden, sagte ihre Leiterin Karin Ohl.',
  'Zuletzt hatten die Lotsen vor vier Jahren gestreikt; damals dauerte es zwei Wochen, bis der Stau aufgelöst war.',
]

const bulletin = (day: string, level: string, flow: string, ships: string, fog: string) => [
  `River bulletin for ${day}. The level at the Sarnek gauge was ${level} centimetres at six in the morning. The flow at the bridge was ${flow} cubic metres a second.`,
  `In the past twenty-four hours ${ships} ships passed the lower lock in both directions. ${fog} The commission reminds all masters to report their draught before entering the canal.`,
  'The bulletin is issued by the river commission every day at seven and is valid until the next one. For questions about the lock times call the duty officer at the lower lock.',
]

export const labelledGroups: LabelledGroup[] = [
  {
    name: 'lock talks',
    wire: lockTalks,
    same: [
      {
        kind: 'headline',
        text: ['River states end lock row', ...lockTalks, '(Reporting by J. Pell; editing by R. Amsel)'],
      },
      {
        kind: 'headline',
        text: [
          'Night barges to pass Sarnek from June, after months of quarrel',
          'By our staff and agencies',
          ...lockTalks.slice(0, 5),
        ],
      },
      { kind: 'cut', text: lockTalks.slice(0, 3) },
      { kind: 'cut', text: lockTalks.slice(0, 2) },
      { kind: 'cut', text: lockTalks.slice(1, 5) },
      {
        kind: 'edited',
        text: [
          'Delegates from the four river states on Tuesday agreed to open the lower lock at Sarnek to night traffic from June. The agreement ends a dispute that has held up grain barges since last autumn.',
          'The chair of the talks, Ilse Maron, said the agreement covers vessels of up to 2,400 tonnes and will be reviewed after three months. "Nobody got everything, and everybody got a timetable," she said after the session.',
          'The downstream delegation had wanted unlimited passage. Its head, Tomas Wird, said it accepted the limit because the harvest could not wait for a better text.',
          'Under the deal, each state will send an inspector to the lock, and the costs of lighting the approach will be shared according to tonnage.',
          'Environmental groups warned the night traffic would disturb the breeding grounds on the eastern bank. The river commission promised a study before the year is out.',
        ],
      },
      {
        kind: 'extended',
        text: [
          ...lockTalks,
          'In Grevia, the port of Lannick welcomed the decision. Its director said eleven barges with barley had been lying at the quay since February, and that two of the buyers had already gone elsewhere.',
          'Farmers here expect the first night convoy in the second week of June. A cooperative in the valley has hired a pilot who knows the approach in the dark.',
          'The opposition in the regional council asked who would pay for the inspector. The governor said the sum was smaller than a week of demurrage.',
        ],
      },
    ],
    other: [
      {
        kind: 'own report',
        text: [
          'After four months in which barley rotted in the holds, a compromise on the Sarnek lock was found on Tuesday evening. From June, ships may pass at night as well, provided that they carry no more than 2,400 tonnes.',
          'Ilse Maron, who presided, looked tired when she came before the press. "Nobody got everything, and everybody got a timetable," she said, and took no further questions on the costs.',
          'For the states on the lower river it is half of what they wanted. They had come for free passage at any hour and any weight; Tomas Wird spoke of a harvest that would not wait.',
          'Conservationists were angry. Herons and terns nest on the eastern bank, and floodlights will now burn there every night. A study has been promised, as one was promised when the lock was built.',
        ],
      },
      {
        kind: 'follow-up',
        text: [
          'The first inspectors arrived at the Sarnek lock on Friday, three days after the four river states agreed to open it to night traffic, and found the approach without a single working lamp.',
          'The costs of lighting the approach will be shared according to tonnage, but the tonnage of last year is disputed. The downstream states count empty barges, the upper states do not.',
          'Ilse Maron, who chaired the talks, said the matter belonged to the accountants and would not delay the opening. An engineer of the commission spoke of August.',
          'The next round of talks is to be held in Velmora on 14 May and will deal with dredging.',
        ],
      },
      { kind: 'translation', text: grainUk },
    ],
  },
  {
    name: 'gas price',
    wire: gasPrice,
    same: [
      { kind: 'headline', text: ['No gas price ceiling for now', 'Nine hours, no deal', ...gasPrice] },
      { kind: 'cut', text: gasPrice.slice(0, 4) },
      { kind: 'cut', text: ['Ministers fail to agree on gas ceiling', ...gasPrice.slice(0, 2)] },
      {
        kind: 'edited',
        text: [
          'Energy ministers of the coastal union failed on Thursday to agree on a ceiling for the price of imported gas after nine hours of talks in Port Adel, officials said.',
          'Seven of the eleven countries supported a ceiling of 62 crowns a unit, two short of the majority that the treaty asks for.',
          'Renata Holt, the minister of Grevia, said her country could not sign a text that would "send the tankers to somebody else in the middle of winter". Her colleague from Oster called the outcome a gift to speculators.',
          'The commission is to present another proposal next week. It will contain a mechanism for sharing stocks between neighbours, which the smaller members have demanded for two years, a spokesman said.',
          'Prices rose by four per cent after the news and stood at 71 crowns in the evening.',
        ],
      },
      {
        kind: 'extended',
        text: [
          'Households in Oster will pay more for heating this winter after a meeting that ended with nothing, the consumer office said on Thursday night.',
          ...gasPrice,
          'The office advised households to ask their supplier for a fixed price before the end of the month. About a third of all contracts here follow the market and are adjusted every quarter.',
        ],
      },
    ],
    other: [
      {
        kind: 'background',
        text: [
          'What a ceiling on gas prices can do, and what it cannot: five questions and answers before the ministers meet again.',
          'Who would pay? A ceiling does not make gas cheaper, it makes somebody else pay the difference. In the text of the commission that is a fund, filled by a levy on electricity.',
          'Why is there no majority? The treaty asks for nine of eleven. Countries with terminals fear for their contracts, and countries without them have no votes to spare.',
          'The union imports two thirds of its gas by sea. It introduced common purchases after the pipeline under the strait was closed, but has never bought more than a tenth of its needs together.',
          'What happens in January? If there is no text by then, the rules of last winter apply again, and those were written for a winter without frost.',
        ],
      },
      {
        kind: 'follow-up',
        text: [
          'The energy ministers of the coastal union agreed on Wednesday to share their stocks of gas, a week after they had failed to set a ceiling for the price.',
          'The mechanism obliges neighbours to help each other once stocks fall below a fifth. Nine countries voted for it, Grevia abstained, and Oster voted against.',
          'Minister Renata Holt said she had no objection to solidarity, only to its bill. The commission will present the rules for compensation in spring.',
          'The union imports two thirds of its gas by sea. It introduced common purchases after the pipeline under the strait was closed, but has never bought more than a tenth of its needs together.',
        ],
      },
    ],
  },
  {
    name: 'ceasefire',
    wire: ceasefire,
    same: [
      {
        kind: 'headline',
        text: [
          'Three days of quiet for Harun',
          ...ceasefire,
          'This report was produced with agency material.',
        ],
      },
      { kind: 'cut', text: ceasefire.slice(0, 3) },
      {
        kind: 'edited',
        text: [
          'Mediators in the Harun conflict said on Saturday both sides had accepted a pause of seventy-two hours, beginning on Sunday at 6 a.m. local time, to let aid into the old town.',
          'It is the first pause since the bridge was destroyed in January. Three convoys with food, medicine and fuel are waiting on the northern road, according to the relief agency.',
          '"We have heard promises before, and we will count the lorries," said Amina Doss, who leads the agency in the region.',
          'A government spokesman said its troops would hold their positions and answer only if attacked. The opposition council confirmed that it had given the same order.',
          'Observers will be posted at four crossings and report twice a day. Neither side has agreed to talks on what follows the pause.',
        ],
      },
    ],
    other: [
      {
        kind: 'follow-up',
        text: [
          'The pause in the Harun conflict was extended by another forty-eight hours on Tuesday, mediators announced, after two of three convoys had reached the old town.',
          'The third convoy turned back at the northern crossing because of mines, according to the relief agency. Nobody was hurt.',
          '"We counted the lorries, and one is missing," said Amina Doss, who leads the agency in the region.',
          'Observers posted at four crossings reported eleven breaches, none of them with heavy weapons. A spokesman for the government blamed the opposition council, which denied it.',
        ],
      },
      {
        kind: 'own report',
        text: [
          'At six on Sunday the guns over Harun are to fall silent for three days. In the cellars of the old town people have begun to write lists: insulin, candles, flour.',
          'It was the mediators who said so on Saturday evening, and both parties have confirmed it, each in words of its own.',
          'Amina Doss has eighty-four lorries on the northern road. She does not count on anything. "We have heard promises before, and we will count the lorries," she says.',
          'What comes on Wednesday nobody here can tell. There is no date for talks, and no bridge.',
        ],
      },
    ],
  },
  {
    name: 'lock talks in Ukrainian',
    wire: grainUk,
    same: [
      { kind: 'headline', text: ['Нічний рух через шлюз Сарнек дозволять із червня', ...grainUk] },
      { kind: 'cut', text: grainUk.slice(0, 2) },
      {
        kind: 'edited',
        text: [
          'Делегації чотирьох річкових держав у вівторок домовилися відкрити нижній шлюз у Сарнеку для нічного руху суден із червня. Так завершилася суперечка, через яку з осені стояли баржі із зерном.',
          'Голова переговорів Ільза Марон повідомила, що угода стосується суден вантажністю до 2400 тонн і буде переглянута через три місяці. «Ніхто не отримав усього, але всі отримали розклад», – сказала вона журналістам.',
          'Делегація низов’я просила про необмежений прохід. Її голова Томас Вірд заявив, що вона погодилася на обмеження, бо врожай не може чекати на кращий текст.',
          'За угодою, кожна держава надішле до шлюзу інспектора, а витрати на освітлення підходу поділять відповідно до тоннажу.',
        ],
      },
    ],
    other: [
      {
        kind: 'own report',
        text: [
          'Після чотирьох місяців простою компроміс щодо шлюзу в Сарнеку знайшли ввечері у вівторок: із червня кораблі ходитимуть і вночі, якщо везуть не більш як 2400 тонн.',
          '«Ніхто не отримав усього, але всі отримали розклад», – кинула Ільза Марон, виходячи із зали, і на запитання про гроші не відповіла.',
          'Для держав у пониззі це половина бажаного. Вони приїхали по вільний прохід у будь-яку годину, а поїдуть із лімітом і з ліхтарями, за які ще треба заплатити.',
        ],
      },
    ],
  },
  {
    name: 'strike in German',
    wire: strikeDe,
    same: [
      { kind: 'headline', text: ['Lotsen drohen mit Streik', 'Brunsaal (nl)', ...strikeDe] },
      { kind: 'cut', text: strikeDe.slice(0, 3) },
      {
        kind: 'edited',
        text: [
          'Die Lotsengewerkschaft hat am Montag angekündigt, den Hafen von Brunsaal von Mittwoch an drei Tage lang zu bestreiken, falls die Reederei bis dahin kein neues Angebot vorlegt.',
          'Nach Angaben der Gewerkschaft stimmten 91 Prozent der Mitglieder für den Ausstand. Sie fordert sechs Prozent mehr Lohn und einen Zuschlag für Fahrten bei Eis.',
          'Ein Sprecher der Reederei nannte die Forderung unerfüllbar. Man sei bereit, über den Zuschlag zu reden, nicht aber über eine Laufzeit von nur einem Jahr.',
          'Die Hafenbehörde rechnet damit, dass rund vierzig Schiffe auf Reede warten müssen. Frischware solle bevorzugt abgefertigt werden, sagte Leiterin Karin Ohl.',
        ],
      },
    ],
    other: [
      {
        kind: 'follow-up',
        text: [
          'Im Hafen von Brunsaal haben die Lotsen am Mittwoch die Arbeit niedergelegt. Seit dem Morgen liegen vierunddreißig Schiffe auf Reede, teilte die Hafenbehörde mit.',
          'Die Reederei hatte am Dienstagabend ein Angebot vorgelegt, das die Gewerkschaft als unzureichend zurückwies. Gefordert werden sechs Prozent mehr Lohn und ein Zuschlag für Fahrten bei Eis.',
          'Zuletzt hatten die Lotsen vor vier Jahren gestreikt; damals dauerte es zwei Wochen, bis der Stau aufgelöst war.',
        ],
      },
    ],
  },
  {
    name: 'daily bulletin',
    wire: bulletin('3 March', '412', '1,730', '18', 'Fog is expected on the upper reach until noon.'),
    same: [
      {
        kind: 'headline',
        text: [
          'River levels today',
          ...bulletin('3 March', '412', '1,730', '18', 'Fog is expected on the upper reach until noon.'),
        ],
      },
    ],
    other: [
      {
        kind: 'bulletin',
        text: bulletin('4 March', '405', '1,690', '23', 'The weather will be clear along the whole river.'),
      },
      {
        kind: 'bulletin',
        text: bulletin('5 March', '398', '1,655', '9', 'The upper gate is closed for repairs from noon.'),
      },
    ],
  },
]

/** A digest of several stories: it holds them shortened, and is none of them. */
export const digest = [
  'The morning in five minutes',
  ...lockTalks.slice(0, 2),
  ...gasPrice.slice(0, 2),
  ...ceasefire.slice(0, 2),
  'And at the end: the weather will be clear along the whole river, and the ferry to Lannick runs again from Monday.',
]
