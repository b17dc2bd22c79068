'use client'
import type { Catalogue } from '../definitions/catalogue-of.ts'
import { CircleCheck } from 'lucide-react'
import type { TraceModel } from './engine/trace-model.ts'
import { stepTitle } from './step-line.tsx'

/** What could be better in this run, each with the statement it is about. */
export const AdviceList = ({
  model,
  catalogue,
  onMove,
}: {
  model: TraceModel
  catalogue: Catalogue
  onMove: (at: number) => void
}) => {
  const { advice, objects } = model.trace
  if (advice.length === 0) {
    return (
      <p className="flex items-center gap-2 px-4 py-6 text-sm text-muted">
        <CircleCheck size={16} aria-hidden className="text-accent" /> Nothing to advise: no query ran once a round, and
        each filter had its index.
      </p>
    )
  }
  return (
    <ul className="grid min-h-0 content-start gap-2 overflow-y-auto p-3">
      {advice.map(({ kind, object, address, message, fix }) => {
        const node = model.nodes.find((one) => one.object === object && one.address === address)
        return (
          <li
            key={`${kind} ${object} ${address}`}
            className="grid gap-1 rounded-md border border-line bg-warning-soft px-3 py-2 text-sm"
          >
            <p className="font-medium text-warning">{message}</p>
            <p>{fix}</p>
            {node !== undefined && (
              <button
                type="button"
                onClick={() => onMove(node.index)}
                className="w-fit cursor-pointer text-xs font-medium text-accent underline"
              >
                {stepTitle(model, { node }, catalogue)} in {objects[object]?.name} ({address})
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
