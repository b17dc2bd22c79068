'use client'
import { Alert, Button, Dialog, DialogActions, Field } from '@cairn/ui'
import { useState, type ReactNode } from 'react'
import type { Problem } from '../engine/problems.ts'
import { Changes } from './changes.tsx'

export interface PublishDialogProps {
  before: string
  after: string
  problems: readonly Problem[]
  /** What the server said when it refused. */
  refused: readonly string[]
  busy: boolean
  /** Who gets it. */
  reach: string
  /** What else publishing does, below the difference. */
  consequences?: ReactNode
  /** Whether that is known and may be done. */
  ready?: boolean
  onPublish: (note: string) => void
  onProblem: (problem: Problem) => void
  onClose: () => void
}

/** Shows what will change for callers, and makes it live. With errors it says which, and does nothing. */
export const PublishDialog = ({ before, after, problems, refused, busy, ...rest }: PublishDialogProps) => {
  const { reach, consequences, ready = true, ...on } = rest
  const [note, setNote] = useState('')
  const errors = problems.filter(({ severity }) => severity === 'error')
  return (
    <Dialog open onOpenChange={on.onClose} title="Publish" lead={reach} wide>
      <form
        className="grid grid-cols-1 gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          on.onPublish(note)
        }}
      >
        {refused.map((message) => (
          <Alert key={message}>{message}</Alert>
        ))}
        {errors.length > 0 && (
          <div role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-sm text-danger">
            <p className="font-medium">It can not be published yet:</p>
            <ul className="mt-1 grid gap-0.5">
              {errors.map((problem) => (
                <li key={`${problem.address}${problem.message}`}>
                  <button
                    type="button"
                    className="cursor-pointer text-left underline-offset-4 hover:underline"
                    onClick={() => on.onProblem(problem)}
                  >
                    {problem.message}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )}
        {before === after ? (
          <p className="rounded-md bg-sunken px-3 py-6 text-center text-sm text-muted">
            Nothing differs from what is published.
          </p>
        ) : (
          <Changes before={before} after={after} />
        )}
        {consequences}
        <Field
          label="What changes"
          value={note}
          onChange={(event) => setNote(event.target.value)}
          maxLength={500}
          autoFocus
          hint="Shown in the history. May stay empty."
        />
        <DialogActions>
          <Button look="outline" onClick={on.onClose}>
            Cancel
          </Button>
          <Button type="submit" busy={busy} disabled={errors.length > 0 || !ready}>
            Publish
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
