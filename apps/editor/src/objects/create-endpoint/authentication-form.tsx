'use client'
import { Checks, Select } from '@cairn/ui'
import { useState } from 'react'
import type { EndpointFormProps } from './endpoint-dialog.tsx'
import { TemplateForm } from './template-form.tsx'
import { useAuthTables } from './use-tables.ts'

const ENDPOINTS = [
  { value: 'signup', label: 'Sign up', hint: 'POST auth/signup' },
  { value: 'login', label: 'Log in', hint: 'POST auth/login' },
  { value: 'me', label: 'Who am I', hint: 'GET auth/me' },
] as const

type Endpoint = (typeof ENDPOINTS)[number]['value']

/** Endpoints that give out tokens of an auth table. */
export const AuthenticationForm = ({ workspace, group: first, onClose }: EndpointFormProps) => {
  const tables = useAuthTables(workspace)
  const [group, setGroup] = useState(first)
  const [chosen, setChosen] = useState<string | null>(null)
  const [endpoints, setEndpoints] = useState<Endpoint[]>(['signup', 'login', 'me'])
  const table = chosen ?? tables[0] ?? null
  if (table === null) {
    return (
      <p className="text-muted">
        Nobody signs in with a table yet. Turn on the Authentication switch of one with an e-mail and a password column
        under Database first.
      </p>
    )
  }
  const template = endpoints.length === 0 ? null : ({ from: 'authentication', table, endpoints } as const)
  return (
    <TemplateForm workspace={workspace} group={group} onGroup={setGroup} template={template} onClose={onClose}>
      <Select
        label="Sign in with"
        value={table}
        options={tables.map((name) => ({ value: name, label: name }))}
        onChange={setChosen}
      />
      <Checks label="Endpoints" options={ENDPOINTS} chosen={endpoints} onChange={setEndpoints} />
    </TemplateForm>
  )
}
