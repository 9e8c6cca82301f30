/**
 * A key that spellings of one name in Latin and Cyrillic letters share: Зеленський, Зеленский, Zelensky, Zelenskyy. Cyrillic is
 * written in Latin letters after the Ukrainian national system (2010) and its Russian counterpart, then what transliterations
 * differ in is evened out: y/i/j, doubled letters, kh/h, the endings of adjectives.
 */
export function nameKey(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\u0400-\u04ff]/g, (letter) => latin[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\s-]/gu, '')
    .split(/[\s-]+/)
    .filter((word) => word !== '')
    .map(evened)
    .join(' ')
}

function evened(word: string): string {
  return word
    .replace(/shch|sch|stch/g, 'sh')
    .replace(/tch|tsch/g, 'ch')
    .replace(/kh/g, 'h')
    .replace(/g/g, 'h')
    .replace(/ts|tz/g, 'c')
    .replace(/ck/g, 'k')
    .replace(/w/g, 'v')
    .replace(/x/g, 'ks')
    .replace(/ph/g, 'f')
    .replace(/[yj]/g, 'i')
    .replace(/i?[eo](?=i?[^aeiou]|$)/g, (match) => match.slice(-1))
    .replace(/i[ao]|iu/g, (match) => match.slice(-1))
    .replace(/(.)\1+/g, '$1')
    .replace(/i+$/, '')
}

const latin: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'h',
  ґ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'y',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
  ў: 'u',
  ј: 'j',
  љ: 'lj',
  њ: 'nj',
  ћ: 'c',
  ђ: 'dj',
  џ: 'dz',
}
