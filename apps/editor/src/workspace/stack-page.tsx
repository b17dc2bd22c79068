'use client'
import { Alert, Button, EmptyState } from '@cairn/ui'
import { useQuery } from '@tanstack/react-query'
import { explain } from '../api.ts'
import { StackEditor } from '../designer/stack-editor.tsx'
import { readKept } from '../designer/saving/keep.ts'
import { Waiting } from '../designer/waiting.tsx'
import { useDefinitions } from '../definitions/use-definitions.ts'
import { gateway } from './gateway.ts'
import { useNumber, useWorkspace } from './use-workspace.ts'

/** The designer of one object. */
export const StackPage = () => {
  const { id } = useWorkspace()
  const object = useNumber('object')
  const catalogue = useDefinitions()
  const opened = useQuery({
    queryKey: ['opened', id, object],
    queryFn: async () => {
      const source = await gateway.object(id, object ?? 0)
      return { source, kept: await readKept(`${id}/${object}`) }
    },
    enabled: object !== null,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
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
