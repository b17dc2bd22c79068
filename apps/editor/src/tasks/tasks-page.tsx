'use client'
import type { Contract, OutputOf } from '@cairn/contract'
import { Button } from '@cairn/ui'
import { useQuery } from '@tanstack/react-query'
import { Play, Plus } from 'lucide-react'
import { useState } from 'react'
import { api } from '../api.ts'
import { CreateObject } from '../objects/create-object.tsx'
import { ObjectList } from '../objects/object-list.tsx'
import { mayAs, useRole } from '../settings/roles.ts'
import type { ObjectEntry } from '../workspace/gateway.ts'
import { PageFrame } from '../workspace/page-frame.tsx'
import { useAsked } from '../workspace/use-asked.ts'
import { useWorkspace } from '../workspace/use-workspace.ts'
import { everyText, untilText } from './next-run.ts'
import { RunTaskDialog } from './run-task-dialog.tsx'

type Task = OutputOf<Contract['tasks']>['tasks'][number]

const MINUTE = 60_000

/** What runs on a schedule: when it is due next, and a run at once. */
export const TasksPage = () => {
  const { id, branch, isLive } = useWorkspace()
  const mayRun = mayAs(useRole(id), 'developer')
  const [creating, setCreating] = useState(false)
  const [running, setRunning] = useState<{ object: ObjectEntry; datasource: string } | null>(null)
  useAsked(() => setCreating(true))
  const { data } = useQuery({
    queryKey: ['tasks', id, branch],
    queryFn: async () => (await api.tasks({ workspace: id, branch })).tasks,
    staleTime: 0,
    refetchInterval: MINUTE,
  })
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
      {!isLive && (
        <p role="note" className="mb-4 rounded-md bg-warning-soft px-4 py-2 text-sm text-warning">
          Tasks of {branch} do not run by themselves until it is live. “Run now” runs one once.
        </p>
      )}
      <ObjectList
        workspace={id}
        kinds={['task']}
        empty={{
          title: 'No task yet',
          text: 'A task runs by itself, every so often.',
          onMake: () => setCreating(true),
        }}
        mark={(object) => {
          const task = data?.find((one) => one.object === object.id)
          if (task === undefined) return null
          return (
            <>
              <NextRun task={task} isLive={isLive} />
              {mayRun && (
                <Button
                  look="quiet"
                  size="sm"
                  aria-label={`Run ${object.name} now`}
                  onClick={() => setRunning({ object, datasource: task.datasource })}
                >
                  <Play size={14} aria-hidden /> <span className="max-sm:sr-only">Run now</span>
                </Button>
              )}
            </>
          )
        }}
      />
      {creating && <CreateObject workspace={id} kind="task" onClose={() => setCreating(false)} />}
      {running !== null && <RunTaskDialog workspace={id} {...running} onClose={() => setRunning(null)} />}
    </PageFrame>
  )
}

const NextRun = ({ task: { active, every, next }, isLive }: { task: Task; isLive: boolean }) => {
  const often = every.map(everyText).join(', ')
  const never = isLive ? 'not due again' : 'waits until live'
  const when = active ? (next === null ? never : untilText(next, new Date())) : 'switched off'
  return (
    <span
      className="min-w-0 truncate text-xs text-muted"
      title={next === null ? when : new Date(next).toLocaleString()}
    >
      {often !== '' && <span className="max-sm:sr-only">{often} · </span>}
      {when}
    </span>
  )
}
