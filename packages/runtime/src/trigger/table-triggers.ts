import type { TableTriggerObject, WorkspaceModel } from '@cairn/language'

export type TriggerAction = keyof TableTriggerObject['actions']

/** The triggers of a workspace that are switched on, by table. */
export class TableTriggers {
  readonly #byTable = new Map<string, TableTriggerObject[]>()

  /** Null for a workspace without any, so that its writes cost what they did. */
  static of(model: WorkspaceModel): TableTriggers | null {
    const triggers = new TableTriggers()
    for (const trigger of model.tableTriggers.values()) {
      if (!trigger.active) continue
      triggers.#byTable.set(trigger.table, [...(triggers.#byTable.get(trigger.table) ?? []), trigger])
    }
    return triggers.#byTable.size === 0 ? null : triggers
  }

  /** Those that a change sets off, in the order of the workspace. A trigger without datasources is for all of them. */
  on(table: string, action: TriggerAction, datasource: string): TableTriggerObject[] {
    const all = this.#byTable.get(table) ?? []
    return all.filter(
      ({ actions, datasources }) => actions[action] && (datasources.length === 0 || datasources.includes(datasource)),
    )
  }

  watches(table: string, actions: readonly TriggerAction[], datasource: string): boolean {
    return actions.some((action) => this.on(table, action, datasource).length > 0)
  }
}
