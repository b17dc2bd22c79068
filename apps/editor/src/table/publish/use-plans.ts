'use client'
import type { Contract, OutputOf } from '@cairn/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'

type Plan = OutputOf<Contract['previewTable']>
type Destructive = Plan['destructive'][number]

/** What publishing a text of a table does in one datasource. */
interface DatasourcePlan {
  datasource: string
  statements: string[]
  warnings: Plan['warnings']
}

export interface Plans {
  datasources: DatasourcePlan[]
  /** What is asked for consent, in whichever datasource; also what has it already. */
  destructive: Destructive[]
}

interface PlanAsk {
  workspace: number
  object: number
  source: string
  renames: Record<string, string>
  consent: readonly string[]
}

/** The SQL that publishing a text of a table would run, in every datasource. */
export const usePlans = (ask: PlanAsk, enabled: boolean) =>
  useQuery({
    queryKey: ['plans', ask],
    queryFn: () => plansOf(ask),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
    enabled,
  })

async function plansOf({ consent, ...ask }: PlanAsk): Promise<Plans> {
  const { datasources } = await api.datasources({ workspace: ask.workspace })
  const plans = await Promise.all(
    datasources.map(async ({ name }) => {
      const preview = (agreed: string[]) => api.previewTable({ ...ask, datasource: name, consent: agreed })
      // What has consent is no longer listed, so that it is asked for without.
      const [{ statements, warnings }, { destructive }] = await Promise.all([preview([...consent]), preview([])])
      return { datasource: name, statements, warnings, destructive }
    }),
  )
  const destructive = new Map(plans.flatMap((plan) => plan.destructive.map((change) => [change.key, change] as const)))
  return { datasources: plans, destructive: [...destructive.values()] }
}
