import type { NodeViewRenderer } from '@tiptap/core'
import { getI18n } from 'react-i18next'
import type { Bibliography, BibliographyEntry, Run } from '#shared/domain/citation.ts'
import { paths } from '../../app/paths.ts'
import styles from './bibliography.module.css'
import type { EvidenceSource } from './evidence-source.ts'

/** Draws the sources in the text as an export will print them; each leads to its article. Plain elements, as with quotes. */
export function bibliographyView(source: EvidenceSource): NodeViewRenderer {
  return ({ node }) => {
    const dom = document.createElement('section')
    dom.className = styles.sources ?? ''
    dom.contentEditable = 'false'
    let drawn: unknown[] = []
    const draw = () => {
      const { bibliography, trouble } = source.get().sources
      const next = [bibliography, trouble, getI18n().language]
      if (drawn.length > 0 && next.every((value, index) => value === drawn[index])) return
      drawn = next
      dom.setAttribute('aria-label', getI18n().t('dossier.sources.heading'))
      dom.replaceChildren(headOf(bibliography, trouble), ...listOf(bibliography, source))
    }
    draw()
    const stop = source.subscribe(draw)
    return {
      dom,
      update: (next) => next.type === node.type,
      ignoreMutation: () => true,
      stopEvent: ({ target }) => target instanceof Element && target.closest('a') !== null,
      destroy: stop,
    }
  }
}

function headOf(bibliography: Bibliography | undefined, trouble: string | null): HTMLElement {
  const { t } = getI18n()
  const head = document.createElement('p')
  head.className = (trouble === null ? styles.head : styles.trouble) ?? ''
  if (trouble !== null) head.textContent = trouble
  else if (bibliography === undefined) head.textContent = t('dossier.sources.making')
  else if (bibliography.entries.length === 0) head.textContent = t('dossier.sources.none')
  else {
    const style = document.createElement('bdi')
    style.textContent = bibliography.style.title
    const count = document.createElement('span')
    count.textContent = t('dossier.sources.count', { count: bibliography.entries.length })
    head.append(count, style)
  }
  return head
}

function listOf(bibliography: Bibliography | undefined, source: EvidenceSource): HTMLElement[] {
  if (bibliography === undefined || bibliography.entries.length === 0) return []
  const list = document.createElement('ol')
  list.className = styles.list ?? ''
  list.lang = bibliography.lang
  list.append(...bibliography.entries.map((entry) => entryOf(entry, source)))
  return [list]
}

function entryOf({ articleId, label, runs }: BibliographyEntry, source: EvidenceSource): HTMLElement {
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.className = styles.entry ?? ''
  link.href = `#${paths.article(articleId)}`
  link.dir = 'auto'
  link.title = getI18n().t('dossier.sources.open')
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    source.open(paths.article(articleId))
  })
  if (label !== null) {
    const number = document.createElement('span')
    number.className = styles.label ?? ''
    number.append(...elementsOf(label))
    item.classList.add(styles.labelled ?? '')
    item.append(number)
  }
  link.append(...elementsOf(runs))
  item.append(link)
  return item
}

/** Runs of text as elements; addresses in them lead nowhere by themselves. */
function elementsOf(runs: readonly Run[]): (Node | string)[] {
  return runs.map((run) => {
    const tag = tagOf(run)
    if (tag === undefined && !run.smallCaps) return run.text
    const element = document.createElement(tag ?? 'span')
    element.textContent = run.text
    if (run.smallCaps) element.className = styles.smallCaps ?? ''
    return element
  })
}

function tagOf({ bold, italic, underline, raised, lowered }: Run): string | undefined {
  if (italic) return 'em'
  if (bold) return 'strong'
  if (underline) return 'u'
  if (raised) return 'sup'
  return lowered ? 'sub' : undefined
}
