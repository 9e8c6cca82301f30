/** Hands the user a file of this name, as a download. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has its own hold on the content once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** A file name out of words: letters and digits of any script, the rest as hyphens. */
export function fileName(words: string, ending: string): string {
  const stem = words
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 100)
    .toLowerCase()
  return `${stem || 'export'}.${ending}`
}
