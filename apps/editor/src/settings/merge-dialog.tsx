'use client'
import { Alert, Button, Dialog, DialogActions } from '@cairn/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, explain } from '../api.ts'
import { QueryView } from '../query-view.tsx'
import { MergeLine, type MergeChoice } from './merge-line.tsx'

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
  const [choices, setChoices] = useState<Readonly<Record<string, MergeChoice>>>({})
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
      lead="What was published on the branch, or deleted, goes live at once. Tables are shared already."
      wide
    >
      <div className="grid grid-cols-1 gap-4">
        {merge.error !== null && <Alert>{explain(merge.error)}</Alert>}
        {merge.data?.applied === false && <Alert>The live branch was changed meanwhile. Look again, then merge.</Alert>}
        <QueryView query={preview}>
          {({ objects }) =>
            objects.length === 0 ? (
              <p className="rounded-md bg-sunken px-3 py-6 text-center text-sm text-muted">
                Nothing was published or deleted on {from} that {live} does not know.
              </p>
            ) : (
              <ul className="max-h-96 overflow-auto rounded-md border border-line">
                {objects.map((object) => (
                  <MergeLine
                    key={object.key}
                    object={object}
                    from={from}
                    live={live}
                    choice={choices[object.key]}
                    onChoice={(choice) => setChoices(withChoice(choices, object.key, choice))}
                  />
                ))}
              </ul>
            )
          }
        </QueryView>
        <DialogActions>
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
        </DialogActions>
      </div>
    </Dialog>
  )
}

function withChoice(
  choices: Readonly<Record<string, MergeChoice>>,
  key: string,
  choice: MergeChoice | undefined,
): Record<string, MergeChoice> {
  const { [key]: _, ...others } = choices
  return choice === undefined ? others : { ...others, [key]: choice }
}
