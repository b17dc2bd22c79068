'use client'
import { Button, CopyButton, EmptyState } from '@cairn/ui'
import { Plus, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { AccessDialog } from '../access/access-dialog.tsx'
import { CreateObject } from '../objects/create-object.tsx'
import { ObjectList } from '../objects/object-list.tsx'
import { useObjects } from '../objects/use-objects.ts'
import { useSwitchAuth } from '../objects/use-switch-auth.ts'
import type { ObjectEntry } from './gateway.ts'
import { PageFrame } from './page-frame.tsx'
import { useWorkspace } from './use-workspace.ts'

/** The API groups of a workspace with their endpoints. */
export const ApiPage = () => {
  const { id, workspace } = useWorkspace()
  const objects = useObjects(id)
  const [creating, setCreating] = useState<{ kind: 'query' | 'api_group'; group?: string } | null>(null)
  const [asking, setAsking] = useState<string | null>(null)
  const switchAuth = useSwitchAuth(id)
  const authTable = (objects.data ?? []).find(({ kind, auth }) => kind === 'table' && auth !== null)?.name
  const onAuth = (object: ObjectEntry) => {
    if (object.auth !== null) switchAuth.mutate({ object, auth: null })
    else if (authTable !== undefined) switchAuth.mutate({ object, auth: authTable })
  }
  const groups = workspace?.groups ?? []
  return (
    <PageFrame
      title="API"
      lead="Groups of endpoints. What is published is live at its public URL."
      actions={
        <>
          <Button look="outline" size="sm" onClick={() => setCreating({ kind: 'api_group' })}>
            <Plus size={16} aria-hidden /> Group
          </Button>
          {groups.length > 0 && (
            <Button size="sm" onClick={() => setCreating({ kind: 'query' })}>
              <Plus size={16} aria-hidden /> Endpoint
            </Button>
          )}
        </>
      }
    >
      {groups.length === 0 && (
        <EmptyState title="No API group yet">
          A group holds endpoints that share a base URL. Add one to begin.
        </EmptyState>
      )}
      <div className="grid gap-8">
        {groups.map((group) => (
          <section key={group.name} aria-label={group.name}>
            <div className="mb-2 flex flex-wrap items-center gap-x-3">
              <h2 className="text-lg font-semibold tracking-tight">{group.name}</h2>
              <span className="flex min-w-0 items-center text-muted">
                <code className="truncate font-mono text-xs">{group.url}</code>
                <CopyButton size="sm" text={group.url} label={`base URL of ${group.name}`} />
              </span>
              <Button look="quiet" size="sm" className="ml-auto" onClick={() => setAsking(group.name)}>
                <ShieldCheck size={16} aria-hidden /> Access
              </Button>
              <Button look="quiet" size="sm" onClick={() => setCreating({ kind: 'query', group: group.name })}>
                <Plus size={16} aria-hidden /> Endpoint
              </Button>
            </div>
            <ObjectList
              workspace={id}
              kinds={['query']}
              filter={(object) => object.group === group.name}
              empty={{ title: 'No endpoint yet', text: 'Add one, and assemble what it does.' }}
              onAuth={onAuth}
            />
          </section>
        ))}
      </div>
      {asking !== null && <AccessDialog workspace={id} group={asking} onClose={() => setAsking(null)} />}
      {creating !== null && (
        <CreateObject
          workspace={id}
          kind={creating.kind}
          open
          onOpenChange={() => setCreating(null)}
          {...(creating.group === undefined ? {} : { group: creating.group })}
        />
      )}
    </PageFrame>
  )
}
