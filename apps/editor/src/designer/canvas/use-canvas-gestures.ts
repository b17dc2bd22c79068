'use client'
import type { Node, NodeChange, ReactFlowInstance } from '@xyflow/react'
import { useMemo, useRef, useState, type DragEvent, type RefObject } from 'react'
import { selectedStatements } from '../actions.ts'
import { useDesigner } from '../designer-context.tsx'
import { dropAt, isFromPicker } from '../drag-statement.ts'
import { move } from '../engine/commands/move.ts'
import { outermost } from '../engine/places.ts'
import { openInspector } from '../inspector/open-inspector.ts'
import type { BoxData } from './canvas-nodes.tsx'
import type { Layout } from './layout.ts'
import { firstView } from './first-view.ts'
import { nearestSpot, spotsOf, type Spot } from './nearest-place.ts'

type BoxNode = Node<BoxData>
type Pointer = Readonly<{ clientX: number; clientY: number }>

/** Dragging boxes, dropping statements of the picker, and the lasso. The boxes are laid out by us: a drag moves none. */
export function useCanvasGestures(layout: Layout, holder: RefObject<HTMLElement | null>) {
  const { designer, catalogue, setPanel } = useDesigner()
  const flow = useRef<ReactFlowInstance<BoxNode> | null>(null)
  const [spot, setSpot] = useState<Spot | null>(null)
  /** What the lasso holds; null while there is none. */
  const held = useRef<Set<string> | null>(null)
  const spots = useMemo(() => spotsOf(layout), [layout])
  const spotAt = ({ clientX, clientY }: Pointer): Spot | null => {
    const point = flow.current?.screenToFlowPosition({ x: clientX, y: clientY })
    return point === undefined ? null : nearestSpot(spots, point.x, point.y)
  }
  const drop = {
    onDragOver(event: DragEvent) {
      if (!isFromPicker(event)) return
      event.preventDefault()
      setSpot(spotAt(event))
    },
    onDragLeave: () => setSpot(null),
    onDrop(event: DragEvent) {
      event.preventDefault()
      const target = spotAt(event)
      setSpot(null)
      if (target !== null && dropAt(event, designer, catalogue, target.place)) openInspector(setPanel, 'field')
    },
  }
  return {
    spot,
    drop,
    flow: {
      onInit(instance: ReactFlowInstance<BoxNode>) {
        flow.current = instance
        void instance.setViewport(firstView(layout.width, holder.current?.clientWidth ?? 0))
      },
      onNodeDragStart(_: unknown, { id }: BoxNode) {
        if (!designer.store.getState().selection.includes(id)) designer.select([id])
      },
      onNodeDrag: (event: MouseEvent | TouchEvent) => setSpot(spotAt(pointerOf(event))),
      onNodeDragStop(event: MouseEvent | TouchEvent) {
        const target = spotAt(pointerOf(event))
        setSpot(null)
        if (target !== null) designer.run(move(selectedStatements(designer), target.place))
      },
      onSelectionStart() {
        held.current = new Set()
      },
      onNodesChange(changes: NodeChange<BoxNode>[]) {
        for (const change of changes) {
          if (change.type !== 'select') continue
          if (change.selected) held.current?.add(change.id)
          else held.current?.delete(change.id)
        }
      },
      onSelectionEnd() {
        const chosen = held.current
        held.current = null
        if (chosen !== null) designer.select(outermost([...chosen]))
      },
    },
  }
}

const pointerOf = (event: MouseEvent | TouchEvent): Pointer =>
  'changedTouches' in event ? (event.changedTouches[0] ?? { clientX: 0, clientY: 0 }) : event
