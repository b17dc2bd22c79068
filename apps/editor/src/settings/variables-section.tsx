'use client'
import { Button, Card } from '@cairn/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { api } from '../api.ts'
import { QueryView } from '../query-view.tsx'
import { momentOf } from '../shown-time.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { Line, Section } from './section.tsx'
import { VariableDialog } from './variable-dialog.tsx'

/** Environment variables: their names, never their values. */
export const VariablesSection = ({ workspace, mayEdit }: { workspace: number; mayEdit: boolean }) => {
  const queries = useQueryClient()
  const key = ['variables', workspace]
  const variables = useQuery({ queryKey: key, queryFn: async () => (await api.variables({ workspace })).variables })
  /** The variable that is set anew, '' for one more. */
  const [setting, setSetting] = useState<string | null>(null)
  const [removing, setRemoving] = useState<string | null>(null)
  const remove = useMutation({
    mutationFn: (name: string) => api.setVariable({ workspace, name, value: null }),
    onSuccess: () => setRemoving(null),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
  return (
    <Section
      title="Environment variables"
      lead="Stacks read them as $env.NAME. Values are sealed; nobody gets them back."
      action={
        mayEdit && (
          <Button size="sm" onClick={() => setSetting('')}>
            <Plus size={16} aria-hidden /> Variable
          </Button>
        )
      }
    >
      <QueryView query={variables}>
        {(found) => (
          <Card>
            {found.length === 0 && (
              <p className="px-4 py-6 text-center text-sm text-muted">No environment variable yet.</p>
            )}
            <ul>
              {found.map(({ name, updatedAt }) => (
                <Line
                  key={name}
                  title={<code className="font-mono text-sm">{name}</code>}
                  detail={`Set ${momentOf(updatedAt)}`}
                >
                  {mayEdit && (
                    <>
                      <Button look="outline" size="sm" aria-label={`Replace ${name}`} onClick={() => setSetting(name)}>
                        Replace
                      </Button>
                      <Button
                        look="quiet"
                        size="sm"
                        icon
                        aria-label={`Remove ${name}`}
                        onClick={() => setRemoving(name)}
                      >
                        <Trash2 size={16} aria-hidden />
                      </Button>
                    </>
                  )}
                </Line>
              ))}
            </ul>
          </Card>
        )}
      </QueryView>
      {setting !== null && <VariableDialog workspace={workspace} name={setting} onClose={() => setSetting(null)} />}
      {removing !== null && (
        <ConfirmDialog
          title={`Remove ${removing}?`}
          lead="Its value is gone for good. Stacks that read it get null."
          action="Remove"
          busy={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate(removing)}
          onClose={() => {
            remove.reset()
            setRemoving(null)
          }}
        />
      )}
    </Section>
  )
}
