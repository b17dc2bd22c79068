'use client'
import { GitBranch } from 'lucide-react'
import { useId } from 'react'
import type { WorkspaceSummary } from './navigation.tsx'
import { useSwitchBranch } from './use-switch-branch.ts'
import { useWorkspace } from './use-workspace.ts'

/** Which branch is looked at. A narrow navigation shows its icon alone; where there is one branch, nothing. */
export const BranchSelect = ({ workspace, open }: { workspace: WorkspaceSummary; open: boolean }) => {
  const id = useId()
  const { branch, isLive } = useWorkspace()
  const switchTo = useSwitchBranch(workspace)
  const { branches, liveBranch } = workspace
  if (branches.length < 2) return null
  const shown = branch ?? liveBranch
  return (
    <div
      title={`Branch ${shown}`}
      className={`relative mb-2 flex h-8 items-center rounded-md border text-sm font-medium focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent ${open ? '' : 'md:max-lg:justify-center'} ${
        isLive ? 'border-line text-accent hover:border-line-strong' : 'border-warning/40 bg-warning-soft text-warning'
      }`}
    >
      <label htmlFor={id} className="sr-only">
        Branch
      </label>
      <GitBranch
        size={15}
        aria-hidden
        className={`pointer-events-none absolute left-2 ${open ? '' : 'md:max-lg:static'}`}
      />
      <select
        id={id}
        value={shown}
        onChange={(event) => switchTo(event.target.value)}
        className={`h-full w-full cursor-pointer truncate rounded-md bg-transparent pr-1 pl-8 outline-none [&>option]:bg-surface [&>option]:text-ink ${open ? '' : 'md:max-lg:absolute md:max-lg:inset-0 md:max-lg:opacity-0'}`}
      >
        {[liveBranch, ...branches.filter((name) => name !== liveBranch)].map((name) => (
          <option key={name} value={name}>
            {name === liveBranch ? `${name} (live)` : name}
          </option>
        ))}
      </select>
    </div>
  )
}
