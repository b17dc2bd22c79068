'use client'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState } from 'react'
import type { InputOf, Contract } from '@cairn/contract'
import { api } from '../api.ts'
import { isCut, plainValue } from './engine/plain-value.ts'
import { inputAt, variablesAt } from './engine/state-at.ts'
import type { TraceModel } from './engine/trace-model.ts'
import { Titled } from './step-details.tsx'

type Scope = Pick<InputOf<Contract['evaluateAt']>, 'variables' | 'input'>

export interface WatchListProps {
  workspace: number
  model: TraceModel
  at: number
  watches: readonly string[]
  onChange: (watches: string[]) => void
}

/** Expressions of the language with their value at each step. */
export const WatchList = ({ workspace, model, at, watches, onChange }: WatchListProps) => {
  const [typed, setTyped] = useState('')
  const scope = scopeAt(model, at)
  const found = useQuery({
    queryKey: ['watch', workspace, watches, scope],
    queryFn: () => api.evaluateAt({ workspace, expressions: [...watches], ...scope }),
    enabled: watches.length > 0,
    placeholderData: (before) => before,
  })
  const cut = variablesAt(model, at).some(({ value }) => isCut(model.trace, value))
  return (
    <Titled title="Watches">
      <ul className="grid grid-cols-1 gap-0.5">
        {watches.map((watch, index) => {
          const result = found.data?.results[index]
          return (
            <li key={watch} className="flex min-w-0 items-center gap-1.5 font-mono text-xs">
              <span className="shrink-0 text-muted">{watch}</span>
              <span className={`min-w-0 flex-1 truncate ${result?.error == null ? '' : 'text-danger'}`}>
                {result === undefined ? '…' : (result.error ?? JSON.stringify(result.value))}
              </span>
              <button
                type="button"
                aria-label={`Stop watching ${watch}`}
                onClick={() => onChange(watches.filter((other) => other !== watch))}
                className="grid size-6 cursor-pointer place-items-center rounded-sm text-muted hover:bg-sunken"
              >
                <X size={12} aria-hidden />
              </button>
            </li>
          )
        })}
      </ul>
      {cut && watches.length > 0 && (
        <p className="text-xs text-warning">Some values were cut; a watch sees what was kept.</p>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const next = typed.trim()
          if (next === '' || watches.includes(next)) return
          onChange([...watches, next])
          setTyped('')
        }}
      >
        <input
          aria-label="Watch an expression"
          placeholder="$total > 10"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="h-7 w-full rounded-md border border-line-strong bg-surface px-2 font-mono text-xs"
        />
      </form>
    </Titled>
  )
}

function scopeAt(model: TraceModel, at: number): Scope {
  const variables = Object.fromEntries(
    variablesAt(model, at).map(({ name, value }) => [name, plainValue(model.trace, value)]),
  )
  return {
    variables: variables as Scope['variables'],
    input: (plainValue(model.trace, inputAt(model, at)) ?? {}) as Scope['input'],
  }
}
