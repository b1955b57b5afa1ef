import { ruleSentence } from '../../../domain/engine/ruleSentence.ts'
import type { StageTransition } from '../../../domain/process/transition.ts'
import { useEditorState } from '../../../editor/react.ts'
import { stageNameOf } from '../../../editor/rowNames.ts'
import { useSay, useText } from '../../../text/index.ts'
import type { TransitionFields } from '../fields/binding.ts'
import { SwitchEdit } from '../fields/SwitchEdit.tsx'
import { EditAtStage } from './EditAtStage.tsx'
import styles from './transition.module.css'

interface MustHaveProps {
  readonly transition: StageTransition
  readonly bind: TransitionFields
}

/** What the entered stage demands, read from there; it is changed there as well. */
export function MustHave({ transition, bind }: MustHaveProps) {
  const t = useText('transition')
  const says = useSay()
  const document = useEditorState((state) => state.document)
  const fields = useEditorState((state) => state.reference.fields)
  const target = document.stages[transition.toStageId]
  if (!target) return <p className={styles.nothing}>{t('targetMissing')}</p>
  const name = stageNameOf(document, target.id)
  const sentence = (check: Parameters<typeof ruleSentence>[0]) => says.rule(ruleSentence(check, fields))
  const demands = [
    ...target.requiredFields.map((key) => ({
      id: `field ${key}`,
      words: t('fieldFilled', { field: fields[key]?.label || key }),
      tag: t('requiredTag'),
    })),
    ...target.transitionRules
      .filter(({ kind }) => kind === 'entry')
      .map((rule) => ({ id: rule.id, words: sentence(rule.check), tag: t('entryTag') })),
    ...target.validationRules.map((rule) => ({
      id: rule.id,
      words:
        rule.when === undefined
          ? sentence(rule.check)
          : t('whenThen', { when: sentence(rule.when), check: sentence(rule.check) }),
      tag: t(rule.severity === 'warning' && !transition.requiresValidation ? 'warning' : 'ruleTag'),
    })),
  ]
  return (
    <>
      {demands.length === 0 ? (
        <p className={styles.nothing}>{t('demandsNothing', { name })}</p>
      ) : (
        <ul className={styles.demands}>
          {demands.map(({ id, words, tag }) => (
            <li key={id}>
              <span className={styles.demand}>{words}</span>
              <span className={styles.tag}>{tag}</span>
            </li>
          ))}
        </ul>
      )}
      <EditAtStage stageId={target.id} sections={['requiredFields', 'validation', 'criteria']} />
      <SwitchEdit binding={bind('requiresValidation')} label={t('strict')} help={t('strictHelp')} />
    </>
  )
}
