'use client'
import { X } from 'lucide-react'
import { useDesigner } from '../designer-context.tsx'
import { useDebug } from './use-debug.ts'

/** Where the next run stops, and under which condition. */
export const BreakpointList = () => {
  const { debug, designer } = useDesigner()
  const breakpoints = useDebug((state) => state.breakpoints)
  const entries = Object.entries(breakpoints)
  return (
    <section aria-label="Breakpoints" className="grid gap-1.5">
      <h3 className="text-sm font-semibold">Breakpoints</h3>
      {entries.length === 0 && (
        <p className="text-xs text-muted">Click left of a statement, or press F9 on it, to stop a run there.</p>
      )}
      {entries.map(([address, when]) => (
        <div key={address} className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-2">
          <button
            type="button"
            onClick={() => designer.select([address])}
            className="cursor-pointer font-mono text-xs text-accent underline"
          >
            {address}
          </button>
          <input
            aria-label={`Condition of the breakpoint at ${address}`}
            placeholder="always, or when $n > 3"
            value={when}
            spellCheck={false}
            onChange={(event) => debug.setCondition(address, event.target.value)}
            className="h-7 min-w-0 rounded-md border border-line-strong bg-surface px-2 font-mono text-xs"
          />
          <button
            type="button"
            aria-label={`Remove the breakpoint at ${address}`}
            onClick={() => debug.toggleBreakpoint(address)}
            className="grid size-7 cursor-pointer place-items-center rounded-sm text-muted hover:bg-sunken"
          >
            <X size={14} aria-hidden />
          </button>
        </div>
      ))}
    </section>
  )
}
