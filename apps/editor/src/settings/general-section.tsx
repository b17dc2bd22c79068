import { Badge, Card } from '@cairn/ui'
import type { WorkspaceSummary } from '../workspace/navigation.tsx'
import { Section } from './section.tsx'

/** What a workspace is called and where it answers. */
export const GeneralSection = ({ workspace }: { workspace: WorkspaceSummary }) => {
  const facts = [
    ['Name', workspace.name],
    ['Description', workspace.description || 'None'],
    ['Live branch', workspace.liveBranch],
  ] as const
  return (
    <>
      <Section title="Workspace" lead="What it is called and which branch answers.">
        <Card>
          <dl>
            {facts.map(([label, value]) => (
              <div key={label} className="flex gap-4 border-t border-line px-4 py-3 first:border-t-0">
                <dt className="w-28 shrink-0 text-muted sm:w-40">{label}</dt>
                <dd className="min-w-0 flex-1 wrap-anywhere">{value}</dd>
              </div>
            ))}
          </dl>
        </Card>
      </Section>
      <Section title="API groups" lead="The paths that endpoints are served below.">
        <Card>
          {workspace.groups.length === 0 && (
            <p className="px-4 py-6 text-center text-sm text-muted">No API group yet.</p>
          )}
          {workspace.groups.map((group) => (
            <div key={group.name} className="flex items-center gap-3 border-t border-line px-4 py-3 first:border-t-0">
              <span className="w-28 shrink-0 truncate font-medium sm:w-40">{group.name}</span>
              <code className="min-w-0 flex-1 truncate font-mono text-xs text-muted">/api:{group.canonical}</code>
              <Badge>
                {group.endpoints} {group.endpoints === 1 ? 'endpoint' : 'endpoints'}
              </Badge>
            </div>
          ))}
        </Card>
      </Section>
    </>
  )
}
