import { Readability } from '@mozilla/readability'
import { Defuddle } from 'defuddle/node'
import { JSDOM, VirtualConsole } from 'jsdom'
import { parseHTML } from 'linkedom'
import { runningText } from '../../electron/backend/capture/answer-extract-case.ts'
import { decodeBytes } from '../../electron/backend/capture/decode.ts'
import { extractArticle } from '../../electron/backend/capture/extract-article.ts'
import { stripTags } from '../../electron/backend/capture/strip-tags.ts'
import type { LabelledPage } from './labelled-pages.ts'
import type { Facts } from './score-facts.ts'

export type Extract = (page: LabelledPage) => Promise<Facts & { readonly text: string }>

async function ours({ bytes, url }: LabelledPage): ReturnType<Extract> {
  const article = extractArticle({ bytes, url, kind: 'html' })
  const { title, byline, publishedAt } = article
  return { text: runningText(article), title, byline, publishedAt: publishedAt?.value }
}

function readable(document: Document): Awaited<ReturnType<Extract>> {
  const article = new Readability(document).parse()
  return {
    text: stripTags(article?.content ?? ''),
    title: article?.title,
    byline: article?.byline,
    publishedAt: article?.publishedTime,
  }
}

async function readabilityOnLinkedom({ bytes }: LabelledPage): ReturnType<Extract> {
  return readable(parseHTML(decodeBytes(bytes).text).document)
}

async function readabilityOnJsdom({ bytes, url }: LabelledPage): ReturnType<Extract> {
  const { window } = new JSDOM(decodeBytes(bytes).text, { url, virtualConsole: new VirtualConsole() })
  const answer = readable(window.document)
  window.close()
  return answer
}

async function defuddle({ bytes, url }: LabelledPage): ReturnType<Extract> {
  const { window } = new JSDOM(decodeBytes(bytes).text, { url, virtualConsole: new VirtualConsole() })
  const { error } = console
  // It reports every fault of a page's JSON-LD there; nothing is made of them here.
  console.error = () => {}
  try {
    // `useAsync` would ask third parties about the page.
    const { content, title, author, published } = await Defuddle(window.document, url, { useAsync: false })
    return { text: stripTags(content), title, byline: author, publishedAt: published }
  } finally {
    console.error = error
    window.close()
  }
}

/** Every extractor that is compared, ours first. */
export const extractors: { readonly [name: string]: Extract } = {
  'aide-memoire': ours,
  'Readability, linkedom': readabilityOnLinkedom,
  'Readability, jsdom': readabilityOnJsdom,
  Defuddle: defuddle,
}
