'use client'
import { Badge, Button, Card, Dialog, Field, Select } from '@cairn/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { GitMerge, Plus, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { api } from '../api.ts'
import { textOf } from '../form-text.ts'
import { QueryView } from '../query-view.tsx'
import { SentForm } from '../sent-form.tsx'
import { dayOf } from '../shown-time.ts'
import { pagesOf } from '../workspace/addresses.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { DeleteBranchDialog } from './delete-branch-dialog.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { Line, Section } from './section.tsx'

export interface BranchesSectionProps {
  workspace: number
  mayEdit: boolean
  /** Whether another branch may be made the live one. */
  mayGoLive: boolean
}

/** The branches of a workspace: one more is made of any, merged into the live one, made live itself, or deleted. */
export const BranchesSection = ({ workspace, mayEdit, mayGoLive }: BranchesSectionProps) => {
  const queries = useQueryClient()
  const branches = useQuery({
    queryKey: ['branches', workspace],
    queryFn: async () => (await api.branches({ workspace })).branches,
  })
  const [making, setMaking] = useState(false)
  const [merging, setMerging] = useState<string | null>(null)
  const [going, setGoing] = useState<string | null>(null)
  const [deleting, setDeleting] = useState<string | null>(null)
  const goLive = useMutation({
    mutationFn: (name: string) => api.setLiveBranch({ workspace, name }),
    onSuccess: async () => {
      await queries.invalidateQueries()
      setGoing(null)
    },
  })
  const live = branches.data?.find((branch) => branch.live)?.name ?? ''
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
              {found.map(({ name, live: isLive, createdAt }) => (
                <Line
                  key={name}
                  title={
                    <>
                      {name} {isLive && <Badge>Live</Badge>}
                    </>
                  }
                  detail={isLive ? `Made ${dayOf(createdAt)}` : `Made ${dayOf(createdAt)} · /api:…:${name}/…`}
                >
                  <Link
                    href={pagesOf(workspace, isLive ? undefined : name).overview()}
                    aria-label={`Open ${name}`}
                    className="inline-flex h-8 items-center rounded-md px-2.5 text-sm font-medium text-muted hover:bg-sunken hover:text-ink"
                  >
                    Open
                  </Link>
                  {!isLive && mayEdit && (
                    <Button look="outline" size="sm" aria-label={`Merge ${name}`} onClick={() => setMerging(name)}>
                      <GitMerge size={14} aria-hidden /> Merge
                    </Button>
                  )}
                  {!isLive && mayGoLive && (
                    <Button
                      look="outline"
                      size="sm"
                      aria-label={`Make ${name} live`}
                      onClick={() => {
                        goLive.reset()
                        setGoing(name)
                      }}
                    >
                      Make live
                    </Button>
                  )}
                  {!isLive && mayEdit && (
                    <Button look="quiet" size="sm" icon aria-label={`Delete ${name}`} onClick={() => setDeleting(name)}>
                      <Trash2 size={16} aria-hidden />
                    </Button>
                  )}
                </Line>
              ))}
            </ul>
          </Card>
        )}
      </QueryView>
      {merging !== null && (
        <MergeDialog workspace={workspace} from={merging} live={live} onClose={() => setMerging(null)} />
      )}
      {going !== null && (
        <ConfirmDialog
          title={`Make ${going} live?`}
          lead={`From then on it answers every URL that names no branch, and its tasks run. ${live} stays at /api:…:${live}/…, so you can go back.`}
          action="Make live"
          look="primary"
          busy={goLive.isPending}
          error={goLive.error}
          onConfirm={() => goLive.mutate(going)}
          onClose={() => setGoing(null)}
        />
      )}
      {deleting !== null && (
        <DeleteBranchDialog workspace={workspace} name={deleting} live={live} onClose={() => setDeleting(null)} />
      )}
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
      await Promise.all(
        [['branches', workspace], ['workspaces']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      )
      onClose()
    },
  })
  return (
    <Dialog open onOpenChange={onClose} title="New branch" lead="A copy to try changes in, with an address of its own.">
      <SentForm sending={create} read={(form) => textOf(form, 'name').trim()} action="Create branch" button="end">
        <Field label="Name" name="name" required autoFocus maxLength={64} autoComplete="off" spellCheck={false} />
        <Select
          label="Copy of"
          value={from}
          options={branches.map((name) => ({ value: name, label: name }))}
          onChange={setFrom}
        />
      </SentForm>
    </Dialog>
  )
}
