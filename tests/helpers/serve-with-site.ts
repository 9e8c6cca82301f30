import { serve } from '../../electron/backend/serve.ts'
import { readServeOptions } from '../../electron/backend/serve/read-options.ts'
import { siteName } from './site.ts'

// The browser host, for which one made-up name leads to a site of the tests on this machine; every other leads nowhere.
const options = readServeOptions(process.argv.slice(2))
if (options === null) throw new Error('The tests ask for no help.')
await serve(options, {
  resolve: async (name) => (name === siteName ? ['127.0.0.1'] : []),
  isAllowed: (address) => address === '127.0.0.1',
  timeLimitMs: 3000,
})
process.exit(0)
