'use client'
import { Tabs as Radix } from 'radix-ui'
import { useEffect, useRef, type ReactNode } from 'react'
import { centreInLine, ScrollLine } from './scroll-line.tsx'

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

/** Sheets of one page, one of them in sight; arrow keys go from tab to tab. The tabs stand in one line, which scrolls. */
export const Tabs = <Value extends string>({
  label,
  value,
  tabs,
  onChange,
  dense = false,
  keep = false,
}: TabsProps<Value>) => (
  <Radix.Root value={value} onValueChange={(next) => onChange(next as Value)}>
    <div className={`border-b border-line ${dense ? 'mb-4' : 'mb-6'}`}>
      <ScrollLine className="-mb-px">
        <Radix.List aria-label={label} className="flex w-max min-w-full gap-x-1">
          {tabs.map((tab) => (
            <Trigger key={tab.value} value={tab.value} isOpen={tab.value === value} dense={dense}>
              {tab.label}
            </Trigger>
          ))}
        </Radix.List>
      </ScrollLine>
    </div>
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

interface TriggerProps {
  value: string
  isOpen: boolean
  dense: boolean
  children: ReactNode
}

const Trigger = ({ value, isOpen, dense, children }: TriggerProps) => {
  const trigger = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isOpen && trigger.current !== null) centreInLine(trigger.current)
  }, [isOpen])
  return (
    <Radix.Trigger
      ref={trigger}
      value={value}
      className={`cursor-pointer border-b-2 border-transparent font-medium whitespace-nowrap text-muted hover:text-ink focus-visible:-outline-offset-2 data-[state=active]:border-accent data-[state=active]:text-ink ${dense ? 'h-9 flex-1 px-1 text-sm' : 'h-10 px-3'}`}
    >
      {children}
    </Radix.Trigger>
  )
}
