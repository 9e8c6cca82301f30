import { socketPath, socketProtocol, socketSecretPrefix } from '#shared/rpc/loopback.ts'
import { sessionSecret } from './launch-token.ts'

/** Where the backend of this page listens. */
export const backendUrl = `ws://${location.host}${socketPath}`

/**
 * A WebSocket that shows the session secret as it connects. A page can set no header on a WebSocket, so the secret
 * travels as a subprotocol; the host turns a stranger away before there is a connection.
 */
export class SessionWebSocket extends WebSocket {
  constructor(url: string | URL) {
    super(url, [socketProtocol, `${socketSecretPrefix}${sessionSecret() ?? ''}`])
  }
}
