import type { HandlersOf } from './handler.ts'

/** Everything is told by the analyst, in its own thread: at a million quotes an answer takes longer than others should wait. */
export const analysis: HandlersOf<'analysis'> = {
  matrix: (_, request, { analyst }, signal) => analyst.ask('matrix', request, signal),
  evidence: (_, request, { analyst }, signal) => analyst.ask('evidence', request, signal),
  timeline: (_, request, { analyst }, signal) => analyst.ask('timeline', request, signal),
  shifts: (_, request, { analyst }, signal) => analyst.ask('shifts', request, signal),
  conditions: (_, request, { analyst }, signal) => analyst.ask('conditions', request, signal),
  network: (_, request, { analyst }, signal) => analyst.ask('network', request, signal),
  coverage: (_, request, { analyst }, signal) => analyst.ask('coverage', request, signal),
  agreement: (_, request, { analyst }, signal) => analyst.ask('agreement', request, signal),
  freeze: (_, request, { analyst }, signal) => analyst.ask('freeze', request, signal),
  digest: (_, request, { analyst }, signal) => analyst.ask('digest', request, signal),
}
