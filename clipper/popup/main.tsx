import { createRoot } from 'react-dom/client'
import { language, t } from '../i18n.ts'
import { App } from './app.tsx'
import './base.css'

document.documentElement.lang = language
document.title = t('name')
const root = document.getElementById('root')
if (root !== null) createRoot(root).render(<App />)
