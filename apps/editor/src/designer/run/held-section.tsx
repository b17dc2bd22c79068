'use client'
import { Alert, Button } from '@cairn/ui'
import { ArrowDownToLine, ArrowUpFromLine, Play, RedoDot, Square } from 'lucide-react'
import { useState } from 'react'
import { explain } from '../../api.ts'
import type { RunAnswer } from './debug-store.ts'
import type { ResumeAction, useRun } from './use-run.ts'

export interface HeldSectionProps {
  held: NonNullable<RunAnswer['held']>
  /** Where it stands still. */
  address: string
  resume: ReturnType<typeof useRun>['resume']
}

const ACTIONS = [
  { action: 'continue', label: 'Continue', Icon: Play },
  { action: 'over', label: 'Step over', Icon: RedoDot },
  { action: 'into', label: 'Step into', Icon: ArrowDownToLine },
  { action: 'out', label: 'Step out', Icon: ArrowUpFromLine },
  { action: 'stop', label: 'Stop', Icon: Square },
] as const

/** A run that stands still: its variables, which can be changed, and the ways on. */
export const HeldSection = ({ held, address, resume }: HeldSectionProps) => {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [wrong, setWrong] = useState('')
  const go = (action: ResumeAction) => {
    const set = readAll(typed)
    if (typeof set === 'string') return setWrong(`${set} is no JSON value: write texts in quotes.`)
    resume.mutate({ action, set })
  }
  return (
    <section
      aria-label="Standing still"
      className="grid gap-2 rounded-md border border-warning bg-warning-soft px-3 py-2"
    >
      <h3 className="text-sm font-semibold text-warning">
        Standing still before <code className="font-mono text-xs">{address}</code>
      </h3>
      <p className="text-xs text-muted">
        Until {new Date(held.until).toLocaleTimeString('en')}; then it is stopped. No public request is held.
      </p>
      {(resume.error !== null || wrong !== '') && (
        <Alert>{resume.error === null ? wrong : explain(resume.error)}</Alert>
      )}
      {held.variables.length === 0 && <p className="text-xs text-muted">No variable is set yet.</p>}
      {held.variables.map(([name, value]) => (
        <label key={name} className="grid grid-cols-[minmax(0,1fr)_minmax(0,2fr)] items-center gap-2 font-mono text-xs">
          <span className="truncate">{name}</span>
          <input
            value={typed[name] ?? JSON.stringify(value)}
            spellCheck={false}
            onChange={(event) => {
              setWrong('')
              setTyped({ ...typed, [name]: event.target.value })
            }}
            className="h-7 min-w-0 rounded-md border border-line-strong bg-surface px-2"
          />
        </label>
      ))}
      <div className="flex flex-wrap gap-1">
        {ACTIONS.map(({ action, label, Icon }) => (
          <Button
            key={action}
            size="sm"
            look={action === 'continue' ? 'primary' : 'outline'}
            icon={action !== 'continue' && action !== 'stop'}
            aria-label={label}
            title={label}
            disabled={resume.isPending}
            onClick={() => go(action)}
          >
            <Icon size={14} aria-hidden /> {action === 'continue' || action === 'stop' ? label : ''}
          </Button>
        ))}
      </div>
    </section>
  )
}

/** What was changed, as values; the name of the first that can't be read. */
function readAll(typed: Readonly<Record<string, string>>): Record<string, unknown> | string {
  const values: Record<string, unknown> = {}
  for (const [name, text] of Object.entries(typed)) {
    try {
      values[name] = JSON.parse(text) as unknown
    } catch {
      return name
    }
  }
  return values
}
