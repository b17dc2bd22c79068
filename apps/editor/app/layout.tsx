import '@fontsource-variable/inter'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { ASK_EARLY } from '../src/early-answers.ts'
import { Providers } from '../src/providers.tsx'
import './globals.css'

export const metadata: Metadata = { title: { default: 'Cairn', template: '%s · Cairn' }, robots: 'noindex' }

/** Runs before the first paint, so that a dark choice never flashes white. Its hash is in csp.json. */
const THEME = `try{var t=localStorage.getItem('cairn-theme')||(matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light');document.documentElement.dataset.theme=t}catch(e){}`

const RootLayout = ({ children }: { children: ReactNode }) => (
  <html lang="en" suppressHydrationWarning>
    <head>
      <script dangerouslySetInnerHTML={{ __html: THEME }} />
      <script dangerouslySetInnerHTML={{ __html: ASK_EARLY }} />
    </head>
    <body>
      <Providers>{children}</Providers>
    </body>
  </html>
)

export default RootLayout
