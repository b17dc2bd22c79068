'use client'
import { Button } from '@cairn/ui'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { CreateObject } from '../objects/create-object.tsx'
import { ObjectList } from '../objects/object-list.tsx'
import { PageFrame } from './page-frame.tsx'
import { useWorkspace } from './use-workspace.ts'

/** Functions and what else stacks are made of. */
export const LibraryPage = () => {
  const { id } = useWorkspace()
  const [creating, setCreating] = useState(false)
  return (
    <PageFrame
      title="Library"
      lead="Functions, addons, middleware and triggers."
      actions={
        <Button size="sm" onClick={() => setCreating(true)}>
          <Plus size={16} aria-hidden /> Function
        </Button>
      }
    >
      <ObjectList
        workspace={id}
        kinds={['function', 'addon', 'middleware', 'table_trigger', 'tool', 'agent', 'mcp_server', 'workflow_test']}
        empty={{ title: 'No function yet', text: 'A function is a stack that other stacks call.' }}
      />
      {creating && <CreateObject workspace={id} kind="function" onClose={() => setCreating(false)} />}
    </PageFrame>
  )
}

/** What runs on a schedule. */
export const TasksPage = () => {
  const { id } = useWorkspace()
  const [creating, setCreating] = useState(false)
  return (
    <PageFrame
      title="Tasks"
      lead="Stacks that run on a schedule."
      actions={
        <Button size="sm" onClick={() => setCreating(true)}>
          <Plus size={16} aria-hidden /> Task
        </Button>
      }
    >
      <ObjectList
        workspace={id}
        kinds={['task']}
        empty={{ title: 'No task yet', text: 'A task runs by itself, every so often.' }}
      />
      {creating && <CreateObject workspace={id} kind="task" onClose={() => setCreating(false)} />}
    </PageFrame>
  )
}
