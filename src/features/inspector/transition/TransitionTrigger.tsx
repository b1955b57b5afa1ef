import { automaticExits } from '../../../domain/engine/automatic.ts'
import { newDeal } from '../../../domain/engine/deal.ts'
import type { StageTransition } from '../../../domain/process/transition.ts'
import { useEditorState } from '../../../editor/react.ts'
import { stageNameOf } from '../../../editor/rowNames.ts'
import { useText } from '../../../text/index.ts'
import { Segmented } from '../../../ui/forms/Segmented.tsx'
import type { TransitionFields } from '../fields/binding.ts'
import { FieldFrame } from '../fields/FieldFrame.tsx'
import { NumberEdit, requiredNumber } from '../fields/NumberEdit.tsx'
import styles from './transition.module.css'

interface TransitionTriggerProps {
  readonly transition: StageTransition
  readonly bind: TransitionFields
}

/** Days offered to begin with where the stage does not say how long deals usually stay. */
const usualDays = 30

/** What sets the move off: people, the conditions as soon as they hold, or the days in the stage. */
export function TransitionTrigger({ transition, bind }: TransitionTriggerProps) {
  const t = useText('transition')
  const automatic = bind('isAutomatic')
  const afterDays = bind('afterDays')
  const stay = useEditorState(({ document }) => {
    const from = document.stages[transition.fromStageId ?? '']
    return from?.maxDurationDays ?? from?.averageDurationDays ?? usualDays
  })
  const timed = transition.afterDays !== null
  return (
    <>
      <FieldFrame field="isAutomatic" name={t('trigger')} problems={automatic.problems}>
        <Segmented
          label={t('trigger')}
          value={transition.isAutomatic ? 'automatic' : 'manual'}
          options={[
            { value: 'manual', label: t('manual') },
            { value: 'automatic', label: t('automatic') },
          ]}
          readOnly={automatic.readOnly}
          onChange={(trigger) => void automatic.set(trigger === 'automatic')}
        />
      </FieldFrame>
      {transition.isAutomatic ? (
        <Segmented
          label={t('timing')}
          value={timed ? 'timed' : 'atOnce'}
          options={[
            { value: 'atOnce', label: t('atOnce') },
            { value: 'timed', label: t('timed') },
          ]}
          readOnly={automatic.readOnly}
          onChange={(when) => void afterDays.set(when === 'timed' ? stay : null)}
        />
      ) : null}
      {transition.isAutomatic || timed || transition.priority !== 0 ? (
        <div className={styles.pair}>
          {timed ? (
            <NumberEdit
              binding={afterDays}
              label={t('afterDays')}
              {...(transition.isAutomatic ? {} : { help: t('afterDaysUnused') })}
              unit={t('days')}
              min={0}
            />
          ) : null}
          <NumberEdit
            binding={requiredNumber(bind('priority'))}
            label={t('priority')}
            help={t('priorityHelp')}
            integer
          />
        </div>
      ) : null}
      {transition.isAutomatic ? <Turn transition={transition} /> : null}
    </>
  )
}

/** When it is tried among the automatic transitions of its stage; nothing where it is the only one. */
function Turn({ transition }: { readonly transition: StageTransition }) {
  const t = useText('transition')
  const document = useEditorState((state) => state.document)
  const stageId = transition.fromStageId
  if (transition.isGlobal || stageId === null) return null
  const deal = newDeal({ id: 'any', stageId, enteredStageAt: '' })
  const exits = automaticExits({ document, deal })
  const place = exits.findIndex(({ id }) => id === transition.id) + 1
  if (place === 0 || exits.length < 2) return null
  return (
    <p className={styles.hint}>
      {t('triedAs', { place, count: exits.length, from: stageNameOf(document, stageId) })}
    </p>
  )
}
