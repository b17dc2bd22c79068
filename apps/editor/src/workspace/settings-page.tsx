'use client'
import { Badge, Card } from '@cairn/ui'
import { PageFrame } from './page-frame.tsx'
import { useWorkspace } from './use-workspace.ts'

/** What holds for the whole workspace. */
export const SettingsPage = () => {
  const { workspace } = useWorkspace()
  const facts = [
    ['Name', workspace?.name ?? ''],
    ['Description', workspace?.description || 'None'],
    ['Live branch', workspace?.liveBranch ?? ''],
  ] as const
  return (
    <PageFrame title="Settings" lead="What holds for the whole workspace.">
      <div className="grid gap-8">
        <Card>
          <dl>
            {facts.map(([label, value]) => (
              <div key={label} className="flex gap-4 border-t border-line px-4 py-3 first:border-t-0">
                <dt className="w-40 shrink-0 text-muted">{label}</dt>
                <dd className="min-w-0 flex-1">{value}</dd>
              </div>
            ))}
          </dl>
        </Card>
        <section aria-labelledby="groups">
          <h2 id="groups" className="mb-2 font-semibold">
            API groups
          </h2>
          <Card>
            {(workspace?.groups ?? []).map((group) => (
              <div key={group.name} className="flex items-center gap-3 border-t border-line px-4 py-3 first:border-t-0">
                <span className="w-28 shrink-0 truncate font-medium sm:w-40">{group.name}</span>
                <code className="min-w-0 flex-1 truncate font-mono text-xs text-muted">/api:{group.canonical}</code>
                <Badge>
                  {group.endpoints} {group.endpoints === 1 ? 'endpoint' : 'endpoints'}
                </Badge>
              </div>
            ))}
          </Card>
        </section>
      </div>
    </PageFrame>
  )
}
