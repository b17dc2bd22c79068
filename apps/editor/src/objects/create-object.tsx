'use client'
import { Alert, Button, Dialog, Field, Select } from '@cairn/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { explain } from '../api.ts'
import { pageOf } from '../workspace/addresses.ts'
import { gateway } from '../workspace/gateway.ts'
import { newObjectText, type NewObject } from './new-object-text.ts'
import { useObjects } from './use-objects.ts'

type CreatableKind = NewObject['kind']

const TITLES: Readonly<Record<CreatableKind, { title: string; name: string; hint: string }>> = {
  query: { title: 'Add API endpoint', name: 'Path', hint: 'Such as articles/{article_id}' },
  api_group: { title: 'Add API group', name: 'Name', hint: 'Endpoints that belong together share a base URL.' },
  table: { title: 'Add table', name: 'Name', hint: 'It starts with id and created_at.' },
  function: { title: 'Add function', name: 'Name', hint: 'Folders are part of it: billing/total' },
  task: { title: 'Add task', name: 'Name', hint: 'Runs on a schedule.' },
}

export interface CreateObjectProps {
  workspace: number
  kind: CreatableKind
  open: boolean
  onOpenChange: (open: boolean) => void
  group?: string
}

/** Asks for what a new object must have, makes it and opens it. */
export const CreateObject = ({ workspace, kind, open, onOpenChange, group }: CreateObjectProps) => {
  const router = useRouter()
  const queries = useQueryClient()
  const objects = useObjects(workspace)
  const groups = (objects.data ?? []).filter((object) => object.kind === 'api_group').map(({ name }) => name)
  const tables = (objects.data ?? [])
    .filter((object) => object.kind === 'table' && object.auth !== null)
    .map(({ name }) => name)
  const [verb, setVerb] = useState('GET')
  const [auth, setAuth] = useState('')
  const [chosen, setChosen] = useState(group ?? '')
  const create = useMutation({
    mutationFn: (name: string) => {
      const source = newObjectText({
        kind,
        name,
        verb,
        group: chosen || (groups[0] ?? ''),
        auth: auth === '' ? null : auth,
      })
      return gateway.createObject(workspace, source, kind !== 'task')
    },
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ['objects', workspace] })
      await queries.invalidateQueries({ queryKey: ['workspaces'] })
      onOpenChange(false)
      if (kind !== 'api_group') router.push(pageOf(workspace, made))
    },
  })
  const { title, name, hint } = TITLES[kind]
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={title}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          const typed = new FormData(event.currentTarget).get('name')
          if (typeof typed === 'string') create.mutate(typed.trim())
        }}
      >
        {create.error !== null && <Alert>{explain(create.error)}</Alert>}
        {kind === 'query' && (
          <div className="grid grid-cols-2 gap-3">
            <Select
              label="Verb"
              value={verb}
              options={['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((value) => ({ value, label: value }))}
              onChange={setVerb}
            />
            <Select
              label="API group"
              value={chosen || (groups[0] ?? '')}
              options={groups.map((value) => ({ value, label: value }))}
              onChange={setChosen}
            />
          </div>
        )}
        <Field label={name} name="name" required autoFocus maxLength={200} hint={hint} autoComplete="off" />
        {kind === 'query' && (
          <Select
            label="Authentication"
            value={auth}
            options={[
              { value: '', label: 'Open to everyone' },
              ...tables.map((value) => ({ value, label: `Token of ${value}` })),
            ]}
            onChange={setAuth}
          />
        )}
        <Button type="submit" busy={create.isPending} className="justify-self-end">
          Create
        </Button>
      </form>
    </Dialog>
  )
}
