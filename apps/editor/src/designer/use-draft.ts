'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Catalogue } from '../definitions/catalogue-of.ts'
import { gateway, type ObjectSource, type PublishAnswer } from '../workspace/gateway.ts'
import { problemsOf } from './engine/problems.ts'
import type { KeptObject } from './saving/keep.ts'
import { useAutosave } from './saving/use-autosave.ts'
import { startDesigner } from './start-designer.ts'

export interface DraftSetting {
  workspace: number
  source: ObjectSource
  kept: KeptObject | null
  catalogue: Catalogue
}

/** How an object is published; tables do more than change their text. */
type PublishWay = (
  workspace: number,
  object: number,
  ask: { expectedEdition: number; note: string },
) => Promise<PublishAnswer>

const publishObject: PublishWay = (...ask) => gateway.publish(...ask)

/** An object that is being edited: its designer, where its draft stands, what is wrong with it, and publishing it. */
export function useDraft({ workspace, source, kept, catalogue }: DraftSetting, send: PublishWay = publishObject) {
  const queries = useQueryClient()
  const [started] = useState(() => startDesigner(source, kept))
  const { designer } = started
  const [live, setLive] = useState(source.published ?? '')
  const document = useStore(designer.store, (state) => state.document)
  const unfinished = useStore(designer.store, (state) => state.unfinished)
  const problems = useMemo(() => problemsOf(document, unfinished, catalogue), [document, unfinished, catalogue])
  const { autosave, state } = useAutosave({
    designer,
    key: `${workspace}/${source.id}`,
    edition: started.edition,
    unsent: started.unsent,
    base: started.base,
    unanswered: started.unanswered,
    send: (text, edition) => gateway.sendDraft(workspace, source.id, { source: text, expectedEdition: edition }),
  })
  const publish = useMutation({
    mutationFn: async (note: string) => {
      const { text } = designer.store.getState().document
      const edition = await autosave?.flush()
      if (edition === null || edition === undefined)
        return { text, messages: ['The draft is not saved yet. Try again in a moment.'] }
      const answer = await send(workspace, source.id, { expectedEdition: edition, note })
      if (!answer.published) return { text, messages: answer.messages }
      autosave?.setEdition(answer.edition)
      return { text, messages: [] }
    },
    onSuccess: async ({ text, messages }) => {
      if (messages.length > 0) return
      setLive(text)
      const changed = [
        ['objects', workspace],
        ['versions', workspace, source.id],
        ['source', workspace, source.id],
        ['workspaces'],
      ]
      await Promise.all(changed.map((queryKey) => queries.invalidateQueries({ queryKey })))
    },
  })
  const refused = publish.error === null ? (publish.data?.messages ?? []) : [publish.error.message]
  return { designer, live, document, problems, autosave, state, publish, refused }
}

export type Draft = ReturnType<typeof useDraft>
