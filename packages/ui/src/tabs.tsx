'use client'
import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

export interface Tab<Value extends string> {
  value: Value
  label: string
  content: ReactNode
}

export interface TabsProps<Value extends string> {
  label: string
  value: Value
  tabs: readonly Tab<Value>[]
  onChange: (value: Value) => void
  /** For a panel: the tabs share its width, and what they hold stands close below. */
  dense?: boolean
  /** Keeps the state of sheets that are not in sight. */
  keep?: boolean
}

/** Sheets of one page, one of them in sight; arrow keys go from tab to tab. */
export const Tabs = <Value extends string>({
  label,
  value,
  tabs,
  onChange,
  dense = false,
  keep = false,
}: TabsProps<Value>) => (
  <Radix.Root value={value} onValueChange={(next) => onChange(next as Value)}>
    <Radix.List aria-label={label} className={`flex flex-wrap gap-x-1 border-b border-line ${dense ? 'mb-4' : 'mb-6'}`}>
      {tabs.map((tab) => (
        <Radix.Trigger
          key={tab.value}
          value={tab.value}
          className={`-mb-px cursor-pointer border-b-2 border-transparent font-medium text-muted hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink ${dense ? 'h-9 flex-1 px-1 text-sm' : 'h-10 px-3'}`}
        >
          {tab.label}
        </Radix.Trigger>
      ))}
    </Radix.List>
    {tabs.map((tab) => (
      <Radix.Content
        key={tab.value}
        value={tab.value}
        {...(keep ? { forceMount: true } : {})}
        className="rounded-md data-[state=inactive]:hidden"
      >
        {tab.content}
      </Radix.Content>
    ))}
  </Radix.Root>
)
