'use client'
import { Alert, Button, CopyButton } from '@cairn/ui'
import { BookOpen, Plus, ShieldCheck, SlidersHorizontal } from 'lucide-react'
import Link from 'next/link'
import { explain } from '../api.ts'
import { ObjectList } from '../objects/object-list.tsx'
import type { AuthLock } from '../objects/object-row.tsx'
import { useObjects } from '../objects/use-objects.ts'
import { useSwitchAuth } from '../objects/use-switch-auth.ts'
import type { ObjectEntry } from '../workspace/gateway.ts'
import type { WorkspaceSummary } from '../workspace/navigation.tsx'
import { usePages } from '../workspace/use-workspace.ts'
import { TrafficMark } from './traffic-mark.tsx'
import { useTraffic } from './use-traffic.ts'

export interface GroupSectionProps {
  workspace: number
  group: WorkspaceSummary['groups'][number]
  onAdd: () => void
  /** Shows who gets in where. */
  onAccess: () => void
  /** Null until the group is known as an object. */
  onSettings: (() => void) | null
}

/** One API group: its base URL, what may be done with it, and its endpoints. */
export const GroupSection = ({ workspace, group, onAdd, onAccess, onSettings }: GroupSectionProps) => {
  const objects = useObjects(workspace).data ?? []
  const pages = usePages()
  const trafficOf = useTraffic(workspace)
  const switchAuth = useSwitchAuth(workspace)
  const authTable = objects.find(({ kind, auth }) => kind === 'table' && auth !== null)?.name
  const onTurn = (object: ObjectEntry) => {
    if (object.auth !== null) switchAuth.mutate({ object, auth: null })
    else if (authTable !== undefined) switchAuth.mutate({ object, auth: authTable })
  }
  return (
    <section aria-label={group.name}>
      <div className="mb-2 flex flex-wrap items-center gap-x-3">
        <h2 className="text-lg font-semibold tracking-tight">{group.name}</h2>
        <span className="flex min-w-0 items-center text-muted">
          <code className="truncate font-mono text-xs">{group.url}</code>
          <CopyButton size="sm" text={group.url} label={`base URL of ${group.name}`} />
        </span>
        <div className="ml-auto flex flex-wrap items-center gap-1">
          <Link
            href={pages.docs(group.name)}
            className="inline-flex h-8 items-center gap-1.5 rounded-md px-2.5 text-sm font-medium text-muted hover:bg-sunken hover:text-ink"
          >
            <BookOpen size={16} aria-hidden /> <span className="max-sm:sr-only">Documentation</span>
          </Link>
          <Button look="quiet" size="sm" onClick={onAccess}>
            <ShieldCheck size={16} aria-hidden /> <span className="max-sm:sr-only">Access</span>
          </Button>
          {onSettings !== null && (
            <Button
              look="quiet"
              size="sm"
              icon
              aria-label={`Settings of ${group.name}`}
              title="Settings"
              onClick={onSettings}
            >
              <SlidersHorizontal size={16} aria-hidden />
            </Button>
          )}
          <Button look="quiet" size="sm" onClick={onAdd}>
            <Plus size={16} aria-hidden /> Endpoint
          </Button>
        </div>
      </div>
      {group.description !== '' && <p className="-mt-1 mb-2 text-sm text-muted">{group.description}</p>}
      {switchAuth.error !== null && (
        <div className="mb-2">
          <Alert>{explain(switchAuth.error)}</Alert>
        </div>
      )}
      <ObjectList
        workspace={workspace}
        kinds={['query']}
        filter={(object) => object.group === group.name}
        empty={{ title: 'No endpoint yet', text: 'Add one, and assemble what it does.', onMake: onAdd }}
        lock={{ words: lockWords, onTurn }}
        mark={(object) => {
          const traffic = trafficOf(object)
          return traffic === null ? null : <TrafficMark {...traffic} />
        }}
      />
    </section>
  )
}

const lockWords: AuthLock['words'] = (auth) =>
  auth === null
    ? { label: 'Open', title: 'Open to everyone. Click to ask for a token.' }
    : { label: auth, title: `Needs a token of ${auth}. Click to open it.` }
