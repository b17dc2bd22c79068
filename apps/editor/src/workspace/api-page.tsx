'use client'
import { Alert, Button, EmptyState, Skeleton } from '@cairn/ui'
import { Plus, Webhook } from 'lucide-react'
import { useState } from 'react'
import { explain } from '../api.ts'
import { AccessDialog } from '../access/access-dialog.tsx'
import { GroupDialog } from '../api-groups/group-dialog.tsx'
import { GroupSection } from '../api-groups/group-section.tsx'
import { EndpointDialog } from '../objects/create-endpoint/endpoint-dialog.tsx'
import { CreateObject } from '../objects/create-object.tsx'
import { useObjects } from '../objects/use-objects.ts'
import type { ObjectEntry } from './gateway.ts'
import { PageFrame } from './page-frame.tsx'
import { useAsked } from './use-asked.ts'
import { useGroups } from './use-groups.ts'
import { useWorkspace } from './use-workspace.ts'

/** What is open over the page. */
type Sheet =
  | { kind: 'group' }
  | { kind: 'access'; group: string }
  | { kind: 'endpoint'; group: string }
  | { kind: 'settings'; group: ObjectEntry }

/** The API groups of a workspace with their endpoints. */
export const ApiPage = () => {
  const { id, isLive, branch } = useWorkspace()
  const objects = useObjects(id).data ?? []
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const onClose = () => setSheet(null)
  const { groups, error } = useGroups()
  const [first] = groups ?? []
  useAsked((what) => {
    if (what === 'endpoint' && first !== undefined) setSheet({ kind: 'endpoint', group: first.name })
    else setSheet({ kind: 'group' })
  }, groups !== null)
  return (
    <PageFrame
      title="API"
      lead={
        isLive
          ? 'Groups of endpoints. What is published is live at its public URL.'
          : `Groups of endpoints. What is published here answers at the URL of ${branch} alone.`
      }
      actions={
        <>
          <Button look="outline" size="sm" onClick={() => setSheet({ kind: 'group' })}>
            <Plus size={16} aria-hidden /> Group
          </Button>
          {first !== undefined && (
            <Button size="sm" onClick={() => setSheet({ kind: 'endpoint', group: first.name })}>
              <Plus size={16} aria-hidden /> Endpoint
            </Button>
          )}
        </>
      }
    >
      {groups === null && (error === null ? <Skeleton className="h-56" /> : <Alert>{explain(error)}</Alert>)}
      {groups?.length === 0 && (
        <EmptyState
          icon={<Webhook size={28} aria-hidden />}
          title="No API group yet"
          action={
            <Button size="sm" onClick={() => setSheet({ kind: 'group' })}>
              Make the first one
            </Button>
          }
        >
          A group holds endpoints that share a base URL.
        </EmptyState>
      )}
      <div className="grid grid-cols-1 gap-8">
        {groups?.map((group) => {
          const object = objects.find(({ kind, name }) => kind === 'api_group' && name === group.name)
          return (
            <GroupSection
              key={group.name}
              workspace={id}
              group={group}
              onAdd={() => setSheet({ kind: 'endpoint', group: group.name })}
              onAccess={() => setSheet({ kind: 'access', group: group.name })}
              onSettings={object === undefined ? null : () => setSheet({ kind: 'settings', group: object })}
            />
          )
        })}
      </div>
      {sheet?.kind === 'group' && <CreateObject workspace={id} kind="api_group" onClose={onClose} />}
      {sheet?.kind === 'endpoint' && <EndpointDialog workspace={id} group={sheet.group} onClose={onClose} />}
      {sheet?.kind === 'settings' && <GroupDialog workspace={id} group={sheet.group} onClose={onClose} />}
      {sheet?.kind === 'access' && (
        <AccessDialog
          workspace={id}
          group={sheet.group}
          authTables={objects.flatMap(({ kind, name, auth }) => (kind === 'table' && auth !== null ? [name] : []))}
          onClose={onClose}
        />
      )}
    </PageFrame>
  )
}
