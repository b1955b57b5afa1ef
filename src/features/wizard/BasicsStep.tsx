import { codeFromName, uniqueCode } from '../../domain/commands/stageCode.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { SwitchField, TextField } from '../../ui/forms/index.ts'
import type { StepProps } from './Wizard.tsx'
import styles from './wizard.module.css'
import { idOf } from './wizardSteps.ts'

const policies = [
  { key: 'allow_rework', label: 'allowRework', help: 'allowReworkHelp' },
  { key: 'probability_must_not_decrease', label: 'notDecrease', help: 'notDecreaseHelp' },
  { key: 'single_closed_stages', label: 'singleClosed', help: 'singleClosedHelp' },
] as const

/** What the process is called and what it allows. */
export function BasicsStep({ answers, onAnswers, taken, errors }: StepProps) {
  const t = useText('wizard')
  const editor = useEditor()
  const process = useEditorState(({ document }) => document.process)
  const errorOf = (field: string) => errors.find((error) => error.field === idOf(field))?.message

  const rename = (processName: string) => {
    const processCode = answers.ownCode
      ? answers.processCode
      : processName.trim() === ''
        ? ''
        : uniqueCode(taken.codes, codeFromName(processName))
    onAnswers({ processName, processCode })
  }
  return (
    <div className={styles.form}>
      <TextField
        id={idOf('name')}
        label={t('name')}
        required
        maxLength={100}
        autoComplete="off"
        value={answers.processName}
        error={errorOf('name')}
        onChange={(event) => rename(event.target.value)}
      />
      <TextField
        id={idOf('code')}
        label={t('code')}
        help={t('codeHelp')}
        required
        maxLength={20}
        autoComplete="off"
        spellCheck={false}
        value={answers.processCode}
        error={errorOf('code')}
        onChange={(event) =>
          onAnswers({ processCode: event.target.value, ownCode: event.target.value !== '' })
        }
      />
      <TextField
        id={idOf('description')}
        label={t('description')}
        rows={3}
        value={process.description}
        onChange={(event) =>
          editor.dispatch(
            'updateProcess',
            { changes: { description: event.target.value } },
            { mergeKey: 'description' },
          )
        }
        onBlur={() => editor.closeStep()}
      />
      <fieldset className={styles.policies}>
        <legend>{t('policies')}</legend>
        {policies.map(({ key, label, help }) => (
          <SwitchField
            key={key}
            label={t(label)}
            help={t(help)}
            checked={process.policies[key]}
            onChange={(checked) => editor.dispatch('setPolicies', { changes: { [key]: checked } })}
          />
        ))}
      </fieldset>
    </div>
  )
}
