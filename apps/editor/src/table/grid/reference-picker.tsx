'use client'
import { Spinner } from '@cairn/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Command } from 'cmdk'
import { Popover } from 'radix-ui'
import { useState } from 'react'
import { api } from '../../api.ts'
import { labelColumn, labelOf } from './labels.ts'
import { keyOf, type Condition, type Key, type Row } from './rows.ts'
import type { TablePlace } from './use-row-window.ts'

export interface ReferencePickerProps {
  /** The table that is pointed to. */
  place: TablePlace
  label: string
  onPick: (key: Key | null) => void
  onCancel: () => void
}

const SHOWN = 20
const ITEM = 'flex h-8 cursor-pointer items-center gap-2 rounded-sm px-2 text-sm data-[selected=true]:bg-sunken'

/** Finds a row of another table by what it is known by, or by its key. */
export const ReferencePicker = ({ place, label, onPick, onCancel }: ReferencePickerProps) => {
  const [typed, setTyped] = useState('')
  const found = useQuery({
    queryKey: ['reference', place, typed.trim()],
    queryFn: () => findRows(place, typed.trim()),
    placeholderData: keepPreviousData,
  })
  return (
    <Popover.Root open onOpenChange={(open) => !open && onCancel()}>
      <Popover.Anchor className="absolute inset-0" />
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={2}
          collisionPadding={8}
          aria-label={`${label}: a row of ${place.table}`}
          className="z-50 w-72 rounded-md border border-line bg-surface shadow-raised"
          onKeyDown={(event) => event.stopPropagation()}
        >
          <Command shouldFilter={false} label={`Rows of ${place.table}`}>
            <div className="flex items-center gap-2 border-b border-line px-3">
              <Command.Input
                value={typed}
                onValueChange={setTyped}
                autoFocus
                placeholder={`Find in ${place.table}`}
                className="h-9 w-full bg-transparent text-sm outline-none placeholder:text-muted"
              />
              {found.isFetching && <Spinner />}
            </div>
            <Command.List className="max-h-64 overflow-y-auto p-1">
              <Command.Empty className="px-2 py-4 text-center text-sm text-muted">
                {found.isPending ? 'Looking…' : found.error === null ? 'No such row' : 'The rows can not be read.'}
              </Command.Empty>
              {(found.data ?? []).map((row) => {
                const key = keyOf(row)
                return (
                  <Command.Item key={key} value={String(key)} onSelect={() => onPick(key)} className={ITEM}>
                    <span className="min-w-0 flex-1 truncate">{labelOf(row)}</span>
                    <span className="max-w-28 truncate text-xs text-muted tabular-nums">{key}</span>
                  </Command.Item>
                )
              })}
              {typed === '' && (
                <Command.Item value="none" onSelect={() => onPick(null)} className={`${ITEM} text-muted`}>
                  None
                </Command.Item>
              )}
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

async function findRows(place: TablePlace, typed: string): Promise<Row[]> {
  const rows = async (where: Condition[]) =>
    (await api.rows({ ...place, where, after: null, skip: 0, perPage: SHOWN, count: false, sort: null })).rows
  const first = await rows([])
  if (typed === '') return first
  const column = first.map(labelColumn).find((name) => name !== null) ?? null
  const value = `%${typed.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const [byLabel, byKey] = await Promise.all([
    column === null ? [] : rows([{ column, operator: 'ilike', value }]),
    /^\d+$/.test(typed) || /^[0-9a-f-]{36}$/i.test(typed) ? rows([{ column: 'id', operator: '==', value: typed }]) : [],
  ])
  return [...new Map([...byKey, ...byLabel].map((row) => [keyOf(row), row])).values()]
}
