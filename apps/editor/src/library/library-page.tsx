'use client'
import { Button, Tabs } from '@cairn/ui'
import { Plus } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { CreateObject } from '../objects/create-object.tsx'
import { CreateOfTable } from '../objects/create-of-table.tsx'
import { ObjectList } from '../objects/object-list.tsx'
import { useObjects } from '../objects/use-objects.ts'
import { PageFrame } from '../workspace/page-frame.tsx'
import { useAsked } from '../workspace/use-asked.ts'
import { usePages, useWorkspace } from '../workspace/use-workspace.ts'

interface Place {
  workspace: number
  onClose: () => void
}

/** Each shelf: what stands on it, and what makes one more. */
const SHELVES = [
  {
    value: 'functions',
    label: 'Functions',
    kinds: ['function'],
    make: { label: 'Function', dialog: (place: Place) => <CreateObject kind="function" {...place} /> },
    empty: { title: 'No function yet', text: 'A function is a stack that other stacks call.' },
  },
  {
    value: 'addons',
    label: 'Addons',
    kinds: ['addon'],
    make: { label: 'Addon', dialog: (place: Place) => <CreateOfTable kind="addon" {...place} /> },
    empty: { title: 'No addon yet', text: 'An addon adds rows of another table to each row of a query.' },
  },
  {
    value: 'middleware',
    label: 'Middleware',
    kinds: ['middleware'],
    make: { label: 'Middleware', dialog: (place: Place) => <CreateObject kind="middleware" {...place} /> },
    empty: { title: 'No middleware yet', text: 'Middleware runs before or after the endpoints that name it.' },
  },
  {
    value: 'triggers',
    label: 'Triggers',
    kinds: ['table_trigger'],
    make: { label: 'Trigger', dialog: (place: Place) => <CreateOfTable kind="table_trigger" {...place} /> },
    empty: { title: 'No trigger yet', text: 'A trigger runs when rows of a table are added, changed or deleted.' },
  },
  {
    value: 'more',
    label: 'Agents, tools & tests',
    kinds: ['tool', 'agent', 'mcp_server', 'workflow_test', 'realtime_channel', 'workspace_trigger', 'agent_trigger'],
    make: null,
    empty: { title: 'Nothing here', text: 'Agents, tools and tests that were imported stand here.' },
  },
] as const

type Shelf = (typeof SHELVES)[number]

/** What stacks are made of and what stands around them, a tab for each kind; the address says which is open. */
export const LibraryPage = () => {
  const { id } = useWorkspace()
  const pages = usePages()
  const objects = useObjects(id).data ?? []
  const asked = useSearchParams().get('tab')
  const open = SHELVES.find(({ value }) => value === asked) ?? SHELVES[0]
  const [creating, setCreating] = useState<Shelf['make']>(null)
  useAsked(() => setCreating(SHELVES[0].make))
  const countOf = ({ kinds }: Shelf) => objects.filter(({ kind }) => kinds.some((known) => known === kind)).length
  return (
    <PageFrame
      title="Library"
      lead="What endpoints and tasks are made of."
      actions={
        open.make !== null && (
          <Button size="sm" onClick={() => setCreating(open.make)}>
            <Plus size={16} aria-hidden /> {open.make.label}
          </Button>
        )
      }
    >
      <Tabs
        label="Library"
        value={open.value}
        tabs={SHELVES.map((shelf) => ({
          value: shelf.value,
          label: countOf(shelf) === 0 ? shelf.label : `${shelf.label} ${countOf(shelf)}`,
          content: (
            <ObjectList
              workspace={id}
              kinds={shelf.kinds}
              empty={{ ...shelf.empty, onMake: shelf.make === null ? undefined : () => setCreating(shelf.make) }}
            />
          ),
        }))}
        // Past the router, whose navigation would take the focus from the tab.
        onChange={(value) => window.history.replaceState(null, '', pages.library(value))}
      />
      {creating?.dialog({ workspace: id, onClose: () => setCreating(null) })}
    </PageFrame>
  )
}
