'use client'
import { Alert, Button, Card, EmptyState, Skeleton } from '@cairn/ui'
import { useState, type ReactNode } from 'react'
import { explain } from '../api.ts'
import type { ObjectEntry } from '../workspace/gateway.ts'
import { ObjectIcon } from './object-mark.tsx'
import { ObjectRow, type AuthLock } from './object-row.tsx'
import { useObjects } from './use-objects.ts'

export interface ObjectListProps {
  workspace: number
  /** Which objects are listed. */
  kinds: readonly string[]
  /** What is said where there is none, and the button that makes the first. */
  empty: { title: string; text: ReactNode; onMake?: (() => void) | undefined }
  lock?: AuthLock
  /** What else a line says of its object. */
  mark?: (object: ObjectEntry) => ReactNode
  filter?: (object: ObjectEntry) => boolean
}

/** Objects of some kinds, searchable, by name. */
export const ObjectList = ({ workspace, kinds, empty, lock, mark, filter }: ObjectListProps) => {
  const objects = useObjects(workspace)
  const [search, setSearch] = useState('')
  if (objects.isPending) return <Skeleton className="h-56" />
  if (objects.error !== null) {
    return (
      <div className="grid justify-items-start gap-3">
        <Alert>{explain(objects.error)}</Alert>
        <Button look="outline" onClick={() => void objects.refetch()}>
          Try again
        </Button>
      </div>
    )
  }
  const listed = objects.data.filter((object) => kinds.includes(object.kind) && (filter?.(object) ?? true))
  if (listed.length === 0) return <Empty kind={kinds[0] ?? ''} {...empty} />
  const wanted = search.trim().toLowerCase()
  const found = listed
    .filter(({ name, tags }) => [name, ...tags].some((text) => text.toLowerCase().includes(wanted)))
    .toSorted((a, b) => a.name.localeCompare(b.name) || (a.verb ?? '').localeCompare(b.verb ?? ''))
  return (
    <div className="grid gap-3">
      {listed.length > 8 && (
        <input
          aria-label="Search this list"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          placeholder={`Search ${listed.length} by name or tag`}
          className="h-9 max-w-sm rounded-md border border-line-strong bg-surface px-3 text-sm placeholder:text-muted"
        />
      )}
      <Card className="overflow-hidden">
        {found.map((object) => (
          <ObjectRow key={object.id} object={object} mark={mark?.(object)} {...(lock === undefined ? {} : { lock })} />
        ))}
        {found.length === 0 && (
          <p className="px-4 py-8 text-center text-sm text-muted">Nothing answers to “{search}”.</p>
        )}
      </Card>
    </div>
  )
}

const Empty = ({ kind, title, text, onMake }: { kind: string } & ObjectListProps['empty']) => (
  <EmptyState
    icon={<ObjectIcon kind={kind} size={28} />}
    title={title}
    action={
      onMake !== undefined && (
        <Button size="sm" onClick={onMake}>
          Make the first one
        </Button>
      )
    }
  >
    {text}
  </EmptyState>
)
