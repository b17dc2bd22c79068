'use client'
import { Alert, Card, Switch } from '@cairn/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, explain } from '../api.ts'
import { publishRulesKey, usePublishRules } from '../designer/publish/use-publish-rules.ts'
import { QueryView } from '../query-view.tsx'
import { Section } from './section.tsx'

/** What has to hold before something is published; `mayChange` is asked again by the server. */
export const PublishingSection = ({ workspace, mayChange }: { workspace: number; mayChange: boolean }) => {
  const queries = useQueryClient()
  const rules = usePublishRules(workspace)
  const change = useMutation({
    mutationFn: (testsMustPass: boolean) => api.setPublishRules({ workspace, testsMustPass }),
    onSuccess: () => queries.invalidateQueries({ queryKey: publishRulesKey(workspace) }),
  })
  return (
    <Section title="Publishing" lead="What has to hold before a draft becomes what callers get.">
      <QueryView query={rules}>
        {({ testsMustPass }) => (
          <Card className="grid gap-3 p-4">
            {change.error !== null && <Alert>{explain(change.error)}</Alert>}
            <Switch
              label="Tests must pass before publishing"
              hint={
                mayChange
                  ? 'Those of what is published, and of what uses it. An import, a merge or another live branch runs all.'
                  : 'An admin chooses.'
              }
              checked={testsMustPass}
              disabled={!mayChange || change.isPending}
              onChange={(next) => change.mutate(next)}
            />
          </Card>
        )}
      </QueryView>
    </Section>
  )
}
