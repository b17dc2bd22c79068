'use client'
import type { Field } from '@cairn/language'
import { useState } from 'react'
import { FillInMenu } from './examples/fill-in-menu.tsx'
import type { RecordedInput } from './examples/recorded-input.ts'
import type { EndpointName } from './examples/use-examples.ts'
import { InputForm } from './input-form.tsx'
import type { Input } from './input-text.ts'

export interface RunInputProps {
  workspace: number
  /** Null for what is no endpoint: nothing documents or records its input. */
  endpoint: EndpointName | null
  fields: readonly Field[]
  input: Input
  onChange: (input: Input) => void
  onReadable: (readable: boolean) => void
}

/** The input of a run, typed or filled in from an example. */
export const RunInput = ({ workspace, endpoint, fields, input, onChange, onReadable }: RunInputProps) => {
  const [filled, setFilled] = useState(0)
  const [masked, setMasked] = useState<readonly string[]>([])
  const fill = (given: RecordedInput) => {
    onChange(given.input)
    onReadable(true)
    setMasked(given.masked)
    setFilled((times) => times + 1)
  }
  const left = masked.filter((name) => isLeft(input[name]))
  return (
    <div className="grid gap-2">
      <InputForm
        fields={fields}
        input={input}
        onChange={onChange}
        onReadable={onReadable}
        filled={filled}
        masked={masked}
      />
      {left.length > 0 && (
        <p role="note" className="rounded-md bg-warning-soft px-2.5 py-2 text-xs text-warning">
          Left to fill in: {left.join(', ')}. Secrets are masked when a request is recorded.
        </p>
      )}
      {endpoint !== null && <FillInMenu workspace={workspace} endpoint={endpoint} fields={fields} onFill={fill} />}
    </div>
  )
}

/** Whether nothing was typed yet; inside a list or an object that is not told. */
const isLeft = (value: unknown): boolean => value === undefined || value === '' || typeof value === 'object'
