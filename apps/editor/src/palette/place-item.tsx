import { Command } from 'cmdk'
import { ObjectMark } from '../objects/object-mark.tsx'
import type { Place } from './use-places.ts'

/** Names the item of a place among all. */
export const placeValue = ({ object, line, column }: Place): string => `place ${object} ${line} ${column}`

/** A line of a stack that holds what is searched for; shown whatever else the palette filters. */
export const PlaceItem = ({
  place,
  className,
  onSelect,
}: {
  place: Place
  className: string
  onSelect: () => void
}) => (
  <Command.Item
    forceMount
    value={placeValue(place)}
    onSelect={onSelect}
    className={`${className} h-auto min-h-9 py-1.5`}
  >
    <ObjectMark kind={place.kind} verb={null} />
    <code className="min-w-0 flex-1 truncate font-mono text-xs">{place.text}</code>
    <span className="max-w-[40%] shrink-0 truncate text-xs text-muted">
      {place.name}, line {place.line}
    </span>
  </Command.Item>
)
