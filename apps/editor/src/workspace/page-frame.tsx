import type { ReactNode } from 'react'

/** A page of a workspace: its title, what may be done, and its content. */
export const PageFrame = ({
  above,
  title,
  lead,
  actions,
  children,
}: {
  /** The way back to what the page is one of. */
  above?: ReactNode
  title: ReactNode
  lead?: string
  actions?: ReactNode
  children: ReactNode
}) => (
  <div className="min-h-0 flex-1 overflow-y-auto">
    <div className="mx-auto max-w-6xl px-4 py-6 sm:px-6">
      {above}
      <header className="mb-6 flex flex-wrap items-start gap-3">
        <div className="grid min-w-0 flex-1 basis-60 gap-0.5">
          <h1 className="truncate text-2xl font-semibold tracking-tight">{title}</h1>
          {lead !== undefined && <p className="text-muted">{lead}</p>}
        </div>
        <div className="flex flex-wrap gap-2">{actions}</div>
      </header>
      {children}
    </div>
  </div>
)
