/** What the browser host and its page must spell alike. */

/** Where the RPC's WebSocket is. */
export const socketPath = '/rpc'

/** The subprotocol that the host answers with. */
export const socketProtocol = 'aide-memoire'

/** Before the session secret, in the other subprotocol a page offers. */
export const socketSecretPrefix = 'session.'

/** Before the launch token, in the fragment of the address that opens the app. */
export const tokenFragmentPrefix = '#token='
