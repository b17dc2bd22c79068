'use client'
import type { Field } from '@cairn/language'
import { Alert, Button, Menu, type MenuEntry } from '@cairn/ui'
import { useMutation } from '@tanstack/react-query'
import { BookOpen, ChevronDown, History } from 'lucide-react'
import { useState } from 'react'
import { api, explain } from '../../../api.ts'
import { timeInWords } from '../../../requests/in-words.ts'
import type { Input } from '../input-text.ts'
import { recordedInput, type RecordedInput } from './recorded-input.ts'
import { operationExample } from './schema-example.ts'
import { useOperation, useRecorded, type EndpointName } from './use-examples.ts'

export interface FillInMenuProps {
  workspace: number
  endpoint: EndpointName
  fields: readonly Field[]
  onFill: (filled: RecordedInput) => void
}

/** Fills the input in from the endpoint's documentation, or from a request that was recorded. */
export const FillInMenu = ({ workspace, endpoint, fields, onFill }: FillInMenuProps) => {
  const [opened, setOpened] = useState(false)
  const recorded = useRecorded(workspace, endpoint, opened)
  const operation = useOperation(workspace, endpoint, opened)
  const fetch = useMutation({
    mutationFn: ({ at, id }: { at: string; id: string }) => api.request({ workspace, at, id }),
    onSuccess: ({ recording }) => {
      const { input } = recording ?? {}
      if (isInput(input)) onFill(recordedInput(input, fields))
    },
  })
  const document = operation.data
  const entries: MenuEntry[] = [
    {
      label: document === null || operation.isError ? 'Not documented yet: publish it' : 'Example of the documentation',
      icon: <BookOpen size={14} />,
      disabled: document == null,
      onSelect: () => document != null && onFill({ input: operationExample(document), masked: [] }),
    },
    ...(recorded.data ?? []).map(({ at, id, path, status }) => ({
      key: id,
      label: `/${path} · ${status} · ${timeInWords(at)}`,
      icon: <History size={14} />,
      onSelect: () => fetch.mutate({ at, id }),
    })),
  ]
  const said = recorded.isError ? explain(recorded.error) : whatIsThere(recorded.data?.length)
  if (said !== null) entries.push({ label: said, disabled: true, onSelect: () => undefined })
  return (
    <div className="grid gap-2">
      <Menu
        align="start"
        entries={entries}
        onOpenChange={(open) => open && setOpened(true)}
        trigger={
          <Button look="outline" size="sm" className="w-fit" busy={fetch.isPending}>
            Fill in from… <ChevronDown size={14} aria-hidden />
          </Button>
        }
      />
      {fetch.error !== null && <Alert>{explain(fetch.error)}</Alert>}
    </div>
  )
}

/** What is said in the place of recorded requests, where there are none. */
function whatIsThere(count: number | undefined): string | null {
  if (count === undefined) return 'Looking for recorded requests…'
  return count === 0 ? 'No request was recorded in 7 days' : null
}

const isInput = (value: unknown): value is Input => typeof value === 'object' && value !== null && !Array.isArray(value)
