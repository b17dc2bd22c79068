import { FilteredValue, type FilteredValueProps } from './filtered-value.tsx'

/** A value under its name. */
export const Labelled = (props: FilteredValueProps) => (
  <div className="grid grid-cols-1 gap-1">
    <span className="text-xs font-medium text-muted">{props.label}</span>
    <FilteredValue {...props} />
  </div>
)
