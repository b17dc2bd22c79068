'use client'
import type { Contract, OutputOf } from '@cairn/contract'
import { Badge, Button, Card } from '@cairn/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { api } from '../api.ts'
import { QueryView } from '../query-view.tsx'
import { dayOf, momentOf } from '../shown-time.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import type { Role } from './roles.ts'
import { Line, Section } from './section.tsx'
import { TokenDialog } from './token-dialog.tsx'

type AccessToken = OutputOf<Contract['accessTokens']>['tokens'][number]

const detailOf = ({ createdAt, expiresAt, lastUsedAt }: AccessToken): string =>
  [
    `Made ${dayOf(createdAt)}`,
    expiresAt === null ? 'never expires' : `until ${dayOf(expiresAt)}`,
    lastUsedAt === null ? 'not used yet' : `last used ${momentOf(lastUsedAt)}`,
  ].join(' · ')

/** Tokens with which programs call the editor's API; for developers. */
export const TokensSection = ({ workspace, role }: { workspace: number; role: Role }) => {
  const queries = useQueryClient()
  const key = ['access-tokens', workspace]
  const tokens = useQuery({ queryKey: key, queryFn: async () => (await api.accessTokens({ workspace })).tokens })
  const [making, setMaking] = useState(false)
  const [ending, setEnding] = useState<AccessToken | null>(null)
  const revoke = useMutation({
    mutationFn: (token: string) => api.revokeAccessToken({ workspace, token }),
    onSuccess: () => setEnding(null),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
  return (
    <Section
      title="Access tokens"
      lead="For programs that change this workspace, such as a build server."
      action={
        <Button size="sm" onClick={() => setMaking(true)}>
          <Plus size={16} aria-hidden /> Token
        </Button>
      }
    >
      <QueryView query={tokens}>
        {(found) => (
          <Card>
            {found.length === 0 && <p className="px-4 py-6 text-center text-sm text-muted">No access token yet.</p>}
            <ul>
              {found.map((token) => (
                <Line
                  key={token.id}
                  title={
                    <>
                      {token.name} {token.yours && <Badge>Yours</Badge>}
                    </>
                  }
                  detail={detailOf(token)}
                >
                  <Badge>{token.role}</Badge>
                  <Button look="outline" size="sm" aria-label={`Revoke ${token.name}`} onClick={() => setEnding(token)}>
                    Revoke
                  </Button>
                </Line>
              ))}
            </ul>
          </Card>
        )}
      </QueryView>
      {making && <TokenDialog workspace={workspace} role={role} onClose={() => setMaking(false)} />}
      {ending !== null && (
        <ConfirmDialog
          title={`Revoke ${ending.name}?`}
          lead="Programs that use it are refused from now on."
          action="Revoke"
          busy={revoke.isPending}
          error={revoke.error}
          onConfirm={() => revoke.mutate(ending.id)}
          onClose={() => {
            revoke.reset()
            setEnding(null)
          }}
        />
      )}
    </Section>
  )
}
