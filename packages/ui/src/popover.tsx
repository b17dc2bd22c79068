'use client'
import { Popover as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

export interface PopoverProps {
  trigger: ReactNode
  label: string
  align?: 'start' | 'end'
  children: ReactNode
}

/** A sheet of fields below a button; Escape and a click elsewhere close it. */
export const Popover = ({ trigger, label, align = 'end', children }: PopoverProps) => (
  <Radix.Root>
    <Radix.Trigger asChild>{trigger}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content
        aria-label={label}
        align={align}
        sideOffset={4}
        collisionPadding={8}
        className="z-50 max-h-[70dvh] max-w-[calc(100vw-1rem)] overflow-y-auto rounded-md border border-line bg-surface p-3 shadow-raised"
      >
        {children}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
)
