import Add from '@mui/icons-material/Add'
import ArrowDownward from '@mui/icons-material/ArrowDownward'
import ArrowUpward from '@mui/icons-material/ArrowUpward'
import Close from '@mui/icons-material/Close'
import Button from '@mui/material/Button'
import { useRef } from 'react'
import { stagesInOrder } from '../../domain/process/process.ts'
import { type SalesStage, type StageKind, stageKind } from '../../domain/process/stage.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { say, useText } from '../../text/index.ts'
import { ToolButton } from '../../ui/actions/ToolButton.tsx'
import { ColorDot } from '../../ui/display/ColorDot.tsx'
import { CellInput } from '../../ui/tables/CellInput.tsx'
import { CellSelect } from '../../ui/tables/CellSelect.tsx'
import { PolicySwitch } from './PolicySwitch.tsx'
import styles from './steps.module.css'
import tables from './stepTables.module.css'
import { idOf } from './wizardSteps.ts'

/** The steps of a deal: names, kinds, order. */
export function StagesStep() {
  const t = useText('wizard')
  const editor = useEditor()
  const body = useRef<HTMLTableSectionElement>(null)
  const stages = useEditorState(({ document }) => stagesInOrder(document))
  const focusName = (id: string | undefined) =>
    requestAnimationFrame(() =>
      body.current?.querySelector<HTMLElement>(`tr[data-stage="${id}"] [data-cell="name"]`)?.focus(),
    )

  const add = (kind: StageKind) => {
    const last = stages.findLast((stage) => stageKind(stage) === 'open')
    const done = editor.dispatch('addStage', {
      kind,
      ...(kind === 'open' && last ? { afterStageId: last.id } : {}),
    })
    if (done.ok) focusName(done.created[0]?.id)
  }
  const move = (stage: SalesStage, by: 1 | -1) => {
    const order = stages.map(({ id }) => id)
    const from = order.indexOf(stage.id)
    order.splice(from, 1)
    order.splice(from + by, 0, stage.id)
    editor.dispatch('reorderStages', { stageIds: order, movedStageId: stage.id })
  }
  const remove = (stage: SalesStage, index: number) => {
    editor.dispatch('removeStages', { stageIds: [stage.id] })
    focusName((stages[index + 1] ?? stages[index - 1])?.id)
  }
  return (
    <div id={idOf('stages')} tabIndex={-1} className="shows-focus">
      {stages.length === 0 ? (
        <p className={styles.nothing}>{t('noStages')}</p>
      ) : (
        <table className={`${tables.table} ${tables.stages}`}>
          <caption className="sr-only">{t('stagesCaption', { count: stages.length })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('stageName')}</th>
              <th scope="col">{t('kind')}</th>
              <th scope="col">
                <span className="sr-only">{t('actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody ref={body}>
            {stages.map((stage, index) => (
              <StageRow
                key={stage.id}
                stage={stage}
                first={index === 0}
                last={index === stages.length - 1}
                onMove={(by) => move(stage, by)}
                onRemove={() => remove(stage, index)}
              />
            ))}
          </tbody>
        </table>
      )}
      <p className={styles.adding}>
        {(['open', 'won', 'lost'] as const).map((kind) => (
          <Button
            key={kind}
            id={idOf(`add-${kind}`)}
            variant="outlined"
            size="small"
            startIcon={<Add />}
            onClick={() => add(kind)}
          >
            {t(kind === 'open' ? 'addStage' : kind === 'won' ? 'addWon' : 'addLost')}
          </Button>
        ))}
      </p>
      <PolicySwitch policy="single_closed_stages" />
    </div>
  )
}

interface StageRowProps {
  readonly stage: SalesStage
  readonly first: boolean
  readonly last: boolean
  readonly onMove: (by: 1 | -1) => void
  readonly onRemove: () => void
}

function StageRow({ stage, first, last, onMove, onRemove }: StageRowProps) {
  const t = useText('wizard')
  const editor = useEditor()
  const kind = stageKind(stage)
  const name = stage.stageName.trim() || t('unnamed')
  const change = (changes: Partial<SalesStage>): string | null => {
    const done = editor.dispatch('updateStage', { stageId: stage.id, changes })
    return done.ok ? null : say(done.reason)
  }
  return (
    <tr data-stage={stage.id}>
      <th scope="row">
        <span className={tables.stageName}>
          <ColorDot tone={kind === 'open' ? stage.color : kind} />
          <span className="sr-only">{name}</span>
          <CellInput
            column="name"
            keepAs={stage.id}
            label={t('ofStage', { column: t('stageName'), name })}
            value={stage.stageName}
            strong
            maxLength={100}
            commit={(given) =>
              given.trim() === '' ? t('stageNameMissing') : change({ stageName: given.trim() })
            }
          />
        </span>
      </th>
      <td>
        <CellSelect
          column="kind"
          label={t('ofStage', { column: t('kind'), name })}
          value={kind}
          options={(['open', 'won', 'lost'] as const).map((value) => ({ value, label: t(`kind_${value}`) }))}
          onChange={(value) => change({ isClosedWon: value === 'won', isClosedLost: value === 'lost' })}
        />
      </td>
      <td data-align="end" className={tables.rowTools}>
        <ToolButton
          label={t('moveEarlier', { name })}
          icon={<ArrowUpward />}
          size="small"
          disabledReason={first ? t('isFirst') : null}
          onClick={() => onMove(-1)}
        />
        <ToolButton
          label={t('moveLater', { name })}
          icon={<ArrowDownward />}
          size="small"
          disabledReason={last ? t('isLast') : null}
          onClick={() => onMove(1)}
        />
        <ToolButton label={t('remove', { name })} icon={<Close />} size="small" onClick={onRemove} />
      </td>
    </tr>
  )
}
