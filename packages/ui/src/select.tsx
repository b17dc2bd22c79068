'use client'
import { useId, type ComponentProps } from 'react'

export interface SelectProps extends Omit<ComponentProps<'select'>, 'onChange'> {
  label: string
  /** Keeps the label for assistive technology alone. */
  bare?: boolean
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
}

/** A choice of many, from the system's own list. */
export const Select = ({ label, bare = false, options, onChange, className = '', ...rest }: SelectProps) => {
  const id = useId()
  return (
    <div className={bare ? className : `grid gap-1.5 ${className}`}>
      <label htmlFor={id} className={bare ? 'sr-only' : 'text-sm font-medium'}>
        {label}
      </label>
      <select
        {...rest}
        id={id}
        onChange={(event) => onChange(event.target.value)}
        className="h-8 w-full cursor-pointer rounded-md border border-line-strong bg-surface px-2 text-sm text-ink"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
