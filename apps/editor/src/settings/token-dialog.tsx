'use client'
import { Field, Select } from '@cairn/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api.ts'
import { textOf } from '../form-text.ts'
import { rolesUpTo, type Role } from './roles.ts'
import { SecretDialog } from './secret-dialog.tsx'

const LIVES = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: '', label: 'Until it is revoked' },
] as const

/** Makes an access token and shows its secret once. */
export const TokenDialog = ({ workspace, role, onClose }: { workspace: number; role: Role; onClose: () => void }) => {
  const queries = useQueryClient()
  const [granted, setGranted] = useState<Role>('developer')
  const [life, setLife] = useState('90')
  const create = useMutation({
    mutationFn: (name: string) =>
      api.createAccessToken({ workspace, name, role: granted, days: life === '' ? null : Number(life) }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['access-tokens', workspace] }),
  })
  return (
    <SecretDialog
      title="New access token"
      lead="It can do what its role can, in this workspace alone."
      making={create}
      read={(form) => textOf(form, 'name')}
      action="Make the token"
      made={({ secret }) => ({
        title: 'Access token',
        lead: 'Send it as “Authorization: Bearer …”.',
        text: secret,
        label: 'access token',
      })}
      onClose={onClose}
    >
      <Field
        label="Name"
        name="name"
        required
        autoFocus
        maxLength={100}
        autoComplete="off"
        hint="What uses it, so that you know it again."
      />
      <Select label="Role" value={granted} options={rolesUpTo(role)} onChange={(next) => setGranted(next as Role)} />
      <Select label="Valid for" value={life} options={LIVES} onChange={setLife} />
    </SecretDialog>
  )
}
