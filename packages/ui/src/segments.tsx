'use client'
import { ToggleGroup } from 'radix-ui'
import type { ReactNode } from 'react'

export interface Segment<Value extends string> {
  value: Value
  label: string
  icon?: ReactNode
}

export interface SegmentsProps<Value extends string> {
  label: string
  value: Value
  segments: readonly Segment<Value>[]
  onChange: (value: Value) => void
}

/** A choice of a few, all in sight. */
export const Segments = <Value extends string>({ label, value, segments, onChange }: SegmentsProps<Value>) => (
  <ToggleGroup.Root
    type="single"
    aria-label={label}
    value={value}
    onValueChange={(next) => next !== '' && onChange(next as Value)}
    className="inline-flex h-8 w-fit items-center rounded-md bg-sunken p-0.5"
  >
    {segments.map((segment) => (
      <ToggleGroup.Item
        key={segment.value}
        value={segment.value}
        className="inline-flex h-7 cursor-pointer items-center gap-1.5 rounded-sm px-2.5 text-sm font-medium text-muted data-[state=on]:bg-raised data-[state=on]:text-ink data-[state=on]:shadow-sm"
      >
        {segment.icon}
        {segment.label}
      </ToggleGroup.Item>
    ))}
  </ToggleGroup.Root>
)
