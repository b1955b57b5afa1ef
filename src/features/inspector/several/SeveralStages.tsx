/** Fields that several stages share, changed in all of them as one step of undo. */
import type { StageChanges } from '../../../domain/commands/changes.ts'
import { forecastCategories, type SalesStage, stageKind } from '../../../domain/process/stage.ts'
import { useEditor, useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import { type Binding, controlId } from '../fields/binding.ts'
import { ColorEdit } from '../fields/ColorEdit.tsx'
import { PickEdit } from '../fields/PickEdit.tsx'
import { Segmented } from '../fields/Segmented.tsx'
import { InspectorSection } from '../InspectorSection.tsx'
import styles from '../inspector.module.css'
import { fieldOptions } from '../stage/fieldOptions.ts'
import { kindFields } from '../stage/StageBasics.tsx'
import { SharedChoice } from './SharedChoice.tsx'
import { SharedNumber } from './SharedNumber.tsx'
import { mixed, type Shared, sharedOf } from './shared.ts'

export function SeveralStages({ stages }: { readonly stages: readonly SalesStage[] }) {
  const t = useText('inspector')
  const editor = useEditor()
  const reference = useEditorState((state) => state.reference)
  const readOnly = useEditorState((state) => state.readOnly !== null)
  const key = stages.map(({ id }) => id).join(' ')

  const change = (changesOf: (stage: SalesStage) => StageChanges, mergeKey?: string): string | null => {
    const changes = Object.fromEntries(stages.map((stage) => [stage.id, changesOf(stage)]))
    const done = editor.dispatch('updateStages', { changes }, mergeKey === undefined ? {} : { mergeKey })
    return done.ok ? null : done.reason
  }
  function bind<Field extends keyof StageChanges & string>(field: Field): Binding<Shared<SalesStage[Field]>> {
    const to = (value: Shared<SalesStage[Field]>, mergeKey?: string) =>
      value === mixed ? null : change(() => ({ [field]: value }), mergeKey)
    return {
      field,
      id: controlId(field),
      value: sharedOf(stages, (stage) => stage[field]),
      problems: [],
      readOnly,
      set: (value) => to(value),
      type: (value) => to(value, `${key} ${field}`),
      done: () => editor.closeStep(),
    }
  }

  /** Lists show what all have; adding adds to each, removing takes from each. */
  function common(field: 'requiredFields' | 'categoryIds'): Binding<string[]> {
    const [first, ...others] = stages
    const shared = (first?.[field] ?? []).filter((item) =>
      others.every((stage) => stage[field].includes(item)),
    )
    const set = (next: string[]) => {
      const added = next.filter((item) => !shared.includes(item))
      const removed = new Set(shared.filter((item) => !next.includes(item)))
      return change((stage) => ({
        [field]: [
          ...stage[field].filter((item) => !removed.has(item)),
          ...added.filter((item) => !stage[field].includes(item)),
        ],
      }))
    }
    return {
      field,
      id: controlId(field),
      value: shared,
      problems: [],
      readOnly,
      set,
      type: set,
      done: () => editor.closeStep(),
    }
  }

  const color = bind('color')
  const kind = sharedOf(stages, stageKind)
  return (
    <InspectorSection id="several.stages" title={t('commonFields')} defaultOpen>
      <ColorEdit
        binding={{
          ...color,
          value: color.value === mixed ? null : color.value,
        }}
      />
      <Segmented
        label={kind === mixed ? t('mixedLabel', { label: t('kind') }) : t('kind')}
        value={kind === mixed ? null : kind}
        options={(['open', 'won', 'lost'] as const).map((name) => ({
          value: name,
          label: t(`kind_${name}`),
        }))}
        readOnly={readOnly}
        onChange={(next) => void change(() => kindFields(next))}
      />
      <SharedNumber binding={bind('defaultProbability')} label={t('probability')} unit="%" />
      <div className={styles.pair}>
        <SharedNumber binding={bind('averageDurationDays')} label={t('average')} unit={t('days')} optional />
        <SharedNumber binding={bind('maxDurationDays')} label={t('maximum')} unit={t('days')} optional />
      </div>
      <SharedChoice binding={bind('isActive')} label={t('active')} options={[true, false]} name={yesNo} />
      <SharedChoice
        binding={bind('requiresApproval')}
        label={t('requiresApproval')}
        options={[true, false]}
        name={yesNo}
      />
      <SharedChoice
        binding={bind('approvalWorkflowId')}
        label={t('workflow')}
        options={[null, ...Object.keys(reference.approvalWorkflows)]}
        name={(id) =>
          id === null ? t('workflowNone') : (reference.approvalWorkflows[id]?.workflowName ?? id)
        }
      />
      <SharedChoice
        binding={bind('forecastCategory')}
        label={t('forecastCategory')}
        options={[null, ...forecastCategories]}
        name={(value) => (value === null ? t('forecastNone') : t(`forecast_${value}`))}
      />
      <PickEdit
        binding={common('categoryIds')}
        label={t('categoriesOfAll')}
        add={t('addCategoryToAll')}
        options={Object.values(reference.categories).map((row) => ({
          value: row.id,
          label: row.categoryName,
        }))}
        unknown={t('unknownCategory')}
      />
      <PickEdit
        binding={common('requiredFields')}
        label={t('requiredOfAll')}
        add={t('addRequiredToAll')}
        options={fieldOptions(reference.fields, (type) => t(`type_${type}`))}
        unknown={t('unknownField')}
      />
    </InspectorSection>
  )

  function yesNo(value: boolean) {
    return t(value ? 'yes' : 'no')
  }
}
