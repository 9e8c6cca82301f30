import { type BrowserWindow, dialog } from 'electron'
import { writeWhole } from './state-file.ts'
import type { Texts } from './texts.ts'

/** Prints what the window shows, through the system's dialog. */
export function printPage(window: BrowserWindow | undefined): void {
  window?.webContents.print({ printBackground: false })
}

/** Saves what the window shows as a PDF, where the user says. */
export async function savePageAsPdf(window: BrowserWindow | undefined, texts: Texts): Promise<void> {
  if (window === undefined) return
  const { filePath } = await dialog.showSaveDialog(window, {
    defaultPath: `${window.getTitle().replaceAll(/[/\\:*?"<>|]/g, ' ')}.pdf`,
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  })
  if (!filePath) return
  try {
    const pdf = await window.webContents.printToPDF({ pageSize: 'A4', generateTaggedPDF: true })
    writeWhole(filePath, pdf)
  } catch (error) {
    dialog.showErrorBox(texts.t('pdfFailed'), error instanceof Error ? error.message : String(error))
  }
}
