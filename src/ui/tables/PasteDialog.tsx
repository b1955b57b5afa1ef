import { useMemo, useState } from 'react'
import { useText } from '../../text/entrance.ts'
import { SelectField, TextField } from '../forms/index.ts'
import { ChangePreview } from './ChangePreview.tsx'
import { PlanDialog } from './PlanDialog.tsx'
import { hasHeader, type Mapping, mappingOf, type PasteField, recordsOf } from './pastedCells.ts'
import { nothingPlanned, type Plan } from './plan.ts'
import styles from './preview.module.css'
import { readSheet } from './sheet.ts'

export interface PasteMode {
  readonly id: string
  readonly label: string
}

interface PasteDialogProps {
  readonly title: string
  readonly description: string
  readonly fields: readonly PasteField[]
  /** What can be done with the cells; the first is chosen at first where there is no better one. */
  readonly modes: readonly PasteMode[]
  readonly initialMode: (header: boolean) => string
  readonly initialText: string
  /** The column the cells were pasted at. */
  readonly start: string | null
  readonly plan: (mode: string, records: readonly Record<string, string>[]) => Plan
  readonly onClose: () => void
}

/** Cells from a spreadsheet: what each column holds, what to do with them, and every change before it is made. */
export function PasteDialog(props: PasteDialogProps) {
  const { fields, modes, start, plan: planOf, onClose } = props
  const t = useText('tables')
  const [text, setText] = useState(props.initialText)
  const sheet = useMemo(() => readSheet(text), [text])
  const [chosenHeader, setHeader] = useState<boolean | null>(null)
  const header = chosenHeader ?? hasHeader(sheet, fields)
  const [chosenMode, setMode] = useState<string | null>(null)
  const mode = chosenMode ?? props.initialMode(header)
  const [chosen, setChosen] = useState<Readonly<Record<number, string>>>({})
  const mapping: Mapping = useMemo(
    () =>
      mappingOf(sheet, fields, { header, start: mode === 'block' ? start : null }).map(
        (field, index) => chosen[index] ?? field,
      ),
    [sheet, fields, header, mode, start, chosen],
  )
  const plan = useMemo(
    () => (sheet.length === 0 ? nothingPlanned : planOf(mode, recordsOf(sheet, { header, mapping }))),
    [sheet, header, mapping, mode, planOf],
  )
  return (
    <PlanDialog
      {...{ plan, onClose }}
      title={props.title}
      description={props.description}
      nothing={t('nothingFits')}
      field="paste-text"
    >
      {(forget) => (
        <>
          <TextField
            id="paste-text"
            label={t('pasteText')}
            help={t('pasteHelp')}
            rows={3}
            spellCheck={false}
            autoFocus={props.initialText === ''}
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              setChosen({})
              forget()
            }}
          />
          {sheet.length > 0 ? (
            <>
              <div className={styles.choices}>
                <fieldset className={styles.modes}>
                  <legend>{t('pasteMode')}</legend>
                  {modes.map(({ id, label }) => (
                    <label key={id}>
                      <input
                        type="radio"
                        name="paste-mode"
                        checked={mode === id}
                        onChange={() => setMode(id)}
                      />
                      <span>{label}</span>
                    </label>
                  ))}
                </fieldset>
                <label className={styles.header}>
                  <input
                    type="checkbox"
                    checked={header}
                    onChange={(event) => {
                      setHeader(event.target.checked)
                      setChosen({})
                    }}
                  />
                  <span>{t('pasteHeader')}</span>
                </label>
              </div>
              <fieldset className={styles.modes}>
                <legend>{t('pasteMapping')}</legend>
                <div className={styles.fields}>
                  {mapping.map((field, index) => {
                    const sample = (sheet[0]?.[index] ?? '').trim().slice(0, 24)
                    const number = index + 1
                    return (
                      <SelectField
                        // biome-ignore lint/suspicious/noArrayIndexKey: a pasted column has no identity but its place
                        key={index}
                        label={
                          sample === ''
                            ? t('pasteColumnEmpty', { number })
                            : t('pasteColumn', { number, sample })
                        }
                        value={field}
                        options={[
                          { value: '', label: t('leaveOut') },
                          ...fields.map(({ id, label }) => ({ value: id, label })),
                        ]}
                        onChange={(event) => {
                          const next = event.target.value
                          const freed = mapping.findIndex((one) => one === next && next !== '')
                          setChosen({ ...chosen, ...(freed >= 0 ? { [freed]: '' } : {}), [index]: next })
                        }}
                      />
                    )
                  })}
                </div>
              </fieldset>
              <ChangePreview changes={plan.changes} />
            </>
          ) : null}
        </>
      )}
    </PlanDialog>
  )
}
