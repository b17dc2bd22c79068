'use client'
import type { StatementChange } from '@cairn/language'
import { useState } from 'react'
import { placeOf } from './place-of.ts'

const LOOKS: Readonly<Record<StatementChange['kind'], { label: string; tone: string }>> = {
  added: { label: 'Added', tone: 'bg-accent-soft text-accent' },
  removed: { label: 'Removed', tone: 'bg-danger-soft text-danger' },
  changed: { label: 'Changed', tone: 'bg-warning-soft text-warning' },
  moved: { label: 'Moved', tone: 'bg-blue-soft text-blue' },
  part: { label: 'Changed', tone: 'bg-warning-soft text-warning' },
}

/** Changes of an object, one a line; opened, a line shows the texts. */
export const ChangeList = ({ changes }: { changes: readonly StatementChange[] }) => (
  <ul className="max-h-80 overflow-auto rounded-md border border-line">
    {changes.map((change) => (
      <ChangeLine
        key={`${change.kind} ${placeOf(change)} ${'address' in change ? change.address : ''}`}
        change={change}
      />
    ))}
  </ul>
)

const ChangeLine = ({ change }: { change: StatementChange }) => {
  const [open, setOpen] = useState(false)
  const { label, tone } = lookOf(change)
  const before = 'before' in change ? change.before : null
  const after = 'after' in change ? change.after : null
  const [headline = ''] = (after ?? before ?? '').split('\n')
  return (
    <li className="border-t border-line first:border-t-0">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex min-h-9 w-full cursor-pointer items-center gap-2.5 px-3 py-1 text-left text-sm hover:bg-sunken/60"
      >
        <span className={`w-18 shrink-0 rounded-sm py-0.5 text-center text-xs font-medium ${tone}`}>{label}</span>
        <code className="min-w-0 flex-1 truncate font-mono text-xs">{headline}</code>
        <span className="shrink-0 text-xs text-muted">{placeOf(change)}</span>
      </button>
      {open && (
        <div className="grid gap-2 px-3 pb-3">
          {change.kind !== 'moved' && before !== null && <Text tone="bg-danger-soft" label="Before" text={before} />}
          {after !== null && <Text tone="bg-accent-soft" label="After" text={after} />}
        </div>
      )}
    </li>
  )
}

function lookOf(change: StatementChange) {
  if (change.kind !== 'part') return LOOKS[change.kind]
  if (change.before === null) return LOOKS.added
  return change.after === null ? LOOKS.removed : LOOKS.part
}

const Text = ({ tone, label, text }: { tone: string; label: string; text: string }) => (
  <figure>
    <figcaption className="mb-0.5 text-xs text-muted">{label}</figcaption>
    <pre tabIndex={0} className={`max-h-48 overflow-auto rounded-sm p-2 font-mono text-xs ${tone}`}>
      {text}
    </pre>
  </figure>
)
