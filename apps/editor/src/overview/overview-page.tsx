'use client'
import { Card, CopyButton } from '@cairn/ui'
import Link from 'next/link'
import { ObjectRow } from '../objects/object-row.tsx'
import { useObjects } from '../objects/use-objects.ts'
import { QueryView } from '../query-view.tsx'
import type { Pages } from '../workspace/addresses.ts'
import { PageFrame } from '../workspace/page-frame.tsx'
import { useGroups } from '../workspace/use-groups.ts'
import { usePages, useWorkspace } from '../workspace/use-workspace.ts'
import { ProblemsSection } from './problems-section.tsx'
import { SlowestSection } from './slowest-section.tsx'
import { TrafficSection } from './traffic-section.tsx'
import { useOverview } from './use-overview.ts'

const COUNTED: readonly { kind: string; label: string; to: (pages: Pages) => string }[] = [
  { kind: 'query', label: 'Endpoints', to: (pages) => pages.api() },
  { kind: 'table', label: 'Tables', to: (pages) => pages.database() },
  { kind: 'function', label: 'Functions', to: (pages) => pages.library() },
  { kind: 'task', label: 'Tasks', to: (pages) => pages.tasks() },
]

/** A workspace at a glance: how much there is, where it is live, what waits to be published. */
export const OverviewPage = () => {
  const { id, workspace, isLive, branch } = useWorkspace()
  const pages = usePages()
  const { groups } = useGroups()
  const overview = useOverview(id)
  const objects = useObjects(id).data ?? []
  const waiting = objects.filter(({ draft, kind }) => draft && kind !== 'api_group')
  return (
    <PageFrame
      title={workspace?.name ?? 'Workspace'}
      lead={workspace?.description || 'Everything of this workspace at a glance.'}
    >
      <div className="grid grid-cols-1 gap-8">
        <ul className="grid grid-cols-2 gap-3 lg:grid-cols-4">
          {COUNTED.map(({ kind, label, to }) => (
            <li key={kind}>
              <Link
                href={to(pages)}
                className="grid rounded-lg border border-line bg-surface px-4 py-3 hover:border-line-strong"
              >
                <span className="text-2xl font-semibold tabular-nums">
                  {objects.filter((object) => object.kind === kind).length}
                </span>
                <span className="text-sm text-muted">{label}</span>
              </Link>
            </li>
          ))}
        </ul>
        <QueryView query={overview}>
          {({ hours, endpoints, problems }) => (
            <>
              <TrafficSection hours={hours} ofAll={!isLive} />
              <SlowestSection endpoints={endpoints} objects={objects} />
              <ProblemsSection problems={problems} />
            </>
          )}
        </QueryView>
        <section aria-labelledby="bases">
          <h2 id="bases" className="mb-2 font-semibold">
            Base URLs
          </h2>
          <Card>
            {(groups ?? []).map((group) => (
              <div
                key={group.name}
                className="flex items-center gap-3 border-t border-line py-1.5 pr-2 pl-4 first:border-t-0"
              >
                <Link
                  href={pages.api(group.name)}
                  className="w-28 shrink-0 sm:w-40 truncate font-medium hover:text-accent"
                >
                  {group.name}
                </Link>
                <code className="min-w-0 flex-1 truncate font-mono text-xs text-muted">{group.url}</code>
                <CopyButton size="sm" text={group.url} label={`base URL of ${group.name}`} />
              </div>
            ))}
            {groups?.length === 0 && <p className="px-4 py-6 text-center text-sm text-muted">No API group yet.</p>}
          </Card>
        </section>
        <section aria-labelledby="drafts">
          <h2 id="drafts" className="mb-2 font-semibold">
            Not published yet
          </h2>
          <Card className="overflow-hidden">
            {waiting.map((object) => (
              <ObjectRow key={object.id} object={object} />
            ))}
            {waiting.length === 0 && (
              <p className="px-4 py-6 text-center text-sm text-muted">
                {isLive ? 'Everything is live as it is drawn.' : `Everything is published on ${branch} as it is drawn.`}
              </p>
            )}
          </Card>
        </section>
      </div>
    </PageFrame>
  )
}
