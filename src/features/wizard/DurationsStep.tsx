import Button from '@mui/material/Button'
import { stagesInOrder } from '../../domain/process/process.ts'
import { stageKind } from '../../domain/process/stage.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { readNumber } from '../../ui/forms/readNumber.ts'
import { CellInput } from '../../ui/tables/CellInput.tsx'
import styles from './wizard.module.css'

const columns = [
  { field: 'averageDurationDays', label: 'average' },
  { field: 'maxDurationDays', label: 'maximum' },
] as const

/** How long deals stay, stage by stage. */
export function DurationsStep() {
  const t = useText('wizard')
  const editor = useEditor()
  const stages = useEditorState(({ document }) =>
    stagesInOrder(document).filter((stage) => stageKind(stage) === 'open'),
  )
  const suggest = () => {
    const changes = Object.fromEntries(
      stages.flatMap(({ id, averageDurationDays, maxDurationDays }) =>
        averageDurationDays !== null && maxDurationDays === null
          ? [[id, { maxDurationDays: averageDurationDays * 2 }]]
          : [],
      ),
    )
    const count = Object.keys(changes).length
    if (count > 0) editor.dispatch('updateStages', { changes })
    announce(t('suggested', { count }))
  }
  if (stages.length === 0) return <p className={styles.nothing}>{t('noOpen')}</p>
  return (
    <>
      <table className={styles.table}>
        <caption className="sr-only">{t('durationsCaption')}</caption>
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
              <th scope="row" className={styles.plainName}>
                {stage.stageName || t('unnamed')}
              </th>
              {columns.map(({ field, label }) => (
                <td key={field} data-align="end">
                  <CellInput
                    column={label}
                    label={t('ofStage', { column: t(label), name: stage.stageName || t('unnamed') })}
                    value={stage[field] === null ? '' : String(stage[field])}
                    align="end"
                    inputMode="decimal"
                    placeholder="–"
                    commit={(given) => {
                      const number = given.trim() === '' ? null : readNumber(given)
                      if (number !== null && !(number >= 0)) return t('daysWrong')
                      const changes = { [field]: number }
                      const done = editor.dispatch('updateStage', { stageId: stage.id, changes })
                      return done.ok ? null : done.reason
                    }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.adding}>
        <Button variant="outlined" size="small" onClick={suggest}>
          {t('suggest')}
        </Button>
      </p>
    </>
  )
}
