import type { documentationRoutes } from '@cairn/contract'
import { groupClient } from '../documentation/group-client.ts'
import { groupOpenApi } from '../documentation/group-open-api.ts'
import type { Handlers } from '../handlers.ts'
import { Refusal } from '../refusal.ts'

export const documentationHandlers: Pick<Handlers, keyof typeof documentationRoutes> = {
  async documentation({ store }, { input, origin }) {
    const { model, canonicals } = await store.publishedModel(input.workspace)
    const group = model.groups.get(input.group)
    if (group === undefined)
      throw new Refusal(404, 'unknown_group', `There is no published API group "${input.group}".`)
    const url = `${origin}/api:${canonicals.get(group.name) ?? ''}`
    return { openApi: groupOpenApi(model, group, url), client: groupClient(model, group, url) }
  },
}
