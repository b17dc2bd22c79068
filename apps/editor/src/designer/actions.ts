/** What keys, menus and buttons do to the selection. One list, so that each gesture exists once. */
import { statementAt } from '@cairn/language'
import { clone } from './engine/commands/clone.ts'
import { toggleDisabled } from './engine/commands/disable.ts'
import { group } from './engine/commands/group.ts'
import { insert } from './engine/commands/insert.ts'
import { moveBy } from './engine/commands/move.ts'
import { remove } from './engine/commands/remove.ts'
import { copyText } from './engine/copy-text.ts'
import type { Designer } from './engine/designer-store.ts'
import { statementsOf } from './engine/document.ts'
import { statementNodes } from './engine/nodes.ts'
import { blockBody, placeOf, type Place } from './engine/places.ts'

/** The selected statements, without blocks and empty lines. */
export function selectedStatements(designer: Designer): string[] {
  const { document, selection } = designer.store.getState()
  return selection.filter((key) => statementAt(document.object?.body ?? null, key) !== null)
}

/** Where a new statement goes: into the empty block, at the start of the clause, or below the last selected row. */
export function placeBelow(designer: Designer): Place | null {
  const { document, selection } = designer.store.getState()
  const { object } = document
  if (object === null) return null
  const key = selection.at(-1)
  if (key?.endsWith('.+')) return { block: key.slice(0, -2), index: 0 }
  if (key !== undefined && statementAt(object.body, key) !== null) {
    const { block, index } = placeOf(key)
    return { block, index: index + 1 }
  }
  if (key !== undefined) return { block: key, index: 0 }
  return { block: 'stack', index: statementsOf(blockBody(structuredClone(object), 'stack')).length }
}

export interface StackAction {
  id: string
  label: string
  /** Keys of the stack, as people write them; `Mod` is Ctrl, or Cmd on a Mac. */
  keys: string[]
  danger?: boolean
  run: (designer: Designer, ask: Asking) => void | Promise<void>
}

/** What an action opens to ask for more. */
interface Asking {
  extract?: (() => void) | undefined
}

const onSelection = (act: (addresses: string[]) => Parameters<Designer['run']>[0]) => (designer: Designer) => {
  const addresses = selectedStatements(designer)
  if (addresses.length > 0) designer.run(act(addresses))
}

const copy = async (designer: Designer): Promise<boolean> => {
  const { object } = designer.store.getState().document
  const addresses = selectedStatements(designer)
  if (object === null || addresses.length === 0) return false
  await navigator.clipboard.writeText(copyText(object, addresses))
  return true
}

/** Puts copied text below the selection. False when it is no statement. */
export function paste(designer: Designer, copied: string): boolean {
  const statements = statementNodes(copied)
  const place = placeBelow(designer)
  return statements !== null && place !== null && designer.run(insert(place, statements))
}

export const stackActions: readonly StackAction[] = [
  { id: 'clone', label: 'Clone', keys: ['C'], run: onSelection(clone) },
  { id: 'copy', label: 'Copy', keys: ['Mod+C'], run: async (designer) => void (await copy(designer)) },
  {
    id: 'cut',
    label: 'Cut',
    keys: ['Mod+X'],
    run: async (designer) => {
      const addresses = selectedStatements(designer)
      if (await copy(designer)) designer.run(remove(addresses))
    },
  },
  { id: 'disable', label: 'Enable / disable', keys: ['Mod+/'], run: onSelection(toggleDisabled) },
  { id: 'group', label: 'Group', keys: ['G'], run: onSelection(group) },
  { id: 'extract', label: 'Turn into a function', keys: ['F'], run: (_, { extract }) => extract?.() },
  { id: 'up', label: 'Move up', keys: ['Alt+ArrowUp'], run: onSelection((addresses) => moveBy(addresses, -1)) },
  { id: 'down', label: 'Move down', keys: ['Alt+ArrowDown'], run: onSelection((addresses) => moveBy(addresses, 1)) },
  { id: 'undo', label: 'Undo', keys: ['Mod+Z'], run: (designer) => designer.undo() },
  { id: 'redo', label: 'Redo', keys: ['Mod+Shift+Z', 'Mod+Y'], run: (designer) => designer.redo() },
  { id: 'delete', label: 'Delete', keys: ['Delete', 'Backspace'], danger: true, run: onSelection(remove) },
]

/** A key press as it is written above. */
export function keysOf(event: {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  const shift = event.shiftKey && (event.key.length > 1 || /[A-Z]/i.test(event.key))
  return [event.ctrlKey || event.metaKey ? 'Mod' : '', event.altKey ? 'Alt' : '', shift ? 'Shift' : '', key]
    .filter(Boolean)
    .join('+')
}
