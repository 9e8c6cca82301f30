import type { ArticleNodeJson } from '#shared/document/parse-document.ts'

const firstStrong =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]|\p{L}/u
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/** The direction a text needs where its surroundings run from left to right: `rtl` if its first letter does, else null. */
export function directionOf(text: string): 'rtl' | null {
  const letter = firstStrong.exec(text)?.[0]
  return letter !== undefined && rightToLeft.test(letter) ? 'rtl' : null
}

export function textOfInline(content: readonly ArticleNodeJson[]): string {
  return content.map((node) => node.text ?? '').join('')
}

/** The attributes of a block with this content: its direction, where that is not left to right as it comes. */
export function directed(
  content: readonly ArticleNodeJson[],
  explicit: string | null,
): { attrs?: { dir: string } } {
  const natural = directionOf(textOfInline(content))
  if (explicit === 'rtl' || (natural === 'rtl' && explicit !== 'ltr')) return { attrs: { dir: 'rtl' } }
  return natural === 'rtl' ? { attrs: { dir: 'ltr' } } : {}
}
