'use client'
import { ApiError } from '@cairn/contract'
import { Alert, Button, EmptyState, Logo, Skeleton } from '@cairn/ui'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { api, explain } from './api.ts'
import { CreateWorkspace } from './home/create-workspace.tsx'
import { TopBar } from './top-bar.tsx'
import { WorkspaceCard } from './workspace-card.tsx'

const isSignedOut = (error: Error | null): boolean => error instanceof ApiError && error.status === 401

export const Home = () => {
  const router = useRouter()
  const session = useQuery({ queryKey: ['session'], queryFn: () => api.session({}) })
  const workspaces = useQuery({ queryKey: ['workspaces'], queryFn: () => api.workspaces({}) })
  const [creating, setCreating] = useState(false)
  const signedOut = isSignedOut(session.error)
  useEffect(() => {
    if (signedOut) router.replace('/sign-in')
  }, [signedOut, router])
  if (session.data === undefined && (session.isPending || signedOut)) return <Loading />
  return (
    <div className="min-h-dvh">
      <TopBar name={session.data?.user.name ?? ''} />
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
          <EmptyState icon={<Logo size={40} />} title="No workspace yet">
            Make one with a login in a few seconds, or bring in a folder of XanoScript files.
            <Button className="mx-auto mt-4" onClick={() => setCreating(true)}>
              Make the first one
            </Button>
          </EmptyState>
        )}
        <ul className="grid gap-6">
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
