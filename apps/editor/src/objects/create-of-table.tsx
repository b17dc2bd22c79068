'use client'
import { Dialog, Field, Select } from '@cairn/ui'
import { useState } from 'react'
import { textOf } from '../form-text.ts'
import { SentForm } from '../sent-form.tsx'
import { useTables } from './create-endpoint/use-tables.ts'
import { newObjectText } from './new-object-text.ts'
import { useCreateObject } from './use-create-object.ts'

const KINDS = {
  addon: {
    title: 'Add addon',
    lead: 'It fetches a row of a table by its id, for every row of a query.',
    publish: true,
  },
  // Published it would run at once, with an empty stack: better when it is filled.
  table_trigger: { title: 'Add trigger', lead: 'It runs when rows of a table change.', publish: false },
} as const

export interface CreateOfTableProps {
  workspace: number
  kind: keyof typeof KINDS
  onClose: () => void
}

/** Asks for the name and the table of what belongs to one, makes it and opens it. */
export const CreateOfTable = ({ workspace, kind, onClose }: CreateOfTableProps) => {
  const tables = useTables(workspace)
  const [chosen, setChosen] = useState<string | null>(null)
  const create = useCreateObject(workspace, onClose)
  const { title, lead, publish } = KINDS[kind]
  const table = chosen ?? tables[0]?.name ?? null
  return (
    <Dialog open onOpenChange={onClose} title={title} lead={lead}>
      {table === null ? (
        <p className="text-muted">There is no table yet. Add one under Database first.</p>
      ) : (
        <SentForm
          sending={create}
          read={(form) => {
            const name = textOf(form, 'name').trim()
            return { source: newObjectText({ kind, name, table }), publish }
          }}
          action="Create"
          button="end"
        >
          <Field label="Name" name="name" required autoFocus maxLength={200} autoComplete="off" />
          <Select
            label="Table"
            value={table}
            options={tables.map(({ name }) => ({ value: name, label: name }))}
            onChange={setChosen}
          />
        </SentForm>
      )}
    </Dialog>
  )
}
