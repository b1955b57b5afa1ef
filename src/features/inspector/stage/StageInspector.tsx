/** Everything a stage has, in sections that open in place. */

import type { SalesStage } from '../../../domain/process/stage.ts'
import { stageKind } from '../../../domain/process/stage.ts'
import { useProblemsAt } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import { ActionPicks } from '../actions/ActionPicks.tsx'
import { StageApproval } from '../approval/StageApproval.tsx'
import { useStageFields } from '../fields/binding.ts'
import { ListEdit } from '../fields/ListEdit.tsx'
import { TextEdit } from '../fields/TextEdit.tsx'
import { InspectorSection } from '../InspectorSection.tsx'
import { StageRules } from '../rules/StageRules.tsx'
import { ValidationRules } from '../rules/ValidationRules.tsx'
import { LockedFields } from './LockedFields.tsx'
import { RequiredFields } from './RequiredFields.tsx'
import { StageBasics } from './StageBasics.tsx'
import { StageDurations } from './StageDurations.tsx'
import { StageNotes } from './StageNotes.tsx'
import { StageProbability } from './StageProbability.tsx'
import { StageUses } from './StageUses.tsx'
import { StageWays } from './StageWays.tsx'
import { stageSections } from './stageSections.ts'

export function StageInspector({ stage }: { readonly stage: SalesStage }) {
  const t = useText('inspector')
  const bind = useStageFields(stage)
  const problems = useProblemsAt({ kind: 'stage', id: stage.id })
  const inside = (section: keyof typeof stageSections) => ({
    id: `stage.${section}`,
    problems: problems.filter(
      ({ at }) => at.field !== undefined && stageSections[section].includes(at.field),
    ),
  })
  const count = (items: readonly unknown[]) => (items.length > 0 ? String(items.length) : undefined)
  return (
    <>
      <InspectorSection {...inside('basics')} title={t('basics')} defaultOpen>
        <StageBasics stage={stage} bind={bind} />
      </InspectorSection>
      <InspectorSection
        {...inside('probability')}
        title={t('probability')}
        note={t('percent', { percent: stage.defaultProbability })}
        defaultOpen
      >
        <StageProbability stage={stage} binding={bind('defaultProbability')} />
      </InspectorSection>
      <InspectorSection
        {...inside('durations')}
        title={t('durations')}
        note={
          stage.averageDurationDays === null
            ? undefined
            : t('daysCount', { count: stage.averageDurationDays })
        }
      >
        <StageDurations stage={stage} bind={bind} />
      </InspectorSection>
      <InspectorSection
        {...inside('ways')}
        title={t('ways')}
        {...(stageKind(stage) === 'open' ? {} : { note: t('finalStage') })}
      >
        <StageWays stageId={stage.id} />
      </InspectorSection>
      <InspectorSection
        {...inside('requiredFields')}
        title={t('requiredFields')}
        note={count(stage.requiredFields)}
      >
        <RequiredFields stageId={stage.id} binding={bind('requiredFields')} />
        {stageKind(stage) === 'open' ? <LockedFields bind={bind} /> : null}
      </InspectorSection>
      <InspectorSection {...inside('validation')} title={t('validation')} note={count(stage.validationRules)}>
        <ValidationRules binding={bind('validationRules')} />
      </InspectorSection>
      <InspectorSection {...inside('criteria')} title={t('criteria')} note={count(stage.transitionRules)}>
        <StageRules binding={bind('transitionRules')} />
      </InspectorSection>
      <InspectorSection
        {...inside('actions')}
        title={t('actions')}
        note={count([...stage.entryActionIds, ...stage.exitActionIds])}
      >
        <ActionPicks binding={bind('entryActionIds')} label={t('entryActions')} />
        <ActionPicks binding={bind('exitActionIds')} label={t('exitActions')} />
      </InspectorSection>
      <InspectorSection
        {...inside('approval')}
        title={t('approval')}
        note={stage.requiresApproval ? t('needed') : undefined}
      >
        <StageApproval stage={stage} bind={bind} />
      </InspectorSection>
      <InspectorSection {...inside('guidance')} title={t('guidance')} note={count(stage.exitChecklist)}>
        <TextEdit binding={bind('guidance')} label={t('guidanceText')} help={t('guidanceHelp')} rows={3} />
        <ListEdit
          binding={bind('exitChecklist')}
          label={t('exitChecklist')}
          help={t('exitChecklistHelp')}
          item={(number) => t('checklistItem', { number })}
          add={t('addChecklistItem')}
        />
      </InspectorSection>
      <InspectorSection {...inside('notes')} title={t('notes')} note={stage.externalId ?? undefined}>
        <StageNotes stage={stage} bind={bind} />
      </InspectorSection>
      <StageUses stageId={stage.id} />
    </>
  )
}
