'use client'
import { ReactFlow, ViewportPortal, type Edge, type Node } from '@xyflow/react'
import '@xyflow/react/dist/style.css'
import { clause } from '@cairn/language'
import { RightClickMenu } from '@cairn/ui'
import { useMemo, useRef, type MouseEvent } from 'react'
import { FLOW_COLOURS, FlowParts } from '../../flow/flow-parts.tsx'
import { useDesigner, useDesignerState } from '../designer-context.tsx'
import { problemsOf } from '../engine/problems.ts'
import { rowsOf } from '../engine/rows.ts'
import { reachRow } from '../list/row-gestures.ts'
import { useListKeys } from '../list/use-list-keys.ts'
import { useDebug } from '../run/use-debug.ts'
import { useMarks } from '../run/use-marks.ts'
import { useReached } from '../tests/use-reached.ts'
import { useActionEntries } from '../use-action-entries.ts'
import { AddNode, ClauseNode, FrameNode, StatementNode, type BoxData } from './canvas-nodes.tsx'
import { PlusEdge } from './plus-edge.tsx'
import { layoutStack } from './layout.ts'
import { useCanvasGestures } from './use-canvas-gestures.ts'

const nodeTypes = { statement: StatementNode, frame: FrameNode, clause: ClauseNode, add: AddNode }
const edgeTypes = { plus: PlusEdge }

/** The stack as a flow. It is laid out by us; the same selection and keys as in the list. */
const CanvasView = () => {
  const { designer, catalogue, setPanel } = useDesigner()
  const document = useDesignerState((state) => state.document)
  const selection = useDesignerState((state) => state.selection)
  const unfinished = useDesignerState((state) => state.unfinished)
  const entries = useActionEntries()
  const holder = useRef<HTMLDivElement>(null)
  const marks = useMarks()
  const reached = useReached()
  const breakpoints = useDebug((state) => state.breakpoints)
  const stack = document.object === null ? null : clause(document.object.body, 'stack')
  const layout = useMemo(() => layoutStack(stack?.body ?? null, 'stack'), [stack])
  const rows = useMemo(() => rowsOf(stack?.body ?? null, 'stack', new Set()), [stack])
  const onKeyDown = useListKeys(rows, holder)
  const faulty = useMemo(
    () => new Set(problemsOf(document, unfinished, catalogue).map(({ address }) => address)),
    [document, unfinished, catalogue],
  )
  const nodes = useMemo(
    () =>
      layout.boxes.map((box): Node<BoxData> => {
        const info = box.statement === null ? undefined : catalogue.statement(box.statement.name)
        const data = {
          box,
          info,
          selected: selection.includes(box.key),
          faulty: faulty.has(box.key),
          mark: marks.get(box.key),
          reached: reached.get(box.key),
          stops: box.key in breakpoints,
        }
        const { x, y, width, height } = box
        const own = {
          type: box.kind,
          position: { x, y },
          width,
          height,
          draggable: box.statement !== null && box.kind !== 'clause',
          selectable: box.statement !== null && box.kind !== 'clause',
          focusable: false,
        }
        return { id: box.key, data, ...own, zIndex: box.kind === 'frame' ? 0 : 2 }
      }),
    [layout, selection, faulty, catalogue, marks, reached, breakpoints],
  )
  const edges = useMemo(
    () =>
      layout.lines.map(({ from, to, place }): Edge => ({
        id: `${from}>${to}`,
        source: from,
        target: to,
        type: 'plus',
        data: { place },
        zIndex: 1,
        focusable: false,
      })),
    [layout],
  )
  const gestures = useCanvasGestures(layout, holder)
  const click = (event: MouseEvent, node: Node<BoxData>) => {
    const { box } = node.data
    if (box.place !== null) return setPanel({ kind: 'picker', ...box.place })
    const more = event.ctrlKey || event.metaKey || event.shiftKey
    designer.select(more ? [...selection.filter((key) => key !== box.key), box.key] : [box.key])
    if (!more) setPanel({ kind: 'inspector' })
  }
  return (
    <RightClickMenu entries={entries}>
      <div
        ref={holder}
        onContextMenu={({ target }) => reachRow(designer, target)}
        role="group"
        aria-label="Canvas"
        tabIndex={-1}
        className="h-full min-h-0 outline-none"
        onKeyDown={onKeyDown}
        {...gestures.drop}
      >
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodeClick={click}
          onPaneClick={() => designer.select([])}
          {...gestures.flow}
          nodeDragThreshold={6}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          onlyRenderVisibleElements
          disableKeyboardA11y
          minZoom={0.1}
          maxZoom={1.5}
          panOnScroll
          style={FLOW_COLOURS}
          proOptions={{ hideAttribution: true }}
          deleteKeyCode={null}
        >
          {gestures.spot !== null && <DropMark {...gestures.spot} />}
          <FlowParts map="Overview of the canvas" />
        </ReactFlow>
      </div>
    </RightClickMenu>
  )
}

/** Where what is dragged would land. */
const DropMark = ({ x, y }: { x: number; y: number }) => (
  <ViewportPortal>
    <div
      data-drop-mark=""
      className="pointer-events-none absolute h-1 w-48 rounded-full bg-accent"
      style={{ transform: `translate(${x - 96}px, ${y - 2}px)` }}
    />
  </ViewportPortal>
)

export default CanvasView
