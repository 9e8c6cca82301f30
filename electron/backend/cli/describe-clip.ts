import type { ClipResult } from '#shared/domain/capture.ts'
import { plain } from './output.ts'

/** What came of a clip, in lines of the terminal. */
export function describeClip(result: ClipResult): string[] {
  const said = {
    created: 'Clipped',
    revised: 'Added a revision of',
    duplicate: 'In the notebook already (use --on-duplicate revise or separate)',
    unchanged: 'Unchanged since it was clipped last',
  }
  const went = result.quotes
  return [
    `${said[result.outcome]}: ${plain(result.title)} (${result.wordCount} words, ${result.lang})  ${result.articleId}`,
    ...(went
      ? [`Quotes: ${went.same} same, ${went.moved} moved, ${went.changed} changed, ${went.lost} lost`]
      : []),
    ...result.warnings.map((warning) => `${warning.code}: ${warning.message}`),
  ]
}
