'use client'
import type { Trace, TraceValue } from '@cairn/contract'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { shortValue } from './engine/plain-value.ts'

export interface ValueTreeProps {
  trace: Trace
  name: string
  value: TraceValue
  /** Set by the step at hand. */
  changed?: boolean
  depth?: number
}

const heldOf = (trace: Trace, value: TraceValue): Trace['values'][number] | null =>
  value !== null && typeof value === 'object' ? (trace.values[value.ref] ?? null) : null

/** A value by its name; a click opens what is inside it. What was cut says so. */
export const ValueTree = ({ trace, name, value, changed = false, depth = 0 }: ValueTreeProps) => {
  const [open, setOpen] = useState(false)
  const held = heldOf(trace, value)
  const opens = held !== null && !('note' in held) && held.of > 0
  const Icon = open ? ChevronDown : ChevronRight
  const line = (
    <>
      {opens ? <Icon size={12} aria-hidden className="shrink-0" /> : <span className="w-3 shrink-0" />}
      <span className={`shrink-0 ${changed ? 'font-semibold text-accent' : 'text-muted'}`}>{name}</span>
      <span className="truncate text-ink">{shortValue(trace, value)}</span>
    </>
  )
  const style = { paddingLeft: depth * 12 }
  const look = 'flex w-full min-w-0 items-center gap-1.5 py-0.5 text-left font-mono text-xs'
  return (
    <li>
      {opens ? (
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          style={style}
          className={`${look} cursor-pointer rounded-sm hover:bg-sunken`}
        >
          {line}
        </button>
      ) : (
        <span style={style} className={look}>
          {line}
        </span>
      )}
      {open && held !== null && <Inside trace={trace} held={held} depth={depth + 1} />}
    </li>
  )
}

const Inside = ({
  trace,
  held,
  depth,
}: {
  trace: Trace
  held: NonNullable<ReturnType<typeof heldOf>>
  depth: number
}) => {
  if ('note' in held) return null
  if ('text' in held) {
    return (
      <div style={{ paddingLeft: depth * 12 }}>
        <pre
          tabIndex={0}
          className="max-h-40 overflow-auto rounded-sm bg-sunken px-2 py-1 font-mono text-xs break-all whitespace-pre-wrap"
        >
          {held.text}
        </pre>
        <Cut shown={held.text.length} of={held.of} what="characters" />
      </div>
    )
  }
  const names = 'keys' in held ? held.keys : held.items.map((_, index) => String(index))
  return (
    <ul className="grid grid-cols-1">
      {held.items.map((item, index) => (
        <ValueTree key={names[index]} trace={trace} name={names[index] ?? ''} value={item} depth={depth} />
      ))}
      <li style={{ paddingLeft: depth * 12 + 12 }}>
        <Cut shown={held.items.length} of={held.of} what={'keys' in held ? 'members' : 'elements'} />
      </li>
    </ul>
  )
}

const Cut = ({ shown, of, what }: { shown: number; of: number; what: string }) =>
  shown >= of ? null : (
    <p className="text-xs text-warning">
      ✂ Cut here: {shown.toLocaleString('en')} of {of.toLocaleString('en')} {what} were kept.
    </p>
  )
