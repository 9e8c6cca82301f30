import type { Bibliography, Run } from '#shared/domain/citation.ts'
import { escapeHtml } from '#shared/util/escape-html.ts'
import type { Citation } from '../../quotes/cite.ts'

/** The sources as another program takes them: a line each, and the same as rich text. */
export function bibliographyText({ entries }: Bibliography): Citation {
  const withLabel = entries.map(({ label, runs }) => [
    ...(label === null ? [] : [...label, { text: ' ' }]),
    ...runs,
  ])
  return {
    text: withLabel.map((runs) => runs.map(({ text }) => text).join('')).join('\n'),
    html: withLabel.map((runs) => `<p>${runs.map(runHtml).join('')}</p>`).join('\n'),
  }
}

const tags = [
  ['bold', 'b'],
  ['italic', 'i'],
  ['underline', 'u'],
  ['raised', 'sup'],
  ['lowered', 'sub'],
] as const

function runHtml(run: Run): string {
  let html = escapeHtml(run.text)
  for (const [look, tag] of tags) if (run[look]) html = `<${tag}>${html}</${tag}>`
  if (run.smallCaps) html = `<span style="font-variant: small-caps">${html}</span>`
  return run.href === undefined ? html : `<a href="${escapeHtml(run.href)}">${html}</a>`
}
