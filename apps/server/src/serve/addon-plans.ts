import type { WorkspaceModel } from '@cairn/language'
import { prepareAddon, StackError, type AddonPlan } from '@cairn/statements'

/** An addon that cannot be one statement of SQL is left out: what uses it says so when it runs. */
export function addonPlans(model: WorkspaceModel, say: (line: string) => void): Map<string, AddonPlan> {
  const plans = new Map<string, AddonPlan>()
  for (const addon of model.addons.values()) {
    try {
      plans.set(addon.name, prepareAddon(addon))
    } catch (error) {
      if (!(error instanceof StackError)) throw error
      say(error.message)
    }
  }
  return plans
}
