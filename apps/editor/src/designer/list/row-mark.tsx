'use client'
import { CircleAlert } from 'lucide-react'
import type { Mark } from '../../trace/engine/marks.ts'

/** The dot left of a statement: a click stops runs there, another lets them pass. */
export const BreakpointDot = ({ stops, onToggle }: { stops: boolean; onToggle: () => void }) => (
  <button
    type="button"
    tabIndex={-1}
    aria-pressed={stops}
    aria-label={stops ? 'Remove the breakpoint' : 'Stop runs here'}
    title={stops ? 'Remove the breakpoint (F9)' : 'Stop runs here (F9)'}
    onClick={(event) => {
      event.stopPropagation()
      onToggle()
    }}
    className="-mr-1 grid h-7 w-4 shrink-0 cursor-pointer place-items-center"
  >
    <span
      className={`size-2.5 rounded-full ${stops ? 'bg-danger' : 'bg-line-strong opacity-0 group-hover:opacity-60 hover:opacity-100'}`}
    />
  </button>
)

const EDGES: Readonly<Record<Mark['state'], string>> = {
  current: 'shadow-[inset_3px_0_0_var(--warning)] bg-warning-soft!',
  ran: 'shadow-[inset_3px_0_0_var(--accent)]',
  failed: 'shadow-[inset_3px_0_0_var(--danger)]',
}

/** The edge of a statement that ran. */
export const markEdge = (mark: Mark | undefined): string => (mark === undefined ? '' : EDGES[mark.state])

/** The value a statement set, or why it failed, in its place. */
export const MarkText = ({ mark }: { mark: Mark | undefined }) => {
  if (mark === undefined || mark.text === '') return null
  const { failed } = mark
  return (
    <span
      title={mark.text}
      className={`flex max-w-56 min-w-0 shrink-0 max-sm:max-w-28 items-center gap-1 truncate rounded-sm px-1.5 py-0.5 font-mono text-xs ${failed ? 'bg-danger-soft text-danger' : 'bg-blue-soft text-blue'}`}
    >
      {failed && <CircleAlert size={12} aria-hidden className="shrink-0" />}
      <span className="truncate">{mark.text}</span>
    </span>
  )
}
