import { menuKeys } from '#shared/desktop/menu-keys.ts'

export type ShortcutScope =
  | 'anywhere'
  | 'go'
  | 'list'
  | 'reader'
  | 'card'
  | 'topics'
  | 'views'
  | 'coding'
  | 'dossier'

export interface ShortcutEntry {
  /** Each is a way to say it; the first is the one shown. */
  keys: readonly string[]
  scope: ShortcutScope
  /** Where its name is among the words. */
  label: string
  whileTyping?: boolean
  inDialog?: boolean
  /** It changes the notebook, and so is not to be had where nothing can be changed. */
  writes?: boolean
}

/**
 * Every shortcut there is. The overlay (`?`), tooltips, menus and the palette read the keys here, and screens bind
 * what they do with `useAppShortcuts`. Lists and trees handle by themselves what is theirs everywhere (Enter, Space,
 * F2); it stands here so that it is shown.
 */
export const shortcutTable = {
  palette: { keys: menuKeys.palette, scope: 'anywhere', label: 'app.shortcut.palette', whileTyping: true },
  keys: { keys: menuKeys.keys, scope: 'anywhere', label: 'app.shortcut.keys' },
  search: { keys: menuKeys.search, scope: 'anywhere', label: 'app.shortcut.search' },
  undo: { keys: menuKeys.undo, scope: 'anywhere', label: 'app.shortcut.undo', writes: true },
  redo: { keys: menuKeys.redo, scope: 'anywhere', label: 'app.shortcut.redo', writes: true },
  clip: { keys: menuKeys.clip, scope: 'anywhere', label: 'app.shortcut.clip', writes: true },
  back: { keys: menuKeys.back, scope: 'anywhere', label: 'app.shortcut.back' },
  forward: { keys: menuKeys.forward, scope: 'anywhere', label: 'app.shortcut.forward' },
  theme: { keys: menuKeys.theme, scope: 'anywhere', label: 'app.shortcut.theme', whileTyping: true },
  rail: { keys: ['Mod+\\'], scope: 'anywhere', label: 'app.shortcut.rail', whileTyping: true },
  coder: { keys: ['Shift+C'], scope: 'anywhere', label: 'app.shortcut.coder' },
  share: { keys: ['Shift+E'], scope: 'anywhere', label: 'app.shortcut.share' },
  goLibrary: { keys: menuKeys.goLibrary, scope: 'go', label: 'app.shortcut.goLibrary' },
  goInbox: { keys: menuKeys.goInbox, scope: 'go', label: 'app.shortcut.goInbox' },
  goFeeds: { keys: menuKeys.goFeeds, scope: 'go', label: 'app.shortcut.goFeeds' },
  goTopics: { keys: menuKeys.goTopics, scope: 'go', label: 'app.shortcut.goTopics' },
  goActors: { keys: menuKeys.goActors, scope: 'go', label: 'app.shortcut.goActors' },
  goQuotes: { keys: menuKeys.goQuotes, scope: 'go', label: 'app.shortcut.goQuotes' },
  goDossiers: { keys: menuKeys.goDossiers, scope: 'go', label: 'app.shortcut.goDossiers' },
  goRounds: { keys: menuKeys.goRounds, scope: 'go', label: 'app.shortcut.goRounds' },
  goUtterances: { keys: menuKeys.goUtterances, scope: 'go', label: 'app.shortcut.goUtterances' },
  goAgreement: { keys: menuKeys.goAgreement, scope: 'go', label: 'app.shortcut.goAgreement' },
  goSearch: { keys: menuKeys.goSearch, scope: 'go', label: 'app.shortcut.goSearch' },
  goMatrix: { keys: menuKeys.goMatrix, scope: 'go', label: 'app.shortcut.goMatrix' },
  goShifts: { keys: menuKeys.goShifts, scope: 'go', label: 'app.shortcut.goShifts' },
  goTimeline: { keys: menuKeys.goTimeline, scope: 'go', label: 'app.shortcut.goTimeline' },
  goDigest: { keys: menuKeys.goDigest, scope: 'go', label: 'app.shortcut.goDigest' },
  goCoverage: { keys: menuKeys.goCoverage, scope: 'go', label: 'app.shortcut.goCoverage' },
  goConditions: { keys: menuKeys.goConditions, scope: 'go', label: 'app.shortcut.goConditions' },
  goNetwork: { keys: menuKeys.goNetwork, scope: 'go', label: 'app.shortcut.goNetwork' },
  goTrash: { keys: menuKeys.goTrash, scope: 'go', label: 'app.shortcut.goTrash' },
  goImport: { keys: menuKeys.goImport, scope: 'go', label: 'app.shortcut.goImport', writes: true },
  goSettings: { keys: menuKeys.goSettings, scope: 'go', label: 'app.shortcut.goSettings' },
  listDown: { keys: ['j'], scope: 'list', label: 'app.shortcut.listDown' },
  listUp: { keys: ['k'], scope: 'list', label: 'app.shortcut.listUp' },
  openRow: { keys: ['Enter'], scope: 'list', label: 'app.shortcut.openRow' },
  chooseRow: { keys: ['Space'], scope: 'list', label: 'app.shortcut.chooseRow' },
  chooseRange: {
    keys: ['Shift+ArrowDown', 'Shift+ArrowUp'],
    scope: 'list',
    label: 'app.shortcut.chooseRange',
  },
  chooseAll: { keys: ['Mod+A'], scope: 'list', label: 'app.shortcut.chooseAll' },
  markInbox: { keys: ['1'], scope: 'list', label: 'app.shortcut.markInbox', writes: true },
  markReading: { keys: ['2'], scope: 'list', label: 'app.shortcut.markReading', writes: true },
  markDone: { keys: ['3'], scope: 'list', label: 'app.shortcut.markDone', writes: true },
  findInList: { keys: ['f'], scope: 'list', label: 'app.shortcut.findInList' },
  trashChosen: { keys: ['Delete'], scope: 'list', label: 'app.shortcut.trashChosen', writes: true },
  showCopies: { keys: ['v'], scope: 'list', label: 'app.shortcut.showCopies' },
  joinStory: { keys: ['s'], scope: 'list', label: 'app.shortcut.joinStory', writes: true },
  leaveStory: { keys: ['x'], scope: 'list', label: 'app.shortcut.leaveStory', writes: true },
  mergeInto: { keys: ['m'], scope: 'list', label: 'app.shortcut.mergeInto', writes: true },
  newDossier: { keys: ['n'], scope: 'list', label: 'dossier.shortcut.new', writes: true },
  newRound: { keys: ['n'], scope: 'list', label: 'app.shortcut.newRound', writes: true },
  sameWords: { keys: ['y'], scope: 'list', label: 'quotes.shortcut.sameWords', writes: true },
  otherWords: { keys: ['x'], scope: 'list', label: 'quotes.shortcut.otherWords', writes: true },
  feedClip: { keys: ['Enter'], scope: 'list', label: 'feeds.shortcut.clip', writes: true },
  feedDismiss: { keys: ['x'], scope: 'list', label: 'feeds.shortcut.dismiss', writes: true },
  feedOpen: { keys: ['o'], scope: 'list', label: 'feeds.shortcut.open' },
  feedRename: { keys: ['F2'], scope: 'list', label: 'feeds.shortcut.rename', writes: true },
  feedRemove: { keys: ['Delete'], scope: 'list', label: 'feeds.shortcut.remove', writes: true },
  feedRefresh: { keys: ['r'], scope: 'list', label: 'feeds.shortcut.refresh', writes: true },
  codeQuotes: { keys: ['w'], scope: 'list', label: 'quotes.shortcut.codeQuotes' },
  codingSupports: { keys: ['1'], scope: 'coding', label: 'quotes.shortcut.codingSupports', writes: true },
  codingOpposes: { keys: ['2'], scope: 'coding', label: 'quotes.shortcut.codingOpposes', writes: true },
  codingConditional: {
    keys: ['3'],
    scope: 'coding',
    label: 'quotes.shortcut.codingConditional',
    writes: true,
  },
  codingNeutral: { keys: ['4'], scope: 'coding', label: 'quotes.shortcut.codingNeutral', writes: true },
  codingStay: {
    keys: ['Shift+1', 'Shift+2', 'Shift+3', 'Shift+4'],
    scope: 'coding',
    label: 'quotes.shortcut.codingStay',
    writes: true,
  },
  codingNext: { keys: ['j', 'n', 'ArrowDown'], scope: 'coding', label: 'quotes.shortcut.codingNext' },
  codingPrevious: { keys: ['k', 'p', 'ArrowUp'], scope: 'coding', label: 'quotes.shortcut.codingPrevious' },
  codingTopic: { keys: ['t'], scope: 'coding', label: 'quotes.shortcut.codingTopic', writes: true },
  codingTurn: { keys: ['ArrowRight', 'ArrowLeft'], scope: 'coding', label: 'quotes.shortcut.codingTurn' },
  codingSpeaker: { keys: ['s'], scope: 'coding', label: 'quotes.shortcut.codingSpeaker', writes: true },
  codingDate: { keys: ['d'], scope: 'coding', label: 'quotes.shortcut.codingDate', writes: true },
  codingTakeOff: {
    keys: ['Delete', 'Backspace'],
    scope: 'coding',
    label: 'quotes.shortcut.codingTakeOff',
    writes: true,
  },
  codingOpen: { keys: ['Enter'], scope: 'coding', label: 'quotes.shortcut.codingOpen' },
  codingLeave: { keys: ['Escape'], scope: 'coding', label: 'quotes.shortcut.codingLeave' },
  splitActor: { keys: ['Shift+M'], scope: 'list', label: 'app.shortcut.splitActor', writes: true },
  newTopic: { keys: ['n'], scope: 'topics', label: 'app.shortcut.newTopic', writes: true },
  newTopicBelow: { keys: ['Shift+N'], scope: 'topics', label: 'app.shortcut.newTopicBelow', writes: true },
  renameTopic: { keys: ['F2'], scope: 'topics', label: 'app.shortcut.renameTopic' },
  moveTopic: { keys: ['Alt+ArrowUp', 'Alt+ArrowDown'], scope: 'topics', label: 'app.shortcut.moveTopic' },
  nestTopic: {
    keys: ['Alt+Shift+ArrowRight', 'Alt+Shift+ArrowLeft'],
    scope: 'topics',
    label: 'app.shortcut.nestTopic',
  },
  trashTopic: { keys: ['Delete'], scope: 'topics', label: 'app.shortcut.trashTopic', writes: true },
  viewFilters: { keys: ['f'], scope: 'views', label: 'analysis.shortcut.viewFilters' },
  viewTable: { keys: ['v'], scope: 'views', label: 'analysis.shortcut.viewTable' },
  viewExport: { keys: ['e'], scope: 'views', label: 'analysis.shortcut.viewExport' },
  viewPlay: { keys: ['p'], scope: 'views', label: 'analysis.shortcut.viewPlay' },
  viewEarlier: { keys: ['['], scope: 'views', label: 'analysis.shortcut.viewEarlier' },
  viewLater: { keys: [']'], scope: 'views', label: 'analysis.shortcut.viewLater' },
  viewBy: { keys: ['b'], scope: 'views', label: 'analysis.shortcut.viewBy' },
  viewZoomIn: { keys: ['+', '='], scope: 'views', label: 'analysis.shortcut.viewZoomIn' },
  viewZoomOut: { keys: ['-'], scope: 'views', label: 'analysis.shortcut.viewZoomOut' },
  viewZoomWhole: { keys: ['0'], scope: 'views', label: 'analysis.shortcut.viewZoomWhole' },
  viewClose: { keys: ['Escape'], scope: 'views', label: 'analysis.shortcut.viewClose' },
  viewFold: { keys: ['z'], scope: 'views', label: 'analysis.shortcut.viewFold' },
  cardPublished: { keys: ['p'], scope: 'card', label: 'quotes.shortcut.cardPublished' },
  cardDayBefore: { keys: ['b'], scope: 'card', label: 'quotes.shortcut.cardDayBefore' },
  cardNoDate: { keys: ['n'], scope: 'card', label: 'quotes.shortcut.cardNoDate' },
  linkDetails: { keys: ['c'], scope: 'card', label: 'quotes.shortcut.linkDetails' },
  linkRedLine: { keys: ['r'], scope: 'card', label: 'quotes.shortcut.linkRedLine' },
  commentBold: { keys: ['Mod+B'], scope: 'card', label: 'quotes.shortcut.commentBold' },
  commentItalic: { keys: ['Mod+I'], scope: 'card', label: 'quotes.shortcut.commentItalic' },
  commentBullets: { keys: ['Mod+Shift+8'], scope: 'card', label: 'quotes.shortcut.commentBullets' },
  commentNumbers: { keys: ['Mod+Shift+7'], scope: 'card', label: 'quotes.shortcut.commentNumbers' },
  commentLink: { keys: ['Mod+Shift+K'], scope: 'card', label: 'quotes.shortcut.commentLink' },
  commentDone: { keys: ['Mod+Enter'], scope: 'card', label: 'quotes.shortcut.commentDone' },
  markQuote: { keys: ['q'], scope: 'reader', label: 'reader.shortcut.markQuote' },
  growSelection: { keys: ['w'], scope: 'reader', label: 'reader.shortcut.growSelection' },
  shrinkSelection: { keys: ['Shift+W'], scope: 'reader', label: 'reader.shortcut.shrinkSelection' },
  extendSentence: { keys: ['.'], scope: 'reader', label: 'reader.shortcut.extendSentence' },
  retractSentence: { keys: [','], scope: 'reader', label: 'reader.shortcut.retractSentence' },
  stanceSupports: { keys: ['1'], scope: 'reader', label: 'reader.shortcut.stanceSupports' },
  stanceOpposes: { keys: ['2'], scope: 'reader', label: 'reader.shortcut.stanceOpposes' },
  stanceConditional: { keys: ['3'], scope: 'reader', label: 'reader.shortcut.stanceConditional' },
  stanceNeutral: { keys: ['4'], scope: 'reader', label: 'reader.shortcut.stanceNeutral' },
  quoteTopic: { keys: ['t'], scope: 'reader', label: 'reader.shortcut.quoteTopic' },
  quoteSpeaker: { keys: ['s'], scope: 'reader', label: 'reader.shortcut.quoteSpeaker' },
  quoteDate: { keys: ['d'], scope: 'reader', label: 'reader.shortcut.quoteDate' },
  quoteComment: { keys: ['m'], scope: 'reader', label: 'reader.shortcut.quoteComment' },
  quoteMore: { keys: ['b'], scope: 'reader', label: 'reader.shortcut.quoteMore' },
  quoteOpen: { keys: ['Enter'], scope: 'reader', label: 'reader.shortcut.quoteOpen' },
  quoteCycle: { keys: ['v'], scope: 'reader', label: 'reader.shortcut.quoteCycle' },
  quoteNext: { keys: ['n'], scope: 'reader', label: 'reader.shortcut.quoteNext' },
  quotePrevious: { keys: ['p'], scope: 'reader', label: 'reader.shortcut.quotePrevious' },
  quoteCopy: { keys: ['y'], scope: 'reader', label: 'reader.shortcut.quoteCopy' },
  quoteTrash: { keys: ['Delete', 'Backspace'], scope: 'reader', label: 'reader.shortcut.quoteTrash' },
  suggestions: { keys: ['Shift+Q'], scope: 'reader', label: 'reader.shortcut.suggestions' },
  suggestionAccept: { keys: ['Enter'], scope: 'reader', label: 'reader.shortcut.suggestionAccept' },
  suggestionAcceptTopic: {
    keys: ['Shift+Enter'],
    scope: 'reader',
    label: 'reader.shortcut.suggestionAcceptTopic',
  },
  suggestionReject: { keys: ['x'], scope: 'reader', label: 'reader.shortcut.suggestionReject' },
  suggestionSpeaker: { keys: ['s'], scope: 'reader', label: 'reader.shortcut.suggestionSpeaker' },
  suggestionAlias: { keys: ['a'], scope: 'reader', label: 'reader.shortcut.suggestionAlias' },
  suggestionNext: { keys: ['Tab'], scope: 'reader', label: 'reader.shortcut.suggestionNext' },
  suggestionPrevious: {
    keys: ['Shift+Tab'],
    scope: 'reader',
    label: 'reader.shortcut.suggestionPrevious',
  },
  articleNext: { keys: ['j'], scope: 'reader', label: 'reader.shortcut.articleNext' },
  articlePrevious: { keys: ['k'], scope: 'reader', label: 'reader.shortcut.articlePrevious' },
  articleDone: { keys: ['e'], scope: 'reader', label: 'reader.shortcut.articleDone' },
  articleReading: { keys: ['r'], scope: 'reader', label: 'reader.shortcut.articleReading' },
  articleInbox: { keys: ['u'], scope: 'reader', label: 'reader.shortcut.articleInbox' },
  articleFacts: { keys: ['i'], scope: 'reader', label: 'reader.shortcut.articleFacts' },
  articleEvidence: { keys: ['x'], scope: 'reader', label: 'reader.shortcut.articleEvidence' },
  articleOriginal: { keys: ['o'], scope: 'reader', label: 'reader.shortcut.articleOriginal' },
  articleAgain: { keys: ['Shift+R'], scope: 'reader', label: 'reader.shortcut.articleAgain' },
  articleNotStory: { keys: ['Shift+S'], scope: 'reader', label: 'reader.shortcut.articleNotStory' },
  articleCompare: { keys: ['h'], scope: 'reader', label: 'reader.shortcut.articleCompare' },
  lostQuotes: { keys: ['l'], scope: 'reader', label: 'reader.shortcut.lostQuotes' },
  findInArticle: { keys: ['f', 'Mod+F'], scope: 'reader', label: 'reader.shortcut.findInArticle' },
  findNext: {
    keys: ['Mod+G', 'F3'],
    scope: 'reader',
    label: 'reader.shortcut.findNext',
    whileTyping: true,
  },
  findPrevious: {
    keys: ['Mod+Shift+G', 'Shift+F3'],
    scope: 'reader',
    label: 'reader.shortcut.findPrevious',
    whileTyping: true,
  },
  appearance: { keys: ['a'], scope: 'reader', label: 'reader.shortcut.appearance' },
  textLarger: { keys: ['+', '='], scope: 'reader', label: 'reader.shortcut.textLarger' },
  textSmaller: { keys: ['-'], scope: 'reader', label: 'reader.shortcut.textSmaller' },
  leave: { keys: ['Escape'], scope: 'reader', label: 'reader.shortcut.leave' },
  dossierSlash: { keys: ['/'], scope: 'dossier', label: 'dossier.shortcut.slash' },
  dossierAt: { keys: ['@'], scope: 'dossier', label: 'dossier.shortcut.at' },
  dossierBold: { keys: ['Mod+B'], scope: 'dossier', label: 'dossier.shortcut.bold' },
  dossierItalic: { keys: ['Mod+I'], scope: 'dossier', label: 'dossier.shortcut.italic' },
  dossierUnderline: { keys: ['Mod+U'], scope: 'dossier', label: 'dossier.shortcut.underline' },
  dossierStrike: { keys: ['Mod+Shift+S'], scope: 'dossier', label: 'dossier.shortcut.strike' },
  dossierCode: { keys: ['Mod+E'], scope: 'dossier', label: 'dossier.shortcut.code' },
  dossierLink: { keys: ['Mod+Shift+K'], scope: 'dossier', label: 'dossier.shortcut.link', whileTyping: true },
  dossierBullets: { keys: ['Mod+Shift+8'], scope: 'dossier', label: 'dossier.shortcut.bullets' },
  dossierNumbers: { keys: ['Mod+Shift+7'], scope: 'dossier', label: 'dossier.shortcut.numbers' },
  dossierTasks: { keys: ['Mod+Shift+9'], scope: 'dossier', label: 'dossier.shortcut.tasks' },
  dossierFootnote: { keys: ['Mod+Alt+F'], scope: 'dossier', label: 'dossier.shortcut.footnote' },
  dossierMoveUp: { keys: ['Alt+ArrowUp'], scope: 'dossier', label: 'dossier.shortcut.moveUp' },
  dossierMoveDown: { keys: ['Alt+ArrowDown'], scope: 'dossier', label: 'dossier.shortcut.moveDown' },
  dossierFind: { keys: ['Mod+F'], scope: 'dossier', label: 'dossier.shortcut.find', whileTyping: true },
  dossierQuotes: {
    keys: ['Mod+Shift+P'],
    scope: 'dossier',
    label: 'dossier.shortcut.quotes',
    whileTyping: true,
  },
  dossierOutline: {
    keys: ['Mod+Shift+O'],
    scope: 'dossier',
    label: 'dossier.shortcut.outline',
    whileTyping: true,
  },
  dossierSources: {
    keys: ['Mod+Shift+Y'],
    scope: 'dossier',
    label: 'dossier.shortcut.sources',
    whileTyping: true,
  },
  dossierVersions: {
    keys: ['Mod+Shift+H'],
    scope: 'dossier',
    label: 'dossier.shortcut.versions',
    whileTyping: true,
  },
  dossierCheck: {
    keys: ['Mod+Shift+D'],
    scope: 'dossier',
    label: 'dossier.shortcut.check',
    whileTyping: true,
  },
  dossierExport: {
    keys: ['Mod+Shift+X'],
    scope: 'dossier',
    label: 'dossier.shortcut.export',
    whileTyping: true,
  },
  dossierAlone: {
    keys: ['Mod+Shift+E'],
    scope: 'dossier',
    label: 'dossier.shortcut.alone',
    whileTyping: true,
  },
  dossierSave: { keys: ['Mod+S'], scope: 'dossier', label: 'dossier.shortcut.save', whileTyping: true },
} as const satisfies Record<string, ShortcutEntry>

export type ShortcutId = keyof typeof shortcutTable

/** The table as a list, each with its id. */
export const shortcutList = Object.entries(shortcutTable as Record<string, ShortcutEntry>).map(
  ([id, entry]) => ({
    id,
    ...entry,
  }),
)

/** The chord to show for a shortcut. */
export function chordOf(id: ShortcutId): string {
  return shortcutTable[id].keys[0]
}
