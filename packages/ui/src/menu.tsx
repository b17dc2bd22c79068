'use client'
import { DropdownMenu, ContextMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { Kbd } from './kbd.tsx'

export interface MenuEntry {
  /** Where several have one label. */
  key?: string
  label: string
  icon?: ReactNode
  /** Shown at the right: `Ctrl+C`. */
  keys?: string
  danger?: boolean
  disabled?: boolean
  onSelect: () => void
}

const ITEM =
  'flex h-8 cursor-pointer items-center gap-2 rounded-sm px-2 text-sm outline-none select-none data-[disabled]:cursor-default data-[disabled]:opacity-50 data-[highlighted]:bg-sunken'
const SHEET = 'z-50 min-w-52 rounded-md border border-line bg-surface p-1 shadow-raised'

const Line = ({ entry }: { entry: MenuEntry }) => (
  <>
    <span className="grid w-4 place-items-center text-muted" aria-hidden>
      {entry.icon}
    </span>
    <span className="flex-1">{entry.label}</span>
    {entry.keys !== undefined && <Kbd>{entry.keys}</Kbd>}
  </>
)

/** A menu below a button. */
export const Menu = ({
  trigger,
  entries,
  align = 'end',
  onOpenChange,
}: {
  trigger: ReactNode
  entries: MenuEntry[]
  align?: 'start' | 'end'
  onOpenChange?: (open: boolean) => void
}) => (
  <DropdownMenu.Root {...(onOpenChange === undefined ? {} : { onOpenChange })}>
    <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
    <DropdownMenu.Portal>
      <DropdownMenu.Content align={align} sideOffset={4} className={SHEET}>
        {entries.map((entry) => (
          <DropdownMenu.Item
            key={entry.key ?? entry.label}
            disabled={entry.disabled ?? false}
            onSelect={entry.onSelect}
            className={`${ITEM} ${entry.danger === true ? 'text-danger' : ''}`}
          >
            <Line entry={entry} />
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  </DropdownMenu.Root>
)

/** The menu of the right mouse button on what it wraps. */
export const RightClickMenu = ({ entries, children }: { entries: MenuEntry[]; children: ReactNode }) => (
  <ContextMenu.Root>
    <ContextMenu.Trigger asChild>{children}</ContextMenu.Trigger>
    <ContextMenu.Portal>
      <ContextMenu.Content className={SHEET}>
        {entries.map((entry) => (
          <ContextMenu.Item
            key={entry.key ?? entry.label}
            disabled={entry.disabled ?? false}
            onSelect={entry.onSelect}
            className={`${ITEM} ${entry.danger === true ? 'text-danger' : ''}`}
          >
            <Line entry={entry} />
          </ContextMenu.Item>
        ))}
      </ContextMenu.Content>
    </ContextMenu.Portal>
  </ContextMenu.Root>
)
