'use client'
import { Alert, Button, EmptyState } from '@cairn/ui'
import { explain } from '../api.ts'
import { catalogue } from '../definitions/known-definitions.ts'
import { StackEditor } from '../designer/stack-editor.tsx'
import { Waiting } from '../designer/waiting.tsx'
import { useOpened } from './use-opened.ts'
import { useNumber, useWorkspace } from './use-workspace.ts'

/** The designer of one object. */
export const StackPage = () => {
  const { id } = useWorkspace()
  const object = useNumber('object')
  const opened = useOpened(id, object)
  if (object === null)
    return <EmptyState title="Nothing is chosen">Choose an endpoint or a function from a list.</EmptyState>
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
  if (opened.data === undefined) {
    return (
      <>
        <h1 className="sr-only">Loading the stack</h1>
        <Waiting />
      </>
    )
  }
  return <StackEditor key={object} workspace={id} catalogue={catalogue} {...opened.data} />
}
