'use client'
import { MarkerType, ReactFlow, useReactFlow, ReactFlowProvider, type Edge, type Node } from '@xyflow/react'
import '@xyflow/react/dist/style.css'
import { useMemo, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { FLOW_COLOURS, FlowParts } from '../flow/flow-parts.tsx'
import { usePages } from '../workspace/use-workspace.ts'
import type { Diagram } from './diagram-of.ts'
import { heightOf, MOST_COLUMNS, placeTables, WIDTH } from './layout.ts'
import { TableNode, type TableData } from './table-node.tsx'

const nodeTypes = { table: TableNode }

interface DiagramViewProps {
  diagram: Diagram
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [80, 0],
  ArrowRight: [-80, 0],
  ArrowUp: [0, 80],
  ArrowDown: [0, -80],
}

const Flow = ({ diagram }: DiagramViewProps) => {
  const flow = useReactFlow()
  const pages = usePages()
  const [active, setActive] = useState<string | null>(null)
  const places = useMemo(() => placeTables(diagram), [diagram])
  const near = useMemo(() => neighbours(diagram, active), [diagram, active])
  const targets = useMemo(() => new Set(diagram.references.map(({ to }) => to)), [diagram])
  const nodes = useMemo(
    () =>
      diagram.tables.map((table): Node<TableData> => ({
        id: table.name,
        type: 'table',
        position: places.get(table.name) ?? { x: 0, y: 0 },
        width: WIDTH,
        height: heightOf(table),
        draggable: false,
        selectable: false,
        focusable: false,
        data: {
          table,
          href: pages.table(table.object),
          isTarget: targets.has(table.name),
          faint: near !== null && !near.has(table.name),
        },
      })),
    [diagram, places, near, targets, pages],
  )
  const edges = useMemo(
    () =>
      diagram.references.map(({ from, column, to }): Edge => {
        const { columns = [] } = diagram.tables.find(({ name }) => name === from) ?? {}
        const isShown = columns.findIndex(({ name }) => name === column) < MOST_COLUMNS
        const isActive = from === active || to === active
        const color = isActive ? 'var(--accent)' : 'var(--line-strong)'
        return {
          id: `${from}.${column}`,
          source: from,
          sourceHandle: isShown ? column : 'more',
          target: to,
          focusable: false,
          ariaLabel: `${from}.${column} points to ${to}`,
          markerEnd: { type: MarkerType.ArrowClosed, color },
          style: { stroke: color, strokeWidth: isActive ? 2 : 1, opacity: active === null || isActive ? 1 : 0.25 },
          zIndex: isActive ? 1 : 0,
        }
      }),
    [diagram, active],
  )
  /** A table that gets the focus comes into view. */
  const onFocus = ({ target }: FocusEvent) => {
    const name = target.closest('[data-table]')?.getAttribute('data-table') ?? null
    const place = name === null ? undefined : places.get(name)
    setActive(name)
    if (name === null || place === undefined || !target.matches(':focus-visible')) return
    const zoom = Math.max(flow.getZoom(), 0.6)
    void flow.setCenter(place.x + WIDTH / 2, place.y + 120, { zoom })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (event.key === '+' || event.key === '=') void flow.zoomIn()
    else if (event.key === '-') void flow.zoomOut()
    else if (event.key === '0') void flow.fitView({ padding: 0.1 })
    else if (step !== undefined) {
      const { x, y, zoom } = flow.getViewport()
      void flow.setViewport({ x: x + step[0], y: y + step[1], zoom })
    } else return
    event.preventDefault()
  }
  return (
    <div
      role="group"
      aria-label="Relation diagram"
      className="h-full min-h-0"
      onFocus={onFocus}
      onBlur={() => setActive(null)}
      onKeyDown={onKeyDown}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        onNodeMouseEnter={(_, { id }) => setActive(id)}
        onNodeMouseLeave={() => setActive(null)}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        minZoom={0.05}
        maxZoom={1.5}
        panOnScroll
        style={FLOW_COLOURS}
        fitView
        fitViewOptions={{ padding: 0.1, maxZoom: 1 }}
        proOptions={{ hideAttribution: true }}
        deleteKeyCode={null}
      >
        <FlowParts map="Overview of the diagram" />
      </ReactFlow>
    </div>
  )
}

/** The tables that have to do with one; null where none is looked at. */
function neighbours({ references }: Diagram, active: string | null): Set<string> | null {
  if (active === null) return null
  const near = references.flatMap(({ from, to }) => (from === active ? [to] : to === active ? [from] : []))
  return new Set([active, ...near])
}

/** The tables of a workspace and what points where. */
const DiagramView = (props: DiagramViewProps) => (
  <ReactFlowProvider>
    <Flow {...props} />
  </ReactFlowProvider>
)

export default DiagramView
