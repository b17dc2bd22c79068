'use client'
import type { Contract, OutputOf } from '@cairn/contract'
import { Alert, Button, Dialog, Select } from '@cairn/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, explain } from '../api.ts'
import { ObjectMark } from '../objects/object-mark.tsx'
import { QueryView } from '../query-view.tsx'

type MergedObject = OutputOf<Contract['mergeBranch']>['objects'][number]
type Choice = 'live' | 'branch'

const OUTCOMES: Readonly<Record<MergedObject['outcome'], string>> = {
  added: 'Added',
  updated: 'Taken over',
  merged: 'Put together',
  kept: 'Stays as it is',
  conflict: 'Both changed the same place',
}

export interface MergeDialogProps {
  workspace: number
  /** The branch whose changes are brought over, and the live one. */
  from: string
  live: string
  onClose: () => void
}

/** Tells what bringing a branch to the live one does, asks where both changed the same, and does it. */
export const MergeDialog = ({ workspace, from, live, onClose }: MergeDialogProps) => {
  const queries = useQueryClient()
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({})
  const preview = useQuery({
    queryKey: ['merge', workspace, from],
    queryFn: () => api.mergeBranch({ workspace, from, choices: {}, apply: false }),
    staleTime: 0,
    gcTime: 0,
  })
  const merge = useMutation({
    mutationFn: () => api.mergeBranch({ workspace, from, choices: { ...choices }, apply: true }),
    onSuccess: async ({ applied }) => {
      await Promise.all(
        [['objects', workspace], ['workspaces'], ['merge', workspace]].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      )
      if (applied) onClose()
    },
  })
  const open = (preview.data?.objects ?? []).filter(
    ({ outcome, key }) => outcome === 'conflict' && choices[key] === undefined,
  )
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Merge ${from} into ${live}`}
      lead="What was published on the branch goes live at once. Tables are shared already."
      wide
    >
      <div className="grid gap-4">
        {merge.error !== null && <Alert>{explain(merge.error)}</Alert>}
        {merge.data?.applied === false && <Alert>The live branch was changed meanwhile. Look again, then merge.</Alert>}
        <QueryView query={preview}>
          {({ objects }) =>
            objects.length === 0 ? (
              <p className="rounded-md bg-sunken px-3 py-6 text-center text-sm text-muted">
                Nothing was published on {from} that {live} does not have.
              </p>
            ) : (
              <ul className="max-h-96 overflow-auto rounded-md border border-line">
                {objects.map((object) => (
                  <li
                    key={object.key}
                    className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-3 py-1 first:border-t-0"
                  >
                    <ObjectMark kind={object.kind} verb={null} tight />
                    <span className="min-w-0 flex-1 basis-40 truncate font-medium">{object.name}</span>
                    <span className={`text-sm ${object.outcome === 'conflict' ? 'text-warning' : 'text-muted'}`}>
                      {OUTCOMES[object.outcome]}
                    </span>
                    {object.outcome === 'conflict' && (
                      <Select
                        bare
                        className="w-40"
                        label={`Where both changed ${object.name}`}
                        value={choices[object.key] ?? ''}
                        options={[
                          { value: '', label: 'Choose…' },
                          { value: 'live', label: `Keep ${live}’s` },
                          { value: 'branch', label: `Take ${from}’s` },
                        ]}
                        onChange={(value) => setChoices(withChoice(choices, object.key, value))}
                      />
                    )}
                  </li>
                ))}
              </ul>
            )
          }
        </QueryView>
        <div className="flex justify-end gap-2">
          <Button look="outline" onClick={onClose}>
            Cancel
          </Button>
          <Button
            busy={merge.isPending}
            disabled={preview.data === undefined || preview.data.objects.length === 0 || open.length > 0}
            onClick={() => merge.mutate()}
          >
            {open.length > 0 ? `Choose ${open.length} more` : 'Merge and publish'}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

function withChoice(choices: Readonly<Record<string, Choice>>, key: string, value: string): Record<string, Choice> {
  const { [key]: _, ...others } = choices
  return value === 'live' || value === 'branch' ? { ...others, [key]: value } : others
}
