'use client'
import { Badge, Button, Card, Dialog, Field } from '@cairn/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { api } from '../api.ts'
import { textOf } from '../form-text.ts'
import { QueryView } from '../query-view.tsx'
import { SentForm } from '../sent-form.tsx'
import { useDatasources } from '../workspace/use-datasources.ts'
import { Line, Section } from './section.tsx'

const FIRST_COLOR = '#3b82f6'

/** The datasources of a workspace: the same tables, each with rows of its own. */
export const DatasourcesSection = ({ workspace, mayEdit }: { workspace: number; mayEdit: boolean }) => {
  const datasources = useDatasources(workspace)
  const [making, setMaking] = useState(false)
  return (
    <Section
      title="Datasources"
      lead="Each holds rows of its own in the same tables. A request chooses one with the header X-Data-Source; without it, live."
      action={
        mayEdit && (
          <Button size="sm" onClick={() => setMaking(true)}>
            <Plus size={16} aria-hidden /> Datasource
          </Button>
        )
      }
    >
      <QueryView query={datasources}>
        {(found) => (
          <Card>
            <ul>
              {found.map(({ name, color }) => (
                <Line
                  key={name}
                  title={
                    <>
                      <span
                        aria-hidden
                        className="size-2.5 rounded-full bg-line-strong"
                        style={{ backgroundColor: color || undefined }}
                      />
                      {name} {name === 'live' && <Badge>Default</Badge>}
                    </>
                  }
                  detail={
                    name === 'live' ? 'What a request without the header reads and writes' : `X-Data-Source: ${name}`
                  }
                />
              ))}
            </ul>
          </Card>
        )}
      </QueryView>
      {making && <DatasourceDialog workspace={workspace} onClose={() => setMaking(false)} />}
    </Section>
  )
}

const DatasourceDialog = ({ workspace, onClose }: { workspace: number; onClose: () => void }) => {
  const queries = useQueryClient()
  const create = useMutation({
    mutationFn: (made: { name: string; color: string }) => api.createDatasource({ workspace, ...made }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['datasources', workspace] })
      onClose()
    },
  })
  return (
    <Dialog open onOpenChange={onClose} title="New datasource" lead="It begins with empty tables.">
      <SentForm
        sending={create}
        read={(form) => ({ name: textOf(form, 'name').trim(), color: textOf(form, 'color') })}
        action="Create datasource"
        button="end"
      >
        <Field
          label="Name"
          name="name"
          required
          autoFocus
          maxLength={32}
          hint="Small letters, digits and “_”, such as demo."
          autoComplete="off"
          spellCheck={false}
        />
        <Field label="Colour" name="color" type="color" defaultValue={FIRST_COLOR} />
      </SentForm>
    </Dialog>
  )
}
