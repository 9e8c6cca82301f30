import type { Said } from './compare-words.ts'

/** Two passages by one speaker of one week, and whether they are the same words. Written for this repository. */
export interface LabelledPair {
  /** What an agency did to the words, or what makes two sayings look alike. */
  how:
    | 'cut'
    | 'reworded'
    | 'translated'
    | 'other number'
    | 'other sign'
    | 'same matter'
    | 'same formula'
    | 'same names'
  one: Said
  other: Said
}

const pair = (
  how: LabelledPair['how'],
  one: [lang: string, text: string],
  other: [lang: string, text: string],
) => ({
  how,
  one: { lang: one[0], text: one[1] },
  other: { lang: other[0], text: other[1] },
})
const within = (lang: string) => (how: LabelledPair['how'], one: string, other: string) =>
  pair(how, [lang, one], [lang, other])
const [en, uk, ru, fr, de] = ['en', 'uk', 'ru', 'fr', 'de'].map(within) as [
  ReturnType<typeof within>,
  ReturnType<typeof within>,
  ReturnType<typeof within>,
  ReturnType<typeof within>,
  ReturnType<typeof within>,
]

export const samePairs: LabelledPair[] = [
  en(
    'cut',
    'We will open the Karst dam on 14 May, and nobody downstream will pay for it.',
    'nobody downstream will pay for it',
  ),
  en(
    'cut',
    'The figures are ours to publish, and we shall publish them when the commission meets.',
    'The figures are ours to publish',
  ),
  en(
    'cut',
    'Let me be clear: there is no secret annex, there never was one, and whoever says so lies.',
    'there is no secret annex, there never was one',
  ),
  en(
    'reworded',
    'We are ready to sign the water share agreement as soon as the lower states lift their tolls.',
    'We are ready to sign the agreement on water shares once the lower states lift their tolls.',
  ),
  en(
    'reworded',
    'If the locks stay closed through the summer, our farmers will lose the whole harvest.',
    'Should the locks stay closed through the summer our farmers would lose their whole harvest',
  ),
  en(
    'reworded',
    'The commission has eleven members, and not one of them has ever seen the upper gauge.',
    'The commission has eleven members and none of them has ever seen the upper gauge.',
  ),
  en(
    'reworded',
    'I told the delegates that the fishing ban ends in October and will not be renewed.',
    'I have told delegates the fishing ban ends in October and it will not be renewed',
  ),
  en(
    'reworded',
    'We have asked three times for the flow data, and three times we were given a brochure.',
    'Three times we have asked for the flow data and three times we were given a brochure.',
  ),
  uk(
    'cut',
    'Ми відкриємо верхню греблю в травні, і ніхто нижче за течією за це не платитиме.',
    'ніхто нижче за течією за це не платитиме',
  ),
  uk(
    'cut',
    'Дані про рівень води належать усім, і ми оприлюднимо їх, щойно збереться комісія.',
    'Дані про рівень води належать усім',
  ),
  uk(
    'reworded',
    'Ми готові підписати угоду про частки води, щойно нижні держави скасують мита.',
    'Ми готові підписати угоду про частки води, як тільки нижні держави скасують мита.',
  ),
  uk(
    'reworded',
    'Якщо шлюзи лишаться зачиненими все літо, наші фермери втратять увесь урожай.',
    'Якщо шлюзи лишаться зачиненими ціле літо, наші фермери втратять весь урожай',
  ),
  uk(
    'reworded',
    'Я сказав делегатам, що заборона риболовлі закінчується в жовтні й не буде продовжена.',
    'Я сказав делегатам: заборона риболовлі закінчується в жовтні та не буде продовжена.',
  ),
  ru(
    'cut',
    'Мы трижды просили данные о стоке, и трижды нам вручали буклет с картинками.',
    'трижды нам вручали буклет с картинками',
  ),
  ru(
    'reworded',
    'Если шлюзы останутся закрытыми всё лето, наши крестьяне потеряют весь урожай.',
    'Если шлюзы останутся закрыты всё лето, наши крестьяне потеряют весь урожай',
  ),
  ru(
    'reworded',
    'Мы готовы подписать соглашение, как только нижние государства отменят пошлины на зерно.',
    'Мы готовы подписать соглашение, когда нижние государства отменят пошлины на зерно.',
  ),
  fr(
    'cut',
    'Nous ouvrirons le barrage en mai, et personne en aval ne paiera pour cela.',
    'personne en aval ne paiera pour cela',
  ),
  fr(
    'reworded',
    'Nous sommes prêts à signer dès que les États du bas lèveront leurs péages sur le grain.',
    'Nous sommes prêts à signer aussitôt que les États du bas lèveront leurs péages sur le grain.',
  ),
  de(
    'cut',
    'Wir öffnen das obere Wehr im Mai, und niemand am Unterlauf wird dafür bezahlen.',
    'niemand am Unterlauf wird dafür bezahlen',
  ),
  de(
    'reworded',
    'Wir sind bereit zu unterschreiben, sobald die unteren Staaten ihre Zölle auf Getreide aufheben.',
    'Wir sind zur Unterschrift bereit, sobald die unteren Staaten ihre Zölle auf Getreide aufheben.',
  ),
  pair(
    'translated',
    ['en', 'On 14 May we open the Karst dam, and the 1,500 families in Velden will have water.'],
    ['uk', '14 травня ми відкриваємо Карстську греблю, і 1500 родин у Вельдені матимуть воду.'],
  ),
  pair(
    'translated',
    ['en', 'Our offer stands: 40 percent for the upper states, 60 for the lower ones.'],
    ['uk', 'Наша пропозиція чинна: 40 відсотків верхнім державам і 60 нижнім.'],
  ),
  pair(
    'translated',
    ['uk', 'У Мароні ми домовилися про 12 пунктів, і Тревік їх підписав.'],
    ['en', 'In Marona we agreed on 12 points, and Trevik signed them.'],
  ),
  pair(
    'translated',
    ['ru', 'В Мароне мы договорились о 12 пунктах, и Тревик их подписал.'],
    ['en', 'In Marona we agreed on 12 points, and Trevik signed them.'],
  ),
  pair(
    'translated',
    ['fr', 'Notre offre tient : 40 pour cent pour les États du haut, 60 pour ceux du bas.'],
    ['en', 'Our offer stands: 40 percent for the upper states, 60 for the lower ones.'],
  ),
  pair(
    'translated',
    ['de', 'In Marona haben wir uns auf 12 Punkte geeinigt, und Trevik hat sie unterschrieben.'],
    ['en', 'In Marona we agreed on 12 points, and Trevik signed them.'],
  ),
  pair(
    'translated',
    ['en', 'I spoke with Trevik and with Halvorsen in Marona, and both gave their word.'],
    ['uk', 'Я говорив із Тревіком і з Галворсеном у Мароні, і обидва дали слово.'],
  ),
  pair(
    'translated',
    ['uk', 'Я говорив із Тревіком і з Галворсеном у Мароні, і обидва дали слово.'],
    ['ru', 'Я говорил с Тревиком и с Халворсеном в Мароне, и оба дали слово.'],
  ),
  pair(
    'translated',
    ['en', 'The locks will stay closed until the farmers are paid.'],
    ['uk', 'Шлюзи залишаться зачиненими, доки фермерам не заплатять.'],
  ),
  pair(
    'translated',
    ['fr', 'Personne ne nous dictera quand ouvrir nos vannes.'],
    ['de', 'Niemand wird uns vorschreiben, wann wir unsere Schleusen öffnen.'],
  ),
]

export const otherPairs: LabelledPair[] = [
  en(
    'other number',
    'We will pay 1,500 talers for each boat that is held at the border locks.',
    'We will pay 1,900 talers for each boat that is held at the border locks.',
  ),
  en(
    'other number',
    'The upper gauge showed 312 centimetres this morning, which is far too low.',
    'The upper gauge showed 298 centimetres this morning, which is far too low.',
  ),
  uk(
    'other number',
    'Ми платитимемо 1500 талерів за кожен човен, затриманий на прикордонних шлюзах.',
    'Ми платитимемо 1900 талерів за кожен човен, затриманий на прикордонних шлюзах.',
  ),
  de(
    'other number',
    'Am Pegel standen heute früh 312 Zentimeter, und das ist viel zu wenig.',
    'Am Pegel standen heute früh 298 Zentimeter, und das ist viel zu wenig.',
  ),
  en(
    'other sign',
    'We will sign the agreement on water shares before the end of the year.',
    'We will not sign the agreement on water shares before the end of the year.',
  ),
  en(
    'other sign',
    'The lower states have kept their word on the grain tolls this summer.',
    'The lower states have never kept their word on the grain tolls this summer.',
  ),
  uk(
    'other sign',
    'Ми підпишемо угоду про частки води до кінця цього року.',
    'Ми не підпишемо угоду про частки води до кінця цього року.',
  ),
  ru(
    'other sign',
    'Мы подпишем соглашение о долях воды до конца этого года.',
    'Мы не подпишем соглашение о долях воды до конца этого года.',
  ),
  fr(
    'other sign',
    'Nous signerons cet accord sur les parts avant la fin de cette année.',
    'Nous ne signerons pas cet accord sur les parts avant la fin de cette année.',
  ),
  de(
    'other sign',
    'Wir werden das Abkommen über die Anteile vor Ende des Jahres unterschreiben.',
    'Wir werden das Abkommen über die Anteile nicht vor Ende des Jahres unterschreiben.',
  ),
  en(
    'same matter',
    'We will open the Karst dam in May, whatever the commission decides.',
    'The commission decides when the Karst dam opens, and it will not be in May.',
  ),
  en(
    'same matter',
    'Our farmers need water in June, and a promise waters no field.',
    'Without water in June our farmers have nothing to sell in autumn.',
  ),
  en(
    'same matter',
    'The flow data must be published every month, in full and for everybody.',
    'We publish our flow data every month; it is the others who hide theirs.',
  ),
  en(
    'same matter',
    'The fishing ban ends in October and the fleets may go out again.',
    'The fleets will not be allowed to go out before the fishing ban has been reviewed.',
  ),
  uk(
    'same matter',
    'Ми відкриємо верхню греблю в травні, хай що вирішить комісія.',
    'Комісія вирішить, коли відкривати верхню греблю, і це буде не в травні.',
  ),
  uk(
    'same matter',
    'Нашим фермерам потрібна вода в червні, обіцянками поля не поллєш.',
    'Без води в червні наші фермери восени не матимуть чого продавати.',
  ),
  ru(
    'same matter',
    'Данные о стоке надо публиковать каждый месяц, полностью и для всех.',
    'Мы публикуем свои данные о стоке ежемесячно, это другие прячут свои.',
  ),
  fr(
    'same matter',
    'Nos paysans ont besoin d’eau en juin, une promesse n’arrose aucun champ.',
    'Sans eau en juin, nos paysans n’auront rien à vendre en automne.',
  ),
  de(
    'same matter',
    'Unsere Bauern brauchen das Wasser im Juni, ein Versprechen bewässert kein Feld.',
    'Ohne Wasser im Juni haben unsere Bauern im Herbst nichts zu verkaufen.',
  ),
  en(
    'same formula',
    'I would like to thank the delegations for their constructive spirit in this round on tolls.',
    'I would like to thank the delegations for their patience, and the hosts for the excellent fish.',
  ),
  en(
    'same formula',
    'As I have said many times before, the water shares are not a matter for the press.',
    'As I have said many times before, our fleets will go wherever there is fish.',
  ),
  en('same formula', 'We remain committed to dialogue', 'We remain committed to a dialogue among equals'),
  uk(
    'same formula',
    'Хочу подякувати делегаціям за конструктивний дух цього раунду щодо мит.',
    'Хочу подякувати делегаціям за терпіння, а господарям за чудову рибу.',
  ),
  fr(
    'same formula',
    'Je tiens à remercier les délégations pour leur esprit constructif dans ce cycle sur les péages.',
    'Je tiens à remercier les délégations pour leur patience et nos hôtes pour le poisson.',
  ),
  pair(
    'same names',
    ['en', 'In Marona we agreed on 12 points, and Trevik signed them.'],
    ['uk', 'Тревік приїде до Марони лише тоді, коли нам повернуть шлюзи.'],
  ),
  pair(
    'same names',
    ['en', 'Our offer stands: 40 percent for the upper states, 60 for the lower ones.'],
    ['uk', 'За 40 днів рівень упав на 60 сантиметрів, і ніхто не пояснив чому.'],
  ),
  pair(
    'same names',
    ['uk', 'Тревік обіцяв відкрити шлюзи 14 травня.'],
    ['en', 'On 14 May Trevik will be in Marona to mourn the drowned.'],
  ),
  pair(
    'same names',
    ['en', 'There are 30 boats waiting at the border tonight.'],
    ['uk', 'Ми вимагаємо 30 відсотків усієї води.'],
  ),
  pair(
    'same names',
    ['ru', 'Мы ждём ответа уже 7 месяцев.'],
    ['en', 'The hearing lasted 7 hours and settled nothing at all.'],
  ),
  pair(
    'same names',
    ['de', 'Trevik hat mir in Marona nichts versprochen.'],
    ['en', 'Trevik leaves Marona tomorrow, and we shall not miss him.'],
  ),
]
