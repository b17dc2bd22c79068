'use client'
import { Alert, Badge, Button, Card, Select } from '@cairn/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { UserMinus } from 'lucide-react'
import { useState } from 'react'
import { api, explain } from '../api.ts'
import { QueryView } from '../query-view.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { mayAs, rolesUpTo, useMembers, useRole, type Member, type Role } from './roles.ts'
import { Line, Section } from './section.tsx'

/** Who works in a workspace; an admin changes roles and removes people. */
export const MembersSection = ({ workspace }: { workspace: number }) => {
  const queries = useQueryClient()
  const members = useMembers(workspace)
  const role = useRole(workspace)
  const [leaving, setLeaving] = useState<Member | null>(null)
  const change = useMutation({
    mutationFn: (ask: { user: string; role: Role | null }) => api.changeMember({ workspace, ...ask }),
    onSuccess: () => setLeaving(null),
    onSettled: () => queries.invalidateQueries({ queryKey: ['members', workspace] }),
  })
  const mayChange = (member: Member) => role !== null && mayAs(role, 'admin') && !member.you && mayAs(role, member.role)
  return (
    <Section title="Members" lead="Nobody raises their own role, nor gives one above it.">
      {change.error !== null && leaving === null && <Alert>{explain(change.error)}</Alert>}
      <QueryView query={members}>
        {(found) => (
          <Card>
            <ul>
              {found.map((member) => (
                <Line
                  key={member.userId}
                  title={
                    <>
                      {member.name} {member.you && <Badge>You</Badge>}
                    </>
                  }
                  detail={member.email}
                >
                  {role !== null && mayChange(member) ? (
                    <>
                      <Select
                        bare
                        label={`Role of ${member.name}`}
                        className="w-60 max-w-full"
                        value={member.role}
                        disabled={change.isPending}
                        options={rolesUpTo(role)}
                        onChange={(next) => change.mutate({ user: member.userId, role: next as Role })}
                      />
                      <Button
                        look="quiet"
                        size="sm"
                        icon
                        aria-label={`Remove ${member.name}`}
                        onClick={() => setLeaving(member)}
                      >
                        <UserMinus size={16} aria-hidden />
                      </Button>
                    </>
                  ) : (
                    <Badge>{member.role}</Badge>
                  )}
                </Line>
              ))}
            </ul>
          </Card>
        )}
      </QueryView>
      {leaving !== null && (
        <ConfirmDialog
          title={`Remove ${leaving.name}?`}
          lead="They lose the workspace at once. What they made stays."
          action="Remove"
          busy={change.isPending}
          error={change.error}
          onConfirm={() => change.mutate({ user: leaving.userId, role: null })}
          onClose={() => {
            change.reset()
            setLeaving(null)
          }}
        />
      )}
    </Section>
  )
}
