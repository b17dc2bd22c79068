'use client'
import type { Expression } from '@cairn/language'
import { Select } from '@cairn/ui'
import { completionsAt, namesFor, valuesFor, type Completions, type Scope } from '../value/completions.ts'
import { switchMode, valueModes, type ValueMode } from '../value/value-mode.ts'
import { CompletingInput } from './completing-input.tsx'
import { useMode, useTyped, useWriting, type FieldPlace } from './use-field.ts'
import { useScope } from './use-scope.ts'

export interface ValueInputProps {
  label: string
  place: FieldPlace
  address: string
  preferred?: ValueMode
  first?: boolean
  placeholder?: string | undefined
  /** What it can be, as the language writes it, where that is a few values. */
  values?: readonly string[]
}

const NAMES: ReadonlySet<ValueMode> = new Set(['var', 'input', 'auth', 'env', 'column'])

/** One value: how it is given, and what it is. */
export const ValueInput = ({
  label,
  place,
  address,
  preferred = 'expression',
  first = false,
  placeholder,
  values = [],
}: ValueInputProps) => {
  const scope = useScope(address)
  const [mode, setMode] = useMode(place.value, preferred)
  const { set } = useWriting(place)
  const { text, type, faulty } = useTyped(place, mode)
  const change = (next: ValueMode) => {
    setMode(next)
    const means = switchMode(place.value, next)
    const isNamed = means.kind !== 'invalid'
    if ((place.value !== null && isNamed) || next === 'null' || next === 'bool') set(means)
  }
  const complete = (typed: string, caret: number): Completions => {
    if (NAMES.has(mode)) return namesFor(mode as 'var', typed, scope)
    if (mode === 'text') return valuesFor(typed, values.map(unquoted))
    const found = completionsAt(typed, caret, scope)
    return found.options.length > 0 ? found : valuesFor(typed, values)
  }
  return (
    <div className="flex min-w-0 flex-1 gap-1.5">
      <Select
        bare
        label={`How ${label} is given`}
        className="w-28 shrink-0"
        value={mode}
        options={valueModes.filter(({ value }) => value !== 'column' || mode === 'column' || hasColumns(scope))}
        onChange={(next) => change(next as ValueMode)}
      />
      {mode === 'bool' ? (
        <BoolInput label={label} value={place.value} first={first} onChange={(next) => set(next)} />
      ) : (
        <CompletingInput
          label={label}
          value={mode === 'null' ? '' : text}
          onChange={(typed) => {
            // Typing `true` or `null` on the way to something longer takes the field from nobody.
            const as = mode === 'null' ? preferred : mode
            setMode(as)
            type(typed, as)
          }}
          complete={complete}
          faulty={faulty}
          mono={mode !== 'text'}
          first={first}
          placeholder={mode === 'null' ? 'null' : placeholder}
        />
      )}
    </div>
  )
}

/** Columns can be named inside of a query alone. */
const hasColumns = ({ names }: Scope): boolean => names.some(({ path }) => path.startsWith('$db.'))

/** A text value without the quotes that the language writes around it. */
const unquoted = (value: string): string => value.replace(/^"(.*)"$/, '$1')

interface BoolInputProps {
  label: string
  value: Expression | null
  first: boolean
  onChange: (value: Expression) => void
}

const BoolInput = ({ label, value, first, onChange }: BoolInputProps) => (
  <Select
    bare
    label={label}
    className="min-w-0 flex-1"
    data-field={first ? '' : undefined}
    value={String(value?.kind === 'boolean' && value.value)}
    options={[
      { value: 'true', label: 'true' },
      { value: 'false', label: 'false' },
    ]}
    onChange={(next) => onChange({ kind: 'boolean', start: -1, end: -1, value: next === 'true' })}
  />
)
