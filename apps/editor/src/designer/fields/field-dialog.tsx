'use client'
import type { Field as FieldNode } from '@cairn/language'
import { Alert, Button, Dialog, DialogActions, Field, Select, Switch } from '@cairn/ui'
import { useState } from 'react'
import { useDesigner } from '../designer-context.tsx'
import { fieldNode } from '../engine/commands/fields.ts'
import { emptyForm, fieldTypes, formOf, lineOf, withUnshown, type FieldForm } from './field-line.ts'

export interface FieldDialogProps {
  title: string
  field: FieldNode | null
  onSave: (field: FieldNode) => void
  onClose: () => void
}

const REFERENCES: ReadonlySet<string> = new Set(['int', 'uuid', 'dblink'])

/** The form of an input or a column. */
export const FieldDialog = ({ title, field, onSave, onClose }: FieldDialogProps) => {
  const { surroundings } = useDesigner()
  const [form, setForm] = useState<FieldForm>(field === null ? emptyForm : formOf(field))
  const [wrong, setWrong] = useState(false)
  const set = (change: Partial<FieldForm>) => setForm({ ...form, ...change })
  const submit = () => {
    const made = fieldNode(lineOf(form))
    if (made === null || (form.type !== 'dblink' && form.name === '')) return setWrong(true)
    onSave(withUnshown(made, field))
  }
  return (
    <Dialog open onOpenChange={onClose} title={title}>
      <form
        className="grid grid-cols-1 gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {wrong && <Alert>A name is missing, or the default or the rules can not be read.</Alert>}
        <div className="grid grid-cols-[1fr_10rem] items-end gap-3">
          <Field
            label="Name"
            value={form.name}
            onChange={(event) => set({ name: event.target.value })}
            autoFocus
            autoComplete="off"
          />
          <Select
            label="Type"
            value={form.type}
            options={fieldTypes.map((value) => ({ value, label: value === 'dblink' ? 'database link' : value }))}
            onChange={(type) => set({ type })}
          />
        </div>
        {REFERENCES.has(form.type) && (
          <Select
            label={form.type === 'dblink' ? 'Table' : 'Points to'}
            value={form.table}
            options={[
              { value: '', label: 'No table' },
              ...surroundings.tables.map((value) => ({ value, label: value })),
            ]}
            onChange={(table) => set({ table })}
          />
        )}
        {form.type === 'enum' && (
          <label className="grid gap-1.5 text-sm font-medium">
            Values, one a line
            <textarea
              rows={4}
              value={form.values}
              onChange={(event) => set({ values: event.target.value })}
              className="rounded-md border border-line-strong bg-surface px-3 py-2 font-normal"
            />
          </label>
        )}
        <Field
          label="Description"
          value={form.description}
          onChange={(event) => set({ description: event.target.value })}
        />
        <div className="grid gap-3 sm:grid-cols-2">
          <Field
            label="Default"
            value={form.fallback}
            onChange={(event) => set({ fallback: event.target.value })}
            hint={'Such as "draft", 0 or now'}
          />
          <Field
            label="Rules"
            value={form.rules}
            onChange={(event) => set({ rules: event.target.value })}
            hint="Such as trim|min:3"
          />
        </div>
        <div className="grid gap-3">
          <Switch
            label="Required"
            hint="It must be sent."
            checked={!form.optional && form.fallback === ''}
            onChange={(required) => set({ optional: !required })}
          />
          <Switch label="May be null" checked={form.nullable} onChange={(nullable) => set({ nullable })} />
          <Switch label="A list" checked={form.list} onChange={(list) => set({ list })} />
          <Switch
            label="Sensitive"
            hint="Never shown in the history."
            checked={form.sensitive}
            onChange={(sensitive) => set({ sensitive })}
          />
        </div>
        <DialogActions>
          <Button look="outline" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit">Save</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
