import { stageNameOf, transitionNameOf } from '../../../domain/process/names.ts'
import { stagesInOrder } from '../../../domain/process/process.ts'
import { stageKind } from '../../../domain/process/stage.ts'
import { useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import { SelectField } from '../../../ui/forms/index.ts'
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
        <fieldset className={styles.chipsField}>
          <legend>{t('wayOut')}</legend>
          {led === undefined ? null : (
            <p className={styles.note}>{t('leadsOn', { name: stageNameOf(document, led) })}</p>
          )}
          <div>
            {stages
              .filter(({ id }) => id !== led)
              .map(({ id }) => (
                <label key={id}>
                  <input
                    type="checkbox"
                    checked={leadsTo.includes(id)}
                    onChange={({ target }) =>
                      onAnswers({
                        leadsTo: target.checked ? [...leadsTo, id] : leadsTo.filter((other) => other !== id),
                      })
                    }
                  />
                  <span>{stageNameOf(document, id)}</span>
                </label>
              ))}
          </div>
        </fieldset>
      ) : null}
    </div>
  )
}
