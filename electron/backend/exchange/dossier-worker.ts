import { answerTasks } from '../answer-tasks.ts'
import { checkDossier } from './dossier/check-dossier.ts'
import { bibliographyOf } from './dossier/citations/bibliography.ts'
import type { DossierAnswer, DossierQuestion } from './dossier-in-worker.ts'

answerTasks<DossierQuestion, DossierAnswer>((db, question) =>
  'check' in question ? checkDossier(db, question.check) : bibliographyOf(db, question.bibliography),
)
