'use client'
import { Alert, Button, EmptyState, Logo, Skeleton } from '@cairn/ui'
import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { api, explain } from './api.ts'
import { CreateWorkspace } from './home/create-workspace.tsx'
import { TopBar } from './top-bar.tsx'
import { useSession } from './use-session.ts'
import { WorkspaceCard } from './workspace-card.tsx'

export const Home = () => {
  const { user, waiting } = useSession()
  const workspaces = useQuery({ queryKey: ['workspaces'], queryFn: () => api.workspaces({}) })
  const [creating, setCreating] = useState(false)
  if (waiting) return <Loading />
  return (
    <div className="min-h-dvh">
      <TopBar name={user?.name ?? ''} />
      <main className="mx-auto max-w-5xl px-4 py-8 sm:px-6 sm:py-12">
        <div className="mb-6 flex items-center gap-3">
          <h1 className="flex-1 text-2xl font-semibold tracking-tight">Workspaces</h1>
          <Button onClick={() => setCreating(true)}>
            <Plus size={16} aria-hidden /> New workspace
          </Button>
        </div>
        {workspaces.isPending && <Skeleton className="h-56" />}
        {workspaces.error !== null && (
          <div className="grid justify-items-start gap-3">
            <Alert>{explain(workspaces.error)}</Alert>
            <Button look="outline" onClick={() => void workspaces.refetch()}>
              Try again
            </Button>
          </div>
        )}
        {workspaces.data?.workspaces.length === 0 && (
          <EmptyState
            icon={<Logo size={40} />}
            title="No workspace yet"
            action={<Button onClick={() => setCreating(true)}>Make the first one</Button>}
          >
            Make one with a login in a few seconds, or bring in a folder of XanoScript files.
          </EmptyState>
        )}
        <ul className="grid grid-cols-1 gap-6">
          {workspaces.data?.workspaces.map((workspace) => (
            <li key={workspace.id}>
              <WorkspaceCard workspace={workspace} />
            </li>
          ))}
        </ul>
      </main>
      {creating && <CreateWorkspace onClose={() => setCreating(false)} />}
    </div>
  )
}

const Loading = () => (
  <main className="mx-auto max-w-5xl px-4 py-28 sm:px-6" aria-busy="true">
    <h1 className="sr-only">Loading your workspaces</h1>
    <Skeleton className="mb-6 h-8 w-44" />
    <Skeleton className="h-56" />
  </main>
)
