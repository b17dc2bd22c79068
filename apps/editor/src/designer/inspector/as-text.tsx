'use client'
import { completionsAt } from '../value/completions.ts'
import { CompletingInput } from './completing-input.tsx'
import type { ControlProps } from './controls.tsx'
import { useTyped } from './use-field.ts'
import { useScope } from './use-scope.ts'

/** A value as the language writes it. */
export const AsText = ({
  parameter,
  place,
  address,
  first,
}: Pick<ControlProps, 'place' | 'address' | 'first'> & { parameter: { label: string } }) => {
  const scope = useScope(address)
  const { text, type, faulty } = useTyped(place, 'expression')
  return (
    <CompletingInput
      mono
      label={parameter.label}
      value={text}
      onChange={type}
      complete={(typed, caret) => completionsAt(typed, caret, scope)}
      faulty={faulty}
      first={first}
    />
  )
}
