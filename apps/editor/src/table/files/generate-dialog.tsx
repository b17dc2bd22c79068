'use client'
import { Button, Dialog, Field } from '@cairn/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { SentForm } from '../../sent-form.tsx'
import type { TablePlace } from '../grid/use-row-window.ts'

export interface GenerateDialogProps {
  place: TablePlace
  onDone: () => void
  onClose: () => void
}

/** Adds rows made up by the names and types of the columns. */
export const GenerateDialog = ({ place, onDone, onClose }: GenerateDialogProps) => {
  const [count, setCount] = useState('100')
  const [seed, setSeed] = useState('1')
  const generate = useMutation({
    mutationFn: () => api.generateRows({ ...place, count: Number(count), seed: Number(seed) }),
    onSuccess: () => {
      onDone()
      onClose()
    },
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Test data"
      lead="Rows made up by the names and types of the columns. References point to rows that are there."
    >
      <SentForm
        sending={generate}
        read={() => undefined}
        action="Add rows"
        button="end"
        beside={
          <Button look="outline" onClick={onClose}>
            Cancel
          </Button>
        }
      >
        <div className="grid grid-cols-2 items-start gap-3">
          <Field
            label="Rows"
            type="number"
            min={1}
            max={10_000}
            required
            value={count}
            onChange={(event) => setCount(event.target.value)}
            hint="At most 10,000"
          />
          <Field
            label="Seed"
            type="number"
            min={0}
            max={2_147_483_647}
            required
            value={seed}
            onChange={(event) => setSeed(event.target.value)}
            hint="The same seed, the same values"
          />
        </div>
      </SentForm>
    </Dialog>
  )
}
