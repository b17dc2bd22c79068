'use client'
import { Alert, Button, Dialog, DialogActions, Field, Select, Switch } from '@cairn/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { explain } from '../api.ts'
import { textOf } from '../form-text.ts'
import { QueryView } from '../query-view.tsx'
import { gateway, type ObjectEntry, type ObjectSource } from '../workspace/gateway.ts'
import { useGroup } from '../workspace/use-groups.ts'
import { useWorkspace } from '../workspace/use-workspace.ts'
import { CorsFields } from './cors-fields.tsx'
import { DocsFields } from './docs-fields.tsx'
import { readGroupSettings, withGroupSettings, type GroupSettings } from './group-settings.ts'

export interface GroupDialogProps {
  workspace: number
  group: ObjectEntry
  onClose: () => void
}

/** The settings of an API group, published when they are saved. */
export const GroupDialog = ({ workspace, group, onClose }: GroupDialogProps) => {
  const source = useQuery({
    queryKey: ['group', workspace, group.id],
    queryFn: () => gateway.object(workspace, group.id),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Settings of ${group.name}`}
      lead="They hold for all endpoints of the group."
    >
      <QueryView query={source}>
        {(found) => <Opened workspace={workspace} source={found} onClose={onClose} />}
      </QueryView>
    </Dialog>
  )
}

const Opened = (props: { workspace: number; source: ObjectSource; onClose: () => void }) => {
  const settings = readGroupSettings(props.source.draft ?? props.source.published ?? '')
  if (settings === null)
    return <Alert>The text of this group can not be read. Correct it in its file and import it.</Alert>
  return <GroupForm {...props} settings={settings} />
}

interface GroupFormProps {
  workspace: number
  source: ObjectSource
  settings: GroupSettings
  onClose: () => void
}

const GroupForm = ({ workspace, source, settings, onClose }: GroupFormProps) => {
  const queries = useQueryClient()
  const canonical = useGroup(source.name)?.canonical
  const { isLive, branch } = useWorkspace()
  const [active, setActive] = useState(settings.active)
  const [docs, setDocs] = useState(settings.docs)
  const [cors, setCors] = useState(settings.cors)
  const save = useMutation({
    mutationFn: async (form: FormData) => {
      const wanted = {
        description: textOf(form, 'description'),
        canonical: textOf(form, 'canonical').trim(),
        active,
        docs,
        cors,
      }
      const text = withGroupSettings(source.draft ?? source.published ?? '', wanted)
      if (text === null) throw new Error('The text of this group can not be edited as it is. Correct it and import it.')
      const { edition } = await gateway.saveDraft(workspace, source.id, {
        source: text,
        expectedEdition: source.edition,
      })
      if (text === source.published) return
      const answer = await gateway.publish(workspace, source.id, { expectedEdition: edition, note: 'Settings' })
      if (!answer.published) throw new Error(answer.messages.join(' '))
    },
    onSuccess: onClose,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['objects', workspace] }),
        queries.invalidateQueries({ queryKey: ['workspaces'] }),
        queries.invalidateQueries({ queryKey: ['group', workspace, source.id] }),
      ]),
  })
  return (
    <form
      className="grid grid-cols-1 gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(new FormData(event.currentTarget))
      }}
    >
      {save.error !== null && <Alert>{explain(save.error)}</Alert>}
      <Field
        label="Description"
        name="description"
        defaultValue={settings.description}
        maxLength={2000}
        autoComplete="off"
      />
      <Field
        label="URL segment"
        name="canonical"
        defaultValue={settings.canonical}
        placeholder={canonical}
        pattern="[A-Za-z0-9_\-]{1,64}"
        hint={
          isLive
            ? 'The group answers at /api:<segment>. Left empty, it keeps the one it has. Who calls the old one no longer gets through.'
            : `All branches share it: another one holds from when ${branch} goes live.`
        }
        autoComplete="off"
        spellCheck={false}
      />
      <Switch
        label="Active"
        hint="Switched off, none of its endpoints answers."
        checked={active}
        onChange={setActive}
      />
      <DocsFields docs={docs} onChange={setDocs} />
      <Select
        label="Calls from browsers on other sites (CORS)"
        value={cors.mode}
        options={[
          { value: 'default', label: 'From any site' },
          { value: 'custom', label: 'From the sites listed' },
          { value: 'disabled', label: 'From none' },
        ]}
        onChange={(mode) => setCors({ ...cors, mode: MODES.find((known) => known === mode) ?? 'default' })}
      />
      {cors.mode === 'custom' && <CorsFields cors={cors} onChange={setCors} />}
      <DialogActions>
        <Button type="submit" busy={save.isPending}>
          Save and publish
        </Button>
      </DialogActions>
    </form>
  )
}

const MODES = ['default', 'custom', 'disabled'] as const
