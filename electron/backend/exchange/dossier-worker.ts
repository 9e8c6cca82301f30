import { answerTasks } from '../answer-tasks.ts'
import { checkDossier } from './dossier/check-dossier.ts'
import { bibliographyOf } from './dossier/citations/bibliography.ts'
import { tryStyle } from './dossier/citations/try-style.ts'
import type { DossierAnswer, DossierQuestion } from './dossier-in-worker.ts'

answerTasks<DossierQuestion, DossierAnswer>((db, question) => {
  if ('check' in question) return checkDossier(db, question.check)
  if ('bibliography' in question) return bibliographyOf(db, question.bibliography)
  tryStyle(question.style)
  return null
})
