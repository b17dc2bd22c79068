'use client'
import { Button } from '@cairn/ui'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { CreateObject } from '../objects/create-object.tsx'
import { ObjectList } from '../objects/object-list.tsx'
import { useSwitchAuth } from '../objects/use-switch-auth.ts'
import { TablePage } from '../table/table-page.tsx'
import { PageFrame } from './page-frame.tsx'
import { useAsked } from './use-asked.ts'
import { useNumber, useWorkspace } from './use-workspace.ts'

/** The tables of a workspace, or one of them. */
export const DatabasePage = () => {
  const { id } = useWorkspace()
  const object = useNumber('object')
  const [creating, setCreating] = useState(false)
  useAsked(() => setCreating(true))
  const switchAuth = useSwitchAuth(id)
  if (object !== null) return <TablePage key={object} workspace={id} object={object} />
  return (
    <PageFrame
      title="Database"
      lead="Tables hold what your endpoints read and write. The lock lets people sign in with a table's rows."
      actions={
        <Button size="sm" onClick={() => setCreating(true)}>
          <Plus size={16} aria-hidden /> Table
        </Button>
      }
    >
      <ObjectList
        workspace={id}
        kinds={['table']}
        empty={{
          title: 'No table yet',
          text: 'A table has columns and rows. Add one to keep what your endpoints are sent.',
        }}
        onAuth={(table) => switchAuth.mutate({ object: table, auth: table.auth === null ? table.name : null })}
      />
      {creating && <CreateObject workspace={id} kind="table" onClose={() => setCreating(false)} />}
    </PageFrame>
  )
}
