'use client'
import { Segments } from '@cairn/ui'
import { useState, type ReactNode } from 'react'

export interface EitherWayProps {
  label: string
  /** Whether the fields can show all of the value; else it is shown as an expression. */
  fits: boolean
  fields: ReactNode
  expression: ReactNode
}

/** A value as fields or as an expression. Both show the one text, so switching loses nothing. */
export const EitherWay = ({ label, fits, fields, expression }: EitherWayProps) => {
  const [wanted, setWanted] = useState<'fields' | 'expression'>('fields')
  const shown = fits ? wanted : 'expression'
  return (
    <div className="grid grid-cols-1 gap-2">
      <Segments
        label={`${label} as`}
        value={shown}
        segments={[
          { value: 'fields', label: 'Fields' },
          { value: 'expression', label: 'Expression' },
        ]}
        onChange={setWanted}
      />
      {!fits && wanted === 'fields' && (
        <p className="text-xs text-muted">This can not be shown as fields; it is kept as written.</p>
      )}
      {shown === 'fields' ? fields : expression}
    </div>
  )
}
