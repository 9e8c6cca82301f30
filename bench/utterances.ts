/**
 * How good the suggestions of the same utterance are, on the labelled pairs of this repository, by threshold and by what makes
 * pairs alike.
 *
 *   npm run bench:utterances
 */
import { compareWords } from '../electron/backend/analysis/compare-words.ts'
import { likeFrom } from '../electron/backend/analysis/suggest-utterances.ts'
import { otherPairs, samePairs } from '../electron/backend/analysis/utterance-pairs.fixture.ts'

const scored = [
  ...samePairs.map((pair) => ({ ...pair, isSame: true })),
  ...otherPairs.map((pair) => ({ ...pair, isSame: false })),
].map((pair) => ({ ...pair, score: compareWords(pair.one, pair.other)?.score ?? 0 }))

console.log(`${samePairs.length} pairs of the same words, ${otherPairs.length} that only look like it`)
console.log('threshold  precision  recall   F1')
for (const threshold of [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8]) {
  const suggested = scored.filter(({ score }) => score >= threshold)
  const right = suggested.filter(({ isSame }) => isSame).length
  const [precision, recall] = [right / Math.max(1, suggested.length), right / samePairs.length]
  const f1 = (2 * precision * recall) / (precision + recall)
  const cells = [precision, recall, f1].map((value) => value.toFixed(2).padStart(8)).join('  ')
  console.log(`${threshold.toFixed(2).padStart(9)} ${cells}${threshold === likeFrom ? '  in use' : ''}`)
}
for (const [how, pairs] of Map.groupBy(scored, ({ how }) => how)) {
  const suggested = pairs.filter(({ score }) => score >= likeFrom).length
  console.log(`${how.padEnd(14)} ${suggested} of ${pairs.length} suggested`)
}
for (const { one, other, isSame, score } of scored)
  if (score >= likeFrom !== isSame)
    console.log(`${isSame ? 'missed' : 'wrong '} ${score.toFixed(2)}  ${one.text}  |  ${other.text}`)
