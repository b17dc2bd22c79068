'use client'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Select } from '@cairn/ui'
import { useMemo, useState } from 'react'
import { api, explain } from '../../api.ts'
import { useObjects } from '../../objects/use-objects.ts'
import { gateway } from '../../workspace/gateway.ts'
import { fieldsOf } from '../engine/commands/fields.ts'
import { readDocument } from '../engine/document.ts'
import type { RunToken } from './debug-store.ts'
import { InputForm } from './input-form.tsx'
import { sampleInput } from './input-sample.ts'
import type { Input } from './input-text.ts'

export interface LogInThroughProps {
  workspace: number
  datasource: string
  onToken: (token: RunToken) => void
}

/** Runs an endpoint as it is live and takes the token out of its answer, extras and all. */
export const LogInThrough = ({ workspace, datasource, onToken }: LogInThroughProps) => {
  const objects = useObjects(workspace).data ?? []
  const endpoints = objects.filter(({ kind }) => kind === 'query')
  const likely = endpoints.find(({ name }) => /log-?in|sign-?in/i.test(name)) ?? endpoints[0]
  const [chosen, setChosen] = useState<number | null>(null)
  const object = chosen ?? likely?.id
  if (object === undefined) return <p className="text-xs text-muted">There is no endpoint yet that could log in.</p>
  return (
    <div className="grid gap-2">
      <Select
        label="Endpoint"
        value={String(object)}
        options={endpoints.map(({ id, name }) => ({ value: String(id), label: `/${name.replace(/^\//, '')}` }))}
        onChange={(value) => setChosen(Number(value))}
      />
      <Endpoint key={object} workspace={workspace} object={object} datasource={datasource} onToken={onToken} />
    </div>
  )
}

const Endpoint = ({ workspace, object, datasource, onToken }: LogInThroughProps & { object: number }) => {
  const source = useQuery({ queryKey: ['source', workspace, object], queryFn: () => gateway.object(workspace, object) })
  const text = source.data?.published ?? source.data?.draft ?? ''
  const fields = useMemo(() => {
    const tree = readDocument(text).object
    return tree === null ? [] : fieldsOf(tree, 'input')
  }, [text])
  const [typed, setTyped] = useState<Input | null>(null)
  const [readable, setReadable] = useState(true)
  const input = typed ?? sampleInput(fields)
  const logIn = useMutation({
    mutationFn: () =>
      api.logInThrough({
        workspace,
        object,
        datasource,
        input: input as Parameters<typeof api.logInThrough>[0]['input'],
      }),
    onSuccess: (made) => onToken({ ...made, from: 'login' }),
  })
  if (source.data === undefined) return null
  return (
    <div className="grid gap-2">
      <InputForm fields={fields} input={input} onChange={setTyped} onReadable={setReadable} />
      {logIn.error !== null && <Alert>{explain(logIn.error)}</Alert>}
      <Button size="sm" look="outline" busy={logIn.isPending} disabled={!readable} onClick={() => logIn.mutate()}>
        Run it and take its token
      </Button>
      <p className="text-xs text-muted">It runs as it is live: a signup makes a new row.</p>
    </div>
  )
}
