import type { StageAction } from '../../../domain/process/action.ts'
import { parametersOf } from '../../../domain/process/actionParameters.ts'
import type { Logic } from '../../../domain/process/rule.ts'
import type { TransitionAction } from '../../../domain/process/transition.ts'
import { faultsInWords } from '../../../editor/parameterWords.ts'
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
  const context = { ...action.parameters, ...own.parameters }
  const faults = faultsInWords(action.actionType, context)
  const put = (name: string, value: Logic | undefined) => {
    const { [name]: _, ...others } = own.parameters
    onType({ ...own, parameters: value === undefined ? others : { ...own.parameters, [name]: value } })
  }
  return (
    <>
      {parametersOf(action.actionType).map((parameter) => (
        <ParameterEdit
          key={parameter.name}
          parameter={parameter}
          own={own.parameters[parameter.name]}
          company={action.parameters[parameter.name]}
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
