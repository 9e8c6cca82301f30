import styles from './topic-colour.module.css'

/** The class that gives something the colour of a topic; `colour` is one of the ten slots. */
export function topicColour(colour: number): string | undefined {
  return styles[`topic${colour + 1}`]
}
