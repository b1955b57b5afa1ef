/** A transition in the words of those who sell by it: available if, must have, approval, then do. */
import type { StageTransition } from '../../../domain/process/transition.ts'
import { useEditorState, useProblemsAt } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import { ActionPicks } from '../actions/ActionPicks.tsx'
import { TransitionActions } from '../actions/TransitionActions.tsx'
import { Facts } from '../Facts.tsx'
import { useTransitionFields } from '../fields/binding.ts'
import { InspectorSection } from '../InspectorSection.tsx'
import { RuleList } from '../rules/RuleList.tsx'
import { MustHave } from './MustHave.tsx'
import { RunBy } from './RunBy.tsx'
import { TargetApproval } from './TargetApproval.tsx'
import { TransitionBasics } from './TransitionBasics.tsx'
import { TransitionShare } from './TransitionShare.tsx'
import { TransitionSummary } from './TransitionSummary.tsx'
import { transitionSections } from './transitionSections.ts'
import { demandsOf } from './transitionStory.ts'

export function TransitionInspector({ transition }: { readonly transition: StageTransition }) {
  const t = useText('transition')
  const bind = useTransitionFields(transition)
  const target = useEditorState(({ document }) => document.stages[transition.toStageId])
  const problems = useProblemsAt({ kind: 'transition', id: transition.id })
  const inside = (section: keyof typeof transitionSections) => ({
    id: `transition.${section}`,
    problems: problems.filter(
      ({ at }) => at.field !== undefined && transitionSections[section].includes(at.field),
    ),
  })
  const count = (items: readonly unknown[]) => (items.length > 0 ? String(items.length) : undefined)
  return (
    <>
      <TransitionSummary transition={transition} />
      <InspectorSection {...inside('basics')} title={t('basics')} defaultOpen>
        <TransitionBasics transition={transition} bind={bind} />
      </InspectorSection>
      <InspectorSection
        {...inside('available')}
        title={t('availableIf')}
        note={count([...transition.conditions, ...(transition.runBy?.length ? ['who'] : [])])}
        defaultOpen
      >
        {transition.isAutomatic ? null : <RunBy bind={bind} />}
        <RuleList
          binding={bind('conditions')}
          label={t('availableIf')}
          empty={t(
            transition.isAutomatic
              ? 'availableAlwaysAutomatic'
              : transition.runBy
                ? 'availableForEvery'
                : 'availableAlways',
          )}
          adds={[{ label: t('addCondition'), rule: (fresh) => fresh }]}
        />
      </InspectorSection>
      <InspectorSection
        {...inside('mustHave')}
        title={t('mustHave')}
        note={target && demandsOf(target) > 0 ? String(demandsOf(target)) : undefined}
        defaultOpen
      >
        <MustHave transition={transition} bind={bind} />
      </InspectorSection>
      <InspectorSection
        {...inside('approval')}
        title={t('approval')}
        note={target?.requiresApproval ? t('needed') : t('notNeeded')}
      >
        <TargetApproval transition={transition} />
      </InspectorSection>
      <InspectorSection
        {...inside('thenDo')}
        title={t('thenDo')}
        note={count([...transition.actions, ...transition.actionIds])}
        defaultOpen
      >
        <TransitionActions binding={bind('actions')} />
        <ActionPicks binding={bind('actionIds')} label={t('companyActions')} />
      </InspectorSection>
      <InspectorSection {...inside('share')} title={t('share')}>
        <TransitionShare transition={transition} bind={bind} />
        <Facts
          rows={[
            [t('id'), transition.id],
            [t('created'), transition.createdAt],
            [t('updated'), transition.updatedAt],
          ]}
        />
      </InspectorSection>
    </>
  )
}
