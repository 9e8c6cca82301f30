import { AppError } from '#shared/util/app-error.ts'

export function notAFeed(cause?: unknown): AppError {
  return new AppError(
    'not-a-feed',
    'This is no feed that can be read.',
    'Look on the site for the address of its RSS or Atom feed.',
    { cause },
  )
}
