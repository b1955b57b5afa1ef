import type { StageAction } from '../../../domain/process/action.ts'
import { parametersOf } from '../../../domain/process/actionParameters.ts'
import { isMasked, shownParameters } from '../../../domain/process/masking.ts'
import type { Logic } from '../../../domain/process/rule.ts'
import type { TransitionAction } from '../../../domain/process/transition.ts'
import { whyHidden } from '../../../editor/hidden.ts'
import { faultsInWords } from '../../../editor/parameterWords.ts'
import { useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import { LinkButton } from '../../../ui/actions/LinkButton.tsx'
import styles from './actions.module.css'
import { ParameterEdit } from './ParameterEdit.tsx'

interface ActionParametersProps {
  readonly action: StageAction
  readonly own: TransitionAction
  readonly readOnly: boolean
  readonly onType: (own: TransitionAction) => void
  readonly onDone: () => void
}

/** A form drawn from the schema of the action's type; each field says what is wrong with it. */
export function ActionParameters({ action, own, readOnly, onType, onDone }: ActionParametersProps) {
  const t = useText('actions')
  const reference = useEditorState((state) => state.reference)
  const hidden = isMasked(action.parameters)
  const company = shownParameters(action.parameters)
  const context = { ...company, ...own.parameters }
  const faults = hidden ? [] : faultsInWords(action.actionType, context)
  const put = (name: string, value: Logic | undefined) => {
    const { [name]: _, ...others } = own.parameters
    onType({ ...own, parameters: value === undefined ? others : { ...own.parameters, [name]: value } })
  }
  return (
    <>
      {hidden ? <p className={styles.unknown}>{t('companyHidden', { why: whyHidden(reference) })}</p> : null}
      {parametersOf(action.actionType).map((parameter) => (
        <ParameterEdit
          key={parameter.name}
          parameter={parameter}
          own={own.parameters[parameter.name]}
          company={company[parameter.name]}
          context={context}
          fault={faults.find(({ name }) => name === parameter.name)?.message}
          readOnly={readOnly}
          onType={(value) => put(parameter.name, value)}
          onDone={onDone}
        />
      ))}
      {faults
        .filter(({ known }) => !known)
        .map(({ name, message }) => (
          <p key={name} className={styles.unknown}>
            {message}
            {readOnly || !Object.hasOwn(own.parameters, name) ? null : (
              <LinkButton onClick={() => put(name, undefined)}>{t('removeParameter', { name })}</LinkButton>
            )}
          </p>
        ))}
    </>
  )
}
