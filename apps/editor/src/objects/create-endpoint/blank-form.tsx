'use client'
import { Field, Select } from '@cairn/ui'
import { useState } from 'react'
import { textOf } from '../../form-text.ts'
import { SentForm } from '../../sent-form.tsx'
import { newObjectText } from '../new-object-text.ts'
import { useCreateObject } from '../use-create-object.ts'
import { AuthSelect } from './auth-select.tsx'
import type { EndpointFormProps } from './endpoint-dialog.tsx'
import { GroupSelect } from './group-select.tsx'

const VERBS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((value) => ({ value, label: value }))

/** An endpoint with an empty stack, which opens in the designer. */
export const BlankForm = ({ workspace, group: first, onClose }: EndpointFormProps) => {
  const [group, setGroup] = useState(first)
  const [verb, setVerb] = useState('GET')
  const [auth, setAuth] = useState<string | null>(null)
  const create = useCreateObject(workspace, onClose)
  return (
    <SentForm
      sending={create}
      read={(form) => {
        const name = textOf(form, 'name').trim()
        return { source: newObjectText({ kind: 'query', name, verb, group, auth }), publish: true }
      }}
      action="Create"
      button="end"
    >
      <div className="grid grid-cols-2 gap-3">
        <Select label="Verb" value={verb} options={VERBS} onChange={setVerb} />
        <GroupSelect workspace={workspace} value={group} onChange={setGroup} />
      </div>
      <Field
        label="Path"
        name="name"
        required
        autoFocus
        maxLength={200}
        hint="Such as articles/{article_id}"
        autoComplete="off"
      />
      <AuthSelect workspace={workspace} value={auth} onChange={setAuth} />
    </SentForm>
  )
}
