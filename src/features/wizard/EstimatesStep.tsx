import Button from '@mui/material/Button'
import { stagesInOrder } from '../../domain/process/process.ts'
import { type SalesStage, stageKind } from '../../domain/process/stage.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { say, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { readNumber } from '../../ui/forms/readNumber.ts'
import { CellInput } from '../../ui/tables/CellInput.tsx'
import { PolicySwitch } from './PolicySwitch.tsx'
import styles from './steps.module.css'
import tables from './stepTables.module.css'
import { doubledMaximum, evenProbabilities } from './suggested.ts'

const columns = [
  { field: 'defaultProbability', label: 'probability' },
  { field: 'averageDurationDays', label: 'average' },
  { field: 'maxDurationDays', label: 'maximum' },
] as const
type Column = (typeof columns)[number]['field']

/** How likely deals are won from each stage, and how long they stay. */
export function EstimatesStep() {
  const t = useText('wizard')
  const editor = useEditor()
  const stages = useEditorState(({ document }) =>
    stagesInOrder(document).filter((stage) => stageKind(stage) === 'open'),
  )
  const suggest = (changes: Record<string, Partial<SalesStage>>) => {
    const count = Object.keys(changes).length
    if (count > 0) editor.dispatch('updateStages', { changes })
    announce(t('suggested', { count }))
  }
  const commit = (stage: SalesStage, field: Column, given: string): string | null => {
    const words = given.replace(/%$/, '').trim()
    const number = words === '' ? null : readNumber(words)
    if (field === 'defaultProbability') {
      if (number === null || !Number.isInteger(number) || number < 0 || number > 100)
        return t('probabilityWrong')
    } else if (number !== null && !(number >= 0)) return t('daysWrong')
    const done = editor.dispatch('updateStage', { stageId: stage.id, changes: { [field]: number } })
    return done.ok ? null : say(done.reason)
  }
  if (stages.length === 0) return <p className={styles.nothing}>{t('noOpen')}</p>
  return (
    <>
      <table className={`${tables.table} ${tables.estimates}`}>
        <caption className="sr-only">{t('estimatesCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('stageName')}</th>
            {columns.map(({ field, label }) => (
              <th key={field} scope="col" data-align="end">
                {t(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stages.map((stage) => (
            <tr key={stage.id}>
              <th scope="row" className={tables.plainName}>
                {stage.stageName || t('unnamed')}
              </th>
              {columns.map(({ field, label }) => (
                <td key={field} data-align="end" data-label={t(label)}>
                  <CellInput
                    column={label}
                    keepAs={`${stage.id} ${field}`}
                    label={t('ofStage', { column: t(label), name: stage.stageName || t('unnamed') })}
                    value={stage[field] === null ? '' : String(stage[field])}
                    align="end"
                    {...(field === 'defaultProbability' ? { unit: '%' } : {})}
                    inputMode="decimal"
                    placeholder="–"
                    commit={(given) => commit(stage, field, given)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.adding}>
        <Button variant="outlined" size="small" onClick={() => suggest(evenProbabilities(stages))}>
          {t('suggestProbabilities')}
        </Button>
        <Button variant="outlined" size="small" onClick={() => suggest(doubledMaximum(stages))}>
          {t('suggest')}
        </Button>
      </p>
      <PolicySwitch policy="probability_must_not_decrease" />
    </>
  )
}
