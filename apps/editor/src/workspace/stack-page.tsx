'use client'
import { Alert, Button, EmptyState } from '@cairn/ui'
import { useRouter, useSearchParams } from 'next/navigation'
import { useEffect } from 'react'
import { explain } from '../api.ts'
import { catalogue } from '../definitions/known-definitions.ts'
import { StackEditor } from '../designer/stack-editor.tsx'
import { Waiting } from '../designer/waiting.tsx'
import { pagesOf } from './addresses.ts'
import { useOpened } from './use-opened.ts'
import { useNumber, useWorkspace } from './use-workspace.ts'

/** The designer of one object, on the branch that it is of. */
export const StackPage = () => {
  const { id, branch, workspace } = useWorkspace()
  const object = useNumber('object')
  const opened = useOpened(id, object)
  const own = opened.data?.source.branch
  const isElsewhere = own !== undefined && workspace !== null && own !== (branch ?? workspace.liveBranch)
  const router = useRouter()
  const at = useSearchParams().get('at')
  useEffect(() => {
    if (!isElsewhere || object === null) return
    router.replace(pagesOf(id, own === workspace?.liveBranch ? undefined : own).stack(object, at))
  }, [isElsewhere, router, id, own, workspace?.liveBranch, object, at])
  if (object === null) {
    return (
      <div className="p-4 sm:p-6">
        <EmptyState title="Nothing is chosen">Choose an endpoint or a function from a list.</EmptyState>
      </div>
    )
  }
  if (opened.error !== null) {
    return (
      <div className="mx-auto grid max-w-md justify-items-start gap-3 px-4 py-24">
        <h1 className="text-xl font-semibold">It can not be opened</h1>
        <Alert>{explain(opened.error)}</Alert>
        <Button look="outline" onClick={() => void opened.refetch()}>
          Try again
        </Button>
      </div>
    )
  }
  if (opened.data === undefined || isElsewhere) {
    return (
      <>
        <h1 className="sr-only">Loading the stack</h1>
        <Waiting />
      </>
    )
  }
  return <StackEditor key={object} workspace={id} catalogue={catalogue} {...opened.data} />
}
