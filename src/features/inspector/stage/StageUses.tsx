import { usesOfStage } from '../../../domain/process/whereUsed.ts'
import { useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import { InspectorSection } from '../InspectorSection.tsx'
import panel from '../inspector.module.css'
import { Places } from '../Places.tsx'

/** Everything in the process that names the stage: what would go, change or break with it. */
export function StageUses({ stageId }: { readonly stageId: string }) {
  const t = useText('whereUsed')
  const document = useEditorState((state) => state.document)
  const uses = usesOfStage(document, stageId)
  return (
    <InspectorSection id="stage.uses" title={t('title')} note={t('places', { count: uses.length })}>
      {uses.length === 0 ? (
        <p className={panel.nothing}>{t('nowhere')}</p>
      ) : (
        <Places label={t('usedIn', { count: uses.length })} uses={uses} />
      )}
    </InspectorSection>
  )
}
