/** Actions with parameters of their own, in order. What a transition leaves out is as the company set it up. */
import Delete from '@mui/icons-material/DeleteOutlined'
import KeyboardArrowDown from '@mui/icons-material/KeyboardArrowDown'
import KeyboardArrowUp from '@mui/icons-material/KeyboardArrowUp'
import type { StageAction } from '../../../domain/process/action.ts'
import type { TransitionAction } from '../../../domain/process/transition.ts'
import { useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import { ToolButton } from '../../../ui/actions/ToolButton.tsx'
import type { Binding } from '../fields/binding.ts'
import { FieldFrame } from '../fields/FieldFrame.tsx'
import { moved } from '../fields/moved.ts'
import { Picker } from '../fields/PickEdit.tsx'
import { ProblemNotes } from '../fields/ProblemNotes.tsx'
import styles from '../inspector.module.css'
import { ParameterEdit } from './ParameterEdit.tsx'
import { parametersOf } from '../../../domain/process/actionParameters.ts'

export function TransitionActions({ binding }: { readonly binding: Binding<TransitionAction[]> }) {
  const t = useText('inspector')
  const actions = useEditorState((state) => state.reference.actions)
  const { value, problems, readOnly, set, type, done } = binding
  const byCode = new Map(Object.values(actions).map((action) => [action.actionCode, action]))
  return (
    <FieldFrame field={binding.field} problems={[]}>
      {value.length === 0 ? (
        <p className={styles.nothing}>{t('thenDoNothing')}</p>
      ) : (
        <ol className={styles.rules} aria-label={t('thenDo')}>
          {value.map((own, index) => {
            const action = byCode.get(own.action_code)
            const name = action?.actionName ?? t('unknownName', { name: own.action_code })
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same action may run twice
              <li key={`${own.action_code} ${index}`} className={styles.rule}>
                <div className={styles.ruleHead}>
                  <span className={styles.actionName}>
                    <span className={styles.ruleName}>{name}</span>
                    <span className={styles.ruleSentence}>
                      {action ? t(`action_${action.actionType}`) : t('unknownAction')}
                    </span>
                  </span>
                  {readOnly ? null : (
                    <>
                      <ToolButton
                        label={t('moveUp', { name })}
                        icon={<KeyboardArrowUp />}
                        size="small"
                        disabledReason={index === 0 ? t('isFirst') : null}
                        onClick={() => set(moved(value, index, index - 1))}
                      />
                      <ToolButton
                        label={t('moveDown', { name })}
                        icon={<KeyboardArrowDown />}
                        size="small"
                        disabledReason={index === value.length - 1 ? t('isLast') : null}
                        onClick={() => set(moved(value, index, index + 1))}
                      />
                      <ToolButton
                        label={t('remove', { name })}
                        icon={<Delete />}
                        size="small"
                        onClick={() => set(value.toSpliced(index, 1))}
                      />
                    </>
                  )}
                </div>
                <ProblemNotes problems={problems.filter(({ key }) => key === own.action_code)} />
                {action ? (
                  <Parameters
                    action={action}
                    own={own}
                    readOnly={readOnly}
                    onType={(next) => type(value.with(index, next))}
                    onDone={done}
                  />
                ) : null}
              </li>
            )
          })}
        </ol>
      )}
      {readOnly ? null : (
        <Picker
          add={t('addActionOwn')}
          options={Object.values(actions)
            .filter(({ isActive }) => isActive)
            .map(({ actionCode, actionName, actionType }) => ({
              value: actionCode,
              label: actionName,
              note: t(`action_${actionType}`),
            }))}
          onPick={(code) => set([...value, { action_code: code, parameters: {} }])}
        />
      )}
    </FieldFrame>
  )
}

interface ParametersProps {
  readonly action: StageAction
  readonly own: TransitionAction
  readonly readOnly: boolean
  readonly onType: (own: TransitionAction) => void
  readonly onDone: () => void
}

function Parameters({ action, own, readOnly, onType, onDone }: ParametersProps) {
  return (
    <div className={styles.parameters}>
      {parametersOf(action.actionType).map((parameter) => (
        <ParameterEdit
          key={parameter.name}
          parameter={parameter}
          own={own.parameters[parameter.name]}
          company={action.parameters[parameter.name]}
          context={{ ...action.parameters, ...own.parameters }}
          readOnly={readOnly}
          onType={(value) => {
            const { [parameter.name]: _, ...others } = own.parameters
            const parameters = value === undefined ? others : { ...own.parameters, [parameter.name]: value }
            onType({ ...own, parameters })
          }}
          onDone={onDone}
        />
      ))}
    </div>
  )
}
