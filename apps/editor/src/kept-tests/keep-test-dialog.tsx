'use client'
import { Alert, Button, Dialog, DialogActions, Field } from '@cairn/ui'
import { useMutation } from '@tanstack/react-query'
import { FlaskConical } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { explain } from '../api.ts'

export interface KeepTestDialogProps<Kept> {
  /** A name for the test. */
  suggestion: string
  look?: 'outline'
  keep: (name: string) => Promise<Kept>
  /** What is said, and can be done next, when it is kept. */
  done: (kept: Kept) => ReactNode
}

/** Asks for a name and makes a test of a run. `dropped`: parts of its response that the test does not expect. */
export const KeepTestDialog = <Kept extends { dropped: readonly string[] }>(props: KeepTestDialogProps<Kept>) => {
  const { suggestion, look } = props
  const [open, setOpen] = useState(false)
  const [name, setName] = useState(suggestion)
  const keep = useMutation({ mutationFn: () => props.keep(name) })
  const change = (next: boolean) => {
    if (!next) keep.reset()
    setOpen(next)
  }
  return (
    <>
      <Button size="sm" {...(look === undefined ? {} : { look })} onClick={() => change(true)}>
        <FlaskConical size={16} aria-hidden /> Keep as test
      </Button>
      <Dialog
        open={open}
        onOpenChange={change}
        title="Keep as test"
        lead="What the stack read and called stands in the test, so it runs anywhere."
      >
        {keep.data === undefined ? (
          <form
            className="grid grid-cols-1 gap-4"
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
            <DialogActions>
              <Button type="submit" busy={keep.isPending}>
                Keep
              </Button>
            </DialogActions>
          </form>
        ) : (
          <div className="grid gap-3" aria-live="polite">
            {keep.data.dropped.length > 0 && (
              <p className="text-sm text-muted">
                Not expected, since it is another each time: {keep.data.dropped.join(', ')}.
              </p>
            )}
            {props.done(keep.data)}
          </div>
        )}
      </Dialog>
    </>
  )
}
