import { useId, type ReactNode } from 'react'

/** A part of the designer: inputs, the stack, the response. */
export const Section = ({
  title,
  count,
  action,
  children,
}: {
  title: string
  count?: number
  action?: ReactNode
  children: ReactNode
}) => {
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid grid-cols-1 gap-2">
      <header className="flex h-8 items-center gap-2">
        <h2 id={id} className="text-sm font-semibold">
          {title}
        </h2>
        {count !== undefined && <span className="text-xs text-muted tabular-nums">{count}</span>}
        <span className="ml-auto">{action}</span>
      </header>
      {children}
    </section>
  )
}
