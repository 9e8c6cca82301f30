import type { TextBlock } from './text-blocks.ts'

const mediaCredit =
  /^(?:©|\(c\)|(?:foto|photo|image|bild|picture|credit|fotó|фото|світлина|crédit|photographie|imagen|fotografía|foto di|video|graphic|grafik|illustration|quelle|source|джерело|источник|źródło|fuente|bron)s?\s*(?::|©|by\b|\/)|\((?:foto|photo|image|bild|credit|фото|ap|afp|reuters|epa|dpa)\b)/iu
/** How the caption of a picture ends that stands in a paragraph of its own. */
const captionEnd =
  /\((?:[^()]{0,60}[\s/])?(?:(?:ap|afp|reuters|epa|efe|dpa)[\s/-]+(?:photo|foto|images?|file|via)|via (?:ap|afp|reuters)|getty(?: images)?|shutterstock|file(?: photo)?|handout|photo(?: by)?|foto|bild|archiv(?:bild|foto)?|фото|crédit|photographie)(?=[\s:/,)])[^()]{0,80}\)\.?$/iu
const agency =
  /^(?:getty(?: images)?|reuters|afp|ap|epa|pa(?: media| wire)?|dpa|ansa|efe|belga|tass|тасс|рбк|укрінформ|уніан|унн|shutterstock|istock|imago(?: images)?|alamy|bloomberg|anadolu(?: agency)?|x|sipa|keystone|picture alliance|ap photo|zuma press|nurphoto|via|images|\/|\||,|and|-|–|\s)+$/iu
const interruption =
  /^(?:(?:story|article|continue reading|scroll|content)?\s*(?:continues?|continue reading)?\s*(?:below|after)?\s*(?:this|the)?\s*(?:adverti[sz]e?ment|advert|ad)s?|continue reading(?: below)?|article continues(?: below)?|story continues(?: below)?|anzeige|werbung|annons|annonse|reklam[ae]?|реклама|publicit[eéà]|publicidad(?:e)?|pubblicità|iklan|mainos|hirdetés|sponsored|enlarge image|image caption|loading\.*|skip to (?:main )?content|share(?: this)?|print|comments?|tags?:?|etiketler\s*:?|mehr zum thema|auch interessant|about the author)$/iu
const pointer =
  /^[\s"“„»>▶►→•*|[(-]*(?:(?:click here to )?read (?:more|also|next|on|the full)|see (?:also|more)|also (?:read|see|watch|on)|related(?: (?:stories|articles|news|coverage|content))?|recommended|more (?:on|from|about|stories|coverage)|don['’]?t miss|must read|most (?:read|popular|viewed|watched)|top stories|trending|up next|meist(?:gelesen|geklickt)|am häufigsten gelesen|les plus lus|lo más (?:leído|visto)|i più letti|mais lidas|mest (?:lest|læst|lästa?)|самое читаемое|популярн(?:ое|е) (?:за|сейчас|зараз)|читайте ще|you may (?:also )?(?:like|be interested)|you might (?:also )?like|watch|listen|lesen sie (?:auch|hier|mehr)|mehr (?:zum|dazu|lesen)|lire (?:aussi|également|plus)|à lire|voir aussi|sur le même sujet|les? (?:også|mer)|les mer|läs (?:också|även|mer)|lue (?:myös|lisää)|czytaj (?:więcej|także|też|również)|zobacz (?:także|też|również)|čtěte (?:také|též)|přečtěte si|leia (?:também|mais)|saiba mais|lea también|lee también|leer más|te puede interesar|leggi anche|lees (?:ook|meer)|citește și|прочетете|чита(?:йте|ти) (?:также|також|ще|ещё|далее|далі)|смотрите также|дивіться також|не пропустіть|ayrıca oku|baca juga)(?![\p{L}])/iu
/** How lines begin that say when something was published or changed. */
export const timeLabel =
  /^[\s|•-]*(?:(?:first |last |article )?(?:published|updated|posted|modified)|stand|erschienen|veröffentlicht|aktualisiert|publié|mis à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|publicerad|uppdaterad|publisert|oppdatert|opublikowano|aktualizacja|опубліковано|оновлено|опубликовано|обновлено)(?![\p{L}])/iu
const plea =
  /^[\s"“]*(?:(?:please )?(?:sign up|subscribe|register|log in|join|support|donate|follow)\b.{0,120}(?:newsletter|inbox|email|e-mail|twitter|facebook|instagram|telegram|whatsapp|youtube|channel|subscriber|membership|us\b|app\b)|get (?:the|our|more|all).{0,80}(?:newsletter|inbox|app|by clicking)|(?:download|install) .{0,40}\bapp\b|click here|have a tip|got a (?:tip|story)|підпис(?:уйтесь|атися) на|подпис(?:ывайтесь|аться) на|abonnieren sie|abonnez-vous|suscríbete|síguenos|iscriviti|seguici)/iu

/** How long ago something was published, or how long a recording lasts, and nothing else. */
const ageOrLength =
  /^(?:(?:\d+ (?:sec|min|mins|minutes?|hrs?|hours?|days?|weeks?) ago|vor \d+ (?:min\.?|minuten?|std\.?|stunden?|tag(?:en)?)|il y a \d+ (?:min|minutes?|heures?|jours?)|hace \d+ (?:minutos?|horas?|días?)|\d+ (?:минут[ыу]?|час(?:а|ов)?|дн(?:я|ей)|день) назад|\d+ (?:хвилин[иу]?|годин[иу]?|дн(?:і|ів)|день) тому|(?:(?:duration|length|dauer|durée|duración|durata|длительность|тривалість):?\s*)?\d{1,2}:\d{2}(?::\d{2})?)[\s·|•]*)+$/iu
/** The clock time that heads an entry of a running report, with the name of who wrote it. */
const entryTime = /^(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s*(?:Uhr|[ap]\.?m\.?|[A-Z]{3,4}))?(?!\d)[^.!?…]*$/u
/** What a page says to browsers that do not run all of it, and the marks of an editor that was never run. */
const machinery =
  /(?:(?:enable|requires?|disabled|activer?|activez|aktivieren|activar?|abilita|включите|увімкніть)\b.{0,40}\bjavascript|\bjavascript\b.{0,60}(?:enable|disabled|aktivier|activ|включ|увімк)|\b(?:ad[\s-]?block(?:er)?s?|werbeblocker|bloqueur de pub\w*|блокировщик\w* рекламы)\b|^\[\/?[a-z][\w-]*(?:\s[^\]]*=[^\]]*)?\])/iu

/** True for a line that points at other articles, by how it begins. */
export function isPointer(text: string): boolean {
  return pointer.test(text)
}

function isRow({ element }: TextBlock): boolean {
  return /^(?:li|td|th|dd|dt)$/.test(element.localName)
}

/** True for credits, cross-references, pleas and interruptions, known by their form and by phrases of many languages. */
export function isNoise(block: TextBlock): boolean {
  const { text, words, linked } = block
  if ((words <= 12 && ageOrLength.test(text)) || (words <= 5 && entryTime.test(text) && !isRow(block)))
    return true
  if (words <= 60 && machinery.test(text)) return true
  if (words <= 70 && captionEnd.test(text)) return true
  if (interruption.test(text) || (words <= 12 && agency.test(text))) return true
  if (words <= 22 && mediaCredit.test(text) && !/[.!?]["”’)]*$/u.test(text.replace(/^.*(?:©|:)/u, '')))
    return true
  if (words <= 30 && pointer.test(text) && (linked > 0.4 || /[:：|]/.test(text.slice(0, 60)) || words <= 4))
    return true
  return words <= 40 && plea.test(text)
}

/** Phrases of paragraphs that end an article without being part of it: about the author, the outlet, rights, contact. */
const closing =
  /(?:follow (?:him|her|them|me|us)\b.{0,30}\bon\b|join (?:our|the) .{0,40}(?:forum|conversation|community|newsletter)|all rights reserved|subject to copyright|copyright ©|©\s*\d{4}|no part (?:may|of this)|sign(?:ing)? up (?:to|for)|subscribe (?:to|now)|our newsletter|contact (?:him|her|us|the (?:author|reporter|writer))|can be reached at|have a tip|with reporting by|additional reporting|contributed to this (?:report|story|article)|opinions expressed|for more (?:information|stories)|get in touch|check our|все права защищены|усі права захищені|alle rechte vorbehalten|tous droits réservés|todos los derechos|abonnieren|подписывайтесь|підписуйтесь)/iu
/** Pleas for comments and for money, in their usual words, and the feed of comments that blog software offers. */
const appeal =
  /(?:\b(?:(?:your|all|reader) comments?|comments? (?:are|is) (?:closed|moderated|off)|(?:ihre|alle|bisherige) kommentare|(?:los|sus|tus|os|seus) coment[aá]rios|(?:vos|les) commentaires)\b|^.{0,20}\bcoment[aá]rios? |(?:ваши|оставить) комментари|(?:ваші|залишити) коментар|\brss 2\.0\b|\bmake a donation\b|\bsupport (?:our|independent) (?:work|journalism)|unterstützen sie (?:uns|unsere)|faites un don|haz una donación|підтрима(?:йте|ти) (?:нас|нашу|редакцію)|поддержите (?:нас|наш))/iu

/** True for a paragraph that, standing at the very end, tells of the author, the outlet, rights or how to get in touch. */
export function isClosingLine(block: TextBlock): boolean {
  return (block.words <= 60 && closing.test(block.text)) || (block.words <= 120 && appeal.test(block.text))
}
