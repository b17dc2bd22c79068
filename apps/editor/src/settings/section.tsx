import type { ReactNode } from 'react'

/** A part of a settings page: its title, what may be done, and its content. */
export const Section = ({
  title,
  lead,
  action,
  children,
}: {
  title: string
  lead: string
  action?: ReactNode
  children: ReactNode
}) => (
  <section aria-label={title} className="mb-8 grid gap-3">
    <header className="flex flex-wrap items-start gap-3">
      <div className="min-w-0 flex-1 basis-48">
        <h2 className="font-semibold">{title}</h2>
        <p className="text-sm text-muted">{lead}</p>
      </div>
      {action}
    </header>
    {children}
  </section>
)

/** One line of a list: what it is, a second line below, and what may be done at the right. */
export const Line = ({ title, detail, children }: { title: ReactNode; detail?: ReactNode; children?: ReactNode }) => (
  <li className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 border-t border-line px-4 py-2 first:border-t-0">
    <div className="grid min-w-0 flex-1 basis-48">
      <span className="flex min-w-0 flex-wrap items-center gap-2 font-medium wrap-anywhere">{title}</span>
      {detail !== undefined && <span className="text-sm wrap-anywhere text-muted">{detail}</span>}
    </div>
    <div className="ml-auto flex flex-wrap items-center justify-end gap-2 empty:hidden">{children}</div>
  </li>
)
