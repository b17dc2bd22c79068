import type { ComponentProps } from 'react'
import { Spinner } from './spinner.tsx'

const LOOKS = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover',
  quiet: 'text-muted hover:bg-sunken hover:text-ink',
  danger: 'bg-danger text-surface hover:opacity-90',
  outline: 'border border-line bg-surface text-ink hover:border-line-strong',
} as const

const SIZES = { sm: 'h-8 gap-1.5 px-2.5 text-sm', md: 'h-10 gap-2 px-3.5' } as const

export interface ButtonProps extends ComponentProps<'button'> {
  look?: keyof typeof LOOKS
  /** A square for one icon; give it an `aria-label`. */
  icon?: boolean
  /** `sm` for bars and panels. */
  size?: 'sm' | 'md'
  /** Shows a spinner and takes no clicks. */
  busy?: boolean
}

/** A button; `type="button"` unless told otherwise. */
export const Button = ({
  look = 'primary',
  icon = false,
  size = 'md',
  busy = false,
  className = '',
  children,
  ...rest
}: ButtonProps) => (
  <button
    type="button"
    {...rest}
    disabled={busy || rest.disabled}
    className={`inline-flex cursor-pointer items-center justify-center rounded-md font-medium whitespace-nowrap transition-colors disabled:cursor-default disabled:opacity-60 ${SIZES[size]} ${icon ? 'aspect-square shrink-0 px-0' : ''} ${LOOKS[look]} ${className}`}
  >
    {busy && <Spinner />}
    {children}
  </button>
)
