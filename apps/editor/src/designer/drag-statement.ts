import type { DragEvent } from 'react'
import type { Catalogue } from '../definitions/catalogue-of.ts'
import { insert } from './engine/commands/insert.ts'
import { move } from './engine/commands/move.ts'
import type { Designer } from './engine/designer-store.ts'
import { newStatement } from './engine/new-statement.ts'
import type { Place } from './engine/places.ts'
import { selectedStatements } from './actions.ts'

/** How a statement of the picker travels with the mouse. */
const KIND = 'application/x-cairn-statement'

/** Lets a statement of the picker be dragged into a stack. */
export function startDrag(event: DragEvent, name: string): void {
  event.dataTransfer.setData(KIND, name)
  event.dataTransfer.effectAllowed = 'copy'
}

/** Whether what is dragged comes from the picker. */
export const isFromPicker = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes(KIND)

/** Puts what was dropped in a place: a new statement from the picker, else the selected ones. Says whether one is new. */
export function dropAt(event: DragEvent, designer: Designer, catalogue: Catalogue, place: Place): boolean {
  if (!isFromPicker(event)) {
    designer.run(move(selectedStatements(designer), place))
    return false
  }
  const info = catalogue.statement(event.dataTransfer.getData(KIND))
  const { object } = designer.store.getState().document
  return info !== undefined && object !== null && designer.run(insert(place, [newStatement(info, object)]))
}
