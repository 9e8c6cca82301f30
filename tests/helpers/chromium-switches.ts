/** What Playwright turns off itself: of this switch the last one counts, so that it is said again. */
const offInPlaywright = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
]

/** Pages of the browser's own that it loads unseen beside every window: they take as long as the app itself. */
const unseenPages = [
  'PreloadTopChromeWebUI',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxPopup',
]

/** How every Chromium of the tests and benches starts: it asks nobody for anything, and does nothing of its own. */
export const chromiumSwitches = [
  '--disable-quic',
  '--disable-background-networking',
  `--disable-features=${[...offInPlaywright, ...unseenPages].join(',')}`,
]
