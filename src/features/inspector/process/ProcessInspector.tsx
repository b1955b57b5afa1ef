/** The process itself: what it is called, what it allows, and what was decided about it. */
import { useEditorState, useProblems } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import { Facts } from '../Facts.tsx'
import { useProcessFields } from '../fields/binding.ts'
import { ProblemNotes } from '../fields/ProblemNotes.tsx'
import { SwitchEdit } from '../fields/SwitchEdit.tsx'
import { TextEdit } from '../fields/TextEdit.tsx'
import { InspectorSection } from '../InspectorSection.tsx'
import { sectionOf } from '../sectionOf.ts'
import { FieldsInUse } from './FieldsInUse.tsx'
import { Migrations } from './Migrations.tsx'
import { PolicyFields } from './PolicyFields.tsx'
import { Waivers } from './Waivers.tsx'

export function ProcessInspector() {
  const t = useText('inspector')
  const process = useEditorState(({ document }) => document.process)
  const waivers = useEditorState(({ document }) => Object.keys(document.waivers).length)
  const bind = useProcessFields(process)
  const problems = useProblems().filter(({ at, waivedBy }) => at.kind === 'process' && waivedBy === null)
  const migrationProblems = problems.filter(({ at }) => at.field === 'stageMigrations')
  const movesDeals = migrationProblems.length > 0 || Object.keys(process.stageMigrations).length > 0
  const inside = (section: 'basics' | 'policies') => ({
    id: `process.${section}`,
    problems: problems.filter(
      ({ at }) => at.field !== undefined && sectionOf('process', at.field) === `process.${section}`,
    ),
  })
  return (
    <>
      <InspectorSection {...inside('basics')} title={t('basics')} defaultOpen>
        <TextEdit binding={bind('processName')} label={t('name')} maxLength={100} />
        <TextEdit binding={bind('processCode')} label={t('code')} maxLength={20} />
        <TextEdit binding={bind('description')} label={t('description')} rows={2} />
        <SwitchEdit binding={bind('isActive')} label={t('active')} help={t('processActiveHelp')} />
        <SwitchEdit binding={bind('isDefault')} label={t('defaultProcess')} help={t('defaultProcessHelp')} />
      </InspectorSection>
      <InspectorSection {...inside('policies')} title={t('policies')} defaultOpen>
        <PolicyFields policies={process.policies} />
      </InspectorSection>
      {movesDeals ? (
        <InspectorSection
          id="process.migrations"
          title={t('migrations')}
          problems={migrationProblems}
          defaultOpen
        >
          <ProblemNotes problems={migrationProblems} />
          <Migrations migrations={process.stageMigrations} />
        </InspectorSection>
      ) : null}
      {waivers > 0 ? (
        <InspectorSection id="process.waivers" title={t('waivers')} note={String(waivers)}>
          <Waivers />
        </InspectorSection>
      ) : null}
      <FieldsInUse />
      <InspectorSection id="process.facts" title={t('facts')}>
        <Facts
          rows={[
            [t('revision'), process.revision === 0 ? t('neverPublished') : String(process.revision)],
            [t('created'), process.createdAt],
            [t('updated'), process.updatedAt],
            [t('id'), process.id],
          ]}
        />
      </InspectorSection>
    </>
  )
}
