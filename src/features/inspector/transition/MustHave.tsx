import { ruleSentence } from '../../../domain/engine/ruleSentence.ts'
import { stageNameOf } from '../../../domain/process/names.ts'
import type { StageTransition } from '../../../domain/process/transition.ts'
import { useEditor, useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import type { TransitionFields } from '../fields/binding.ts'
import { SwitchEdit } from '../fields/SwitchEdit.tsx'
import styles from '../inspector.module.css'
import { setSectionOpen } from '../sections.ts'

interface MustHaveProps {
  readonly transition: StageTransition
  readonly bind: TransitionFields
}

/** What the entered stage demands, read from there; it is changed there as well. */
export function MustHave({ transition, bind }: MustHaveProps) {
  const t = useText('inspector')
  const editor = useEditor()
  const document = useEditorState((state) => state.document)
  const fields = useEditorState((state) => state.reference.fields)
  const target = document.stages[transition.toStageId]
  if (!target) return <p className={styles.nothing}>{t('targetMissing')}</p>
  const name = stageNameOf(document, target.id)
  const entry = target.transitionRules.filter(({ kind }) => kind === 'entry')
  const demands = [
    ...target.requiredFields.map((key) => ({
      id: `field ${key}`,
      words: t('fieldFilled', { field: fields[key]?.label || key }),
      tag: undefined,
    })),
    ...entry.map((rule) => ({ id: rule.id, words: ruleSentence(rule.check, fields), tag: undefined })),
    ...target.validationRules.map((rule) => ({
      id: rule.id,
      words:
        rule.when === undefined
          ? ruleSentence(rule.check, fields)
          : t('whenThen', { when: ruleSentence(rule.when, fields), check: ruleSentence(rule.check, fields) }),
      tag: rule.severity === 'warning' && !transition.requiresValidation ? t('severity_warning') : undefined,
    })),
  ]
  const goThere = () => {
    for (const section of ['requiredFields', 'validation', 'criteria'])
      setSectionOpen(`stage.${section}`, true)
    editor.select([{ kind: 'stage', id: target.id }])
    editor.reveal({ kind: 'stage', id: target.id })
  }
  return (
    <>
      {demands.length === 0 ? (
        <p className={styles.nothing}>{t('demandsNothing', { name })}</p>
      ) : (
        <ul className={styles.demands}>
          {demands.map(({ id, words, tag }) => (
            <li key={id}>
              {words}
              {tag === undefined ? null : <span className={styles.ruleTag}>{tag}</span>}
            </li>
          ))}
        </ul>
      )}
      <button type="button" className={styles.link} onClick={goThere}>
        {t('editAtStage', { name })}
      </button>
      <SwitchEdit binding={bind('requiresValidation')} label={t('strict')} help={t('strictHelp')} />
    </>
  )
}
