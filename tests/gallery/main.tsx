import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { Router } from 'wouter'
import '../../renderer/ui/base.css'
import { Frame, shownOf } from '../../renderer/app/frame.tsx'
import { startI18n } from '../../renderer/app/i18n.ts'
import { useHashLocation } from '../../renderer/app/location.ts'
import { applyTheme } from '../../renderer/app/theme.ts'
import { LiveRegion } from '../../renderer/ui/live-region.tsx'
import { Toaster } from '../../renderer/ui/toast/toaster.tsx'
import { TooltipProvider } from '../../renderer/ui/tooltip.tsx'
import { Gallery } from './gallery.tsx'
import { notebook } from './sample.ts'

applyTheme()
const element = document.getElementById('root')
if (!element) throw new Error('index.html has an element with the id "root"')
// There is no backend here: nothing is asked, and every part shows what it shows until it is answered.
const queries = new QueryClient({ defaultOptions: { queries: { enabled: false } } })
createRoot(element).render(
  <I18nextProvider i18n={startI18n()}>
    <QueryClientProvider client={queries}>
      <Router hook={useHashLocation}>
        <TooltipProvider>
          <Frame notebook={shownOf(notebook)} connection="open">
            <Gallery />
          </Frame>
          <Toaster />
          <LiveRegion />
        </TooltipProvider>
      </Router>
    </QueryClientProvider>
  </I18nextProvider>,
)
