'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { api } from '../api.ts'
import { ObjectMark } from '../objects/object-mark.tsx'
import { QueryView } from '../query-view.tsx'
import { pagesOf } from '../workspace/addresses.ts'
import { gateway } from '../workspace/gateway.ts'
import { useBranch } from '../workspace/use-workspace.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { lostWork, type LostObject } from './lost-work.ts'

export interface DeleteBranchProps {
  workspace: number
  /** The branch that goes, and the live one. */
  name: string
  live: string
  onClose: () => void
}

/** Says what goes with a branch, and takes it away. Who stands in it is led to the live one. */
export const DeleteBranchDialog = ({ workspace, name, live, onClose }: DeleteBranchProps) => {
  const queries = useQueryClient()
  const router = useRouter()
  const branch = useBranch()
  const going = useQuery({
    queryKey: ['lost work', workspace, name],
    queryFn: async () => {
      const merge = api.mergeBranch({ workspace, from: name, choices: {}, apply: false })
      const [objects, { objects: unmerged }] = await Promise.all([gateway.objects(workspace, name), merge])
      return lostWork(objects, unmerged)
    },
    staleTime: 0,
    gcTime: 0,
  })
  const remove = useMutation({
    mutationFn: () => api.deleteBranch({ workspace, name }),
    onSuccess: async () => {
      if (branch === name) router.replace(pagesOf(workspace).settings('branches'))
      await Promise.all(
        [['branches', workspace], ['workspaces']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      )
      onClose()
    },
  })
  return (
    <ConfirmDialog
      title={`Delete ${name}?`}
      lead={`/api:…:${name}/… stops answering at once. This can not be taken back.`}
      action="Delete branch"
      busy={remove.isPending}
      disabled={going.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <QueryView query={going}>
        {({ objects, lost }) => (
          <>
            <p className="text-sm">
              {objects === 1 ? 'Its one object goes' : `Its ${objects} objects go`} with all versions.{' '}
              {lost.length === 0
                ? `Every change is on ${live} too, and there is no draft.`
                : `What ${live} does not have is lost:`}
            </p>
            {lost.length > 0 && <LostList lost={lost} />}
            <p className="text-sm text-muted">
              Tables and rows stay, since all branches share them; so does the history of requests.
            </p>
          </>
        )}
      </QueryView>
    </ConfirmDialog>
  )
}

const LostList = ({ lost }: { lost: readonly LostObject[] }) => (
  <ul aria-label="What is lost" tabIndex={0} className="max-h-60 overflow-auto rounded-md border border-line text-sm">
    {lost.map(({ key, kind, verb, name, why }) => (
      <li key={key} className="flex min-h-10 items-center gap-3 border-t border-line px-3 py-1 first:border-t-0">
        <ObjectMark kind={kind} verb={verb} tight={verb === null} />
        <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
        <span className="shrink-0 text-warning">{why}</span>
      </li>
    ))}
  </ul>
)
