'use client'
import { Button, Menu, type MenuEntry } from '@cairn/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Ellipsis, Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { api } from '../api.ts'
import { ConfirmDialog } from '../settings/confirm-dialog.tsx'
import type { ObjectEntry } from '../workspace/gateway.ts'
import { useWorkspace } from '../workspace/use-workspace.ts'

const FAREWELLS: Record<string, string> = {
  query: 'Its public URL stops answering at once.',
  table: 'Its rows stay in the database, where no stack can reach them.',
  task: 'It runs no more.',
}

/** What can be done to an object without opening it. */
export const ObjectMenu = ({ object }: { object: ObjectEntry }) => {
  const { id } = useWorkspace()
  const [asking, setAsking] = useState<'delete' | 'discard' | null>(null)
  const queries = useQueryClient()
  const end = useMutation({
    mutationFn: async (how: 'delete' | 'discard'): Promise<unknown> => {
      const one = { workspace: id, object: object.id, expectedEdition: object.edition }
      return how === 'delete' ? api.deleteObject(one) : api.discardDraft(one)
    },
    onSuccess: () => setAsking(null),
    onSettled: () => queries.invalidateQueries(),
  })
  const name = object.verb === null ? object.name : `${object.verb} ${object.name}`
  const ask = (how: 'delete' | 'discard') => () => {
    end.reset()
    setAsking(how)
  }
  const discard: MenuEntry = { label: 'Discard draft…', icon: <Undo2 size={14} />, onSelect: ask('discard') }
  const entries: MenuEntry[] = [
    ...(object.draft && object.version > 0 ? [discard] : []),
    { label: 'Delete…', icon: <Trash2 size={14} />, danger: true, onSelect: ask('delete') },
  ]
  return (
    <>
      <Menu
        trigger={
          <Button icon look="quiet" size="sm" aria-label={`More for ${name}`}>
            <Ellipsis size={16} aria-hidden />
          </Button>
        }
        entries={entries}
      />
      {asking !== null && (
        <ConfirmDialog
          title={asking === 'delete' ? `Delete ${name}?` : `Discard the draft of ${name}?`}
          lead={
            asking === 'delete'
              ? `${FAREWELLS[object.kind] ?? 'What uses it fails from now on.'} Its history goes too; this can not be taken back.`
              : 'It becomes what is published again. What was changed since is lost.'
          }
          action={asking === 'delete' ? 'Delete' : 'Discard'}
          busy={end.isPending}
          error={end.error}
          onConfirm={() => end.mutate(asking)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )
}
