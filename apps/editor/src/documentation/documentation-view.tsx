'use client'
import type { Contract, OutputOf } from '@cairn/contract'
import { Button, CopyButton, EmptyState, Field } from '@cairn/ui'
import { Download } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import { saveFile } from '../save-file.ts'
import { OperationCard } from './operation-card.tsx'
import { operationsOf } from './operations.ts'

export interface DocumentationViewProps {
  documentation: OutputOf<Contract['documentation']>
  /** Beside the downloads. */
  children?: ReactNode
}

/** How to call an API group: its endpoints with their inputs, each to be tried at once. */
export const DocumentationView = ({ documentation: { openApi, client }, children }: DocumentationViewProps) => {
  const [token, setToken] = useState('')
  const operations = useMemo(() => operationsOf(openApi), [openApi])
  const base = openApi.servers[0]?.url ?? ''
  const file = openApi.info.title.replaceAll(/\W+/g, '-').toLowerCase() || 'api'
  return (
    <div className="grid grid-cols-1 gap-6">
      {openApi.info.description !== '' && <p className="max-w-3xl">{openApi.info.description}</p>}
      <div className="flex flex-wrap items-center gap-2">
        <span className="flex min-w-0 flex-1 basis-72 items-center text-muted">
          <code className="truncate font-mono text-sm">{base}</code>
          <CopyButton size="sm" text={base} label="base URL" />
        </span>
        <Button look="outline" size="sm" onClick={() => saveFile(`${file}.ts`, client, 'text/typescript')}>
          <Download size={16} aria-hidden /> TypeScript client
        </Button>
        <Button
          look="outline"
          size="sm"
          onClick={() => saveFile(`${file}.json`, JSON.stringify(openApi, null, 2), 'application/json')}
        >
          <Download size={16} aria-hidden /> OpenAPI
        </Button>
        {children}
      </div>
      {operations.some(({ secured }) => secured) && (
        <div className="max-w-xl">
          <Field
            label="Token"
            type="password"
            value={token}
            onChange={({ target }) => setToken(target.value.trim())}
            hint="Sent with each try. It stays in this page and is gone when you leave it."
            autoComplete="off"
          />
        </div>
      )}
      {operations.length === 0 && (
        <EmptyState title="No endpoint is published yet">Once one is, it stands here with a form to try it.</EmptyState>
      )}
      <ul className="grid grid-cols-1 gap-2">
        {operations.map((operation) => (
          <li key={operation.id}>
            <OperationCard operation={operation} base={base} token={operation.secured ? token : ''} />
          </li>
        ))}
      </ul>
    </div>
  )
}
