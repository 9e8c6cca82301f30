import { createRandom, createZipf, type Random } from './random.ts'

/** The languages that articles are written in, with the share of each in a hundred. */
export const languages = { en: 45, uk: 20, ru: 12, fr: 10, de: 6, ar: 7 } as const
export type Language = keyof typeof languages

/** What a language's words are made of. Words are made up, except for those that hold every sentence together. */
interface Material {
  /** The commonest words, in the order in which they are common. */
  function: string
  onsets: string
  vowels: string
  /** How one word differs from sentence to sentence; the empty ending is among them. */
  endings: string[]
}

const latin = { onsets: 'b c d f g h l m n p r s t v st tr pl gr br ch', vowels: 'a e i o u ai ou' }
const cyrillicOnsets = 'б в г д ж з к л м н п р с т х ц ч ш ст пр кр гр'

const materials: Record<Language, Material> = {
  en: {
    ...latin,
    function:
      'the of to and a in that for on is with was said as by it from be at have not are this has but their will were an they he or its been who would which more after had than',
    endings: ['', '', '', 's', 'ed', 'ing'],
  },
  fr: {
    ...latin,
    function:
      'de la le les et des en un une du que pour dans qui par sur est au plus pas avec ce sont se il cette ont aux ne son mais elle leur',
    endings: ['', '', 's', 'er', 'ment', 'tion'],
  },
  de: {
    ...latin,
    function:
      'der die und in den von zu das mit sich des auf ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer',
    endings: ['', '', 'en', 'ung', 'er', 'es'],
  },
  uk: {
    onsets: cyrillicOnsets,
    vowels: 'а е и і о у я є ї',
    function:
      'в на що з і до не у та за як про від для це але по він його які після було при або й також вони ми буде бути',
    endings: ['', 'а', 'у', 'ом', 'и', 'ів', 'ами'],
  },
  ru: {
    onsets: cyrillicOnsets,
    vowels: 'а е и ы о у я э',
    function:
      'в на что с и по не для о за как из от это к но он его которые после было при или также они мы будет быть',
    endings: ['', 'а', 'у', 'ом', 'ы', 'ов', 'ами'],
  },
  ar: {
    onsets: 'ب ت ج ح د ر س ش ص ط ع ف ق ك ل م ن ه',
    vowels: 'ا و ي ا',
    function: 'في من على إلى أن التي عن مع هذا بين كان لا ما بعد أو كما قد هذه الذي',
    endings: ['', '', 'ات', 'ين', 'ة'],
  },
}

/** How many different words, before endings, a language has here. */
export const wordsPerLanguage = 15_000

export interface Vocabulary {
  /** A word as often as Zipf's law has it, with one of its endings. */
  word(random: Random): string
  /** The word of a rank, without ending: ranks from 0 are the function words, and from there ever rarer ones. */
  wordOfRank(rank: number): string
  functionWords: number
  endings: readonly string[]
}

export function createVocabulary(language: Language): Vocabulary {
  const { endings, onsets, vowels, ...material } = materials[language]
  const functionWords = material.function.split(' ')
  const words = [...functionWords, ...inventWords(onsets.split(' '), vowels.split(' '), functionWords)]
  const zipf = createZipf(words.length)
  return {
    word: (random) => {
      const rank = zipf(random)
      const word = words[rank] ?? ''
      return rank < functionWords.length ? word : word + random.pick(endings)
    },
    wordOfRank: (rank) => words[rank] ?? '',
    functionWords: functionWords.length,
    endings,
  }
}

/** Syllables put together; the more common half of the ranks has shorter words. */
function inventWords(onsets: string[], vowels: string[], taken: string[]): string[] {
  const random = createRandom(onsets.length * 31 + vowels.length)
  const known = new Set(taken)
  const words: string[] = []
  while (words.length < wordsPerLanguage) {
    const syllables = words.length < 4000 ? 2 : random.between(2, 3)
    const word =
      Array.from({ length: syllables }, () => random.pick(onsets) + random.pick(vowels)).join('') +
      random.pick(onsets)
    if (known.has(word)) continue
    known.add(word)
    words.push(word)
  }
  return words
}
