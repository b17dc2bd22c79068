'use client'
import { ApiError } from '@cairn/contract'
import { Alert, Button, EmptyState, Logo, Skeleton } from '@cairn/ui'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { api, explain } from './api.ts'
import { TopBar } from './top-bar.tsx'
import { WorkspaceCard } from './workspace-card.tsx'

const isSignedOut = (error: Error | null): boolean => error instanceof ApiError && error.status === 401

export const Home = () => {
  const router = useRouter()
  const session = useQuery({ queryKey: ['session'], queryFn: () => api.session({}) })
  const workspaces = useQuery({ queryKey: ['workspaces'], queryFn: () => api.workspaces({}) })
  const signedOut = isSignedOut(session.error)
  useEffect(() => {
    if (signedOut) router.replace('/sign-in')
  }, [signedOut, router])
  if (session.data === undefined && (session.isPending || signedOut)) return <Loading />
  return (
    <div className="min-h-dvh">
      <TopBar name={session.data?.user.name ?? ''} />
      <main className="mx-auto max-w-5xl px-4 py-8 sm:px-6 sm:py-12">
        <h1 className="mb-6 text-2xl font-semibold tracking-tight">Workspaces</h1>
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
            Bring in a folder of XanoScript files with{' '}
            <code className="font-mono text-ink">npm run cairn -- push FOLDER</code>.
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
