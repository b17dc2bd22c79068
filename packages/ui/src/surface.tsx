import type { ReactNode } from 'react'

/** A raised sheet. */
export const Card = ({ className = '', children }: { className?: string; children: ReactNode }) => (
  <div className={`rounded-lg border border-line bg-surface shadow-raised ${className}`}>{children}</div>
)

/** A small fact beside a name. */
export const Badge = ({ children }: { children: ReactNode }) => (
  <span className="inline-flex items-center rounded-sm bg-sunken px-1.5 py-0.5 text-xs font-medium text-muted">
    {children}
  </span>
)

/** What went wrong and what to do; read out at once. */
export const Alert = ({ children }: { children: ReactNode }) => (
  <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-sm text-danger">
    {children}
  </p>
)

export interface EmptyStateProps {
  icon?: ReactNode
  title: string
  /** The button that takes the next step. */
  action?: ReactNode
  children: ReactNode
}

/** Nothing here yet, and the next step. */
export const EmptyState = ({ icon, title, action, children }: EmptyStateProps) => (
  <div className="grid justify-items-center gap-2 rounded-lg border border-dashed border-line-strong px-6 py-12 text-center sm:py-16">
    {icon !== undefined && <div className="mb-1 text-muted">{icon}</div>}
    <h2 className="text-lg font-semibold">{title}</h2>
    <div className="max-w-md text-muted">{children}</div>
    {action !== undefined && action !== false && <div className="mt-4">{action}</div>}
  </div>
)
