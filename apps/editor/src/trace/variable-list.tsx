'use client'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { nextChange } from './engine/moves.ts'
import { inputAt, variablesAt } from './engine/state-at.ts'
import type { TraceModel } from './engine/trace-model.ts'
import { Titled } from './step-details.tsx'
import { ValueTree } from './value-tree.tsx'

export interface VariableListProps {
  model: TraceModel
  at: number
  onMove: (at: number) => void
}

/** The variables of the stack at a step, each with ways to where it changes. */
export const VariableList = ({ model, at, onMove }: VariableListProps) => {
  const variables = variablesAt(model, at)
  return (
    <div className="grid grid-cols-1 content-start gap-3">
      <Titled title="Variables">
        {variables.length === 0 && <p className="text-xs text-muted">No variable is set yet.</p>}
        <ul className="grid grid-cols-1">
          {variables.map(({ name, value, changed }) => (
            <li key={name} className="flex min-w-0 items-start">
              <ul className="min-w-0 flex-1">
                <ValueTree trace={model.trace} name={name} value={value} changed={changed} />
              </ul>
              <Jump
                label={`Where ${name} changed before`}
                at={at}
                to={nextChange(model, at, name, -1)}
                onMove={onMove}
                up
              />
              <Jump label={`Where ${name} changes next`} at={at} to={nextChange(model, at, name)} onMove={onMove} />
            </li>
          ))}
        </ul>
      </Titled>
      <Titled title="Input">
        <ul>
          <ValueTree trace={model.trace} name="input" value={inputAt(model, at)} />
        </ul>
      </Titled>
    </div>
  )
}

interface JumpProps {
  label: string
  at: number
  to: number
  onMove: (at: number) => void
  up?: boolean
}

const Jump = ({ label, at, to, onMove, up = false }: JumpProps) => {
  const Icon = up ? ArrowUp : ArrowDown
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={to === at}
      onClick={() => onMove(to)}
      className="grid size-6 shrink-0 cursor-pointer place-items-center rounded-sm text-muted hover:bg-sunken disabled:cursor-default disabled:opacity-30"
    >
      <Icon size={12} aria-hidden />
    </button>
  )
}
