'use client'
import { Dialog, Field } from '@cairn/ui'
import { textOf } from '../form-text.ts'
import { SentForm } from '../sent-form.tsx'
import { newObjectText, type PlainObject } from './new-object-text.ts'
import { useCreateObject } from './use-create-object.ts'

const TITLES: Readonly<Record<PlainObject['kind'], { title: string; name: string; hint: string }>> = {
  api_group: { title: 'Add API group', name: 'Name', hint: 'Endpoints that belong together share a base URL.' },
  table: { title: 'Add table', name: 'Name', hint: 'It starts with id and created_at.' },
  function: { title: 'Add function', name: 'Name', hint: 'Folders are part of it: billing/total' },
  middleware: { title: 'Add middleware', name: 'Name', hint: 'Runs before or after the endpoints that name it.' },
  task: { title: 'Add task', name: 'Name', hint: 'Runs on a schedule.' },
}

/** Kinds that answer or are called as soon as they are there. A task waits until somebody publishes it. */
const WAITS: ReadonlySet<string> = new Set(['task'])

export interface CreateObjectProps {
  workspace: number
  kind: PlainObject['kind']
  onClose: () => void
}

/** Asks for the name of a new object, makes it and opens it. */
export const CreateObject = ({ workspace, kind, onClose }: CreateObjectProps) => {
  const create = useCreateObject(workspace, onClose)
  const { title, name, hint } = TITLES[kind]
  return (
    <Dialog open onOpenChange={onClose} title={title}>
      <SentForm
        sending={create}
        read={(form) => {
          const typed = textOf(form, 'name').trim()
          return { source: newObjectText({ kind, name: typed }), publish: !WAITS.has(kind) }
        }}
        action="Create"
        button="end"
      >
        <Field label={name} name="name" required autoFocus maxLength={200} hint={hint} autoComplete="off" />
      </SentForm>
    </Dialog>
  )
}
