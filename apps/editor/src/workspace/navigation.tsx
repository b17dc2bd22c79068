'use client'
import type { Contract, OutputOf } from '@cairn/contract'
import { Button, Kbd, Logo, ThemeToggle } from '@cairn/ui'
import { Search, X } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { openPalette } from '../palette/open-palette.ts'
import { BranchSelect } from './branch-select.tsx'
import { PLACES } from './places.ts'
import { usePages } from './use-workspace.ts'

export type WorkspaceSummary = OutputOf<Contract['workspaces']>['workspaces'][number]

/** Pages that are reached from the API page. */
const UNDER_API: ReadonlySet<string> = new Set(['/workspace/stack', '/workspace/docs'])

export interface NavigationProps {
  workspace: WorkspaceSummary
  /** On a narrow screen it lies over the page, and only when opened. */
  open: boolean
  onClose: () => void
  /** Above the foot. */
  children?: ReactNode
}

/** The places of a workspace. Narrow screens of desks show icons alone. */
export const Navigation = ({ workspace, open, onClose, children }: NavigationProps) => (
  <>
    {open && <div className="fixed inset-0 z-30 bg-black/40 md:hidden" onClick={onClose} aria-hidden />}
    <nav
      aria-label="Workspace"
      className={`${open ? 'fixed inset-y-0 left-0 z-40 flex w-64' : 'hidden'} shrink-0 flex-col gap-1 border-r border-line bg-surface p-2 md:static md:flex md:w-14 lg:w-56`}
    >
      <div className="flex items-center">
        <Link
          href="/"
          prefetch={false}
          className="flex h-10 min-w-0 flex-1 items-center gap-2.5 rounded-md px-2 hover:bg-sunken md:justify-center lg:justify-start"
        >
          <Logo size={22} />
          <span className={`min-w-0 truncate font-semibold tracking-tight ${open ? '' : 'md:sr-only lg:not-sr-only'}`}>
            {workspace.name}
          </span>
        </Link>
        {open && (
          <Button look="quiet" size="sm" icon aria-label="Close the navigation" onClick={onClose} className="md:hidden">
            <X size={16} aria-hidden />
          </Button>
        )}
      </div>
      <BranchSelect workspace={workspace} open={open} />
      <button
        type="button"
        onClick={openPalette}
        aria-label="Search"
        className="mb-1 flex h-9 cursor-pointer items-center gap-2.5 rounded-md border border-line px-2 text-muted hover:border-line-strong md:justify-center lg:justify-start"
      >
        <Search size={16} aria-hidden />
        <span className={`flex-1 text-left text-sm ${open ? '' : 'md:hidden lg:inline'}`}>Search</span>
        <span className={open ? '' : 'md:hidden lg:inline'}>
          <Kbd>Ctrl K</Kbd>
        </span>
      </button>
      <Places open={open} />
      <div className="mt-auto">{children}</div>
      <div className="flex md:justify-center lg:justify-start">
        <ThemeToggle />
      </div>
    </nav>
  </>
)

const Places = ({ open }: { open: boolean }) => {
  const path = usePathname()
  const pages = usePages()
  return (
    <ul className="grid gap-0.5">
      {PLACES.map(({ label, path: own, to, icon: Icon }) => {
        const here = path === own || (own === '/workspace/api' && UNDER_API.has(path))
        return (
          <li key={label}>
            <Link
              href={to(pages)}
              // All pages at once would weigh more than the one that is opened.
              prefetch={false}
              aria-current={here ? 'page' : undefined}
              title={label}
              className={`flex h-9 items-center gap-2.5 rounded-md px-2 font-medium md:justify-center lg:justify-start ${
                here ? 'bg-accent-soft text-accent' : 'text-muted hover:bg-sunken hover:text-ink'
              }`}
            >
              <Icon size={18} aria-hidden />
              <span className={open ? '' : 'md:sr-only lg:not-sr-only'}>{label}</span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
