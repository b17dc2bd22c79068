'use client'
import { Alert, Button, Dialog, Field, Select } from '@cairn/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, explain } from '../api.ts'
import { textOf } from '../form-text.ts'
import { rolesUpTo, type Role } from './roles.ts'
import { SecretOnce } from './secret-once.tsx'

/** Makes the link that invites an address. */
export const InviteDialog = ({ workspace, role, onClose }: { workspace: number; role: Role; onClose: () => void }) => {
  const queries = useQueryClient()
  const [offered, setOffered] = useState<Role>('developer')
  const invite = useMutation({
    mutationFn: (email: string) => api.invite({ workspace, email, role: offered }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['invitations', workspace] }),
  })
  if (invite.data !== undefined) {
    return (
      <Dialog open onOpenChange={onClose} title="Invitation link" lead={`For ${invite.data.invitation.email} alone.`}>
        <SecretOnce text={invite.data.link} label="invitation link" onDone={onClose} />
      </Dialog>
    )
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Invite"
      lead="Makes a link for one address. It works once, for seven days."
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          invite.mutate(textOf(new FormData(event.currentTarget), 'email'))
        }}
      >
        {invite.error !== null && <Alert>{explain(invite.error)}</Alert>}
        <Field label="E-mail" name="email" type="email" autoComplete="off" required autoFocus />
        <Select label="Role" value={offered} options={rolesUpTo(role)} onChange={(next) => setOffered(next as Role)} />
        <Button type="submit" busy={invite.isPending} className="justify-self-end">
          Make the link
        </Button>
      </form>
    </Dialog>
  )
}
