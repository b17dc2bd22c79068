'use client'
import { Alert, Button, DialogActions } from '@cairn/ui'
import type { ReactNode } from 'react'
import { explain } from '../../api.ts'
import { GroupSelect } from './group-select.tsx'
import { useCreateEndpoints, type EndpointTemplate } from './use-create-endpoints.ts'

export interface TemplateFormProps {
  workspace: number
  group: string
  onGroup: (group: string) => void
  /** What is made; null where something is still missing. */
  template: EndpointTemplate | null
  onClose: () => void
  children: ReactNode
}

/** The form around a choice of ready-made endpoints; then what was made, where some were there before. */
export const TemplateForm = ({ workspace, group, onGroup, template, onClose, children }: TemplateFormProps) => {
  const create = useCreateEndpoints(workspace)
  const made = create.data
  if (made !== undefined) {
    return (
      <div className="grid grid-cols-1 gap-4" role="status">
        <p>
          {made.created.length} made
          {made.created.some(({ published }) => !published) && ', some of them as drafts with problems'}.
        </p>
        <p className="text-muted">There before, and left as they are: {made.kept.join(', ')}.</p>
        <DialogActions>
          <Button onClick={onClose}>Done</Button>
        </DialogActions>
      </div>
    )
  }
  return (
    <form
      className="grid grid-cols-1 gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (template === null) return
        create.mutate({ group, template }, { onSuccess: ({ kept }) => kept.length === 0 && onClose() })
      }}
    >
      {create.error !== null && <Alert>{explain(create.error)}</Alert>}
      <GroupSelect workspace={workspace} value={group} onChange={onGroup} />
      {children}
      <DialogActions>
        <Button type="submit" busy={create.isPending} disabled={template === null}>
          {template === null || template.endpoints.length === 1
            ? 'Add endpoint'
            : `Add ${template.endpoints.length} endpoints`}
        </Button>
      </DialogActions>
    </form>
  )
}
