import { stagesInOrder } from '../../../domain/process/process.ts'
import { stageKind } from '../../../domain/process/stage.ts'
import { useEditorState } from '../../../editor/react.ts'
import { stageNameOf, transitionNameOf } from '../../../editor/rowNames.ts'
import { useText } from '../../../text/index.ts'
import { SelectField } from '../../../ui/forms/index.ts'
import { ChipChoice } from '../ChipChoice.tsx'
import styles from '../steps.module.css'
import type { StageStepProps } from './StageWizard.tsx'
import { standingWays } from './stageAnswers.ts'

/** How deals come to the stage, and where they go from it. */
export function StageWaysStep({ answers: given, onAnswers }: StageStepProps) {
  const t = useText('wizard')
  const document = useEditorState((state) => state.document)
  const answers = standingWays(given, document)
  const { way, leadsTo } = answers
  const stages = stagesInOrder(document)
  const open = stages.filter((stage) => stageKind(stage) === 'open')
  const transitions = Object.values(document.transitions)
  const isOpen = answers.kind === 'open'
  const [firstTransition] = transitions
  const last = open.at(-1)
  const led = way.kind === 'insert' ? document.transitions[way.transitionId]?.toStageId : undefined
  const choices = [
    ...(isOpen && firstTransition
      ? [
          {
            kind: 'insert',
            label: t('wayInsert'),
            pick: () => ({ kind: 'insert' as const, transitionId: firstTransition.id }),
          },
        ]
      : []),
    ...(last
      ? [{ kind: 'after', label: t('wayAfter'), pick: () => ({ kind: 'after' as const, stageId: last.id }) }]
      : []),
    { kind: 'alone', label: t('wayAlone'), pick: () => ({ kind: 'alone' as const }) },
  ]
  return (
    <div className={styles.form}>
      <fieldset className={styles.radios}>
        <legend>{t('wayIn')}</legend>
        {choices.map(({ kind, label, pick }) => (
          <label key={kind}>
            <input
              type="radio"
              name="new-stage-way"
              checked={way.kind === kind}
              onChange={() => onAnswers({ way: pick() })}
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      {way.kind === 'insert' ? (
        <SelectField
          label={t('whichTransition')}
          value={way.transitionId}
          options={transitions.map(({ id }) => ({ value: id, label: transitionNameOf(document, id) }))}
          onChange={(event) => onAnswers({ way: { kind: 'insert', transitionId: event.target.value } })}
        />
      ) : null}
      {way.kind === 'after' ? (
        <SelectField
          label={t('whichStage')}
          value={way.stageId}
          options={open.map(({ id }) => ({ value: id, label: stageNameOf(document, id) }))}
          onChange={(event) => onAnswers({ way: { kind: 'after', stageId: event.target.value } })}
        />
      ) : null}
      {isOpen ? (
        <ChipChoice
          legend={t('wayOut')}
          note={led === undefined ? null : t('leadsOn', { name: stageNameOf(document, led) })}
          chips={stages
            .filter(({ id }) => id !== led)
            .map(({ id }) => ({ id, label: stageNameOf(document, id) }))}
          value={leadsTo}
          onChange={(next) => onAnswers({ leadsTo: next })}
        />
      ) : null}
    </div>
  )
}
