import Button from '@mui/material/Button'
import { type ReactNode, Suspense, use, useState } from 'react'
import type { Beginning, ImportedFrom } from '../../domain/process/beginning.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { Template } from '../../domain/templates/index.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { readyTemplates } from '../../editor/readyTemplates.ts'
import { freshIds } from '../../interchange/freshIds.ts'
import { say, useText } from '../../text/index.ts'
import { SkeletonRows } from '../../ui/feedback/SkeletonRows.tsx'
import { FieldError } from '../../ui/forms/FieldError.tsx'
import { NameFields } from './NameFields.tsx'
import styles from './start.module.css'
import type { StepProps } from './Wizard.tsx'
import { idOf, named, type Start, suggestedName } from './wizardSteps.ts'

const keyOf = (start: Start): string => ('id' in start ? `${start.kind} ${start.id}` : start.kind)

/** Blank, a file or a template. Choosing another one replaces the content as one step that undo brings back. */
export function StartStep(props: StepProps) {
  const { answers, onAnswers, importDialog, ownTemplates, newId, taken, errors } = props
  const t = useText('wizard')
  const editor = useEditor()
  const [importing, setImporting] = useState(false)
  const count = useEditorState(({ document }) => Object.keys(document.stages).length)
  const { start } = answers
  const chosen = start && keyOf(start)

  /** Still as suggested, if at all. */
  const unnamed = answers.processName === suggestedName(answers.from, taken)

  const choose = (next: Start, ready?: Template) => {
    if (chosen === keyOf(next)) return
    const own = next.kind === 'own' ? ownTemplates.find(({ id }) => id === next.id) : undefined
    const name = ready?.name ?? own?.templateName
    const from: Beginning | null = name === undefined ? null : { kind: 'template', name }
    onAnswers({
      start: next,
      from,
      ...(unnamed ? named(suggestedName(from, taken), answers, taken) : {}),
    })
    if (ready) {
      const built = ready.build(newId, editor.store.getState().document.process.companyId)
      editor.dispatch('applyTemplate', { name: ready.name, built })
    } else if (own) {
      const document = freshIds(own.document, newId)
      editor.dispatch('replaceDocument', { document, label: `Apply template “${own.templateName}”` })
    } else if (count > 0 && start !== null) {
      const { document } = editor.store.getState()
      const empty = { ...document, stages: {}, transitions: {}, scenarios: {}, waivers: {} }
      editor.dispatch('replaceDocument', { document: empty, label: t('blank') })
    }
  }
  const take = (given: ProcessDocument, { format, files }: ImportedFrom) => {
    const { processName } = given.process
    const done = editor.dispatch('replaceDocument', { document: given, label: t('importFile') })
    if (!done.ok) throw new Error(say(done.reason))
    onAnswers({
      start: { kind: 'import' },
      from: { kind: 'import', format, files },
      ...(unnamed ? { processName, processCode: given.process.processCode } : {}),
    })
    setImporting(false)
  }
  const wrongId = `${idOf('start')}-error`
  const wrong = errors.find(({ field }) => field === idOf('start'))?.message
  const option = (value: Start, name: string, about: string, ready?: Template) => (
    <label key={keyOf(value)} className={styles.option}>
      <input
        type="radio"
        name="wizard-start"
        // Where what is wrong with the choice leads: there is always a blank one.
        {...(value.kind === 'blank' ? { id: idOf('start') } : {})}
        checked={chosen === keyOf(value)}
        onChange={() => choose(value, ready)}
      />
      <span>
        <strong>{name}</strong> <small>{about}</small>
      </span>
    </label>
  )
  return (
    <>
      <fieldset className={styles.options} aria-describedby={wrong ? wrongId : undefined}>
        <legend>{t('startLegend')}</legend>
        <FieldError id={wrongId}>{wrong}</FieldError>
        <div className={styles.optionPair}>
          {option({ kind: 'blank' }, t('blank'), t('blankBody'))}
          {importDialog ? option({ kind: 'import' }, t('importFile'), t('importBody')) : null}
        </div>
        {start?.kind === 'import' && importDialog ? (
          <p className={styles.importLine}>
            <Button variant="outlined" onClick={() => setImporting(true)}>
              {t('importOpen')}
            </Button>
            {count > 0 ? <span>{t('imported', { count })}</span> : null}
          </p>
        ) : null}
        {ownTemplates.length > 0 ? (
          <>
            <h3>{t('ownTemplates')}</h3>
            <div className={styles.optionPair}>
              {ownTemplates.map(({ id, templateName, description }) =>
                option({ kind: 'own', id }, templateName, description),
              )}
            </div>
          </>
        ) : null}
        <h3>{t('templates')}</h3>
        <div className={styles.optionPair}>
          <Suspense fallback={<SkeletonRows what={t('templates')} rows={4} />}>
            <ReadyTemplates>
              {(template) =>
                option(
                  { kind: 'template', id: template.id },
                  template.name,
                  t('templateOf', { audience: template.audience }),
                  template,
                )
              }
            </ReadyTemplates>
          </Suspense>
        </div>
        {importing ? importDialog?.({ onClose: () => setImporting(false), onImported: take }) : null}
      </fieldset>
      <h3>{t('nameIt')}</h3>
      <NameFields {...props} />
    </>
  )
}

const ReadyTemplates = ({ children }: { readonly children: (template: Template) => ReactNode }) =>
  use(readyTemplates()).map(children)
