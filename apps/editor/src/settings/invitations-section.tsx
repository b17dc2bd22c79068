'use client'
import { Alert, Badge, Button, Card } from '@cairn/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { api, explain } from '../api.ts'
import { QueryView } from '../query-view.tsx'
import { dayOf } from '../shown-time.ts'
import { InviteDialog } from './invite-dialog.tsx'
import type { Role } from './roles.ts'
import { Line, Section } from './section.tsx'

/** Invitations that wait to be accepted; for admins. */
export const InvitationsSection = ({ workspace, role }: { workspace: number; role: Role }) => {
  const queries = useQueryClient()
  const key = ['invitations', workspace]
  const invitations = useQuery({
    queryKey: key,
    queryFn: async () => (await api.invitations({ workspace })).invitations,
  })
  const withdraw = useMutation({
    mutationFn: (invitation: string) => api.withdrawInvitation({ workspace, invitation }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
  const [inviting, setInviting] = useState(false)
  return (
    <Section
      title="Invitations"
      lead="Each is a link for one address that works once. You send it yourself."
      action={
        <Button size="sm" onClick={() => setInviting(true)}>
          <UserPlus size={16} aria-hidden /> Invite
        </Button>
      }
    >
      {withdraw.error !== null && <Alert>{explain(withdraw.error)}</Alert>}
      <QueryView query={invitations}>
        {(found) => (
          <Card>
            {found.length === 0 && (
              <p className="px-4 py-6 text-center text-sm text-muted">No invitation waits for an answer.</p>
            )}
            <ul>
              {found.map(({ id, email, role: offered, expiresAt }) => (
                <Line key={id} title={email} detail={`Open until ${dayOf(expiresAt)}`}>
                  <Badge>{offered}</Badge>
                  <Button
                    look="outline"
                    size="sm"
                    aria-label={`Withdraw the invitation of ${email}`}
                    disabled={withdraw.isPending}
                    onClick={() => withdraw.mutate(id)}
                  >
                    Withdraw
                  </Button>
                </Line>
              ))}
            </ul>
          </Card>
        )}
      </QueryView>
      {inviting && <InviteDialog workspace={workspace} role={role} onClose={() => setInviting(false)} />}
    </Section>
  )
}
