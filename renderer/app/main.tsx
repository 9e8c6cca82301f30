import { createRoot } from 'react-dom/client'
import './zod-without-eval.ts'
import '../ui/base.css'
import { openSession } from '../rpc/launch-token.ts'
import { App } from './app.tsx'
import { startI18n } from './i18n.ts'
import { LockedOut } from './locked-out.tsx'
import { applyTheme } from './theme.ts'

applyTheme()
const translator = startI18n()
const element = document.getElementById('root')
if (!element) throw new Error('index.html has an element with the id "root"')
const root = createRoot(element)

const state = await openSession()
root.render(
  state === 'ready' ? <App translator={translator} /> : <LockedOut translator={translator} state={state} />,
)
