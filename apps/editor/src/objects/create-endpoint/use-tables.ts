'use client'
import { useState } from 'react'
import type { ObjectEntry } from '../../workspace/gateway.ts'
import { useObjects } from '../use-objects.ts'

/** The tables of a workspace by name. */
export const useTables = (workspace: number): ObjectEntry[] =>
  (useObjects(workspace).data ?? [])
    .filter(({ kind }) => kind === 'table')
    .toSorted((a, b) => a.name.localeCompare(b.name))

/** The names of those that people sign in with. */
export const useAuthTables = (workspace: number): string[] =>
  useTables(workspace).flatMap(({ name, auth }) => (auth === null ? [] : [name]))

/** Who may call endpoints that write: who signed in, where anybody can, until something else is chosen. */
export function useClosedAuth(workspace: number): [string | null, (auth: string | null) => void] {
  const [first = null] = useAuthTables(workspace)
  const [chosen, setChosen] = useState<string | null | undefined>(undefined)
  return [chosen === undefined ? first : chosen, setChosen]
}
