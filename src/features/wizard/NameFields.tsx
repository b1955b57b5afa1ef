import { useEditor, useEditorState } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { TextField } from '../../ui/forms/index.ts'
import styles from './steps.module.css'
import type { StepProps } from './Wizard.tsx'
import { idOf, named } from './wizardSteps.ts'

/** What the process is called, how other systems refer to it, and what it is for. */
export function NameFields({ answers, onAnswers, taken, errors }: StepProps) {
  const t = useText('wizard')
  const editor = useEditor()
  const description = useEditorState(({ document }) => document.process.description)
  const errorOf = (field: string) => errors.find((error) => error.field === idOf(field))?.message

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
        onChange={(event) => onAnswers(named(event.target.value, answers, taken))}
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
        rows={2}
        value={description}
        onChange={(event) =>
          editor.dispatch(
            'updateProcess',
            { changes: { description: event.target.value } },
            { mergeKey: 'description' },
          )
        }
        onBlur={() => editor.closeStep()}
      />
    </div>
  )
}
