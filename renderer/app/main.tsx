import { createRoot } from 'react-dom/client'
import './zod-without-eval.ts'
import '../ui/base.css'
import { desktop } from '../rpc/desktop.ts'
import { openSession } from '../rpc/launch-token.ts'
import { App } from './app.tsx'
import { startI18n } from './i18n.ts'
import { LockedOut } from './locked-out.tsx'
import { followAccent } from './accent.ts'
import { applyTheme } from './theme.ts'

applyTheme()
followAccent()
const translator = startI18n()
const element = document.getElementById('root')
if (!element) throw new Error('index.html has an element with the id "root"')
const root = createRoot(element)

// Whoever gets a port from the desktop shell has been let in.
const state = desktop === undefined ? await openSession() : 'ready'
root.render(
  state === 'ready' ? <App translator={translator} /> : <LockedOut translator={translator} state={state} />,
)
