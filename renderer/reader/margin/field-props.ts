import type { Quote } from '#shared/domain/quote.ts'

/** What every field of an open card is given. */
export interface FieldProps {
  quote: Quote
  open: boolean
  onOpenChange(open: boolean): void
  /** The field is done with: true where the focus was given back to the text, so that the field need not keep it. */
  onDone(): boolean
}
