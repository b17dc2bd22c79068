'use client'
import { Button, Segments } from '@cairn/ui'
import { List, Plus, Workflow } from 'lucide-react'
import { useRouter, useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { CreateObject } from '../objects/create-object.tsx'
import { ObjectList } from '../objects/object-list.tsx'
import type { AuthLock } from '../objects/object-row.tsx'
import { useSwitchAuth } from '../objects/use-switch-auth.ts'
import { TablePage } from '../table/table-page.tsx'
import { DiagramPage } from '../diagram/diagram-page.tsx'
import { PageFrame } from './page-frame.tsx'
import { SharedTables } from './shared-tables.tsx'
import { useAsked } from './use-asked.ts'
import { useNumber, usePages, useWorkspace } from './use-workspace.ts'

const VIEWS = [
  { value: 'list', label: 'List', icon: <List size={14} aria-hidden /> },
  { value: 'diagram', label: 'Diagram', icon: <Workflow size={14} aria-hidden /> },
] as const

/** The tables of a workspace, or one of them. */
export const DatabasePage = () => {
  const { id } = useWorkspace()
  const pages = usePages()
  const object = useNumber('object')
  const [creating, setCreating] = useState(false)
  useAsked(() => setCreating(true))
  const switchAuth = useSwitchAuth(id)
  const shown = useSearchParams().get('view') === 'diagram' ? 'diagram' : 'list'
  const router = useRouter()
  if (object !== null) return <TablePage key={object} workspace={id} object={object} />
  const actions = (
    <>
      <Segments
        label="View"
        value={shown}
        segments={VIEWS}
        onChange={(view) => router.replace(view === 'list' ? pages.database() : pages.diagram())}
      />
      <Button size="sm" onClick={() => setCreating(true)}>
        <Plus size={16} aria-hidden /> Table
      </Button>
    </>
  )
  const dialog = creating && <CreateObject workspace={id} kind="table" onClose={() => setCreating(false)} />
  if (shown === 'diagram') {
    return (
      <div className="flex min-h-0 flex-1 flex-col">
        <header className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line bg-surface px-4 py-2 sm:px-6">
          <h1 className="flex-1 text-lg font-semibold tracking-tight">Database</h1>
          {actions}
        </header>
        <SharedTables />
        <div className="min-h-0 flex-1">
          <DiagramPage workspace={id} />
        </div>
        {dialog}
      </div>
    )
  }
  return (
    <PageFrame
      title="Database"
      lead="Tables hold what your endpoints read and write. The lock lets people sign in with a table’s rows."
      actions={actions}
    >
      <SharedTables className="mb-4 rounded-md" />
      <ObjectList
        workspace={id}
        kinds={['table']}
        empty={{
          title: 'No table yet',
          text: 'A table has columns and rows. Add one to keep what your endpoints are sent.',
          onMake: () => setCreating(true),
        }}
        lock={{
          words: lockWords,
          onTurn: (table) => switchAuth.mutate({ object: table, auth: table.auth === null ? table.name : null }),
        }}
      />
      {dialog}
    </PageFrame>
  )
}

const lockWords: AuthLock['words'] = (auth) =>
  auth === null
    ? { label: 'No sign-in', title: 'Nobody signs in with its rows. Click to let people.' }
    : { label: 'Sign-in', title: 'People sign in with its rows. Click to end that.' }
