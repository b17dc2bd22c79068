import type { endpointRoutes, InputOf } from '@cairn/contract'
import type { TableObject } from '@cairn/language'
import { authLogin, authMe, authSignup, crudQueries, uploadQueries } from '@cairn/statements'
import type { SourceObject } from '@cairn/workspace'
import { describeObject, itemOf, newest } from '../describe-object.ts'
import type { Handlers } from '../handlers.ts'
import { Refusal } from '../refusal.ts'

type Routes = typeof endpointRoutes
type Template = InputOf<Routes['createEndpoints']>['template']

const AUTHENTICATION = { signup: authSignup, login: authLogin, me: authMe }
const SIGNS_IN_WITH = ['email', 'password']

export const endpointHandlers: Pick<Handlers, keyof Routes> = {
  async createEndpoints({ store, serving }, { input }, { user }) {
    const { workspace, branch, group, template } = input
    const objects = await store.listObjects(workspace, branch)
    if (!objects.some(({ kind, name }) => kind === 'api_group' && name === group)) {
      throw new Refusal(404, 'unknown_group', `There is no API group "${group}". Add the group first.`)
    }
    if (template.from !== 'authentication' && template.auth !== null) authTable(objects, template.auth)
    const how = { author: user.id, branch }
    const { created, kept } = await store.createObjects(workspace, textsOf(objects, group, template), how)
    await serving.caughtUp(workspace, branch)
    return {
      created: created.map((object) => {
        const { id, verb, name } = describeObject(object)
        return { id, verb, name, published: object.published !== null }
      }),
      kept: kept.map((text) => {
        const item = itemOf(text)
        return item?.kind === 'query' ? `${item.verb} ${item.path}` : ''
      }),
    }
  },
}

function textsOf(objects: SourceObject[], apiGroup: string, template: Template): string[] {
  if (template.from === 'crud') {
    const all = crudQueries(tableOf(objects, template.table), { apiGroup, auth: template.auth })
    return template.endpoints.map((name) => all[name])
  }
  if (template.from === 'upload') {
    const all = uploadQueries({ apiGroup, auth: template.auth })
    return template.endpoints.map((name) => all[name])
  }
  const { name: table, fields } = authTable(objects, template.table)
  const columns = fields.filter(({ disabled }) => !disabled).map(({ name }) => name)
  const missing = SIGNS_IN_WITH.filter((name) => !columns.includes(name))
  if (missing.length > 0) {
    const message = `People sign in with e-mail and password; table "${table}" lacks the column ${missing.join(' and ')}. Add it first.`
    throw new Refusal(409, 'column_missing', message)
  }
  return template.endpoints.map((name) => AUTHENTICATION[name]({ table, apiGroup, columns }))
}

function tableOf(objects: SourceObject[], name: string): TableObject {
  const found = objects.find((object) => object.kind === 'table' && object.name === name)
  const item = found === undefined ? null : itemOf(newest(found))
  if (item?.kind === 'table') return item
  throw new Refusal(404, 'unknown_table', `There is no table "${name}" that can be read. Add it, or correct its text.`)
}

function authTable(objects: SourceObject[], name: string): TableObject {
  const table = tableOf(objects, name)
  if (table.auth) return table
  const message = `Nobody signs in with table "${name}". Turn on its Authentication switch first.`
  throw new Refusal(409, 'not_auth_table', message)
}
