'use client'
import { GitBranch } from 'lucide-react'
import Link from 'next/link'
import type { WorkspaceSummary } from './navigation.tsx'
import { pagesOf } from './addresses.ts'
import { usePages } from './use-workspace.ts'

/** Says on every page that what is shown is not what answers the world. */
export const BranchStrip = ({ workspace, branch }: { workspace: WorkspaceSummary; branch: string }) => {
  const pages = usePages()
  return (
    <aside
      aria-label="Branch that is not live"
      className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b border-warning/40 bg-warning-soft px-3 py-1.5 text-sm text-warning sm:px-4"
    >
      <p className="flex min-w-0 items-center gap-2">
        <GitBranch size={15} aria-hidden className="shrink-0" />
        <span className="min-w-0 wrap-anywhere">
          You are on branch <strong className="font-semibold">{branch}</strong>, not live
          <span className="max-md:hidden">
            . It answers at <code className="font-mono text-xs">/api:…:{branch}/…</code>
          </span>
        </span>
      </p>
      <p className="ml-auto flex flex-wrap gap-x-4 font-medium">
        <Link href={pages.settings('branches')} className="underline underline-offset-4">
          Merge or make it live
        </Link>
        <Link href={pagesOf(workspace.id).overview()} className="underline underline-offset-4">
          Back to {workspace.liveBranch}
        </Link>
      </p>
    </aside>
  )
}
