import type { ComponentProps } from 'react'
import { Spinner } from './spinner.tsx'

const LOOKS = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover',
  quiet: 'text-muted hover:bg-sunken hover:text-ink',
  outline: 'border border-line bg-surface text-ink hover:border-line-strong',
} as const

export interface ButtonProps extends ComponentProps<'button'> {
  look?: keyof typeof LOOKS
  /** A square for one icon; give it an `aria-label`. */
  icon?: boolean
  /** Shows a spinner and takes no clicks. */
  busy?: boolean
}

/** A button; `type="button"` unless told otherwise. */
export const Button = ({
  look = 'primary',
  icon = false,
  busy = false,
  className = '',
  children,
  ...rest
}: ButtonProps) => (
  <button
    type="button"
    {...rest}
    disabled={busy || rest.disabled}
    className={`inline-flex h-10 cursor-pointer items-center justify-center gap-2 rounded-md font-medium transition-colors disabled:cursor-default disabled:opacity-60 ${icon ? 'w-10 shrink-0' : 'px-3.5'} ${LOOKS[look]} ${className}`}
  >
    {busy && <Spinner />}
    {children}
  </button>
)
