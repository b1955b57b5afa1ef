/** The deal before its walk: where it starts and what is known of it. */
import Button from '@mui/material/Button'
import { type FormEvent, useMemo, useState } from 'react'
import { graphOf } from '../../domain/process/graph.ts'
import type { Logic } from '../../domain/process/rule.ts'
import { useEditorState } from '../../editor/react.ts'
import { stageNameOf } from '../../editor/rowNames.ts'
import { useText } from '../../text/index.ts'
import { SelectField } from '../../ui/forms/SelectField.tsx'
import { Panel } from '../../ui/layout/Panel.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { FieldEditor } from './FieldEditor.tsx'
import styles from './simulate.module.css'
import { walkFields } from './usedFields.ts'
import type { Walk } from './walk.ts'

interface NewDealProps {
  readonly onStart: (walk: Walk) => void
}

const none = {}

export function NewDeal({ onStart }: NewDealProps) {
  const t = useText('simulate')
  const { document, reference } = useEditorState((state) => ({
    document: state.document,
    reference: state.reference,
  }))
  const { first, others } = useMemo(() => walkFields(document, reference, none), [document, reference])
  const [stageId, setStageId] = useState('')
  const [values, setValues] = useState<Readonly<Record<string, Logic>>>({})
  const { activeStages, entry } = graphOf(document)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const fields = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
    const at = new Date().toISOString()
    onStart({ start: { stageId: stageId === '' ? null : stageId, fields, at }, actions: [] })
  }
  const editor = (field: (typeof first)[number]) => (
    <FieldEditor
      key={field.key}
      field={field}
      value={values[field.key] ?? null}
      onChange={(value) => setValues((had) => ({ ...had, [field.key]: value }))}
    />
  )
  return (
    <Panel title={t('newDeal')}>
      <form className={styles.newDeal} onSubmit={submit} noValidate>
        <div className={styles.fields}>
          <SelectField
            label={t('startStage')}
            value={stageId}
            options={[
              {
                value: '',
                label: t('entryStage', { name: entry ? stageNameOf(document, entry.id) : '' }),
              },
              ...activeStages
                .filter((stage) => stage.id !== entry?.id)
                .map((stage) => ({ value: stage.id, label: stageNameOf(document, stage.id) })),
            ]}
            onChange={({ target }) => setStageId(target.value)}
          />
          {first.map(editor)}
        </div>
        {others.length > 0 ? (
          <div className={styles.boxed}>
            <Section title={t('otherFields')} note={t('fieldCount', { count: others.length })}>
              <div className={styles.fields}>{others.map(editor)}</div>
            </Section>
          </div>
        ) : null}
        <div>
          <Button type="submit" variant="contained">
            {t('start')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
