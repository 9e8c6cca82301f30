import type { CitationLang } from '#shared/domain/citation.ts'
import type { Stance } from '#shared/domain/link.ts'

/** The words around a frozen view. */
export interface ViewLabels {
  matrix: string
  timeline: string
  /** Before a day. */
  asOf: string
  frozenOn: string
  /** Where nothing narrowed it. */
  everything: string
  from: string
  until: string
  topic: string
  outlets: string
  langs: string
  coders: string
  /** Heads of columns, and what rows are. */
  actor: string
  party: string
  day: string
  week: string
  month: string
  year: string
  all: string
  who: string
  onWhat: string
  stances: Record<Stance, string>
  redLine: string
  conflict: string
  towards: string
  away: string
  /** What the numbers and the day in a cell are. */
  legend: string
  /** What the bars of a drawing are. */
  bars: string
  leftActors: string
  leftTopics: string
  leftLanes: string
}

export const viewLabels: Record<CitationLang, ViewLabels> = {
  en: {
    matrix: 'Position matrix',
    timeline: 'Timeline',
    asOf: 'as of',
    frozenOn: 'Frozen on',
    everything: 'Everything in the notebook',
    from: 'from',
    until: 'until',
    topic: 'topic:',
    outlets: 'outlets:',
    langs: 'languages:',
    coders: 'coded by:',
    actor: 'Actor',
    party: 'Party',
    day: 'Day',
    week: 'Week from',
    month: 'Month',
    year: 'Year',
    all: 'All',
    who: 'Who',
    onWhat: 'On what',
    stances: { supports: 'Supports', opposes: 'Opposes', conditional: 'Conditional', neutral: 'Neutral' },
    redLine: 'red line',
    conflict: 'disputed',
    towards: 'moved towards support',
    away: 'moved away from support',
    legend: 'In each cell: the stance, how many statements, and the day of the latest.',
    bars: 'In the drawing: support upwards, in outline where conditional; opposition downwards, in outline where neutral.',
    leftActors: 'Actors left out:',
    leftTopics: 'Topics left out:',
    leftLanes: 'Lanes left out:',
  },
  uk: {
    matrix: 'Матриця позицій',
    timeline: 'Часова шкала',
    asOf: 'станом на',
    frozenOn: 'Зафіксовано',
    everything: 'Усе, що є в записнику',
    from: 'від',
    until: 'до',
    topic: 'тема:',
    outlets: 'видання:',
    langs: 'мови:',
    coders: 'кодували:',
    actor: 'Учасник',
    party: 'Сторона',
    day: 'День',
    week: 'Тиждень від',
    month: 'Місяць',
    year: 'Рік',
    all: 'Усього',
    who: 'Хто',
    onWhat: 'Про що',
    stances: { supports: 'За', opposes: 'Проти', conditional: 'За умови', neutral: 'Нейтрально' },
    redLine: 'червона лінія',
    conflict: 'суперечливо',
    towards: 'ближче до підтримки',
    away: 'далі від підтримки',
    legend: 'У кожній клітинці: позиція, кількість висловлювань і день останнього.',
    bars: 'На рисунку: угору підтримка, контуром за умови; униз заперечення, контуром нейтральне.',
    leftActors: 'Не показано учасників:',
    leftTopics: 'Не показано тем:',
    leftLanes: 'Не показано рядків:',
  },
  ru: {
    matrix: 'Матрица позиций',
    timeline: 'Лента времени',
    asOf: 'на',
    frozenOn: 'Зафиксировано',
    everything: 'Всё, что есть в блокноте',
    from: 'с',
    until: 'по',
    topic: 'тема:',
    outlets: 'издания:',
    langs: 'языки:',
    coders: 'кодировали:',
    actor: 'Участник',
    party: 'Сторона',
    day: 'День',
    week: 'Неделя с',
    month: 'Месяц',
    year: 'Год',
    all: 'Всего',
    who: 'Кто',
    onWhat: 'О чём',
    stances: { supports: 'За', opposes: 'Против', conditional: 'При условии', neutral: 'Нейтрально' },
    redLine: 'красная линия',
    conflict: 'спорно',
    towards: 'ближе к поддержке',
    away: 'дальше от поддержки',
    legend: 'В каждой ячейке: позиция, число высказываний и день последнего.',
    bars: 'На рисунке: вверх поддержка, контуром при условии; вниз возражение, контуром нейтральное.',
    leftActors: 'Не показано участников:',
    leftTopics: 'Не показано тем:',
    leftLanes: 'Не показано строк:',
  },
  fr: {
    matrix: 'Matrice des positions',
    timeline: 'Chronologie',
    asOf: 'au',
    frozenOn: 'Figé le',
    everything: 'Tout le carnet',
    from: 'du',
    until: 'au',
    topic: 'sujet\u00a0:',
    outlets: 'médias\u00a0:',
    langs: 'langues\u00a0:',
    coders: 'codé par\u00a0:',
    actor: 'Acteur',
    party: 'Partie',
    day: 'Jour',
    week: 'Semaine du',
    month: 'Mois',
    year: 'Année',
    all: 'Total',
    who: 'Qui',
    onWhat: 'Sur quoi',
    stances: { supports: 'Pour', opposes: 'Contre', conditional: 'Sous condition', neutral: 'Neutre' },
    redLine: 'ligne rouge',
    conflict: 'controversé',
    towards: 'plus proche du soutien',
    away: 'plus loin du soutien',
    legend: 'Dans chaque case\u00a0: la position, le nombre de déclarations et le jour de la dernière.',
    bars: 'Sur le dessin\u00a0: vers le haut le soutien, en contour sous condition\u00a0; vers le bas l’opposition, en contour si neutre.',
    leftActors: 'Acteurs non montrés\u00a0:',
    leftTopics: 'Sujets non montrés\u00a0:',
    leftLanes: 'Lignes non montrées\u00a0:',
  },
  de: {
    matrix: 'Positionsmatrix',
    timeline: 'Zeitleiste',
    asOf: 'Stand',
    frozenOn: 'Festgehalten am',
    everything: 'Alles im Notizbuch',
    from: 'ab',
    until: 'bis',
    topic: 'Thema:',
    outlets: 'Medien:',
    langs: 'Sprachen:',
    coders: 'kodiert von:',
    actor: 'Akteur',
    party: 'Partei',
    day: 'Tag',
    week: 'Woche ab',
    month: 'Monat',
    year: 'Jahr',
    all: 'Alle',
    who: 'Wer',
    onWhat: 'Worüber',
    stances: { supports: 'Dafür', opposes: 'Dagegen', conditional: 'Unter Bedingung', neutral: 'Neutral' },
    redLine: 'rote Linie',
    conflict: 'umstritten',
    towards: 'näher an Zustimmung',
    away: 'weiter von Zustimmung',
    legend: 'In jeder Zelle: die Haltung, wie viele Äußerungen, und der Tag der letzten.',
    bars: 'Im Bild: nach oben Zustimmung, im Umriss unter Bedingung; nach unten Ablehnung, im Umriss neutral.',
    leftActors: 'Nicht gezeigte Akteure:',
    leftTopics: 'Nicht gezeigte Themen:',
    leftLanes: 'Nicht gezeigte Zeilen:',
  },
}
