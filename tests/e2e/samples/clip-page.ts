import type { NotebookClient } from '../../helpers/notebook-client.ts'

/** Clips a saved page beside the windows. @returns the article's id and its revision's */
export async function clipPage(
  notes: NotebookClient,
  page: string,
  onDuplicate: 'revise' | 'separate' = 'separate',
): Promise<{ articleId: string; revisionId: string }> {
  const bytes = Buffer.from(page).toString('base64')
  return notes.capture.clipFile.mutate({ fileName: 'saved.html', bytes, onDuplicate })
}
