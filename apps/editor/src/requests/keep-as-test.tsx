'use client'
import { Alert, Button, Dialog, Field } from '@cairn/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FlaskConical } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { api, explain } from '../api.ts'
import { usePages } from '../workspace/use-workspace.ts'
import type { Place } from './use-request.ts'

/** Writes the request into the draft of its endpoint as a test. */
export const KeepAsTest = ({ place, suggestion }: { place: Place; suggestion: string }) => {
  const [open, setOpen] = useState(false)
  const [name, setName] = useState(suggestion)
  const queries = useQueryClient()
  const pages = usePages()
  const keep = useMutation({
    mutationFn: () => api.keepAsTest({ ...place, name }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['objects'] }),
  })
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        <FlaskConical size={16} aria-hidden /> Keep as test
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Keep as test"
        lead="What the stack read and called stands in the test, so it runs anywhere."
      >
        {keep.data === undefined ? (
          <form
            className="grid gap-4"
            onSubmit={(event) => {
              event.preventDefault()
              keep.mutate()
            }}
          >
            <Field
              label="Name"
              required
              maxLength={200}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            {keep.error !== null && <Alert>{explain(keep.error)}</Alert>}
            <Button type="submit" busy={keep.isPending} className="justify-self-end">
              Keep
            </Button>
          </form>
        ) : (
          <div className="grid gap-3" aria-live="polite">
            <p>The test passes and stands in the draft of the endpoint. Publish it to keep it for everybody.</p>
            {keep.data.dropped.length > 0 && (
              <p className="text-sm text-muted">
                Not expected, since it is another each time: {keep.data.dropped.join(', ')}.
              </p>
            )}
            <Link
              href={pages.stack(keep.data.object)}
              className="w-fit font-medium text-accent underline underline-offset-4"
            >
              Open the endpoint
            </Link>
          </div>
        )}
      </Dialog>
    </>
  )
}
