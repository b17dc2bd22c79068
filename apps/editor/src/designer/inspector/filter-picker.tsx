'use client'
import { ListFilterPlus } from 'lucide-react'
import { Command } from 'cmdk'
import { Popover } from 'radix-ui'
import { useState } from 'react'
import { useDesigner } from '../designer-context.tsx'

/** Adds a filter, found by name or purpose. */
export const FilterPicker = ({ onPick }: { onPick: (name: string) => void }) => {
  const { catalogue } = useDesigner()
  const [open, setOpen] = useState(false)
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        aria-label="Add filter"
        title="Add filter"
        className="grid size-8 shrink-0 cursor-pointer place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink"
      >
        <ListFilterPlus size={16} aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          aria-label="Filters"
          className="z-50 w-80 rounded-md border border-line bg-surface shadow-raised"
        >
          <Command label="Filters">
            <Command.Input
              autoFocus
              placeholder="Search filters"
              className="h-9 w-full border-b border-line bg-transparent px-3 text-sm outline-none placeholder:text-muted"
            />
            <Command.List className="max-h-64 overflow-y-auto p-1">
              <Command.Empty className="px-2 py-6 text-center text-sm text-muted">No such filter.</Command.Empty>
              {catalogue.filters.map((filter) => (
                <Command.Item
                  key={filter.name}
                  value={filter.name}
                  keywords={[filter.help, ...(filter.aliases ?? [])]}
                  onSelect={() => {
                    onPick(filter.name)
                    setOpen(false)
                  }}
                  className="grid cursor-pointer rounded-sm px-2 py-1 data-[selected=true]:bg-sunken"
                >
                  <span className="font-mono text-xs font-medium">{filter.name}</span>
                  <span className="truncate text-xs text-muted">{filter.help}</span>
                </Command.Item>
              ))}
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
