'use client'
import type { Contract, OutputOf } from '@cairn/contract'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'

export type Member = OutputOf<Contract['members']>['members'][number]
export type Role = Member['role']

/** From the least to the most, with what each may do. */
const ROLES: readonly { value: Role; label: string }[] = [
  { value: 'viewer', label: 'Viewer: looks at everything' },
  { value: 'developer', label: 'Developer: builds and publishes' },
  { value: 'admin', label: 'Admin: also invites people' },
  { value: 'owner', label: 'Owner: everything' },
]

const rank = (role: Role): number => ROLES.findIndex(({ value }) => value === role)

/** Whether a role may do what takes `least`; the server decides again. */
export const mayAs = (role: Role | null, least: Role): boolean => role !== null && rank(role) >= rank(least)

/** The roles that a holder of `role` can give. */
export const rolesUpTo = (role: Role) => ROLES.filter(({ value }) => rank(value) <= rank(role))

export const useMembers = (workspace: number) =>
  useQuery({ queryKey: ['members', workspace], queryFn: async () => (await api.members({ workspace })).members })

/** One's own role in a workspace, null until it is known. */
export const useRole = (workspace: number): Role | null =>
  useMembers(workspace).data?.find(({ you }) => you)?.role ?? null
