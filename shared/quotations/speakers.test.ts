import { describe, expect, test } from 'vitest'
import { findQuotations } from './find-quotations.ts'
import type { QuotationLanguage } from './quotation.ts'

/** What a reader knows, the text, how a quotation in it begins, and who said it. */
type Case = [knows: string, text: string, begins: string, speaker: string | null]

const cases: Record<QuotationLanguage, Case[]> = {
  en: [
    ['the verb before its subject', '“It was late,” said Ada Quill.', 'It was', 'Ada Quill'],
    ['a surname', 'Ada Quill came. “It was late,” Quill said.', 'It was', 'Ada Quill'],
    ['a verb no table lists', 'Ada Quill came. “It was late,” Quill quipsed.', 'It was', 'Ada Quill'],
    ['an apposition', 'A treaty spokesman, Dorn Hale, told reporters: “We wait.”', 'We wait', 'Dorn Hale'],
    ['a role before the name', '“We wait,” said harbour resident Ada Quill, 55.', 'We wait', 'Ada Quill'],
    ['a role for a name', 'Mayor Helen Marwick came. “We wait,” the mayor said.', 'We wait', 'Helen Marwick'],
    [
      'another word for a role',
      'President Ivo Stern came. “We wait,” the leader added.',
      'We wait',
      'Ivo Stern',
    ],
    [
      'a pronoun of the right gender',
      'Mary Lund met John Hale. “We wait,” she said.',
      'We wait',
      'Mary Lund',
    ],
    [
      'a name that comes after its pronoun',
      '“I wait,” he told us. The skipper, John Hale, left.',
      'I wait',
      'John Hale',
    ],
    [
      'a source phrase',
      'According to Lisa Brandt, the deputy envoy, boats were “hiding in sight”.',
      'hiding',
      'Lisa Brandt',
    ],
    [
      'the speaker, not the outlet',
      '“We wait,” said Ada Quill, as reported by the Brookhaven Post.',
      'We wait',
      'Ada Quill',
    ],
    [
      'a company',
      'Tadlock Shipping said the claims were “completely false”.',
      'completely',
      'Tadlock Shipping',
    ],
    [
      'two verbs of one subject',
      'Ada Quill left the talks and called them “a waste of rope”.',
      'a waste',
      'Ada Quill',
    ],
    ['a participle', 'Ada Quill met the Port Council, warning: “We wait.”', 'We wait', 'Ada Quill'],
    [
      'the noun after a name',
      'The Brookhaven police said it was “a quiet night”.',
      'a quiet',
      'Brookhaven police',
    ],
    [
      'somebody unnamed',
      'Owen Tadlock left. A company spokesman said it was “not for sale at all”.',
      'not for',
      'company spokesman',
    ],
    [
      'somebody’s relative',
      '“They lied,” says Tom Hale. “We know that now,” his wife, Susan, adds.',
      'We know',
      'Susan',
    ],
    [
      'an abbreviation',
      'The Lower River Council met. The LRC said it was “ready for anything”.',
      'ready',
      'Lower River Council',
    ],
    [
      'that the writer is not in the text',
      'Ada Quill came. We called it “a boat worth waiting for”.',
      'a boat',
      null,
    ],
  ],
  uk: [
    [
      'дієслово перед підметом',
      '«Ми чекаємо», – зазначила речниця порту Марта Левкович.',
      'Ми',
      'Марта Левкович',
    ],
    ['джерело', 'За словами міністра Остапа Гребінки, «міст готовий до зими».', 'міст', 'Остапа Гребінки'],
    [
      'прізвище',
      '"Я не піду", - заявив Гребінка. Міністр Остап Гребінка додав, що "усе йде за планом".',
      'Я не',
      'Остап Гребінка',
    ],
    [
      'роль',
      'Остап Гребінка, міністр транспорту, приїхав. «Ми чекаємо», — сказав міністр.',
      'Ми',
      'Остап Гребінка',
    ],
    [
      'місце між роллю і ім’ям',
      'Політолог з Бродів Назар Тихий зазначає, що «міст ще хитається під вагою».',
      'міст',
      'Назар Тихий',
    ],
    [
      'установу в множині',
      'Експерти Річкового банку вважають, що «реформи слід прискорити».',
      'реформи',
      'Експерти Річкового банку',
    ],
    [
      'репліку після тире',
      '– Я прийшов учора, – каже Назар Тихий. – Нікого не було.',
      'Я прийшов',
      'Назар Тихий',
    ],
    [
      'слово без коми',
      '«Додаю родзинки - каже Назар. - Смачно». Назар Тихий варить шоколад.',
      'Смачно',
      'Назар Тихий',
    ],
  ],
  ru: [
    ['роль перед именем', 'Глава порта Глеб Сомов заявил: «Мы готовы к переговорам».', 'Мы', 'Глеб Сомов'],
    [
      'кого цитируют',
      'Об этом сообщил Глеб Сомов. «Решение не принято», — цитирует его «Речной вестник».',
      'Решение',
      'Глеб Сомов',
    ],
    [
      'чьи слова передают',
      '«Мы ждём ответа», — передаёт ТАНК слова министра Ивана Глухова.',
      'Мы ждём',
      'Ивана Глухова',
    ],
    ['источник', 'По мнению экономиста Сергея Тихого, «спад только начинается».', 'спад', 'Сергея Тихого'],
    [
      'придаточное',
      'Как отметил глава комитета Пётр Сысоев, «проект ещё не готов».',
      'проект',
      'Пётр Сысоев',
    ],
    [
      'женщину по роли',
      'Анна Кузьмина родилась у реки. «Я хотела летать», — вспоминает лётчица.',
      'Я хотела',
      'Анна Кузьмина',
    ],
    [
      'реплику после тире',
      '— Почему вы ушли? — спросил журналист.\n— Устал, — ответил тренер Николай Рубин.',
      'Устал',
      'Николай Рубин',
    ],
    [
      'контору в предложном падеже',
      'В компании «Тихий плёс» заявили, что «все рейсы идут по расписанию».',
      'все рейсы',
      'компании «Тихий плёс»',
    ],
    [
      'косвенный падеж не подлежащее',
      'Глеб Сомов встретился с Иваном Глуховым. «Мы ждём», — сказал он.',
      'Мы ждём',
      'Глеб Сомов',
    ],
  ],
  fr: [
    [
      'le verbe avant le sujet',
      '« La situation est grave », a estimé mardi la maire Solange Perrier.',
      'La situation',
      'Solange Perrier',
    ],
    [
      'une apposition',
      'Le ministre des Vignes, Éric Aubrac, a déclaré : « La loi sera votée. »',
      'La loi',
      'Éric Aubrac',
    ],
    ['une source', 'Selon la maire, Solange Perrier, « le projet avance ».', 'le projet', 'Solange Perrier'],
    ['« pour »', 'Pour le politologue Jean Aubrac, « la ville se réinvente ».', 'la ville', 'Jean Aubrac'],
    [
      'une périphrase',
      'Marie Perrier habite ici. « On a tout perdu », raconte cette mère de famille.',
      'On a',
      'Marie Perrier',
    ],
    [
      'une incise',
      '« Nous avons alerté le préfet, se souvient Jacques Morel, président du club. Rien n’a bougé. »',
      'Rien',
      'Jacques Morel',
    ],
    [
      'l’inversion',
      'Solange Perrier est là. « Le froid est venu », explique-t-elle.',
      'Le froid',
      'Solange Perrier',
    ],
    ['un dialogue', '— Vous venez ? demanda Pierre Morel.\n— Oui, dit-il.', 'Vous venez', 'Pierre Morel'],
    [
      'l’avocate d’un autre',
      '« C’est faux », plaide l’avocate de Pierre Morel, Anne Perrier.',
      'C’est',
      'Anne Perrier',
    ],
  ],
  de: [
    [
      'das Verb vor dem Subjekt',
      '„Das ist ein guter Tag“, sagte Bürgermeisterin Marlene Thiessen.',
      'Das ist',
      'Marlene Thiessen',
    ],
    [
      'ein Verb, das keine Tabelle kennt',
      '„Das ist ein guter Tag“, lästerte Bürgermeisterin Marlene Thiessen.',
      'Das ist',
      'Marlene Thiessen',
    ],
    ['„so“', 'Marlene Thiessen kam. „Das ist ein guter Tag“, so Thiessen.', 'Das ist', 'Marlene Thiessen'],
    ['eine Quelle', 'Nach Angaben der Polizei war der Fährmann „stark angetrunken“.', 'stark', 'Polizei'],
    [
      'die Rolle mit Großbuchstaben',
      'Fährmann Jorin Petersen warnte: »Die Lage ist ernst.«',
      'Die Lage',
      'Jorin Petersen',
    ],
    [
      'einen Nebensatz',
      'Wie Sprecher Jens Petersen mitteilte, sei die Strecke „bis auf Weiteres gesperrt“.',
      'bis auf',
      'Jens Petersen',
    ],
    [
      'den Konjunktiv',
      'Marlene Thiessen sagte, die Fähre könne so nicht fahren. Der Motor sei „älter als die Stadt“.',
      'älter',
      'Marlene Thiessen',
    ],
    [
      'ein Alter',
      'Marlene Thiessen kam. „Wir waren besser“, sagte die 47-Jährige.',
      'Wir waren',
      'Marlene Thiessen',
    ],
    [
      'woher jemand ist',
      '„Es fehlt an allem“, klagt Anna Petersen von der Stiftung Altwasser.',
      'Es fehlt',
      'Anna Petersen',
    ],
  ],
}

describe.each(Object.keys(cases) as QuotationLanguage[])('in %s the speaker is found by', (language) => {
  test.each(cases[language])('%s', (_, text, begins, speaker) => {
    const quotation = findQuotations(text, language).find(
      ({ kind, exact }) => kind !== 'indirect' && exact.startsWith(begins),
    )
    expect(quotation).toBeDefined()
    expect(quotation?.speaker).toBe(speaker)
  })
})
