import { createRoot } from 'react-dom/client'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has an element with the id "root"')
createRoot(root).render(<h1>Aide-Mémoire</h1>)
