import { escapeMarkdown } from '../comment-to-markdown.ts'
import type { Evidence, ExportedQuote } from '../evidence.ts'
import { linkFacts, quoteFacts, translationAbout } from '../quote-facts.ts'

/** The pages that others link to. */
export interface PageNames {
  topic(id: string): string
  actor(id: string): string
  round(id: string): string
  article(id: string, title: string): string
}

/** YAML; a JSON string is a YAML string. */
export function frontMatter(facts: Record<string, string | readonly string[] | null>): string {
  const lines = Object.entries(facts)
    .filter(([, value]) => value !== null && value.length > 0)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return `---\n${lines.join('\n')}\n---\n`
}

/**
 * A line of words that mean themselves: no heading, list or block id, and none of what these programs read beyond Markdown
 * (formulas between `$`, marks between `==`, comments between `%%`, tags after `#`).
 */
export function escapeLine(text: string): string {
  return escapeMarkdown(text)
    .replaceAll(/[$#]|==|%%/g, '\\$&')
    .replace(/^(\s*\d+)([.)](?:\s|$))/, '$1\\$2')
    .replace(/^(\s*)([-+](?:\s|$)|-{3})/, '$1\\$2')
    .replace(/\^([\w-]+)$/, '\\^$1')
}

/** Text of several lines and paragraphs. */
export function escapeText(text: string): string {
  return text.split('\n').map(escapeLine).join('\n')
}

/** @param name as it is shown, where that is not the name of the page */
export function linkTo(page: string, name?: string): string {
  const shown = name?.replaceAll(/[[\]|]+/g, ' ').trim()
  return shown === undefined || shown === '' ? `[[${page}]]` : `[[${page}|${shown}]]`
}

/** A quote as a block with an id of its own, and what is known of it in a list below. */
export function quoteBlock(quote: ExportedQuote, evidence: Evidence, pages: PageNames): string {
  const { speaker, said_on: saidOn, round, ...facts } = quoteFacts(quote, evidence)
  const words = quote.exact.split(/\n+/).map((line) => `> ${escapeLine(line)}`)
  const by = quote.speakerId === null ? '' : linkTo(pages.actor(quote.speakerId), speaker)
  const attribution = [by, saidOn ?? ''].filter((part) => part !== '').join(', ')
  const block = [...words, ...(attribution === '' ? [] : ['>', `> — ${attribution}`])].join('\n')
  const details = [
    ...quote.links.map((link) => {
      const { topic: _, stance, ...rest } = linkFacts(link, evidence)
      return `- ${linkTo(pages.topic(link.topicId))}: ${stance}${inBrackets(rest)}`
    }),
    ...(quote.roundId === null || round === undefined
      ? []
      : [`- round: ${linkTo(pages.round(quote.roundId))}`]),
    ...Object.entries(facts)
      .filter(([name]) => name !== 'utterance')
      .map(([name, value]) => `- ${name.replaceAll('_', ' ')}: ${inLine(value)}`),
    ...quote.translations.map(
      (translation) => `- ${translationAbout(translation)}: ${inLine(translation.text)}`,
    ),
    ...(['lost', 'changed'].includes(quote.anchor.outcome)
      ? [`- current text: ${quote.anchor.outcome}`]
      : []),
  ].join('\n')
  const parts = [block, `^${blockId(quote)}`, details, quote.note ?? '']
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

export function blockId({ id }: ExportedQuote): string {
  return `q-${id}`
}

function inBrackets(facts: Record<string, string>): string {
  const words = Object.entries(facts).map(([name, value]) => `${name.replaceAll('_', ' ')} ${inLine(value)}`)
  return words.length === 0 ? '' : ` (${words.join('; ')})`
}

function inLine(text: string): string {
  return escapeLine(text.replaceAll(/\s*\n\s*/g, ' '))
}
