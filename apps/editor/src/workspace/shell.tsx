'use client'
import { ApiError } from '@cairn/contract'
import { Alert, Button, EmptyState, Logo, Skeleton } from '@cairn/ui'
import { Menu as MenuIcon } from 'lucide-react'
import Link from 'next/link'
import { usePathname, useRouter } from 'next/navigation'
import { Suspense, useEffect, useState, type ReactNode } from 'react'
import { explain } from '../api.ts'
import { Palette } from '../palette/palette.tsx'
import { TourCard } from '../tour/tour-card.tsx'
import { TourOffer } from '../tour/tour-offer.tsx'
import { useTour } from '../tour/use-tour.ts'
import { pagesOf } from './addresses.ts'
import { BranchStrip } from './branch-strip.tsx'
import { Navigation, type WorkspaceSummary } from './navigation.tsx'
import { useWorkspace } from './use-workspace.ts'

/** The frame of every page of a workspace: navigation at the left, the page beside it. */
export const WorkspaceShell = ({ children }: { children: ReactNode }) => (
  <Suspense fallback={<Waiting />}>
    <Frame>{children}</Frame>
  </Suspense>
)

const Frame = ({ children }: { children: ReactNode }) => {
  const router = useRouter()
  const path = usePathname()
  const { workspace, branch, isLive, error, pending } = useWorkspace()
  const [open, setOpen] = useState(false)
  const tour = useTour()
  const signedOut = error instanceof ApiError && error.status === 401
  useEffect(() => {
    if (signedOut) router.replace('/sign-in')
  }, [signedOut, router])
  useEffect(() => setOpen(false), [path, branch])
  if (pending || signedOut) return <Waiting />
  if (error !== null) return <Trouble>{explain(error)}</Trouble>
  if (workspace === null) return <Missing />
  if (branch !== undefined && !workspace.branches.includes(branch))
    return <MissingBranch workspace={workspace} branch={branch} />
  return (
    <div className="flex h-dvh min-w-0">
      <Navigation workspace={workspace} open={open} onClose={() => setOpen(false)}>
        {tour.offered && tour.step === null && <TourOffer onStart={() => tour.go(0)} onSkip={tour.end} />}
      </Navigation>
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="flex h-12 shrink-0 items-center gap-2 border-b border-line bg-surface px-2 md:hidden">
          <Button look="quiet" size="sm" icon aria-label="Open the navigation" onClick={() => setOpen(true)}>
            <MenuIcon size={18} aria-hidden />
          </Button>
          <span className="truncate font-semibold">{workspace.name}</span>
        </div>
        {branch !== undefined && !isLive && <BranchStrip workspace={workspace} branch={branch} />}
        <main className="flex min-h-0 min-w-0 flex-1 flex-col overflow-hidden">{children}</main>
      </div>
      <Palette workspace={workspace} />
      {tour.step !== null && <TourCard step={tour.step} go={tour.go} end={tour.end} />}
    </div>
  )
}

const Waiting = () => (
  <main className="flex h-dvh" aria-busy="true">
    <h1 className="sr-only">Loading the workspace</h1>
    <div className="hidden w-56 border-r border-line bg-surface p-3 md:block">
      <Skeleton className="mb-6 h-8" />
      <Skeleton className="h-48" />
    </div>
    <div className="flex-1 p-6">
      <Skeleton className="mb-6 h-8 w-56" />
      <Skeleton className="h-40" />
    </div>
  </main>
)

const Trouble = ({ children }: { children: ReactNode }) => (
  <main className="mx-auto grid max-w-md justify-items-start gap-3 px-4 py-24">
    <h1 className="text-xl font-semibold">The workspace can not be shown</h1>
    <Alert>{children}</Alert>
    <Button look="outline" onClick={() => window.location.reload()}>
      Try again
    </Button>
  </main>
)

const Missing = () => (
  <main className="mx-auto max-w-lg px-4 py-24">
    <h1 className="sr-only">No such workspace</h1>
    <EmptyState icon={<Logo size={40} />} title="There is no such workspace">
      It may have been deleted, or you are no member of it.{' '}
      <Link href="/" className="font-medium text-accent underline underline-offset-4">
        Your workspaces
      </Link>
    </EmptyState>
  </main>
)

const MissingBranch = ({ workspace, branch }: { workspace: WorkspaceSummary; branch: string }) => (
  <main className="mx-auto max-w-lg px-4 py-24">
    <h1 className="sr-only">No such branch</h1>
    <EmptyState icon={<Logo size={40} />} title={`${workspace.name} has no branch “${branch}”`}>
      It was deleted, or the address is mistyped.{' '}
      <Link href={pagesOf(workspace.id).overview()} className="font-medium text-accent underline underline-offset-4">
        Go to {workspace.liveBranch}, which is live
      </Link>
    </EmptyState>
  </main>
)
