/** What did not go as it should while an article was captured. */
export interface CaptureWarning {
  readonly code:
    | 'body-not-found'
    | 'extraction-failed'
    | 'extraction-timed-out'
    | 'extraction-crashed'
    | 'nesting-flattened'
    | 'no-text'
    | 'images-missing'
  readonly message: string
}

const warningTexts: { readonly [code in CaptureWarning['code']]: string } = {
  'body-not-found':
    'The article could not be told from the rest of the page; the text of the whole page was kept.',
  'extraction-failed': 'The page could not be taken apart; its text was kept without its form.',
  'extraction-timed-out': 'Taking the page apart took too long; its text was kept without its form.',
  'extraction-crashed': 'Taking the page apart needed too much memory; its text was kept without its form.',
  'nesting-flattened': 'The page nests its elements unreasonably deep; the text of the whole page was kept.',
  'no-text': 'The page holds no text.',
  'images-missing': 'Some pictures could not be fetched; their descriptions were kept.',
}

export function captureWarning(code: CaptureWarning['code']): CaptureWarning {
  return { code, message: warningTexts[code] }
}
