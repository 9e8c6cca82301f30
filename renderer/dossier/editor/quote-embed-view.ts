import type { NodeViewRenderer } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { getI18n } from 'react-i18next'
import type { EmbeddedQuote } from '#shared/domain/dossier.ts'
import { paths } from '../../app/paths.ts'
import { dateOfQuote } from '../../quotes/group-quotes.ts'
import { stancesByTopic } from '../../quotes/stances-by-topic.ts'
import { formatLocale } from '../../ui/format-locale.ts'
import { formatPartialDate } from '../../ui/partial-date.ts'
import { element } from './element.ts'
import { type EmbedTrouble, troubleOf } from './embed-facts.ts'
import { citationOf, nthOfQuote, type ShownCitation } from './embed-citation.ts'
import type { Evidence, EvidenceSource } from './evidence-source.ts'
import styles from './quote-embed.module.css'

/**
 * Draws an embedded quote: its words, who said them and when, where they stand, the stance, and what is wrong with it. Plain
 * elements, since a long dossier has a thousand of them. Each follows what becomes known of its quote.
 */
export function quoteEmbedView(source: EvidenceSource): NodeViewRenderer {
  return ({ node: given, editor, getPos }) => {
    let node = given
    let drawn: unknown[] = []
    const dom = document.createElement('figure')
    dom.className = styles.embed ?? ''
    dom.contentEditable = 'false'

    const takeNewWords = (quote: EmbeddedQuote) => () => {
      const position = getPos()
      if (position === undefined || quote.currentWords === null) return
      const attrs = { ...node.attrs, text: quote.currentWords, revisionId: quote.anchor.revisionId }
      editor.view.dispatch(editor.state.tr.setNodeMarkup(position, undefined, attrs))
    }
    const draw = () => {
      const evidence = source.get()
      const { quoteId, text } = wordsOf(node)
      const quote = evidence.quotes?.get(quoteId)
      const citation = citationOf(evidence, quoteId, () => nthOfQuote(editor, getPos(), quoteId))
      const next = [
        text,
        quote,
        evidence.quotes === undefined,
        evidence.names,
        getI18n().language,
        citation?.note,
        citation?.text,
      ]
      if (next.every((value, index) => value === drawn[index])) return
      drawn = next
      const trouble = evidence.quotes === undefined ? null : troubleOf(text, quote)
      dom.replaceChildren(
        wordsElement(text, quote),
        ...(quote === undefined ? [] : [captionElement(quote, evidence, source, citation)]),
        ...(trouble === null ? [] : [troubleElement(trouble, quote, takeNewWords)]),
      )
      dom.dataset['trouble'] = trouble ?? ''
    }
    draw()
    const stop = source.subscribe(draw)
    return {
      dom,
      update(next) {
        if (next.type !== node.type) return false
        node = next
        draw()
        return true
      },
      ignoreMutation: () => true,
      stopEvent: ({ target }) => target instanceof Element && target.closest('a, button') !== null,
      destroy: stop,
    }
  }
}

function wordsOf(node: Node): { quoteId: string; text: string } {
  return { quoteId: String(node.attrs['quoteId']), text: String(node.attrs['text']) }
}

function wordsElement(text: string, quote: EmbeddedQuote | undefined): HTMLElement {
  const words = element('blockquote', styles.words, text)
  words.dir = 'auto'
  if (quote !== undefined && quote.lang !== 'und') words.lang = quote.lang
  return words
}

function captionElement(
  quote: EmbeddedQuote,
  { names }: Evidence,
  source: EvidenceSource,
  citation: ShownCitation | undefined,
): HTMLElement {
  const { t, language } = getI18n()
  const caption = element('figcaption', styles.caption)
  const speaker = quote.speakerId === null ? undefined : names?.actor(quote.speakerId)?.name
  caption.append(
    element('bdi', speaker === undefined ? styles.missing : styles.speaker, speaker ?? t('quotes.unnamed')),
  )
  const date = dateOfQuote(quote)
  const locale = formatLocale(language)
  caption.append(
    element(
      'span',
      date === null ? styles.missing : undefined,
      date === null ? t('dossier.embed.noDate') : formatPartialDate(date, locale, 'short'),
    ),
  )
  const link = element('a', styles.source) as HTMLAnchorElement
  link.href = `#${paths.article(quote.articleId, quote.id)}`
  link.dir = 'auto'
  link.textContent = [quote.outlet, quote.articleTitle].filter(Boolean).join(' · ')
  link.title = t('dossier.embed.toSource')
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    source.open(paths.article(quote.articleId, quote.id))
  })
  caption.append(link)
  if (citation !== undefined) {
    const words =
      citation.note === null ? citation.text : t('dossier.sources.note', { number: citation.note })
    const cited = element('bdi', styles.citation, words)
    cited.title = citation.note === null ? t('dossier.sources.asCited') : citation.text
    caption.append(cited)
  }
  if (quote.currentNumber > 1) {
    const { revisionNumber: number, currentNumber: of } = quote
    caption.append(element('span', undefined, t('dossier.embed.revision', { number, of })))
  }
  for (const { topicId, stances } of stancesByTopic(quote.links)) {
    const topic = names?.topicPath(topicId).at(-1)
    if (topic === undefined) continue
    const [stance = 'neutral'] = stances
    const chip = element('span', styles.stance)
    chip.dataset['tone'] = stances.length > 1 ? 'neutral' : stance
    chip.append(
      element('b', undefined, stances.map((one) => t(`quotes.stance.${one}`)).join(' / ')),
      element('bdi', undefined, topic),
    )
    caption.append(chip)
  }
  return caption
}

function troubleElement(
  trouble: Exclude<EmbedTrouble, null>,
  quote: EmbeddedQuote | undefined,
  takeNewWords: (quote: EmbeddedQuote) => () => void,
): HTMLElement {
  const { t } = getI18n()
  const note = element('p', styles.trouble)
  const number = quote?.currentNumber ?? 0
  note.append(element('span', undefined, t(`dossier.embed.trouble.${trouble}`, { number })))
  if (quote !== undefined && trouble === 'changed') {
    const now = element('q', undefined, quote.currentWords ?? '')
    now.dir = 'auto'
    const button = element('button', styles.take, t('dossier.embed.takeNew')) as HTMLButtonElement
    button.type = 'button'
    button.addEventListener('click', takeNewWords(quote))
    note.append(now, button)
  }
  return note
}
