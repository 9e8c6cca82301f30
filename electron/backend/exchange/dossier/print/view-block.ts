import { stancesByLeaning, stanceSigns } from '#shared/document/frozen-view-text.ts'
import { type Piece, timelineDrawing } from '#shared/document/timeline-drawing.ts'
import type { CitationLang } from '#shared/domain/citation.ts'
import {
  dayOf,
  type FrozenBin,
  type FrozenCell,
  type FrozenFilter,
  type FrozenMatrix,
  type FrozenTimeline,
  type FrozenView,
} from '#shared/domain/frozen-view.ts'
import type { Block, Cell, Inline, Table } from './model.ts'
import { dateText, isRtl, printable, words } from './text.ts'
import { type ViewLabels, viewLabels } from './view-labels.ts'

type ViewBlock = Extract<Block, { kind: 'view' }>

/** More columns than these would not be read on a page: what is beyond stands in a table of its own below. */
const columnsAtMost = 6
/** How much of the width the heads of the rows take. */
const headShare = 0.22

/** A frozen view as tables, with what it is, of what day, and what it was made of; a timeline also as a drawing. */
export function viewBlock(view: FrozenView, caption: string, lang: CitationLang): ViewBlock {
  const said = viewLabels[lang]
  const date = (day: string) => dateText(day, lang)
  const about = [
    `${said.frozenOn} ${date(view.frozenAt.slice(0, 10))}.`,
    `${filterText(view.filter, said, lang)}.`,
  ]
  if (view.kind === 'matrix') {
    const left = [
      ...(view.left.actors > 0 ? [`${said.leftActors} ${view.left.actors}.`] : []),
      ...(view.left.topics > 0 ? [`${said.leftTopics} ${view.left.topics}.`] : []),
    ]
    return {
      kind: 'view',
      caption: printable(caption),
      title: `${said.matrix} ${said.asOf} ${date(dayOf(view))}`,
      note: printable([...about, said.legend, ...movesIn(view, said), ...left].join(' ')),
      tables: matrixTables(view, said, lang),
      drawing: null,
    }
  }
  const left = view.left > 0 ? [`${said.leftLanes} ${view.left}.`] : []
  const drawing = timelineDrawing(view, (day) =>
    shortDate(view.unit === 'month' ? day.slice(0, 7) : day, lang),
  )
  return {
    kind: 'view',
    caption: printable(caption),
    title: `${said.timeline} ${said.asOf} ${date(view.frozenAt.slice(0, 10))}`,
    note: printable([...about, ...left].join(' ')),
    tables: view.lanes.length === 0 ? [] : [timelineTable(view, said, lang)],
    drawing:
      view.lanes.length === 0
        ? null
        : { ...drawing, pieces: drawing.pieces.map(withPrintableWords), legend: said.bars },
  }
}

/** What the arrows mean, where there are any. */
function movesIn({ cells }: FrozenMatrix, said: ViewLabels): string[] {
  const found = (['towards', 'away'] as const).filter((one) => cells.some(({ trend }) => trend === one))
  return found.length === 0 ? [] : [`${found.map((one) => `${arrows[one]} ${said[one]}`).join(', ')}.`]
}

function withPrintableWords(piece: Piece): Piece {
  return piece.kind === 'words' ? { ...piece, words: printable(piece.words) } : piece
}

function filterText(filter: FrozenFilter, said: ViewLabels, lang: CitationLang): string {
  const names = new Intl.DisplayNames(lang, { type: 'language', fallback: 'code' })
  const { from, until, outlets, langs, coders, topic } = filter
  const parts = [
    ...(from === undefined ? [] : [`${said.from} ${dateText(from, lang)}`]),
    ...(until === undefined ? [] : [`${said.until} ${dateText(until, lang)}`]),
    ...(topic === undefined ? [] : [`${said.topic} ${topic.name}`]),
    ...(outlets === undefined ? [] : [`${said.outlets} ${outlets.join(', ')}`]),
    ...(langs === undefined ? [] : [`${said.langs} ${langs.map((one) => names.of(one) ?? one).join(', ')}`]),
    ...(coders === undefined ? [] : [`${said.coders} ${coders.map(({ name }) => name).join(', ')}`]),
  ]
  const text = parts.length === 0 ? said.everything : parts.join('; ')
  return text.charAt(0).toLocaleUpperCase(lang) + text.slice(1)
}

function matrixTables(view: FrozenMatrix, said: ViewLabels, lang: CitationLang): Table[] {
  const byActor = view.rows === 'actors'
  const topics = distinctNames(view.topics)
  const actors = view.actors.map(({ name }) => name)
  const [rows, columns] = byActor ? [actors, topics] : [topics, actors]
  const corner = byActor ? said[view.by] : said.topic.replace(/[\s:]+$/u, '')
  const cells = new Map(
    view.cells.map((cell) => [byActor ? `${cell.actor} ${cell.topic}` : `${cell.topic} ${cell.actor}`, cell]),
  )
  const parts = Math.ceil(columns.length / columnsAtMost)
  const width = Math.ceil(columns.length / Math.max(1, parts))
  return Array.from({ length: parts }, (_, part) => {
    const shown = columns.slice(part * width, (part + 1) * width)
    const table = tableOf(
      [capital(corner, lang), ...shown].map((head) => [words(head)]),
      rows.map((name, row) => [
        [words(name)],
        ...shown.map((__, at) => cellContent(cells.get(`${row} ${part * width + at}`), said, lang)),
      ]),
    )
    return { ...table, widths: [headShare, ...shown.map(() => (1 - headShare) / shown.length)] }
  })
}

/** The names of topics; of those that have one in common, with the topic above. */
function distinctNames(topics: FrozenMatrix['topics']): string[] {
  const alike = Map.groupBy(topics, ({ name }) => name)
  return topics.map(({ name, under }) =>
    (alike.get(name)?.length ?? 0) > 1 ? [...under.slice(-1), name].join(' › ') : name,
  )
}

/** Where a position has moved since the time before. */
const arrows = { towards: '↗', away: '↘' } as const

function cellContent(cell: FrozenCell | undefined, said: ViewLabels, lang: CitationLang): Inline[] {
  if (cell === undefined) return [words('–')]
  const remarks = [...(cell.redLine ? [said.redLine] : []), ...(cell.conflict ? [said.conflict] : [])]
  const measure = [String(cell.utterances), ...(cell.latest === null ? [] : [shortDate(cell.latest, lang)])]
  const lines = [...(remarks.length === 0 ? [] : [remarks.join(', ')]), measure.join(' · ')]
  const moved = cell.trend === 'towards' || cell.trend === 'away' ? ` ${arrows[cell.trend]}` : ''
  const strong = cell.strength === 3 ? { bold: true as const } : {}
  return [
    words(`${stanceSigns[cell.stance]} ${said.stances[cell.stance]}${moved}`, strong),
    ...lines.flatMap((line): Inline[] => [{ kind: 'break' }, words(line)]),
  ]
}

/** So many of a stretch are named, those with the most said. */
const namedAtMost = 6

/** A row a stretch of time: how much was said with each stance, and by whom or on what. */
function timelineTable({ lanes, unit, rows }: FrozenTimeline, said: ViewLabels, lang: CitationLang): Table {
  const starts = [...new Set(lanes.flatMap(({ bins }) => bins.map(({ start }) => start)))].sort()
  const dayOfBin = (start: string) =>
    dateText(unit === 'month' ? start.slice(0, 7) : unit === 'year' ? start.slice(0, 4) : start, lang)
  const lines = starts.map((start) => {
    const own = lanes.flatMap(({ name, bins }) => {
      const bin = bins.find((one) => one.start === start)
      return bin === undefined ? [] : [{ name, bin, count: totalOf(bin) }]
    })
    const sums = stancesByLeaning.map((stance) => own.reduce((sum, { bin }) => sum + bin.stances[stance], 0))
    const most = own.toSorted((a, b) => b.count - a.count)
    const named = most.slice(0, namedAtMost).map(({ name, count }) => `${name}\u00a0${count}`)
    const rest = most.length - named.length
    return [
      dayOfBin(start),
      ...sums.map((sum) => (sum === 0 ? '–' : String(sum))),
      `${named.join(', ')}${rest > 0 ? ` (+${rest})` : ''}`,
    ].map((text) => [words(text)])
  })
  const heads: Inline[][] = [
    [words(said[unit])],
    ...stancesByLeaning.map((stance): Inline[] => [
      words(stanceSigns[stance]),
      { kind: 'break' },
      words(said.stances[stance]),
    ]),
    [words(rows === 'topic' ? said.onWhat : said.who)],
  ]
  return { ...tableOf(heads, lines), widths: [0.15, 0.12, 0.145, 0.15, 0.12, 0.315] }
}

function totalOf({ stances }: FrozenBin): number {
  return stancesByLeaning.reduce((sum, stance) => sum + stances[stance], 0)
}

/** Heads above, and the first of each row as its head. */
function tableOf(heads: readonly Inline[][], rows: readonly Inline[][][]): Table {
  const cell = (content: Inline[], scope: Cell['scope']): Cell => {
    const first = content.find((part) => part.kind === 'text')
    const rtl = first !== undefined && isRtl(first.text)
    return {
      header: scope !== undefined,
      ...(scope && { scope }),
      colspan: 1,
      rowspan: 1,
      blocks: [{ kind: 'paragraph', content, rtl }],
    }
  }
  return {
    kind: 'table',
    columns: heads.length,
    widths: null,
    rows: [
      heads.map((head) => cell(head, 'col')),
      ...rows.map((row) => row.map((content, at) => cell(content, at === 0 ? 'row' : undefined))),
    ],
  }
}

function capital(text: string, lang: CitationLang): string {
  return text.charAt(0).toLocaleUpperCase(lang) + text.slice(1)
}

/** A date in few letters. */
function shortDate(date: string, lang: CitationLang): string {
  const [year = 2000, month, day] = date.split('-').map(Number)
  if (month === undefined) return String(year)
  const options = { year: 'numeric', month: 'short', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    ...options,
    ...(day === undefined ? {} : { day: 'numeric' }),
  })
    .format(new Date(Date.UTC(year, month - 1, day ?? 1)))
    .replace(/\s(?:р|г)\.$/u, '')
}
