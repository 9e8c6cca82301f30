import type { SearchAnswer, SearchRequest } from '#shared/domain/search.ts'
import { answerTasks } from '../answer-tasks.ts'
import { search } from './search.ts'

answerTasks<SearchRequest, SearchAnswer>((db, request) => search(db, request))
