/** A confidence from 0 to 1 as one of three words: figures would promise more than the finder knows. */
export function sureness(confidence: number): 'sure' | 'likely' | 'unsure' {
  if (confidence >= 0.8) return 'sure'
  return confidence >= 0.55 ? 'likely' : 'unsure'
}
