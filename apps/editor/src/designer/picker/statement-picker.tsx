'use client'
import { Command } from 'cmdk'
import { Button, Kbd, Select } from '@cairn/ui'
import { Search, Star, X } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import type { StatementInfo } from '../../definitions/definitions.ts'
import { useDesigner, useDesignerState } from '../designer-context.tsx'
import { startDrag } from '../drag-statement.ts'
import { insert } from '../engine/commands/insert.ts'
import { newStatement } from '../engine/new-statement.ts'
import { openInspector } from '../inspector/open-inspector.ts'
import { StatementIcon } from '../statement-icon.tsx'
import { categories } from './categories.ts'
import { useFavourites } from './favourites.ts'
import { searchStatements } from './search-statements.ts'
import { suggestNext } from './suggest-next.ts'

export interface StatementPickerProps {
  block: string
  index: number
}

/** Finds a statement and puts it in a place. */
export const StatementPicker = ({ block, index }: StatementPickerProps) => {
  const { designer, catalogue, setPanel } = useDesigner()
  const object = useDesignerState((state) => state.document.object)
  const [search, setSearch] = useState('')
  const favourites = useFavourites()
  const usable = catalogue.statements.filter(({ category }) => category !== 'test')
  const pick = (info: StatementInfo) => {
    if (object === null) return
    designer.run(insert({ block, index }, [newStatement(info, object)]))
    openInspector(setPanel, 'field')
  }
  const line = (info: StatementInfo, section: string) => (
    <PickerLine
      key={`${section}/${info.name}`}
      value={`${section}/${info.name}`}
      info={info}
      starred={favourites.names.includes(info.name)}
      onPick={() => pick(info)}
      onStar={() => favourites.toggle(info.name)}
    />
  )
  const [category, setCategory] = useState('')
  const listed = category === '' ? usable : usable.filter((info) => info.category === category)
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Escape') setPanel(null)
    if (!event.altKey || event.code !== 'KeyF') return
    const chosen = event.currentTarget.querySelector<HTMLElement>('[cmdk-item][data-selected=true]')?.dataset['name']
    if (chosen === undefined) return
    event.preventDefault()
    favourites.toggle(chosen)
  }
  const named = (names: readonly string[]) => names.flatMap((name) => catalogue.statement(name) ?? [])
  return (
    <Command label="Add a function" shouldFilter={false} className="flex h-full min-h-0 flex-col" onKeyDown={onKeyDown}>
      <div className="flex items-center gap-2 border-b border-line px-3 py-2">
        <Search size={16} className="text-muted" aria-hidden />
        <Command.Input
          autoFocus
          value={search}
          onValueChange={setSearch}
          placeholder="Search by name or purpose"
          className="h-8 min-w-0 flex-1 bg-transparent outline-none placeholder:text-muted"
        />
        <Button look="quiet" size="sm" icon aria-label="Close the picker" onClick={() => setPanel(null)}>
          <X size={16} aria-hidden />
        </Button>
      </div>
      <div className="border-b border-line px-3 py-2">
        <Select
          bare
          label="Category"
          value={category}
          options={[{ value: '', label: 'All categories' }, ...categories]}
          onChange={setCategory}
        />
      </div>
      <Command.List className="min-h-0 flex-1 overflow-y-auto p-2">
        <Command.Empty className="px-2 py-8 text-center text-sm text-muted">
          Nothing answers to “{search}”.
        </Command.Empty>
        {search.trim() === '' ? (
          <>
            {category === '' && (
              <PickerSection label="Usually next">
                {named(suggestNext(object, { block, index })).map((info) => line(info, 'next'))}
              </PickerSection>
            )}
            {category === '' && favourites.names.length > 0 && (
              <PickerSection label="Favourites">
                {named(favourites.names).map((info) => line(info, 'star'))}
              </PickerSection>
            )}
            {categories
              .filter(({ value }) => category === '' || category === value)
              .map(({ value, label }) => (
                <PickerSection key={value} label={label}>
                  {usable.filter((info) => info.category === value).map((info) => line(info, value))}
                </PickerSection>
              ))}
          </>
        ) : (
          searchStatements(listed, search).map((info) => line(info, 'found'))
        )}
      </Command.List>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-3 py-2 text-xs text-muted max-sm:hidden">
        <span>
          <Kbd>Enter</Kbd> adds
        </span>
        <span>
          <Kbd>Alt+F</Kbd> favourite
        </span>
        <span>or drag it into the stack</span>
      </p>
    </Command>
  )
}

const PickerSection = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <Command.Group
    heading={label}
    className="mb-2 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-muted"
  >
    {children}
  </Command.Group>
)

interface PickerLineProps {
  value: string
  info: StatementInfo
  starred: boolean
  onPick: () => void
  onStar: () => void
}

const PickerLine = ({ value, info, starred, onPick, onStar }: PickerLineProps) => (
  <Command.Item
    value={value}
    data-name={info.name}
    draggable
    onDragStart={(event) => startDrag(event, info.name)}
    onSelect={onPick}
    className="group flex cursor-pointer items-center gap-2.5 rounded-md px-2 py-1.5 data-[selected=true]:bg-sunken"
  >
    <StatementIcon info={info} />
    <span className="grid min-w-0 flex-1">
      <span className="truncate text-sm font-medium">{info.label}</span>
      <span className="truncate text-xs text-muted">{info.unavailable ?? info.help}</span>
    </span>
    <span
      title={starred ? 'Take from favourites' : 'Add to favourites'}
      className={`grid size-6 place-items-center rounded-sm ${starred ? 'text-warning' : 'text-muted opacity-0 group-hover:opacity-100'}`}
      onClick={(event) => {
        event.stopPropagation()
        onStar()
      }}
    >
      <Star size={14} fill={starred ? 'currentColor' : 'none'} aria-hidden />
    </span>
  </Command.Item>
)
