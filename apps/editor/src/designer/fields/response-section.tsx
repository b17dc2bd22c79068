'use client'
import { Segments } from '@cairn/ui'
import { useState } from 'react'
import { useDesignerState } from '../designer-context.tsx'
import { setArgument } from '../engine/commands/edit.ts'
import { argumentOf } from '../engine/summary.ts'
import { FilteredValue } from '../inspector/filtered-value.tsx'
import { ObjectRows } from '../inspector/object-rows.tsx'
import type { FieldPlace } from '../inspector/use-field.ts'
import { Section } from './section.tsx'

/** What a stack answers: one value, or several under keys. */
export const ResponseSection = () => {
  const object = useDesignerState((state) => state.document.object)
  const value = object === null ? null : argumentOf(object, 'response')
  const keyed = value?.kind === 'object' && value.entries.every((item) => item.kind === 'entry')
  const [view, setView] = useState<'value' | 'keys' | null>(null)
  const shown = view ?? (keyed ? 'keys' : 'value')
  const place: FieldPlace = { field: '/response', value, write: (next) => setArgument('', 'response', next) }
  return (
    <Section
      title="Response"
      action={
        <Segments
          label="Response as"
          value={shown === 'keys' && (keyed || value === null) ? 'keys' : 'value'}
          segments={[
            { value: 'value', label: 'Value' },
            { value: 'keys', label: 'Keys' },
          ]}
          onChange={setView}
        />
      }
    >
      <div className="rounded-md bg-surface p-2">
        {shown === 'keys' && (keyed || value === null) ? (
          <ObjectRows
            label="Response"
            place={place}
            value={value?.kind === 'object' ? value : null}
            address=""
            keys={[]}
          />
        ) : (
          <FilteredValue label="Response" place={place} address="" />
        )}
      </div>
    </Section>
  )
}
