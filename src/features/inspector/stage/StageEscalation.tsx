import { graphOf } from '../../../domain/process/graph.ts'
import type { SalesStage } from '../../../domain/process/stage.ts'
import { useEditorState } from '../../../editor/react.ts'
import { stageNameOf } from '../../../editor/rowNames.ts'
import { useText } from '../../../text/index.ts'
import type { StageFields } from '../fields/binding.ts'
import { NumberEdit } from '../fields/NumberEdit.tsx'
import { HiddenEdit } from '../fields/TextEdit.tsx'
import { WhoEdit } from '../fields/WhoEdit.tsx'
import panel from '../inspector.module.css'

/** Who is told of deals that stay too long, and which ways move them on by themselves. */
export function StageEscalation({ stage, bind }: { readonly stage: SalesStage; readonly bind: StageFields }) {
  const t = useText('inspector')
  const document = useEditorState((state) => state.document)
  const binding = bind('escalation')
  const { value: escalation = null } = binding
  const days = (put: typeof binding.set) => (after_days: number | null) =>
    put(
      after_days === null
        ? null
        : { after_days, tell: escalation?.tell ?? [{ kind: 'manager_of_owner', ref: '' }] },
    )
  const timed = graphOf(document)
    .exits(stage.id)
    .filter(({ isAutomatic, afterDays }) => isAutomatic && afterDays !== null)
  return (
    <>
      {binding.hidden ? (
        <HiddenEdit binding={binding} label={t('escalateAfter')} />
      ) : (
        <NumberEdit
          binding={{
            ...binding,
            value: escalation?.after_days ?? null,
            set: days(binding.set),
            type: days(binding.type),
          }}
          label={t('escalateAfter')}
          help={t('escalateHelp')}
          unit={t('days')}
          min={0}
          optional
        />
      )}
      {escalation ? (
        <WhoEdit
          binding={{
            ...binding,
            field: 'escalation.tell',
            id: `${binding.id}-tell`,
            problems: [],
            value: escalation.tell,
            set: (tell) => binding.set({ ...escalation, tell }),
            type: (tell) => binding.type({ ...escalation, tell }),
          }}
          label={t('escalateTo')}
          empty={t('escalateToNobody')}
        />
      ) : null}
      {timed.map(({ id, afterDays, toStageId }) => (
        <p key={id} className={panel.nothing}>
          {t('timedWay', { count: afterDays ?? 0, name: stageNameOf(document, toStageId) })}
        </p>
      ))}
    </>
  )
}
