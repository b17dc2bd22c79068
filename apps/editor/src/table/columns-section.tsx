'use client'
import { print, renameInObject, type Field } from '@cairn/language'
import { Button } from '@cairn/ui'
import { useMutation } from '@tanstack/react-query'
import { KeyRound, Link2, Plus } from 'lucide-react'
import { useState } from 'react'
import { api } from '../api.ts'
import { useDesigner, useDesignerState } from '../designer/designer-context.tsx'
import { addField, fieldsOf, moveField, removeField, replaceField } from '../designer/engine/commands/fields.ts'
import { nameOf } from '../designer/engine/document.ts'
import { FieldDialog } from '../designer/fields/field-dialog.tsx'
import { formOf } from '../designer/fields/field-line.ts'
import { FieldButtons } from '../designer/fields/field-buttons.tsx'
import { Section } from '../designer/fields/section.tsx'
import { RenameEverywhere } from './rename-everywhere.tsx'

/** A column of the table that is called otherwise. */
interface ColumnRenaming {
  workspace: number
  kind: 'column'
  table: string
  from: string
  to: string
}

/** The columns of a table. One that is called otherwise can be so in the stacks too. */
export const ColumnsSection = ({ workspace }: { workspace: number }) => {
  const { designer } = useDesigner()
  const object = useDesignerState((state) => state.document.object)
  const [renaming, setRenaming] = useState<ColumnRenaming | null>(null)
  const look = useMutation({
    mutationFn: (asked: ColumnRenaming) => api.previewRename(asked),
    onSuccess: ({ changes }, asked) => changes.length > 0 && setRenaming(asked),
  })
  const [editing, setEditing] = useState<number | 'new' | null>(null)
  const fields = object === null ? [] : fieldsOf(object, 'schema')
  const save = (field: Field) => {
    if (editing === 'new') designer.run(addField('schema', field))
    else if (editing !== null) replace(editing, field)
    setEditing(null)
  }
  const replace = (index: number, field: Field) => {
    const from = fields[index]?.name ?? ''
    const asked = { workspace, kind: 'column' as const, table: nameOf(object?.target ?? null), from, to: field.name }
    // The indexes name columns too.
    const renamed = from === field.name ? null : renameInObject(designer.store.getState().document.text, asked)
    if (renamed !== null) designer.setText(renamed.text)
    designer.run(replaceField('schema', index, field))
    if (renamed !== null) look.mutate(asked)
  }
  return (
    <Section
      title="Columns"
      count={fields.length}
      action={
        <Button look="quiet" size="sm" onClick={() => setEditing('new')}>
          <Plus size={16} aria-hidden /> Column
        </Button>
      }
    >
      <div className="relative overflow-x-auto rounded-lg border border-line bg-surface">
        <table className="w-full min-w-160 text-left text-sm">
          <thead className="text-xs text-muted">
            <tr className="border-b border-line">
              <th className="w-56 px-4 py-2 font-medium">Name</th>
              <th className="w-40 px-2 py-2 font-medium">Type</th>
              <th className="w-32 px-2 py-2 font-medium">Default</th>
              <th className="px-2 py-2 font-medium">Rules</th>
              <th className="w-36 px-2 py-2">
                <span className="sr-only">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field, index) => (
              <ColumnRow
                key={field.name}
                field={field}
                first={index === 0}
                last={index === fields.length - 1}
                onMove={(step) => designer.run(moveField('schema', index, step))}
                onEdit={() => setEditing(index)}
                onRemove={() => designer.run(removeField('schema', index))}
              />
            ))}
          </tbody>
        </table>
      </div>
      {renaming !== null && (
        <RenameEverywhere
          renaming={renaming}
          onDone={() => setRenaming(null)}
          onLeave={() => setRenaming(null)}
          onClose={() => setRenaming(null)}
        />
      )}
      {editing !== null && (
        <FieldDialog
          title={editing === 'new' ? 'Add column' : 'Edit column'}
          field={editing === 'new' ? null : (fields[editing] ?? null)}
          onSave={save}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  )
}

interface ColumnRowProps {
  field: Field
  first: boolean
  last: boolean
  onMove: (step: -1 | 1) => void
  onEdit: () => void
  onRemove: () => void
}

const ColumnRow = ({ field, ...does }: ColumnRowProps) => {
  const form = formOf(field)
  return (
    <tr className="group border-t border-line first:border-t-0 hover:bg-sunken/60">
      <td className="px-4 py-1.5">
        <span className="flex items-center gap-2 font-medium">
          {field.name === 'id' && <KeyRound size={14} className="text-warning" aria-label="Primary key" />}
          {field.name}
          {!field.optional && <span className="text-xs font-normal text-muted">required</span>}
        </span>
        {form.description !== '' && <span className="block text-xs text-muted">{form.description}</span>}
      </td>
      <td className="px-2 py-1.5 font-mono text-xs">
        {field.type}
        {field.list === null ? '' : '[]'}
        {field.nullable ? '?' : ''}
        {form.table !== '' && (
          <span className="mt-0.5 flex items-center gap-1 text-muted">
            <Link2 size={12} aria-hidden /> {form.table}
          </span>
        )}
      </td>
      <td className="px-2 py-1.5 font-mono text-xs text-muted">{field.default === null ? '' : print(field.default)}</td>
      <td className="px-2 py-1.5 font-mono text-xs text-muted">{form.rules}</td>
      <td className="px-2 py-1">
        <FieldButtons name={field.name} {...does} />
      </td>
    </tr>
  )
}
