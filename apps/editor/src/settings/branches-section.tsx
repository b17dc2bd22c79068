'use client'
import { Alert, Badge, Button, Card, Dialog, Field, Select } from '@cairn/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { api, explain } from '../api.ts'
import { textOf } from '../form-text.ts'
import { QueryView } from '../query-view.tsx'
import { dayOf } from '../shown-time.ts'
import { Line, Section } from './section.tsx'

/** The branches of a workspace; a developer makes one more. */
export const BranchesSection = ({ workspace, mayEdit }: { workspace: number; mayEdit: boolean }) => {
  const branches = useQuery({
    queryKey: ['branches', workspace],
    queryFn: async () => (await api.branches({ workspace })).branches,
  })
  const [making, setMaking] = useState(false)
  return (
    <Section
      title="Branches"
      lead="Each is a copy of all stacks. All share the tables of the live one, which answers where a URL names none."
      action={
        mayEdit && (
          <Button size="sm" disabled={branches.data === undefined} onClick={() => setMaking(true)}>
            <Plus size={16} aria-hidden /> Branch
          </Button>
        )
      }
    >
      <QueryView query={branches}>
        {(found) => (
          <Card>
            <ul>
              {found.map(({ name, live, createdAt }) => (
                <Line
                  key={name}
                  title={
                    <>
                      {name} {live && <Badge>Live</Badge>}
                    </>
                  }
                  detail={live ? `Made ${dayOf(createdAt)}` : `Made ${dayOf(createdAt)} · /api:…:${name}/…`}
                />
              ))}
            </ul>
          </Card>
        )}
      </QueryView>
      {making && (
        <BranchDialog
          workspace={workspace}
          branches={(branches.data ?? []).toSorted((a, b) => Number(b.live) - Number(a.live)).map(({ name }) => name)}
          onClose={() => setMaking(false)}
        />
      )}
    </Section>
  )
}

interface BranchDialogProps {
  workspace: number
  /** Names, the live one first. */
  branches: readonly string[]
  onClose: () => void
}

const BranchDialog = ({ workspace, branches, onClose }: BranchDialogProps) => {
  const queries = useQueryClient()
  const [from, setFrom] = useState(branches[0] ?? '')
  const create = useMutation({
    mutationFn: (name: string) => api.createBranch({ workspace, name, from }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['branches', workspace] })
      onClose()
    },
  })
  return (
    <Dialog open onOpenChange={onClose} title="New branch" lead="A copy to try changes in, with an address of its own.">
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          create.mutate(textOf(new FormData(event.currentTarget), 'name').trim())
        }}
      >
        {create.error !== null && <Alert>{explain(create.error)}</Alert>}
        <Field label="Name" name="name" required autoFocus maxLength={64} autoComplete="off" spellCheck={false} />
        <Select
          label="Copy of"
          value={from}
          options={branches.map((name) => ({ value: name, label: name }))}
          onChange={setFrom}
        />
        <Button type="submit" busy={create.isPending} className="justify-self-end">
          Create branch
        </Button>
      </form>
    </Dialog>
  )
}
