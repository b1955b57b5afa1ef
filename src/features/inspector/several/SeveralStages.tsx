/** Fields that several stages share, changed in all of them as one step of undo. */
import { forecastCategories, type SalesStage, stageKind } from '../../../domain/process/stage.ts'
import { useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import { Segmented } from '../../../ui/forms/Segmented.tsx'
import { ActionPicks } from '../actions/ActionPicks.tsx'
import { ColorEdit } from '../fields/ColorEdit.tsx'
import { ListEdit } from '../fields/ListEdit.tsx'
import { PickEdit } from '../fields/PickEdit.tsx'
import { InspectorSection } from '../InspectorSection.tsx'
import styles from '../inspector.module.css'
import { fieldOptions } from '../stage/fieldOptions.ts'
import { kindFields } from '../stage/StageBasics.tsx'
import { SharedChoice } from './SharedChoice.tsx'
import { SharedNumber } from './SharedNumber.tsx'
import { SharedText } from './SharedText.tsx'
import { mixed, sharedOf } from './shared.ts'
import { useSharedStages } from './useSharedStages.ts'

export function SeveralStages({ stages }: { readonly stages: readonly SalesStage[] }) {
  const t = useText('inspector')
  const reference = useEditorState((state) => state.reference)
  const { bind, common, change, readOnly } = useSharedStages(stages)
  const yesNo = (value: boolean) => t(value ? 'yes' : 'no')
  const color = bind('color')
  const kind = sharedOf(stages, stageKind)
  return (
    <>
      <InspectorSection id="several.stages" title={t('commonFields')} defaultOpen>
        <ColorEdit binding={{ ...color, value: color.value === mixed ? null : color.value }} />
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
          <SharedNumber
            binding={bind('averageDurationDays')}
            label={t('average')}
            unit={t('days')}
            optional
          />
          <SharedNumber binding={bind('maxDurationDays')} label={t('maximum')} unit={t('days')} optional />
        </div>
        <div className={styles.pair}>
          <SharedChoice binding={bind('isActive')} label={t('active')} options={[true, false]} name={yesNo} />
          <SharedChoice
            binding={bind('forecastCategory')}
            label={t('forecastCategory')}
            options={[null, ...forecastCategories]}
            name={(value) => (value === null ? t('forecastNone') : t(`forecast_${value}`))}
          />
        </div>
        <div className={styles.pair}>
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
        </div>
      </InspectorSection>
      <InspectorSection id="several.lists" title={t('commonLists')} defaultOpen>
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
        <ActionPicks binding={common('entryActionIds')} label={t('entryActionsOfAll')} />
        <ActionPicks binding={common('exitActionIds')} label={t('exitActionsOfAll')} />
      </InspectorSection>
      <InspectorSection id="several.texts" title={t('commonTexts')}>
        <SharedText binding={bind('description')} label={t('description')} empty={null} of={(text) => text} />
        <SharedText binding={bind('guidance')} label={t('guidanceText')} empty="" of={(text) => text} />
        <ListEdit
          binding={common('exitChecklist')}
          label={t('checklistOfAll')}
          item={(number) => t('checklistItem', { number })}
          add={t('addChecklistItem')}
        />
        <SharedText binding={bind('notes')} label={t('remarks')} empty="" of={(text) => text} />
      </InspectorSection>
    </>
  )
}
