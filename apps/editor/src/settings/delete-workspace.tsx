'use client'
import { Button, Card, Dialog, Field } from '@cairn/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { api } from '../api.ts'
import { SentForm } from '../sent-form.tsx'
import type { WorkspaceSummary } from '../workspace/navigation.tsx'
import { Section } from './section.tsx'

/** The end of a workspace, behind its name typed out. */
export const DeleteWorkspace = ({ workspace }: { workspace: WorkspaceSummary }) => {
  const [asking, setAsking] = useState(false)
  return (
    <Section title="Delete workspace" lead="Its public URLs stop answering at once.">
      <Card>
        <div className="flex flex-wrap items-center gap-3 p-4">
          <p className="min-w-0 flex-1 basis-60 text-sm">
            Every stack, table, row and stored file of this workspace is deleted. This can not be taken back; export it
            first if you may want it again.
          </p>
          <Button look="danger" onClick={() => setAsking(true)}>
            Delete workspace
          </Button>
        </div>
      </Card>
      {asking && <DeleteDialog workspace={workspace} onClose={() => setAsking(false)} />}
    </Section>
  )
}

const DeleteDialog = ({ workspace, onClose }: { workspace: WorkspaceSummary; onClose: () => void }) => {
  const queries = useQueryClient()
  const router = useRouter()
  const [name, setName] = useState('')
  const remove = useMutation({
    mutationFn: (typed: string) => api.deleteWorkspace({ workspace: workspace.id, name: typed }),
    onSuccess: async () => {
      router.push('/')
      await queries.invalidateQueries({ queryKey: ['workspaces'] })
    },
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Delete ${workspace.name}?`}
      lead={`With all its stacks, tables, rows and files. Type ${workspace.name} to go on.`}
    >
      <SentForm
        sending={remove}
        read={() => name}
        action="Delete for good"
        look="danger"
        button="end"
        disabled={name !== workspace.name}
        beside={
          <Button look="outline" onClick={onClose}>
            Cancel
          </Button>
        }
      >
        <Field
          label="Name of the workspace"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </SentForm>
    </Dialog>
  )
}
