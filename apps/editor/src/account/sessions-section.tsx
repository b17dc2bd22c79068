'use client'
import { Alert, Badge, Button, Card } from '@cairn/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, explain } from '../api.ts'
import { QueryView } from '../query-view.tsx'
import { Line, Section } from '../settings/section.tsx'
import { momentOf } from '../shown-time.ts'
import { browserOf } from './browser-of.ts'

/** The browsers one is signed in with; all but this one can be signed out here. */
export const SessionsSection = () => {
  const queries = useQueryClient()
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: async () => (await api.sessions({})).sessions })
  const revoke = useMutation({
    mutationFn: (id: string) => api.revokeSession({ id }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  })
  return (
    <Section title="Sessions" lead="Where you are signed in. Sign out what you do not know, then change the password.">
      {revoke.error !== null && <Alert>{explain(revoke.error)}</Alert>}
      <QueryView query={sessions}>
        {(found) => (
          <Card>
            <ul>
              {found.map(({ id, current, userAgent, createdAt, lastSeenAt }) => (
                <Line
                  key={id}
                  title={
                    <>
                      {browserOf(userAgent)} {current && <Badge>This browser</Badge>}
                    </>
                  }
                  detail={`Signed in ${momentOf(createdAt)} · last seen ${momentOf(lastSeenAt)}`}
                >
                  {!current && (
                    <Button
                      look="outline"
                      size="sm"
                      aria-label={`Sign out ${browserOf(userAgent)}, signed in ${momentOf(createdAt)}`}
                      disabled={revoke.isPending}
                      onClick={() => revoke.mutate(id)}
                    >
                      Sign out
                    </Button>
                  )}
                </Line>
              ))}
            </ul>
          </Card>
        )}
      </QueryView>
    </Section>
  )
}
