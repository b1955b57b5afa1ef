/** The steps in their order: closed a name and a sentence, open everything that can be said of one. */
import Add from '@mui/icons-material/Add'
import ChevronRight from '@mui/icons-material/ChevronRight'
import ErrorOutlined from '@mui/icons-material/ErrorOutlined'
import Button from '@mui/material/Button'
import { useId, useState } from 'react'
import type { OpportunityField } from '../../domain/process/field.ts'
import { useText } from '../../text/index.ts'
import { ReorderList } from '../../ui/lists/ReorderList.tsx'
import styles from './approvalDesigner.module.css'
import { StepFields } from './StepFields.tsx'
import { copiedStep, type DraftStep, newStep, stepFault } from './stepForm.ts'
import { whoInWords } from './stepWords.ts'

interface StepListProps {
  readonly steps: readonly DraftStep[]
  readonly fields: readonly OpportunityField[]
  readonly readOnly: boolean
  readonly whyNoCondition: string | null
  /** After an attempt to save: faults are said at their fields. */
  readonly tried: boolean
  readonly isOpen: (key: string) => boolean
  readonly onToggle: (key: string, open: boolean) => void
  readonly onChange: (steps: readonly DraftStep[]) => void
}

/** The id of a step's control: the error summary leads there. */
export const stepControl = (key: string, field: string): string => `approval-${key}-${field}`

export function StepList(props: StepListProps) {
  const { steps, fields, readOnly, whyNoCondition, tried, isOpen, onToggle, onChange } = props
  const t = useText('approvalDesigner')
  const id = useId()
  const [made, setMade] = useState(0)
  const nameOf = ({ step }: DraftStep, index: number) =>
    step.name.trim() || t('stepNumber', { number: index + 1 })
  const put = (index: number, step: DraftStep['step']) => {
    const key = `new${id}${made}`
    setMade(made + 1)
    onToggle(key, true)
    onChange(steps.toSpliced(index, 0, { key, step }))
    return key
  }
  const add = () => {
    const key = put(steps.length, newStep)
    requestAnimationFrame(() => document.getElementById(stepControl(key, 'name'))?.focus())
  }
  return (
    <ReorderList
      label={t('steps')}
      numbered
      items={steps}
      idOf={({ key }) => key}
      nameOf={nameOf}
      readOnly={readOnly}
      onMove={(from, to) => {
        const item = steps[from]
        if (item) onChange(steps.toSpliced(from, 1).toSpliced(to, 0, item))
      }}
      onDuplicate={(index) => {
        const had = steps[index]?.step
        if (had) put(index + 1, { ...copiedStep(had), name: t('copyName', { name: had.name }).slice(0, 100) })
      }}
      onRemove={(index) => onChange(steps.toSpliced(index, 1))}
      head={(item, index) => {
        const open = isOpen(item.key)
        const fault = tried ? stepFault(item.step, index + 1) : null
        return (
          <button
            type="button"
            className={styles.stepHead}
            aria-expanded={open}
            aria-controls={open ? `${id}-${item.key}` : undefined}
            onClick={() => onToggle(item.key, !open)}
          >
            <span>
              <strong>{nameOf(item, index)}</strong>
              {open ? null : <span>{whoInWords(item.step)}</span>}
              {fault && !open ? (
                <span className={styles.fault}>
                  <ErrorOutlined aria-hidden />
                  {fault.message}
                </span>
              ) : null}
            </span>
            <ChevronRight className="directional" aria-hidden />
          </button>
        )
      }}
      footer={
        readOnly ? null : (
          <Button
            variant="outlined"
            size="small"
            startIcon={<Add />}
            onClick={add}
            sx={{ alignSelf: 'flex-start' }}
          >
            {t('addStep')}
          </Button>
        )
      }
    >
      {(item, index) =>
        isOpen(item.key) ? (
          <div id={`${id}-${item.key}`}>
            <StepFields
              id={stepControl(item.key, '').slice(0, -1)}
              step={item.step}
              fields={fields}
              fault={tried ? stepFault(item.step, index + 1) : null}
              readOnly={readOnly}
              whyNoCondition={whyNoCondition}
              onChange={(step) => onChange(steps.with(index, { ...item, step }))}
            />
          </div>
        ) : null
      }
    </ReorderList>
  )
}
