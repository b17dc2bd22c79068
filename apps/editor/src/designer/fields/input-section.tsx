'use client'
import { print, type Field } from '@cairn/language'
import { Button } from '@cairn/ui'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useDesigner, useDesignerState } from '../designer-context.tsx'
import { addField, fieldsOf, moveField, removeField, replaceField } from '../engine/commands/fields.ts'
import { FieldButtons } from './field-buttons.tsx'
import { FieldDialog } from './field-dialog.tsx'
import { typeText } from './field-line.ts'
import { Section } from './section.tsx'
import { useInputKeys } from './use-input-keys.ts'

/** The inputs of a stack. */
export const InputSection = () => {
  const { designer } = useDesigner()
  const object = useDesignerState((state) => state.document.object)
  const [editing, setEditing] = useState<number | 'new' | null>(null)
  const fields = object === null ? [] : fieldsOf(object, 'input')
  const save = (field: Field) => {
    if (editing === 'new') designer.run(addField('input', field))
    else if (editing !== null) designer.run(replaceField('input', editing, field))
    setEditing(null)
  }
  const onKeyDown = useInputKeys(fields.length, setEditing)
  return (
    <Section
      title="Inputs"
      count={fields.length}
      action={
        <Button look="quiet" size="sm" onClick={() => setEditing('new')}>
          <Plus size={16} aria-hidden /> Input
        </Button>
      }
    >
      {fields.length === 0 && <p className="px-1 text-sm text-muted">Takes no input.</p>}
      <ul className="grid grid-cols-1 gap-px" onKeyDown={onKeyDown}>
        {fields.map((field, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- an input is its place in the list
          <li
            key={`${index}-${field.name}`}
            tabIndex={index === 0 ? 0 : -1}
            data-input-row={index}
            aria-label={`Input ${field.name}`}
            onDoubleClick={() => setEditing(index)}
            className="group flex h-9 items-center gap-2 rounded-md bg-surface pr-1 pl-2 hover:bg-sunken"
          >
            <span className="w-24 shrink-0 truncate font-mono text-xs text-muted">{typeText(field)}</span>
            <span className="min-w-0 flex-1 truncate font-medium">
              {field.type === 'dblink' ? 'Database link' : field.name}
              {field.optional ? <span className="ml-1.5 text-xs font-normal text-muted">optional</span> : null}
              {field.default === null ? null : (
                <span className="ml-1.5 font-mono text-xs font-normal text-muted">= {print(field.default)}</span>
              )}
              {field.rules.length > 0 && (
                <span className="ml-3 font-mono text-xs font-normal text-muted">
                  {field.rules.map(({ name }) => name).join(', ')}
                </span>
              )}
            </span>
            <FieldButtons
              name={field.name}
              first={index === 0}
              last={index === fields.length - 1}
              onMove={(step) => designer.run(moveField('input', index, step))}
              onEdit={() => setEditing(index)}
              onRemove={() => designer.run(removeField('input', index))}
            />
          </li>
        ))}
      </ul>
      {editing !== null && (
        <FieldDialog
          title={editing === 'new' ? 'Add input' : 'Edit input'}
          field={editing === 'new' ? null : (fields[editing] ?? null)}
          onSave={save}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  )
}
