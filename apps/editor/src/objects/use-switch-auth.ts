'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { gateway, type ObjectEntry } from '../workspace/gateway.ts'
import { withAuth } from './set-auth.ts'

/** Switches the authentication of an object and publishes it at once: the lock is the switch. */
export function useSwitchAuth(workspace: number) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ object, auth }: { object: ObjectEntry; auth: string | null }) => {
      const source = await gateway.object(workspace, object.id)
      const changed = withAuth(source.draft ?? source.published ?? '', object.kind, auth)
      if (changed === null) throw new Error('Open the object and correct its text first.')
      const saved = await gateway.saveDraft(workspace, object.id, { source: changed, expectedEdition: source.edition })
      if (source.draft === null)
        await gateway.publish(workspace, object.id, { expectedEdition: saved.edition, note: 'Authentication' })
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['objects', workspace] }),
  })
}
