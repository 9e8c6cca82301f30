import {
  isSameStory,
  type Resemblance,
  resemblanceOf,
  storyLine,
} from '../../shared/stories/is-same-story.ts'
import { digest, labelledGroups } from '../../shared/stories/labelled-texts.fixture.ts'
import { shapeOf } from '../../shared/stories/shingles.ts'

/** Precision and recall over the labelled texts of the repository. */
export function verdicts(): object[] {
  const pairs: Array<{ same: boolean; alike: Resemblance }> = []
  const shape = (text: readonly string[]) => shapeOf(text.join('\n'))
  for (const { wire, same, other } of labelledGroups) {
    const add = (isSame: boolean, text: readonly string[]) =>
      pairs.push({ same: isSame, alike: resemblanceOf(shape(wire), shape(text)) })
    for (const { text } of same) add(true, text)
    for (const { text } of other) add(false, text)
    add(false, digest)
  }
  const copies = pairs.filter(({ same }) => same).length
  return [0.2, 0.3, 0.4, 0.5, 0.6].flatMap((sameFrom) =>
    [0.6, 0.7, 0.8, 0.9].map((cutFrom) => {
      const joined = pairs.filter(({ alike }) => isSameStory(alike, { ...storyLine, sameFrom, cutFrom }))
      const right = joined.filter(({ same }) => same).length
      const precision = (right / joined.length).toFixed(3)
      return { jaccard: sameFrom, containment: cutFrom, precision, recall: (right / copies).toFixed(3) }
    }),
  )
}
