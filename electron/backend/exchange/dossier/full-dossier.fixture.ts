import { createHash } from 'node:crypto'
import { parseDossierDocument } from '#shared/document/parse-dossier.ts'
import { createActor } from '../../store/actors.ts'
import { keepAssets } from '../../store/assets.ts'
import type { Writable } from '../../store/connection.ts'
import { createDossier } from '../../store/dossiers.ts'
import { addArticle, addQuote, passage } from '../../store/notebook.fixture.ts'
import { updateQuote } from '../../store/quotes.ts'

/** A dossier in which everything occurs that a dossier may hold, in a notebook that has what it names. */

export type Block = { type: string; attrs?: object; content?: object[] }

/** A red square of eight by eight pixels. */
export const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mM4YGCAFTEMLQkARmxIAZ+ZdIsAAAAASUVORK5CYII=',
  'base64',
)

const text = (words: string, ...marks: (string | object)[]) => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && {
    marks: marks.map((mark) => (typeof mark === 'string' ? { type: mark } : mark)),
  }),
})
const link = (href: string) => ({ type: 'link', attrs: { href } })
const block = (type: string, content: object[], attrs?: object): Block => ({
  type,
  content,
  ...(attrs && { attrs }),
})
export const paragraph = (...content: (string | object)[]): Block =>
  block(
    'paragraph',
    content.map((one) => (typeof one === 'string' ? text(one) : one)),
  )
const heading = (level: number, words: string) => block('heading', [text(words)], { level })
const item = (...content: Block[]) => block('listItem', content)
const cell = (words: string, attrs = {}) => block('tableCell', [paragraph(words)], attrs)
const head = (words: string, attrs = {}) => block('tableHeader', [paragraph(words)], attrs)

export function writeDossier(db: Writable, title: string, content: Block[], words = ''): string {
  const document = parseDossierDocument({ type: 'doc', content }).toJSON()
  return createDossier(db, title, { document, text: words, refs: [], wordCount: 0 })
}

/** Its id. `uk` has the same in Ukrainian. */
export function fullDossier(db: Writable, lang: 'en' | 'uk' = 'en'): string {
  const say = (english: string, ukrainian: string) => (lang === 'en' ? english : ukrainian)
  const speakerId = createActor(db, { name: say('Ilda Morvan', 'Ільда Морван'), kind: 'person' })
  const league = createActor(db, { name: say('Coast League', 'Прибережна ліга'), kind: 'party' })
  const source = say(passage, 'Верхні держави щомісяця публікуватимуть дані про стік, сказав делегат.')
  const quoted = say('The upper states', 'Верхні держави')
  const article = addArticle(db, {
    title: say('Talks on the river resume', 'Переговори про річку поновлено'),
    outlet: say('River Post', 'Річковий вісник'),
    byline: say('Hanne Lorrick', 'Ганна Лоррик'),
    lang,
    publishedAt: '2026-03-02',
    url: 'https://river.example/talks?a=1&b=2',
    text: source,
  })
  const mark = { exact: quoted, start: 0, end: quoted.length, speakerId }
  const dated = addQuote(db, article, { ...mark, saidOn: '2026-03-01' })
  updateQuote(db, { id: dated, speakerRole: say('envoy', 'посланниця'), onBehalfId: league })
  const other = addArticle(db, {
    title: say('Dam <b>closed</b> & locked', 'Греблю <b>закрито</b> & замкнено'),
    outlet: null,
    lang,
    url: 'https://dam.example/',
  })
  const bare = addQuote(db, other, { speakerId })
  const sha256 = createHash('sha256').update(picture).digest('hex')
  keepAssets(db, article.revisionId, [{ sha256, mediaType: 'image/png', bytes: picture }])
  const embed = (quoteId: string, revisionId: string, words: string): Block => ({
    type: 'quoteEmbed',
    attrs: { quoteId, revisionId, text: words },
  })
  const mention = (kind: string, id: string, label: string) => ({
    type: 'mention',
    attrs: { kind, id, label },
  })
  const footnote = (...content: object[]) => ({ type: 'footnote', content })
  const content: Block[] = [
    heading(1, say('What was said', 'Що було сказано')),
    paragraph(
      say('A word that is ', 'Слово, що є '),
      text(say('bold', 'жирним'), 'bold'),
      ', ',
      text(say('slanted', 'похилим'), 'italic'),
      ', ',
      text(say('underlined', 'підкресленим'), 'underline'),
      ', ',
      text(say('struck', 'закресленим'), 'strike'),
      say(' or ', ' чи '),
      text('code <b>', 'code'),
      '; ',
      text(say('a link', 'посилання'), link("https://river.example/?q='x'&y=(1)"), 'bold'),
      footnote(text(say('A note on ', 'Примітка про ')), text(say('this', 'це'), 'italic'), text('.')),
      '.',
    ),
    embed(dated, article.revisionId, quoted),
    paragraph(
      mention('actor', speakerId, say('Ilda Morvan', 'Ільда Морван')),
      say(' is named in ', ' згадано в '),
      mention('article', other.articleId, say('Dam closed', 'Греблю закрито')),
      { type: 'hardBreak' },
      say('on a second line', 'на другому рядку'),
      footnote(text(say('Another note.', 'Ще одна примітка.'))),
    ),
    heading(2, say('Lists & tasks', 'Списки & завдання')),
    block('bulletList', [
      item(paragraph(say('one', 'один')), block('bulletList', [item(paragraph(say('inner', 'внутрішній')))])),
      item(paragraph(say('two', 'два'))),
    ]),
    block(
      'orderedList',
      [item(paragraph(say('third', 'третій'))), item(paragraph(say('fourth', 'четвертий')))],
      {
        start: 3,
      },
    ),
    block('taskList', [
      block('taskItem', [paragraph(say('done', 'зроблено'))], { checked: true }),
      block('taskItem', [paragraph(say('to do', 'зробити'))], { checked: false }),
    ]),
    heading(2, say('Tables', 'Таблиці')),
    block('table', [
      block('tableRow', [
        head(say('Party', 'Сторона'), { colwidth: [100] }),
        head(say('Position', 'Позиція'), { colspan: 2, colwidth: [100, 200] }),
      ]),
      block('tableRow', [
        cell('A | B', { rowspan: 2 }),
        cell(say('for', 'за')),
        cell(say('against', 'проти')),
      ]),
      block('tableRow', [cell('1'), cell('2')]),
    ]),
    block('callout', [paragraph(say('Mind the gap.', 'Стережіться.'))], { kind: 'important' }),
    block('blockquote', [paragraph(say('An old saying.', 'Давня приказка.'))]),
    block('codeBlock', [text('let x = 1 < 2\n```')]),
    { type: 'horizontalRule' },
    { type: 'image', attrs: { asset: sha256, alt: say('A red square', 'Червоний квадрат') } },
    { type: 'image', attrs: { asset: 'b'.repeat(64), alt: say('Gone', 'Зникле') } },
    heading(3, say('Right to left', 'Справа наліво')),
    paragraph('قالت المندوبة إن المياه مشتركة بين الدول.'),
    paragraph('המים משותפים לכולם.'),
    paragraph(say('# not a heading, * not a list, 1. nor this', '# не заголовок, * не список, 1. і не це')),
    embed(bare, other.revisionId, say('The upper states', 'The upper states')),
  ]
  return writeDossier(
    db,
    say('Water: "who" & <what>', 'Вода: «хто» & <що>'),
    content,
    say('What was said and by whom about the water', 'Що було сказано про воду, ким і коли, і чиї це слова'),
  )
}
