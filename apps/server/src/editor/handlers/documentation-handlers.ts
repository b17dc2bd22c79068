import type { documentationRoutes } from '@cairn/contract'
import type { ApiGroupObject, WorkspaceModel } from '@cairn/language'
import { timingSafeEqual } from 'node:crypto'
import { takeAttempt } from '../account.ts'
import { baseUrl, branchAddress } from '../base-url.ts'
import { groupClient } from '../documentation/group-client.ts'
import { groupOpenApi } from '../documentation/group-open-api.ts'
import type { Handlers } from '../handlers.ts'
import { Refusal } from '../refusal.ts'
import { hashSecret } from '../session-cookie.ts'

const documented = (model: WorkspaceModel, group: ApiGroupObject, url: string) => ({
  openApi: groupOpenApi(model, group, url),
  client: groupClient(model, group, url),
})

export const documentationHandlers: Pick<Handlers, keyof typeof documentationRoutes> = {
  async documentation({ store }, { input, origin }) {
    const { workspace, branch } = input
    const { model, canonicals } = await store.publishedModel(workspace, branch)
    const group = model.groups.get(input.group)
    if (group === undefined)
      throw new Refusal(404, 'unknown_group', `There is no published API group "${input.group}".`)
    const address = await branchAddress(store, workspace, branch)
    return documented(model, group, baseUrl(origin, canonicals.get(group.name) ?? '', address))
  },

  async publicDocumentation(world, { input, origin, address }) {
    takeAttempt(world.attempts.documentation, address)
    const { canonical, token } = input
    const found = world.serving.group(canonical)
    const group = found?.model.groups.get(found.name)
    // One answer for what is not there and for what is closed.
    if (found == null || group === undefined || !opens(group, token))
      throw new Refusal(404, 'unknown_group', 'There is no documentation at this address. Ask who gave it to you.')
    return documented(found.model, group, baseUrl(origin, canonical))
  },
}

function opens({ active, docs }: ApiGroupObject, token: string | null): boolean {
  if (!active || docs.access === 'members') return false
  if (docs.access === 'public') return true
  return docs.token !== null && token !== null && timingSafeEqual(hashSecret(docs.token), hashSecret(token))
}
