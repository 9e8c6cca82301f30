import { config } from 'zod'

/*
 * Imported before anything that makes a schema. zod compiles its parsers with `new Function` where it may, and finds
 * out by trying; under our content security policy the trial alone is reported as a violation on the console.
 */
config({ jitless: true })
