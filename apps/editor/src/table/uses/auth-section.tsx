'use client'
import { Card, Switch } from '@cairn/ui'
import Link from 'next/link'
import { useDesigner, useDesignerState } from '../../designer/designer-context.tsx'
import { setArgument } from '../../designer/engine/commands/edit.ts'
import { expressionNode } from '../../designer/engine/nodes.ts'
import { argumentOf } from '../../designer/engine/summary.ts'
import { Section } from '../../designer/fields/section.tsx'
import { useObjects } from '../../objects/use-objects.ts'
import { usePages } from '../../workspace/use-workspace.ts'
import { makesTokens, objectsOf, useReferences } from './use-references.ts'

/** Whether people sign in with rows of the table, and what turning that on or off affects. */
export const AuthSection = ({ workspace, table }: { workspace: number; table: string }) => {
  const { designer } = useDesigner()
  const auth = useDesignerState(({ document }) =>
    document.object === null ? null : argumentOf(document.object, 'auth'),
  )
  const isOn = auth?.kind === 'boolean' && auth.value
  const endpoints = (useObjects(workspace).data ?? []).filter(
    ({ kind, auth: asked }) => kind === 'query' && asked === table,
  )
  const makers = objectsOf((useReferences(workspace, table).data?.places ?? []).filter(makesTokens))
  return (
    <Section title="Authentication">
      <Card className="grid gap-3 px-4 py-3">
        <Switch
          label="People sign in with rows of this table"
          hint={
            isOn
              ? 'Turned off, its tokens open nothing any more, whoever holds one.'
              : 'Turned on, tokens can be made for its rows, and endpoints can ask for them.'
          }
          checked={isOn}
          onChange={(on) => designer.run(setArgument('', 'auth', expressionNode(String(on))))}
        />
        <div className="grid gap-3 border-t border-line pt-3 text-sm sm:grid-cols-2">
          <Affected
            title={
              isOn ? 'Endpoints that ask for its tokens' : 'Endpoints that ask for its tokens, and refuse everybody'
            }
            none="No endpoint asks for its tokens."
            objects={endpoints.map(({ id, kind, name, verb }) => ({ id, kind, name: `${verb ?? ''} /${name}`.trim() }))}
          />
          <Affected
            title={isOn ? 'Stacks that make them' : 'Stacks that make them, and fail'}
            none="No stack makes one."
            objects={makers.map(({ object, kind, name }) => ({ id: object, kind, name }))}
          />
        </div>
      </Card>
    </Section>
  )
}

interface AffectedProps {
  title: string
  none: string
  objects: { id: number; kind: string; name: string }[]
}

const Affected = ({ title, none, objects }: AffectedProps) => {
  const pages = usePages()
  return (
    <div className="grid content-start gap-1">
      <h3 className="text-xs font-medium text-muted">{title}</h3>
      {objects.length === 0 ? (
        <p className="text-muted">{none}</p>
      ) : (
        <ul className="grid gap-0.5">
          {objects.map((object) => (
            <li key={object.id} className="truncate">
              <Link href={pages.object(object)} className="underline-offset-4 hover:underline">
                {object.name}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
