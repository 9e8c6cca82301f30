import type { Inline } from '../print/model.ts'

/** Words that mean themselves, in CommonMark and in Pandoc's extensions. */
export function markdownText(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>~$^@&]/g, '\\$&')
}

/** A paragraph's content. Nothing at the start of its lines is taken for a list, a heading or a rule. */
export function inlineMarkdown(content: readonly Inline[]): string {
  return joined(content)
    .split('\n')
    .map((line) =>
      line
        .trimStart()
        .replace(/^(\d+)([.)](?:\s|$))/, '$1\\$2')
        .replace(/^([-+#=|:])/, '\\$1'),
    )
    .join('\n')
}

function joined(content: readonly Inline[]): string {
  return content
    .map((part) => {
      if (part.kind === 'break') return '\\\n'
      return part.kind === 'note' ? `[^${part.number}]` : runMarkdown(part)
    })
    .join('')
}

/** Marks close around the words, not around the space beside them, which Markdown would not read as closed. */
function runMarkdown(run: Extract<Inline, { kind: 'text' }>): string {
  const [, before = '', words = '', after = ''] =
    /^(\s*)([\s\S]*?)(\s*)$/.exec(run.text.replaceAll('\n', ' ')) ?? []
  if (words === '') return before + after
  let text = run.code ? codeSpan(words) : markdownText(words)
  if (run.raised) text = `<sup>${text}</sup>`
  if (run.lowered) text = `<sub>${text}</sub>`
  if (run.underline) text = `<u>${text}</u>`
  if (run.strike) text = `~~${text}~~`
  if (run.italic) text = `*${text}*`
  if (run.bold) text = `**${text}**`
  if (run.href !== undefined) text = `[${text}](<${run.href.replaceAll(/[<>\\\s]/g, encodeURIComponent)}>)`
  return before + text + after
}

function codeSpan(words: string): string {
  const longest = Math.max(0, ...(words.match(/`+/g) ?? []).map((ticks) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  const pad = words.startsWith('`') || words.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${words}${pad}${fence}`
}
