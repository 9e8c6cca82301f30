import type { DossierCheck } from '#shared/domain/dossier-check.ts'
import { answerTasks } from '../answer-tasks.ts'
import { checkDossier } from './dossier/check-dossier.ts'
import type { DossierQuestion } from './dossier-in-worker.ts'

answerTasks<DossierQuestion, DossierCheck>((db, { id }) => checkDossier(db, id))
