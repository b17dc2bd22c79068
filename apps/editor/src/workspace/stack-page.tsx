'use client'
import { Alert, Button, EmptyState } from '@cairn/ui'
import { explain } from '../api.ts'
import { StackEditor } from '../designer/stack-editor.tsx'
import { Waiting } from '../designer/waiting.tsx'
import { loadDefinitions, useDefinitions } from '../definitions/use-definitions.ts'
import { useOpened } from './use-opened.ts'
import { useNumber, useWorkspace } from './use-workspace.ts'

// Whoever reads this file opens a stack: what statements are is fetched while the page is still being put together.
if (typeof window !== 'undefined') loadDefinitions().catch(() => undefined)

/** The designer of one object. */
export const StackPage = () => {
  const { id } = useWorkspace()
  const object = useNumber('object')
  const catalogue = useDefinitions()
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
  if (opened.data === undefined || catalogue === null) {
    return (
      <>
        <h1 className="sr-only">Loading the stack</h1>
        <Waiting />
      </>
    )
  }
  return <StackEditor key={object} workspace={id} catalogue={catalogue} {...opened.data} />
}
