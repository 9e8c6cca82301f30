import type { calloutKinds } from '#shared/document/dossier-schema.ts'
import type { CitationLang } from '#shared/domain/citation.ts'
import type { EvidenceFindingKind } from '#shared/domain/dossier-check.ts'

/** The words that an export adds to what was written. */
export interface Labels {
  contents: string
  notes: string
  sources: string
  /** Before the name of somebody that was spoken for. */
  onBehalfOf: string
  missingImage: string
  /** For a kind of image that the format cannot hold. */
  unshownImage: string
  done: string
  open: string
  backToText: string
  evidence: string
  /** Before the number of quotes that are listed at the end. */
  evidenceAtEnd: string
  /** Before and after words that are quoted. */
  marks: readonly [string, string]
  callouts: Record<(typeof calloutKinds)[number], string>
  findings: Record<EvidenceFindingKind, string>
}

export const labels: Record<CitationLang, Labels> = {
  en: {
    contents: 'Contents',
    notes: 'Notes',
    sources: 'Sources',
    onBehalfOf: 'for',
    missingImage: 'An image that is not in the notebook',
    unshownImage: 'An image of a kind that cannot be shown here',
    done: 'done',
    open: 'open',
    backToText: 'Back to the text',
    evidence: 'Evidence to be checked',
    evidenceAtEnd: 'Listed at the end. Quotes to be checked:',
    marks: ['“', '”'],
    callouts: { note: 'Note', important: 'Important', warning: 'Warning', question: 'Question' },
    findings: {
      'words-differ': 'other words than its source',
      'source-changed': 'the source reads otherwise now',
      'source-lost': 'the source no longer has it',
      'in-trash': 'thrown away in the notebook',
      gone: 'no longer in the notebook',
      'no-speaker': 'no speaker named',
      'no-date': 'no date known',
    },
  },
  uk: {
    contents: 'Зміст',
    notes: 'Примітки',
    sources: 'Джерела',
    onBehalfOf: 'від імені:',
    missingImage: 'Зображення, якого немає в записнику',
    unshownImage: 'Зображення, яке тут показати не можна',
    done: 'зроблено',
    open: 'не зроблено',
    backToText: 'Назад до тексту',
    evidence: 'Цитати, які треба перевірити',
    evidenceAtEnd: 'Перелік наприкінці. Цитат до перевірки:',
    marks: ['«', '»'],
    callouts: { note: 'Примітка', important: 'Важливо', warning: 'Увага', question: 'Питання' },
    findings: {
      'words-differ': 'слова не такі, як у джерелі',
      'source-changed': 'у джерелі тепер інакше',
      'source-lost': 'у джерелі цього вже немає',
      'in-trash': 'у кошику записника',
      gone: 'у записнику її вже немає',
      'no-speaker': 'не вказано, хто сказав',
      'no-date': 'дата невідома',
    },
  },
  ru: {
    contents: 'Содержание',
    notes: 'Примечания',
    sources: 'Источники',
    onBehalfOf: 'от имени:',
    missingImage: 'Изображение, которого нет в блокноте',
    unshownImage: 'Изображение, которое здесь показать нельзя',
    done: 'сделано',
    open: 'не сделано',
    backToText: 'Назад к тексту',
    evidence: 'Цитаты, которые надо проверить',
    evidenceAtEnd: 'Перечень в конце. Цитат к проверке:',
    marks: ['«', '»'],
    callouts: { note: 'Примечание', important: 'Важно', warning: 'Внимание', question: 'Вопрос' },
    findings: {
      'words-differ': 'слова не те, что в источнике',
      'source-changed': 'в источнике теперь иначе',
      'source-lost': 'в источнике этого больше нет',
      'in-trash': 'в корзине блокнота',
      gone: 'в блокноте её больше нет',
      'no-speaker': 'не указано, кто сказал',
      'no-date': 'дата неизвестна',
    },
  },
  fr: {
    contents: 'Sommaire',
    notes: 'Notes',
    sources: 'Sources',
    onBehalfOf: 'pour',
    missingImage: 'Une image absente du carnet',
    unshownImage: 'Une image d’un type qui ne peut être montré ici',
    done: 'fait',
    open: 'à faire',
    backToText: 'Retour au texte',
    evidence: 'Citations à vérifier',
    evidenceAtEnd: 'Liste à la fin. Citations à vérifier\u00a0:',
    marks: ['«\u00a0', '\u00a0»'],
    callouts: { note: 'Note', important: 'Important', warning: 'Attention', question: 'Question' },
    findings: {
      'words-differ': 'ses mots ne sont pas ceux de la source',
      'source-changed': 'la source dit maintenant autre chose',
      'source-lost': 'la source ne l’a plus',
      'in-trash': 'mise à la corbeille dans le carnet',
      gone: 'n’est plus dans le carnet',
      'no-speaker': 'auteur inconnu',
      'no-date': 'date inconnue',
    },
  },
  de: {
    contents: 'Inhalt',
    notes: 'Anmerkungen',
    sources: 'Quellen',
    onBehalfOf: 'für',
    missingImage: 'Ein Bild, das nicht im Notizbuch ist',
    unshownImage: 'Ein Bild, dessen Art hier nicht gezeigt werden kann',
    done: 'erledigt',
    open: 'offen',
    backToText: 'Zurück zum Text',
    evidence: 'Zu prüfende Zitate',
    evidenceAtEnd: 'Liste am Ende. Zu prüfende Zitate:',
    marks: ['„', '“'],
    callouts: { note: 'Hinweis', important: 'Wichtig', warning: 'Achtung', question: 'Frage' },
    findings: {
      'words-differ': 'andere Worte als die Quelle',
      'source-changed': 'die Quelle lautet jetzt anders',
      'source-lost': 'die Quelle hat es nicht mehr',
      'in-trash': 'im Papierkorb des Notizbuchs',
      gone: 'nicht mehr im Notizbuch',
      'no-speaker': 'kein Sprecher genannt',
      'no-date': 'kein Datum bekannt',
    },
  },
}
