'use client'
import { Background, Controls, MiniMap } from '@xyflow/react'
import type { CSSProperties } from 'react'

/** The controls of a canvas in the editor's own tokens, light and dark. */
export const FLOW_COLOURS: CSSProperties & Record<`--xy-${string}`, string> = {
  '--xy-controls-button-background-color': 'var(--surface)',
  '--xy-controls-button-background-color-hover': 'var(--sunken)',
  '--xy-controls-button-color': 'var(--ink)',
  '--xy-controls-button-color-hover': 'var(--ink)',
  '--xy-controls-button-border-color': 'var(--line)',
  '--xy-minimap-background-color': 'var(--surface)',
  '--xy-selection-background-color': 'color-mix(in srgb, var(--accent) 10%, transparent)',
  '--xy-selection-border': '1px solid var(--accent)',
}

/** Small enough to cover little of what it is a map of. */
const MAP_SIZE = { width: 132, height: 96 }

/** What stands on every canvas: its grid, the buttons that zoom, and a map of the whole, called `map` aloud. */
export const FlowParts = ({ map }: { map: string }) => (
  <>
    <Background gap={20} color="var(--line)" />
    <Controls showInteractive={false} />
    <MiniMap
      pannable
      zoomable
      ariaLabel={map}
      style={MAP_SIZE}
      className="overflow-hidden rounded-md border border-line max-sm:hidden"
      nodeColor="var(--line-strong)"
      maskColor="color-mix(in srgb, var(--canvas) 75%, transparent)"
    />
  </>
)
