const portion = 0x8000

/** Bytes as base64, in portions: spreading a whole file into one call would overflow the stack. */
export function encodeBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let from = 0; from < bytes.length; from += portion) {
    binary += String.fromCharCode(...bytes.subarray(from, from + portion))
  }
  return btoa(binary)
}
