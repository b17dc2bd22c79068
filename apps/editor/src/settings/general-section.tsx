'use client'
import { Badge, Card, Field } from '@cairn/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api.ts'
import { textOf } from '../form-text.ts'
import { SentForm } from '../sent-form.tsx'
import type { WorkspaceSummary } from '../workspace/navigation.tsx'
import { DeleteWorkspace } from './delete-workspace.tsx'
import { PublishingSection } from './publishing-section.tsx'
import { mayAs, type Role } from './roles.ts'
import { Section } from './section.tsx'

/** What a workspace is called and where it answers; its end. */
export const GeneralSection = ({ workspace, role }: { workspace: WorkspaceSummary; role: Role | null }) => (
  <>
    <Section title="Workspace" lead="What it is called. Its public URLs do not change with its name.">
      <Card>
        {mayAs(role, 'admin') ? <DescriptionForm workspace={workspace} /> : <Description workspace={workspace} />}
      </Card>
    </Section>
    <Section title="API groups" lead="The paths that endpoints are served below.">
      <Card>
        {workspace.groups.length === 0 && <p className="px-4 py-6 text-center text-sm text-muted">No API group yet.</p>}
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
    <PublishingSection workspace={workspace.id} mayChange={mayAs(role, 'admin')} />
    {mayAs(role, 'owner') && <DeleteWorkspace workspace={workspace} />}
  </>
)

const Description = ({ workspace }: { workspace: WorkspaceSummary }) => {
  const facts = [
    ['Name', workspace.name],
    ['Description', workspace.description || 'None'],
  ] as const
  return (
    <dl>
      {facts.map(([label, value]) => (
        <div key={label} className="flex gap-4 border-t border-line px-4 py-3 first:border-t-0">
          <dt className="w-28 shrink-0 text-muted sm:w-40">{label}</dt>
          <dd className="min-w-0 flex-1 wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const DescriptionForm = ({ workspace }: { workspace: WorkspaceSummary }) => {
  const queries = useQueryClient()
  const [changed, setChanged] = useState(false)
  const save = useMutation({
    mutationFn: (words: { name: string; description: string }) =>
      api.describeWorkspace({ workspace: workspace.id, ...words }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['workspaces'] })
      setChanged(false)
    },
  })
  return (
    <SentForm
      sending={save}
      read={(form) => ({ name: textOf(form, 'name').trim(), description: textOf(form, 'description').trim() })}
      action="Save"
      button="start"
      disabled={!changed}
      beside={
        save.isSuccess &&
        !changed && (
          <span role="status" className="text-sm text-muted">
            Saved
          </span>
        )
      }
      onChange={() => setChanged(true)}
      className="max-w-lg p-4"
    >
      <Field label="Name" name="name" required maxLength={100} autoComplete="off" defaultValue={workspace.name} />
      <Field
        label="Description"
        name="description"
        maxLength={500}
        autoComplete="off"
        defaultValue={workspace.description}
      />
    </SentForm>
  )
}
