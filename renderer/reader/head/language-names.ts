/** The languages offered for an article; what it has already is offered too. */
const offered = (
  'ar az be bg bs cs da de el en es et fa fi fr he hi hr hu hy id it ja ka kk ko ky lt lv mk nb nl pl pt ro ru sk sl sq sr ' +
  'sv tg tk tr uk ur uz vi zh'
).split(' ')

/** Languages to choose from, named in the interface's language and in the order of those names; unknown comes last. */
export function languageChoices(current: string, interfaceLanguage: string, unknown: string) {
  const names = new Intl.DisplayNames(interfaceLanguage, { type: 'language', fallback: 'code' })
  const codes = new Set([...offered, current])
  codes.delete('und')
  const choices = [...codes].map((value) => ({ value, label: names.of(value) ?? value }))
  choices.sort((a, b) => a.label.localeCompare(b.label, interfaceLanguage))
  return [...choices, { value: 'und', label: unknown }]
}
