'use client'
import { Checks, Select } from '@cairn/ui'
import { useState } from 'react'
import { AuthSelect } from './auth-select.tsx'
import type { EndpointFormProps } from './endpoint-dialog.tsx'
import { TemplateForm } from './template-form.tsx'
import { useClosedAuth, useTables } from './use-tables.ts'

const ENDPOINTS = [
  { value: 'list', label: 'List', verb: 'GET', one: false },
  { value: 'get', label: 'Get one', verb: 'GET', one: true },
  { value: 'add', label: 'Add', verb: 'POST', one: false },
  { value: 'patch', label: 'Change what was sent', verb: 'PATCH', one: true },
  { value: 'delete', label: 'Delete', verb: 'DELETE', one: true },
  { value: 'edit', label: 'Replace', verb: 'PUT', one: true },
] as const

type Endpoint = (typeof ENDPOINTS)[number]['value']

/** Endpoints that read and write the rows of a table. */
export const CrudForm = ({ workspace, group: first, onClose }: EndpointFormProps) => {
  const tables = useTables(workspace)
  const [group, setGroup] = useState(first)
  const [chosen, setChosen] = useState<string | null>(null)
  const [auth, setAuth] = useClosedAuth(workspace)
  const [endpoints, setEndpoints] = useState<Endpoint[]>(['list', 'get', 'add', 'patch', 'delete'])
  const table = chosen ?? tables[0]?.name ?? null
  if (table === null) return <p className="text-muted">There is no table yet. Add one under Database first.</p>
  const template = endpoints.length === 0 ? null : ({ from: 'crud', table, auth, endpoints } as const)
  return (
    <TemplateForm workspace={workspace} group={group} onGroup={setGroup} template={template} onClose={onClose}>
      <Select
        label="Table"
        value={table}
        options={tables.map(({ name }) => ({ value: name, label: name }))}
        onChange={setChosen}
      />
      <AuthSelect workspace={workspace} value={auth} onChange={setAuth} />
      <Checks
        label="Endpoints"
        options={ENDPOINTS.map(({ value, label, verb, one }) => ({
          value,
          label,
          hint: `${verb} ${pathOf(table)}${one ? `/{${pathOf(table)}_id}` : ''}`,
        }))}
        chosen={endpoints}
        onChange={setEndpoints}
      />
    </TemplateForm>
  )
}

/** A table's name as the server writes it in a path. */
const pathOf = (table: string): string => table.replaceAll(/\W+/g, '_').replace(/^(?=\d)/, '_')
