'use client'
import type { Contract, OutputOf } from '@cairn/contract'
import { Alert, Dialog, Select } from '@cairn/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, explain } from '../api.ts'
import { ObjectMark } from '../objects/object-mark.tsx'
import { QueryView } from '../query-view.tsx'
import type { ObjectEntry } from '../workspace/gateway.ts'
import { endpointKey, type EndpointName } from './request-filter.ts'

type Rules = OutputOf<Contract['recordingRules']>
type Rule = Rules['default']

const CHOICES: readonly { value: string; label: string; rule: Rule | null }[] = [
  { value: 'default', label: 'Errors, slow ones, one a minute', rule: null },
  { value: 'errors', label: 'Errors alone', rule: { errors: true, slowMs: null, perMinute: 0 } },
  { value: 'ten', label: 'Errors, slow ones, ten a minute', rule: { errors: true, slowMs: 1_000, perMinute: 10 } },
  { value: 'all', label: 'Every request', rule: { errors: true, slowMs: null, perMinute: null } },
  { value: 'none', label: 'Nothing', rule: { errors: false, slowMs: null, perMinute: 0 } },
]

const same = (a: Rule, b: Rule): boolean =>
  JSON.stringify([a.errors, a.slowMs, a.perMinute]) === JSON.stringify([b.errors, b.slowMs, b.perMinute])

/** Which requests of each endpoint can be replayed. */
export const RecordingDialog = ({
  workspace,
  endpoints,
  onClose,
}: {
  workspace: number
  endpoints: readonly ObjectEntry[]
  onClose: () => void
}) => {
  const queries = useQueryClient()
  const rules = useQuery({
    queryKey: ['recording rules', workspace],
    queryFn: () => api.recordingRules({ workspace }),
    staleTime: 0,
  })
  const set = useMutation({
    mutationFn: ({ endpoint, rule }: { endpoint: EndpointName; rule: Rule | null }) =>
      api.setRecordingRule({ workspace, ...endpoint, rule }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['recording rules', workspace] }),
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      wide
      title="What is recorded"
      lead="A recorded request can be replayed and kept as a test. Passwords, tokens and sensitive inputs are never part of it."
    >
      {set.error !== null && <Alert>{explain(set.error)}</Alert>}
      <QueryView query={rules}>
        {(data) => (
          <ul className="grid grid-cols-1 gap-2">
            {endpoints.map(({ id, group, verb, name }) => {
              const endpoint = { group: group ?? '', verb: verb ?? '', path: name }
              return (
                <li key={id} className="flex flex-wrap items-center gap-2">
                  <ObjectMark kind="query" verb={verb} />
                  <span className="min-w-40 flex-1 truncate">/{name}</span>
                  <Select
                    bare
                    label={`Recorded of ${verb} ${name}`}
                    className="w-64"
                    value={chosenOf(data, endpoint)}
                    options={optionsOf(data, endpoint)}
                    onChange={(value) => {
                      const choice = CHOICES.find((one) => one.value === value)
                      if (choice !== undefined) set.mutate({ endpoint, rule: choice.rule })
                    }}
                  />
                </li>
              )
            })}
          </ul>
        )}
      </QueryView>
    </Dialog>
  )
}

const ruleOf = ({ endpoints }: Rules, endpoint: EndpointName): Rule | null =>
  endpoints.find((one) => endpointKey(one) === endpointKey(endpoint))?.rule ?? null

const chosenOf = (rules: Rules, endpoint: EndpointName): string => {
  const rule = ruleOf(rules, endpoint)
  if (rule === null) return 'default'
  return CHOICES.find((choice) => choice.rule !== null && same(choice.rule, rule))?.value ?? 'own'
}

/** A rule that was set by a program is shown and stays until another is chosen. */
const optionsOf = (rules: Rules, endpoint: EndpointName) =>
  chosenOf(rules, endpoint) === 'own' ? [...CHOICES, { value: 'own', label: 'A rule of its own' }] : CHOICES
