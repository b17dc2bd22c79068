'use client'
import { Field, Switch } from '@cairn/ui'
import type { GroupSettings } from './group-settings.ts'

type Cors = GroupSettings['cors']

const LISTS = [
  { name: 'origins', label: 'Sites', hint: 'Such as https://app.example.com, https://*.example.com' },
  { name: 'methods', label: 'Methods', hint: 'Such as GET, POST. Empty: all.' },
  { name: 'headers', label: 'Headers', hint: 'Those a page may send besides the usual ones.' },
] as const

/** Which sites may call a group, and how. */
export const CorsFields = ({ cors, onChange }: { cors: Cors; onChange: (cors: Cors) => void }) => (
  <div className="grid gap-4 border-l-2 border-line pl-4">
    {LISTS.map(({ name, label, hint }) => (
      <Field
        key={name}
        label={label}
        hint={hint}
        value={cors[name]}
        onChange={({ target }) => onChange({ ...cors, [name]: target.value })}
        autoComplete="off"
        spellCheck={false}
      />
    ))}
    <Field
      label="Remembered for (seconds)"
      type="number"
      min={0}
      value={cors.maxAge}
      onChange={({ target }) => onChange({ ...cors, maxAge: Math.max(0, Math.trunc(target.valueAsNumber) || 0) })}
    />
    <Switch
      label="With cookies"
      hint="Lets browsers send cookies along."
      checked={cors.credentials}
      onChange={(credentials) => onChange({ ...cors, credentials })}
    />
  </div>
)
