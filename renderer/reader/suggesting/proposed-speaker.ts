import type { Actor } from '#shared/domain/actor.ts'
import type { SuggestionAccept } from '#shared/domain/suggestion.ts'
import type { Proposal } from './group-suggestions.ts'

/** Whom the analyst chose instead of the speaker that was found: somebody in the notebook, or a name new to it. */
export type ChosenSpeaker = { actorId: string } | { name: string }

export interface ProposedSpeaker {
  speaker: SuggestionAccept['speaker']
  /** Null where nobody is named. */
  name: string | null
  /** Accepting creates the actor. */
  isNew: boolean
  /** The article's name for the speaker, which accepting can teach. */
  alias: string | null
}

/**
 * Who is named when a proposal is accepted. A name is there to be taught only where the analyst chose the speaker, the
 * article uses a name, and nobody answers to it yet: then the choice says whose name it is. Nothing is learnt from a
 * speaker who was merely accepted, since they answer to the name already.
 */
export function proposedSpeaker(
  proposal: Pick<Proposal, 'speaker' | 'speakerId'>,
  chosen: ChosenSpeaker | null,
  actorOf: (id: string) => Pick<Actor, 'name'> | undefined,
): ProposedSpeaker {
  const { speaker: found, speakerId } = proposal
  if (chosen === null) {
    if (speakerId !== null) {
      const name = actorOf(speakerId)?.name ?? found
      return { speaker: { actorId: speakerId }, name, isNew: false, alias: null }
    }
    return {
      speaker: found === null ? null : { name: found },
      name: found,
      isNew: found !== null,
      alias: null,
    }
  }
  const isNew = 'name' in chosen
  const name = isNew ? chosen.name : (actorOf(chosen.actorId)?.name ?? '')
  const isSame = found !== null && found.toLowerCase() === name.toLowerCase()
  const alias = speakerId === null && !isSame ? found : null
  return { speaker: chosen, name, isNew, alias }
}
