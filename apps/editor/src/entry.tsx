import { Card, Logo, ThemeToggle } from '@cairn/ui'
import type { ReactNode } from 'react'

/** The frame of screens before sign-in: one sheet in the middle. */
export const Entry = ({ title, lead, children }: { title: string; lead: string; children: ReactNode }) => (
  <main className="grid min-h-dvh grid-rows-[auto_1fr] px-4">
    <div className="-mr-1 flex justify-end pt-3">
      <ThemeToggle />
    </div>
    <div className="mx-auto w-full max-w-sm pt-[8dvh] pb-16">
      <div className="mb-6 flex items-center gap-2.5 text-lg font-semibold tracking-tight">
        <Logo /> Cairn
      </div>
      <Card className="grid gap-6 p-6 sm:p-8">
        <header className="grid gap-1.5">
          <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
          <p className="text-muted">{lead}</p>
        </header>
        {children}
      </Card>
    </div>
  </main>
)
