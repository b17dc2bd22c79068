'use client'
import { Alert } from '@cairn/ui'
import { Command, defaultFilter } from 'cmdk'
import { Dialog } from 'radix-ui'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { explain } from '../api.ts'
import { ObjectMark } from '../objects/object-mark.tsx'
import { useObjects } from '../objects/use-objects.ts'
import type { WorkspaceSummary } from '../workspace/navigation.tsx'
import { PLACES } from '../workspace/places.ts'
import { usePages } from '../workspace/use-workspace.ts'
import { ACTIONS } from './actions.ts'
import { onOpenPalette } from './open-palette.ts'
import { PlaceItem, placeValue } from './place-item.tsx'
import { RowItem, rowValue } from './row-item.tsx'
import { useChosen } from './use-chosen.ts'
import { useFoundRows } from './use-found-rows.ts'
import { usePlaces } from './use-places.ts'

const ITEM = 'flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2 text-sm data-[selected=true]:bg-sunken'
const MOST_PLACES = 50
/** Letters that merely occur somewhere are no reason to go before a row that holds the word. */
const LEAST_LIKENESS = 0.01
const likeness = (...asked: Parameters<typeof defaultFilter>): number => {
  const score = defaultFilter(...asked)
  return score < LEAST_LIKENESS ? 0 : score
}
const GROUP =
  '[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-muted'

/** To any place or object with a few letters: Ctrl-K. */
export const Palette = ({ workspace }: { workspace: WorkspaceSummary }) => {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setOpen((now) => !now)
    }
    document.addEventListener('keydown', onKey)
    const stop = onOpenPalette(() => setOpen(true))
    return () => {
      document.removeEventListener('keydown', onKey)
      stop()
    }
  }, [])
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-[12dvh] left-1/2 z-50 w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 overflow-hidden rounded-lg border border-line bg-surface shadow-raised"
        >
          <Dialog.Title className="sr-only">Go to</Dialog.Title>
          <Choices workspace={workspace.id} onDone={() => setOpen(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const Choices = ({ workspace, onDone }: { workspace: number; onDone: () => void }) => {
  const router = useRouter()
  const objects = useObjects(workspace)
  const [typed, setTyped] = useState('')
  const pages = usePages()
  const inStacks = usePlaces(workspace, typed)
  const inRows = useFoundRows(workspace, typed)
  const { places } = inStacks
  const rows = inRows.rows.flatMap((row) => {
    const table = objects.data?.find(({ kind, name }) => kind === 'table' && name === row.table)
    return table === undefined ? [] : [{ row, to: pages.table(table.id, row.id) }]
  })
  const isWaiting = inStacks.isWaiting || inRows.isWaiting
  const error = inStacks.error ?? inRows.error
  const shown = places.slice(0, MOST_PLACES)
  const [chosen, setChosen] = useChosen([...rows.map(({ row }) => rowValue(row)), ...shown.map(placeValue)])
  const go = (address: string) => {
    router.push(address)
    onDone()
  }
  return (
    <Command label="Go to" filter={likeness} value={chosen} onValueChange={setChosen}>
      <Command.Input
        autoFocus
        value={typed}
        onValueChange={setTyped}
        placeholder="Go to a page or an object, or search all stacks and rows"
        className="h-12 w-full border-b border-line bg-transparent px-4 outline-none placeholder:text-muted"
      />
      <Command.List className="max-h-[50dvh] overflow-y-auto p-2">
        {places.length === 0 && rows.length === 0 && (
          <Command.Empty className="px-2 py-8 text-center text-sm text-muted">
            {isWaiting ? 'Searching all stacks and rows…' : 'Nothing is called so, and no stack or row holds it.'}
          </Command.Empty>
        )}
        <Command.Group heading="Pages" className={GROUP}>
          {PLACES.map(({ label, to, icon: Icon }) => (
            <Command.Item key={label} value={label} onSelect={() => go(to(pages))} className={ITEM}>
              <Icon size={16} aria-hidden className="text-muted" /> {label}
            </Command.Item>
          ))}
        </Command.Group>
        <Command.Group heading="Actions" className={GROUP}>
          {ACTIONS.map(({ label, to, act }) => (
            <Command.Item
              key={label}
              value={label}
              onSelect={() => {
                act?.()
                if (to === undefined) onDone()
                else go(to(pages))
              }}
              className={ITEM}
            >
              {label}
            </Command.Item>
          ))}
        </Command.Group>
        <Command.Group heading="Objects" className={GROUP}>
          {(objects.data ?? []).map((object) => (
            <Command.Item
              key={object.id}
              value={`${object.kind} ${object.group ?? ''} ${object.verb ?? ''} ${object.name}`}
              onSelect={() => go(pages.object(object))}
              className={ITEM}
            >
              <ObjectMark kind={object.kind} verb={object.verb} />
              <span className="min-w-0 flex-1 truncate">{object.name}</span>
              {object.group !== null && <span className="text-xs text-muted">{object.group}</span>}
            </Command.Item>
          ))}
        </Command.Group>
        {rows.length > 0 && (
          <Command.Group forceMount heading={inRows.more ? 'Rows, the first found' : 'Rows'} className={GROUP}>
            {rows.map(({ row, to }) => (
              <RowItem key={rowValue(row)} row={row} className={ITEM} onSelect={() => go(to)} />
            ))}
          </Command.Group>
        )}
        {places.length > 0 && (
          <Command.Group forceMount heading="In stacks" className={GROUP}>
            {shown.map((place) => (
              <PlaceItem
                key={placeValue(place)}
                place={place}
                className={ITEM}
                onSelect={() => go(pages.object({ id: place.object, kind: place.kind }, place.address))}
              />
            ))}
          </Command.Group>
        )}
      </Command.List>
      {error !== null && (
        <div className="border-t border-line p-2">
          <Alert>{explain(error)}</Alert>
        </div>
      )}
    </Command>
  )
}
