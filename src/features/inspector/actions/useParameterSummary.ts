import type { StageAction } from '../../../domain/process/action.ts'
import { parametersOf } from '../../../domain/process/actionParameters.ts'
import { isMasked } from '../../../domain/process/masking.ts'
import type { Logic } from '../../../domain/process/rule.ts'
import type { TransitionAction } from '../../../domain/process/transition.ts'
import { useEditorState } from '../../../editor/react.ts'
import { approverWords } from '../../../editor/whoWords.ts'
import { language, useText } from '../../../text/index.ts'

/** "To: owner, Subject: Moved": the parameters as they take effect, as far as they are set. */
export function useParameterSummary() {
  const t = useText('actions')
  const words = useText('hidden')
  const { fields, approvalWorkflows } = useEditorState(({ reference }) => reference)
  return (action: StageAction, own?: TransitionAction): string => {
    if (isMasked(action.parameters)) return words('hidden')
    const values: Readonly<Record<string, Logic>> = { ...action.parameters, ...own?.parameters }
    const shown = parametersOf(action.actionType).flatMap(({ name, kind }) => {
      const value = values[name]
      if (value === undefined || value === null || value === '') return []
      const plain = typeof value === 'string' ? value : JSON.stringify(value)
      const words =
        kind === 'field'
          ? (fields[plain]?.label ?? plain)
          : kind === 'workflow'
            ? (approvalWorkflows[plain]?.workflowName ?? plain)
            : name === 'to' || name === 'assignee'
              ? personInWords(plain)
              : plain
      return [t('parameterIs', { name: t(`parameter_${name}`), value: words })]
    })
    return new Intl.ListFormat(language(), { style: 'short', type: 'unit' }).format(shown)
  }
}

/** Who somebody is for the deal, in words; an address stays as it is. */
const personInWords = (ref: string): string => (/^[a-z_]+$/.test(ref) ? approverWords(ref) : ref)
