'use client'
import { Select } from '@cairn/ui'
import { useAuthTables } from './use-tables.ts'

export interface AuthSelectProps {
  workspace: number
  /** Table whose tokens open it; null for everybody. */
  value: string | null
  onChange: (auth: string | null) => void
}

/** Who may call an endpoint. */
export const AuthSelect = ({ workspace, value, onChange }: AuthSelectProps) => (
  <Select
    label="Authentication"
    value={value ?? ''}
    options={[
      { value: '', label: 'Open to everyone' },
      ...useAuthTables(workspace).map((name) => ({ value: name, label: `Token of ${name}` })),
    ]}
    onChange={(table) => onChange(table === '' ? null : table)}
  />
)
