'use client'
import type { ObjectEntry } from '../../workspace/gateway.ts'
import { useObjects } from '../use-objects.ts'

/** The tables of a workspace by name. */
export const useTables = (workspace: number): ObjectEntry[] =>
  (useObjects(workspace).data ?? [])
    .filter(({ kind }) => kind === 'table')
    .toSorted((a, b) => a.name.localeCompare(b.name))
