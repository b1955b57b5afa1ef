/** Fields that several transitions share, changed in all of them as one step of undo. */
import type { TransitionChanges } from '../../../domain/commands/changes.ts'
import type { CommandCall } from '../../../domain/commands/registry.ts'
import { stagesInOrder } from '../../../domain/process/process.ts'
import type { StageTransition } from '../../../domain/process/transition.ts'
import { useEditor, useEditorState } from '../../../editor/react.ts'
import { stageNameOf } from '../../../editor/rowNames.ts'
import { say, useText } from '../../../text/index.ts'
import { ActionPicks } from '../actions/ActionPicks.tsx'
import type { Binding } from '../fields/binding.ts'
import { InspectorSection } from '../InspectorSection.tsx'
import styles from '../inspector.module.css'
import { SharedChoice } from './SharedChoice.tsx'
import { SharedNumber } from './SharedNumber.tsx'
import { commonOf, mixed, type Shared, sharedBinding, sharedOf, withCommon } from './shared.ts'

type Field = 'isAutomatic' | 'isRework' | 'requiresValidation' | 'priority' | 'afterDays' | 'weight'

export function SeveralTransitions({ transitions }: { readonly transitions: readonly StageTransition[] }) {
  const t = useText('inspector')
  const editor = useEditor()
  const { document, readOnly } = useEditorState((state) => ({
    document: state.document,
    readOnly: state.readOnly !== null,
  }))
  const count = transitions.length
  const given = {
    readOnly,
    mergeKey: transitions.map(({ id }) => id).join(' '),
    done: () => editor.closeStep(),
  }
  const change = (
    label: string,
    callOf: (transition: StageTransition) => CommandCall,
    mergeKey?: string,
  ): string | null => {
    const fix = { title: t('changeOfTransitions', { label, count }), calls: transitions.map(callOf) }
    const done = editor.dispatch('applyFix', fix, mergeKey === undefined ? {} : { mergeKey })
    return done.ok ? null : say(done.reason)
  }
  const update =
    (changesOf: (transition: StageTransition) => TransitionChanges) =>
    (transition: StageTransition): CommandCall => ({
      id: 'updateTransition',
      payload: { transitionId: transition.id, changes: changesOf(transition) },
    })
  const bind = <Name extends Field>(field: Name, label: string): Binding<Shared<StageTransition[Name]>> =>
    sharedBinding({
      ...given,
      field,
      value: sharedOf(transitions, (transition) => transition[field]),
      change: (value, mergeKey) =>
        value === mixed
          ? null
          : change(
              label,
              update(() => ({ [field]: value })),
              mergeKey,
            ),
    })
  const end = <Name extends 'fromStageId' | 'toStageId'>(field: Name, label: string) =>
    sharedBinding<Shared<string | null>>({
      ...given,
      field,
      value: sharedOf(transitions, (transition) => transition[field]),
      change: (value) =>
        value === mixed || (value === null && field === 'toStageId')
          ? null
          : change(label, ({ id }) => ({
              id: 'reconnectTransition',
              payload: { transitionId: id, [field]: value },
            })),
    })
  const had = commonOf(transitions.map(({ actionIds }) => actionIds))
  const stageIds = stagesInOrder(document).map(({ id }) => id)
  const stageName = (id: string | null) => (id === null ? t('anyOpenStage') : stageNameOf(document, id))
  const yesNo = (value: boolean) => t(value ? 'yes' : 'no')
  const automatic = transitions.some(({ isAutomatic }) => isAutomatic)
  return (
    <InspectorSection id="several.transitions" title={t('commonTransitionFields')} defaultOpen>
      <SharedChoice
        binding={end('fromStageId', t('from'))}
        label={t('from')}
        options={[null, ...stageIds]}
        name={stageName}
      />
      <SharedChoice binding={end('toStageId', t('to'))} label={t('to')} options={stageIds} name={stageName} />
      <div className={styles.pair}>
        <SharedChoice
          binding={bind('isAutomatic', t('trigger'))}
          label={t('trigger')}
          options={[false, true]}
          name={(value) => t(value ? 'automatic' : 'manual')}
        />
        <SharedChoice
          binding={bind('isRework', t('rework'))}
          label={t('rework')}
          options={[true, false]}
          name={yesNo}
        />
      </div>
      {automatic ? (
        <div className={styles.pair}>
          <SharedNumber
            binding={bind('afterDays', t('afterDays'))}
            label={t('afterDays')}
            unit={t('days')}
            optional
          />
          <SharedNumber binding={bind('priority', t('priority'))} label={t('priority')} />
        </div>
      ) : null}
      <SharedChoice
        binding={bind('requiresValidation', t('strict'))}
        label={t('strict')}
        options={[true, false]}
        name={yesNo}
      />
      <SharedNumber binding={bind('weight', t('weight'))} label={t('weight')} optional />
      <ActionPicks
        binding={sharedBinding<string[]>({
          ...given,
          field: 'actionIds',
          value: had,
          change: (next) =>
            change(
              t('actions'),
              update(({ actionIds }) => ({ actionIds: withCommon(actionIds, had, next) })),
            ),
        })}
        label={t('actionsOfAll')}
      />
    </InspectorSection>
  )
}
