/** A language's name in the interface's language; the code itself where nobody knows it. */
export function languageName(code: string, interfaceLanguage: string): string {
  if (code === 'und') return '—'
  return new Intl.DisplayNames(interfaceLanguage, { type: 'language', fallback: 'code' }).of(code) ?? code
}
