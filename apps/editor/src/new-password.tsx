'use client'
import { Field } from '@cairn/ui'

/** A password that is chosen, sent as `password`. */
export const NewPassword = ({ label = 'Password', hint = '' }: { label?: string; hint?: string }) => (
  <Field
    label={label}
    name="password"
    type="password"
    autoComplete="new-password"
    required
    minLength={10}
    hint={`At least 10 characters. ${hint}`.trim()}
  />
)
