import type { DurationDistribution, SalesStage } from '../../../domain/process/stage.ts'
import { durationDistributionSchema, stageKind } from '../../../domain/process/stage.ts'
import { useText } from '../../../text/index.ts'
import { TextField } from '../../../ui/forms/index.ts'
import { readNumber } from '../../../ui/forms/readNumber.ts'
import type { Binding, StageFields } from '../fields/binding.ts'
import { ChoiceEdit } from '../fields/ChoiceEdit.tsx'
import { NumberEdit, requiredNumber } from '../fields/NumberEdit.tsx'
import { useDraft } from '../fields/useDraft.ts'
import panel from '../inspector.module.css'
import { DurationCurve } from './DurationCurve.tsx'
import { distributionKinds, isDistributionKind, numbersOf, ofKind } from './distribution.ts'
import { StageEscalation } from './StageEscalation.tsx'

export function StageDurations({ stage, bind }: { readonly stage: SalesStage; readonly bind: StageFields }) {
  const t = useText('inspector')
  const days = t('days')
  return (
    <>
      <div className={panel.pair}>
        <NumberEdit binding={bind('averageDurationDays')} label={t('average')} unit={days} optional />
        <NumberEdit binding={bind('maxDurationDays')} label={t('maximum')} unit={days} optional />
      </div>
      <p className={panel.nothing}>{t('maximumHelp')}</p>
      <DurationCurve stage={stage} />
      {stageKind(stage) === 'open' ? <StageEscalation stage={stage} bind={bind} /> : null}
      <Distribution binding={bind('simulation')} average={stage.averageDurationDays} />
    </>
  )
}

interface DistributionProps {
  readonly binding: Binding<SalesStage['simulation']>
  readonly average: number | null
}

/** How stays vary, for the simulation. Without one, the average alone decides. */
function Distribution({ binding, average }: DistributionProps) {
  const t = useText('inspector')
  const { duration } = binding.value
  const set = (next: DurationDistribution | null) => binding.set({ duration: next })
  return (
    <>
      <ChoiceEdit
        binding={{
          ...binding,
          value: duration?.kind ?? null,
          set: (kind) => set(isDistributionKind(kind) ? ofKind(kind, average, duration) : null),
          type: (kind) => set(isDistributionKind(kind) ? ofKind(kind, average, duration) : null),
        }}
        label={t('distribution')}
        help={duration === null ? t('distributionNone') : t(`distributionHelp_${duration.kind}`)}
        none={t('distributionFromAverage')}
        options={distributionKinds.map((kind) => ({ value: kind, label: t(`distribution_${kind}`) }))}
      />
      {duration === null ? null : duration.kind === 'empirical' ? (
        <ObservedDays binding={binding} days={duration.days} />
      ) : (
        <div className={panel.pair}>
          {numbersOf(duration).map(([name, value]) => {
            const type = (number: number) => {
              const next = durationDistributionSchema.safeParse({ ...duration, [name]: number })
              return next.success ? binding.type({ duration: next.data }) : t('tooSmall', { min: 0 })
            }
            return (
              <NumberEdit
                key={`${duration.kind} ${name}`}
                binding={requiredNumber({
                  ...binding,
                  field: `simulation.${name}`,
                  id: `${binding.id}-${name}`,
                  problems: [],
                  value,
                  set: type,
                  type,
                })}
                label={t(`distribution_${name}`)}
                unit={t('days')}
                min={0}
              />
            )
          })}
        </div>
      )}
    </>
  )
}

/** Days that deals really took, as a list: "3, 5, 5, 12". */
function ObservedDays({
  binding,
  days,
}: {
  readonly binding: Binding<SalesStage['simulation']>
  readonly days: readonly number[]
}) {
  const t = useText('inspector')
  const draft = useDraft({
    value: days.join(', '),
    format: (text) => text,
    parse: (text) => {
      const read = daysIn(text)
      return read === null ? { reason: t('observedWrong') } : { value: read.join(', ') }
    },
    commit: (text) => binding.type({ duration: { kind: 'empirical', days: daysIn(text) ?? [...days] } }),
    done: binding.done,
  })
  return (
    <TextField
      id={`${binding.id}-days`}
      label={t('observed')}
      help={t('observedHelp')}
      rows={2}
      value={draft.text}
      readOnly={binding.readOnly}
      error={draft.refusal ?? undefined}
      onChange={(event) => draft.onText(event.target.value)}
      onBlur={draft.onLeave}
    />
  )
}

/** Null where the text is no list of days. */
function daysIn(text: string): number[] | null {
  const read = text
    .split(/[;,\s]+/)
    .filter((part) => part !== '')
    .map(readNumber)
  const parsed = durationDistributionSchema.safeParse({ kind: 'empirical', days: read })
  return parsed.success && parsed.data.kind === 'empirical' ? parsed.data.days : null
}
