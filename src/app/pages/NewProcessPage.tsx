/** A new process, step by step; what is half done waits on this device. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { v7 as newId } from 'uuid'
import { pictureOf } from '../../editor/picture.ts'
import { RuleBuilderContext } from '../../editor/ruleBuilder.ts'
import { ImportDialog } from '../../features/interchange/index.ts'
import { libraryKey } from '../../features/library/index.ts'
import { Wizard, type WizardProps } from '../../features/wizard/index.ts'
import { useText } from '../../text/index.ts'
import { SkeletonRows } from '../../ui/feedback/SkeletonRows.tsx'
import { MiniPicture } from '../../ui/graph/MiniPicture.tsx'
import { PageHeader } from '../../ui/layout/PageHeader.tsx'
import { useNavigate } from '../../ui/routing/place.ts'
import { addressOf } from '../addresses.ts'
import { LazyRuleBuilder } from '../layout/LazyRuleBuilder.tsx'
import { usePage } from '../usePage.ts'
import { keepOf, wizardName } from '../wizardKeep.ts'
import { useWorkspace } from '../workspaces.ts'

export function NewProcessPage() {
  const t = useText('app')
  const words = useText('wizard')
  const [heading, setHeading] = useState<string | null>(null)
  usePage(t('title', { page: heading ?? words('title') }), 'new')
  const { backend, drafts, copies, reference, templates, user } = useWorkspace()
  const cache = useQueryClient()
  const navigate = useNavigate()
  const keep = useMemo(() => keepOf(user, wizardName), [user])
  const given = useQuery({
    queryKey: [...libraryKey, 'wizard', user.id],
    queryFn: async () => {
      const listed = await backend.list()
      const local = [...(await copies()), ...(await drafts.list()).map(({ document }) => document)]
      const published = listed.ok ? listed.value : []
      const names = [
        ...published.map((row) => row.process_name),
        ...local.map(({ process }) => process.processName),
      ]
      const codes = [
        ...published.map((row) => row.process_code),
        ...local.map(({ process }) => process.processCode),
      ]
      const own = await templates.list()
      return {
        templates: own.ok ? own.value.templates : [],
        taken: { names: new Set(names), codes: new Set(codes) },
        reference: await reference(),
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

  const create: WizardProps['onCreate'] = async (document, then, from) => {
    await drafts.begin(document.process.id, document, null, from && { ...from, stepByStep: true })
    keep.write(null)
    await cache.invalidateQueries({ queryKey: libraryKey })
    navigate(addressOf(document.process.id), then === 'publish' ? { state: { publish: true } } : {})
  }
  return (
    <>
      <PageHeader title={words('title')} description={words('lead')} />
      {given.data ? (
        <RuleBuilderContext value={LazyRuleBuilder}>
          <Wizard
            keep={keep}
            newId={newId}
            now={() => new Date().toISOString()}
            companyId={user.company.id}
            actorId={user.id}
            reference={given.data.reference}
            ownTemplates={given.data.templates}
            taken={given.data.taken}
            preview={(document) => <MiniPicture {...pictureOf(document)} />}
            importDialog={({ onClose, onImported }) => (
              <ImportDialog
                open
                newId={newId}
                companyId={user.company.id}
                takenCodes={given.data.taken.codes}
                reference={given.data.reference}
                onClose={onClose}
                onImported={onImported}
              />
            )}
            onHeading={setHeading}
            onCreate={create}
            onDiscard={() => {
              keep.write(null)
              navigate('/')
            }}
          />
        </RuleBuilderContext>
      ) : (
        <SkeletonRows what={words('title')} rows={5} />
      )}
    </>
  )
}
