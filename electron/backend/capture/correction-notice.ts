/**
 * How outlets say that they changed a text, by language: a label at the beginning of a paragraph, or a sentence about the
 * article itself. “The market saw a correction” is neither.
 */
const label =
  /^[\s*([–—-]*(?:corrections?|clarifications?|update[ds]?|editor['’]?s note|amendment|korrektur|berichtigung|richtigstellung|aktualisier(?:t|ung)|anmerkung der redaktion|rectificatif|correctif|mise? à jour|note de la rédaction|corrección|fe de errores|actualiza(?:do|ción)|виправлен(?:о|ня)|уточнення|оновлено|від редакції|исправлен(?:о|ие)|уточнение|обновлено|поправка|от редакции)\s*(?:[:.,)\]–—-]|\(|\d|am |on |at |le |du |vom |від |от )/iu
const sentence =
  /(?:this (?:article|story|report|piece|post|headline)(?: and headline)? (?:has been|was|were) (?:updated|corrected|amended|changed|edited|revised)|(?:an |a )?(?:earlier|previous) versions? of (?:this|the) (?:article|story|report|headline|piece)|in einer früheren (?:version|fassung)|(?:der|dieser) (?:artikel|text|beitrag) wurde (?:\p{L}+ )*(?:aktualisiert|korrigiert|ergänzt|geändert)|une (?:première|précédente|ancienne) version|une version (?:précédente|antérieure)|(?:cet article|ce texte) a été (?:mis à jour|corrigé|modifié)|una versión (?:anterior|previa)|(?:у|в) попередній версії|(?:стат|новин|матеріал)\p{L}* (?:було )?(?:оновлен|виправлен|уточнен)\p{L}*|(?:в )?(?:предыдущей|прежней|первоначальной) верси\p{L}*|(?:стать|новост|материал)\p{L}* (?:был\p{L}* )?(?:обновлен|исправлен|уточнен)\p{L}*)/iu

/** Whether a paragraph says that the text it stands in was changed. */
export function announcesCorrection(paragraph: string): boolean {
  return label.test(paragraph) || sentence.test(paragraph)
}
