import type { Contract, OutputOf } from '@cairn/contract'
import { Badge, Card, CopyButton } from '@cairn/ui'
import Link from 'next/link'
import { pagesOf } from './workspace/addresses.ts'

type Workspace = OutputOf<Contract['workspaces']>['workspaces'][number]

const count = (amount: number): string => `${amount} ${amount === 1 ? 'endpoint' : 'endpoints'}`

/** A workspace with the public base URL of each of its API groups. */
export const WorkspaceCard = ({ workspace }: { workspace: Workspace }) => (
  <Card>
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-5 py-4">
      <h2 className="text-lg font-semibold tracking-tight">
        <Link href={pagesOf(workspace.id).overview()} className="hover:text-accent">
          {workspace.name}
        </Link>
      </h2>
      <Badge>{workspace.liveBranch}</Badge>
      {workspace.description !== '' && <p className="w-full text-muted">{workspace.description}</p>}
    </div>
    {workspace.groups.length === 0 && <p className="border-t border-line px-5 py-4 text-muted">No API group yet.</p>}
    <ul>
      {workspace.groups.map((group) => (
        <li key={group.name} className="flex items-center gap-3 border-t border-line py-2.5 pr-3 pl-5">
          <div className="grid min-w-0 flex-1 gap-x-6 gap-y-0.5 sm:grid-cols-[minmax(0,14rem)_1fr] sm:items-center">
            <div className="flex min-w-0 items-baseline gap-2">
              <h3 className="truncate font-medium">{group.name}</h3>
              <span className="shrink-0 text-xs text-muted">{count(group.endpoints)}</span>
            </div>
            <code className="truncate font-mono text-sm text-muted">{group.url}</code>
          </div>
          <CopyButton text={group.url} label={`base URL of ${group.name}`} />
        </li>
      ))}
    </ul>
  </Card>
)
