import { useEditorState } from '../../../editor/react.ts'
import { FieldPicker } from '../FieldPicker.tsx'
import type { StageStepProps } from './StageWizard.tsx'
import { stageFieldId } from './stageErrors.ts'

/** Fields that must be filled before a deal enters. */
export function StageFieldsStep({ answers, onAnswers }: StageStepProps) {
  const fields = useEditorState((state) => state.reference.fields)
  return (
    <FieldPicker
      id={stageFieldId('fields')}
      value={answers.requiredFields}
      fields={fields}
      onChange={(requiredFields) => onAnswers({ requiredFields })}
    />
  )
}
