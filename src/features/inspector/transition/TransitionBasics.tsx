import { stageNameOf } from '../../../domain/process/names.ts'
import { stagesInOrder } from '../../../domain/process/process.ts'
import type { StageTransition } from '../../../domain/process/transition.ts'
import { useEditor, useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import { controlId, type TransitionFields } from '../fields/binding.ts'
import { ChoiceEdit } from '../fields/ChoiceEdit.tsx'
import { FieldFrame } from '../fields/FieldFrame.tsx'
import { NumberEdit, requiredNumber } from '../fields/NumberEdit.tsx'
import { Segmented } from '../fields/Segmented.tsx'
import { SwitchEdit } from '../fields/SwitchEdit.tsx'
import { TextEdit } from '../fields/TextEdit.tsx'
import styles from '../inspector.module.css'

interface TransitionBasicsProps {
  readonly transition: StageTransition
  readonly bind: TransitionFields
}

/** What the move is called, which stages it joins and what sets it off. */
export function TransitionBasics({ transition, bind }: TransitionBasicsProps) {
  const t = useText('inspector')
  const automatic = bind('isAutomatic')
  return (
    <>
      <TextEdit
        binding={bind('transitionName')}
        label={t('name')}
        maxLength={100}
        placeholder={t('unnamed')}
      />
      <Ends transition={transition} readOnly={automatic.readOnly} />
      <FieldFrame field="isAutomatic" problems={automatic.problems}>
        <Segmented
          label={t('trigger')}
          value={transition.isAutomatic ? 'automatic' : 'manual'}
          options={[
            { value: 'manual', label: t('manual') },
            { value: 'automatic', label: t('automatic') },
          ]}
          readOnly={automatic.readOnly}
          onChange={(trigger) => void automatic.set(trigger === 'automatic')}
        />
      </FieldFrame>
      {transition.isAutomatic || transition.afterDays !== null || transition.priority !== 0 ? (
        <div className={styles.pair}>
          <NumberEdit
            binding={bind('afterDays')}
            label={t('afterDays')}
            help={t('afterDaysHelp')}
            unit={t('days')}
            min={0}
            optional
          />
          <NumberEdit
            binding={requiredNumber(bind('priority'))}
            label={t('priority')}
            help={t('priorityHelp')}
            integer
          />
        </div>
      ) : null}
      <SwitchEdit binding={bind('isRework')} label={t('rework')} help={t('reworkHelp')} />
    </>
  )
}

/** The two ends. "Any open stage" as source makes the transition global. */
function Ends({
  transition,
  readOnly,
}: {
  readonly transition: StageTransition
  readonly readOnly: boolean
}) {
  const t = useText('inspector')
  const editor = useEditor()
  const document = useEditorState((state) => state.document)
  const stages = stagesInOrder(document)
  const transitionId = transition.id
  const reconnect = (ends: { fromStageId?: string | null; toStageId?: string }) => {
    const done = editor.dispatch('reconnectTransition', { transitionId, ...ends })
    return done.ok ? null : done.reason
  }
  const options = stages.map((stage) => ({ value: stage.id, label: stageNameOf(document, stage.id) }))
  const end = { problems: [], readOnly, done: () => editor.closeStep() }
  const from = (id: string | null) => reconnect({ fromStageId: id })
  const to = (id: string | null) => (id === null ? null : reconnect({ toStageId: id }))
  return (
    <>
      <ChoiceEdit
        binding={{
          ...end,
          field: 'fromStageId',
          id: controlId('fromStageId'),
          value: transition.isGlobal ? null : transition.fromStageId,
          set: from,
          type: from,
        }}
        label={t('from')}
        none={t('anyOpenStage')}
        options={options}
      />
      <ChoiceEdit
        binding={{
          ...end,
          field: 'toStageId',
          id: controlId('toStageId'),
          value: transition.toStageId,
          set: to,
          type: to,
        }}
        label={t('to')}
        options={options}
      />
    </>
  )
}
