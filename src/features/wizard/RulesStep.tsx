import { useState } from 'react'
import { stagesInOrder } from '../../domain/process/process.ts'
import { type SalesStage, stageKind } from '../../domain/process/stage.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { Section } from '../../ui/layout/Section.tsx'
import { FieldPicker } from './FieldPicker.tsx'
import { StageRules } from './StageRules.tsx'
import styles from './steps.module.css'
import { unfinishedRules } from './unfinishedRules.ts'
import type { StepProps } from './Wizard.tsx'

/** What each stage asks of a deal, stage by stage. */
export function RulesStep({ errors, newId }: StepProps) {
  const t = useText('wizard')
  const editor = useEditor()
  const stages = useEditorState(({ document }) => stagesInOrder(document).filter((stage) => stage.isActive))
  const reference = useEditorState((state) => state.reference)
  const [opened, setOpened] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        stages
          .filter((stage) => stageKind(stage) === 'open')
          .slice(0, 1)
          .map(({ id }) => id),
      ),
  )
  const toggle = (id: string, open: boolean) => {
    const next = new Set(opened)
    if (open) next.add(id)
    else next.delete(id)
    setOpened(next)
  }
  const noteOf = ({ requiredFields, validationRules, transitionRules }: SalesStage) => {
    const rules = validationRules.length + transitionRules.length
    if (requiredFields.length === 0 && rules === 0) return t('nothingAsked')
    return t('asked', {
      fields: t('fieldsCount', { count: requiredFields.length }),
      rules: t('rulesCount', { count: rules }),
    })
  }
  return (
    <div className={styles.sections}>
      {stages.map((stage) => {
        // An error that the summary leads to must have its field on the screen.
        const wrong = errors.length > 0 && unfinishedRules(stage).length > 0
        return (
          <Section
            key={stage.id}
            title={stage.stageName || t('unnamed')}
            note={noteOf(stage)}
            open={wrong || opened.has(stage.id)}
            onToggle={(open) => toggle(stage.id, open)}
          >
            <div className={styles.fields}>
              <p>{t('requiredFields')}</p>
              <FieldPicker
                id={`wizard-${stage.id}-fields`}
                value={stage.requiredFields}
                fields={reference.fields}
                onChange={(requiredFields) =>
                  editor.dispatch('updateStage', { stageId: stage.id, changes: { requiredFields } })
                }
              />
            </div>
            <StageRules
              stageName={stage.stageName || t('unnamed')}
              value={stage}
              reference={reference}
              errors={errors}
              newId={newId}
              onChange={(changes, step) =>
                editor.dispatch(
                  'updateStage',
                  { stageId: stage.id, changes },
                  step === null ? {} : { mergeKey: step },
                )
              }
              onDone={() => editor.closeStep()}
            />
          </Section>
        )
      })}
    </div>
  )
}
