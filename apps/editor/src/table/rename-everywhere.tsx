'use client'
import type { Contract, InputOf } from '@cairn/contract'
import { Alert, Badge, Button, Dialog, DialogActions } from '@cairn/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { api, explain } from '../api.ts'
import { QueryView } from '../query-view.tsx'
import { Waiting } from '../designer/waiting.tsx'
import { ObjectMark } from '../objects/object-mark.tsx'
import { useWorkspace } from '../workspace/use-workspace.ts'

const DiffView = dynamic(() => import('../designer/code/diff-view.tsx'), { ssr: false, loading: () => <Waiting /> })

export interface RenameEverywhereProps {
  renaming: InputOf<Contract['previewRename']>
  /** It is renamed everywhere. */
  onDone: () => void
  /** It is to be renamed in the table alone. */
  onLeave: () => void
  onClose: () => void
}

/** Where a table or a column that is called otherwise is named, and renaming it there too. */
export const RenameEverywhere = ({ renaming, onDone, onLeave, onClose }: RenameEverywhereProps) => {
  const queries = useQueryClient()
  const liveBranch = useWorkspace().workspace?.liveBranch
  const preview = useQuery({
    queryKey: ['renaming', renaming],
    queryFn: async () => (await api.previewRename(renaming)).changes,
    staleTime: 0,
    gcTime: 0,
  })
  const changes = preview.data ?? []
  const rename = useMutation({
    mutationFn: () =>
      api.rename({
        ...renaming,
        editions: Object.fromEntries(changes.map(({ object, edition }) => [object, edition])),
      }),
    onSuccess: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['objects', renaming.workspace] }),
        queries.invalidateQueries({ queryKey: ['source', renaming.workspace] }),
      ])
      onDone()
    },
    onError: () => preview.refetch(),
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Rename ${renaming.from} to ${renaming.to}`}
      lead="What names it becomes a draft, to be published with the table."
      wide
    >
      <div className="grid grid-cols-1 gap-4">
        {rename.error !== null && <Alert>{explain(rename.error)}</Alert>}
        <QueryView query={preview}>
          {(found) =>
            found.length === 0 ? (
              <p className="rounded-md bg-sunken px-3 py-6 text-center text-sm text-muted">
                Nothing names <code className="font-mono">{renaming.from}</code>.
              </p>
            ) : (
              <ul className="grid gap-1" aria-label="Where it is named">
                {found.map(({ object, branch, kind, name, places, before, after }) => (
                  <li key={object}>
                    <details className="rounded-md border border-line">
                      <summary className="flex cursor-pointer items-center gap-2 px-3 py-2 text-sm">
                        <ObjectMark kind={kind} verb={null} />
                        <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
                        {branch !== liveBranch && <Badge>{branch}</Badge>}
                        <span className="text-muted tabular-nums">
                          {places} {places === 1 ? 'place' : 'places'}
                        </span>
                      </summary>
                      <div className="border-t border-line">
                        <DiffView before={before} after={after} />
                      </div>
                    </details>
                  </li>
                ))}
              </ul>
            )
          }
        </QueryView>
        <DialogActions>
          <Button look="outline" onClick={onLeave}>
            Only in the table
          </Button>
          {changes.length > 0 && (
            <Button busy={rename.isPending} onClick={() => rename.mutate()}>
              Rename in {changes.length} {changes.length === 1 ? 'object' : 'objects'}
            </Button>
          )}
        </DialogActions>
      </div>
    </Dialog>
  )
}
