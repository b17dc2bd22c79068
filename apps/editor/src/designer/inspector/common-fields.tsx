'use client'
import type { Statement } from '@cairn/language'
import { Button } from '@cairn/ui'
import { useId, useState } from 'react'
import { useDesigner, useDesignerState } from '../designer-context.tsx'
import { setDescription, setOutput } from '../engine/commands/edit.ts'
import { countUses, renameVariable } from '../engine/commands/rename-variable.ts'
import { descriptionOf } from '../engine/summary.ts'

const INPUT = 'h-8 w-full rounded-md border border-line-strong bg-surface px-2 text-sm'

/** What a statement is for, in the builder's own words. */
export const DescriptionField = ({ address, statement }: { address: string; statement: Statement }) => {
  const { designer } = useDesigner()
  const id = useId()
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        Description
      </label>
      <input
        id={id}
        data-description=""
        value={descriptionOf(statement)}
        onChange={(event) =>
          designer.run(setDescription(address, event.target.value), { field: `${address}/description` })
        }
        className={INPUT}
      />
    </div>
  )
}

/** The name of the variable that keeps the result. Where the old name is used, it offers to change it there too. */
export const OutputField = ({
  address,
  statement,
  label = 'Return as',
}: {
  address: string
  statement: Statement
  label?: string
}) => {
  const { designer } = useDesigner()
  const id = useId()
  const object = useDesignerState((state) => state.document.object)
  const name = statement.as?.name ?? ''
  const [typed, setTyped] = useState(name)
  const [asks, setAsks] = useState<{ from: string; to: string; uses: number } | null>(null)
  const commit = () => {
    const wanted = typed.trim().replace(/^\$/, '')
    if (wanted === name || object === null || !/^\w*$/.test(wanted)) return
    const uses = name === '' || wanted === '' ? 0 : countUses(object, name)
    if (uses > 0) setAsks({ from: name, to: wanted, uses })
    else designer.run(setOutput(address, wanted))
  }
  const answer = (everywhere: boolean) => {
    if (asks === null) return
    designer.run(everywhere ? renameVariable(asks.from, asks.to) : setOutput(address, asks.to))
    designer.select([address])
    setAsks(null)
  }
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        value={typed}
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
        className={`${INPUT} font-mono text-xs`}
      />
      {asks !== null && (
        <div role="alert" className="grid gap-2 rounded-md bg-accent-soft px-3 py-2 text-sm">
          <span>
            <code className="font-mono">${asks.from}</code> is used in {asks.uses}{' '}
            {asks.uses === 1 ? 'place' : 'places'}. Rename it there too?
          </span>
          <span className="flex gap-2">
            <Button size="sm" onClick={() => answer(true)}>
              Update references
            </Button>
            <Button size="sm" look="outline" onClick={() => answer(false)}>
              Skip
            </Button>
          </span>
        </div>
      )}
    </div>
  )
}
