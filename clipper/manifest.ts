/** What the two kinds of browser call the parts of an extension. */
export type BrowserKind = 'chromium' | 'firefox'

/**
 * The public half of a key whose other half is nowhere: it gives the extension one id wherever its folder lies, so that a
 * pairing, and clips that wait, outlive a move of the app.
 */
const key =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAxuszFlt3TC0NgDDOL9oSTAZFZkeDF1JPkzQhEkZeX5YLF93JSAun0bRjJQfQHdmuy94Q3ApxR0BniiNzEwIuo7LxUAypyQO2ThCsE0SeDpIuAFtRAMNeO3KGcrvbRFP1YXar/UDgEcb3aq+odA8fki6A+Ah03eX2ufwjM20DzYBeRQNVWEumUKVg5WoYFv+t6Mt7XpFel1KG5gTN9sydUgNmvIeJfv2T5XQKZqAmh7SYlPZMyjm0q5MTgEoUpIPg9+By0U/2zEP85g8U8HF62UAnGUSP4JTWZk+Q553vy2tKJYTFTedTjBXEN9s5Ww49cR4ZFglu6jAxotFpBslaYwIDAQAB'

/** Every permission has its reason in docs/clipper.md. */
const permissions = ['activeTab', 'scripting', 'contextMenus', 'storage', 'alarms']

const icons = { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' }

/** The manifest of the extension for one kind of browser; `__MSG_…__` are words of locales/. */
export function manifestFor(browser: BrowserKind, version: string): object {
  const isFirefox = browser === 'firefox'
  return {
    manifest_version: 3,
    name: '__MSG_name__',
    description: '__MSG_description__',
    version,
    default_locale: 'en',
    icons,
    action: { default_title: '__MSG_name__', default_popup: 'popup/index.html', default_icon: icons },
    background: isFirefox
      ? { scripts: ['background.js'], type: 'module' }
      : { service_worker: 'background.js', type: 'module' },
    permissions,
    host_permissions: ['http://127.0.0.1/*'],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src http://127.0.0.1:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+C' } },
      'clip-page': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_commandPage__' },
      'clip-selection': {
        suggested_key: { default: 'Alt+Shift+D' },
        description: '__MSG_commandSelection__',
      },
    },
    ...(isFirefox
      ? {
          browser_specific_settings: {
            gecko: { id: 'clipper@aide-memoire.invalid', strict_min_version: '128.0' },
          },
        }
      : { key, minimum_chrome_version: '130' }),
  }
}
