'use client'
import { Field, Select } from '@cairn/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api.ts'
import { textOf } from '../form-text.ts'
import { rolesUpTo, type Role } from './roles.ts'
import { SecretDialog } from './secret-dialog.tsx'

/** Makes the link that invites an address. */
export const InviteDialog = ({ workspace, role, onClose }: { workspace: number; role: Role; onClose: () => void }) => {
  const queries = useQueryClient()
  const [offered, setOffered] = useState<Role>('developer')
  const invite = useMutation({
    mutationFn: (email: string) => api.invite({ workspace, email, role: offered }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['invitations', workspace] }),
  })
  return (
    <SecretDialog
      title="Invite"
      lead="Makes a link for one address. It works once, for seven days."
      making={invite}
      read={(form) => textOf(form, 'email')}
      action="Make the link"
      made={({ invitation, link }) => ({
        title: 'Invitation link',
        lead: `For ${invitation.email} alone.`,
        text: link,
        label: 'invitation link',
      })}
      onClose={onClose}
    >
      <Field label="E-mail" name="email" type="email" autoComplete="off" required autoFocus />
      <Select label="Role" value={offered} options={rolesUpTo(role)} onChange={(next) => setOffered(next as Role)} />
    </SecretDialog>
  )
}
