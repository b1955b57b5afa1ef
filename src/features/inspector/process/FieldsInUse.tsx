/** The opportunity fields that the process names, each with every place: what a change of the field would touch. */
import { usesOfFields } from '../../../domain/process/whereUsed.ts'
import { useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import { InspectorSection } from '../InspectorSection.tsx'
import panel from '../inspector.module.css'
import { UsesToggle } from '../UsesToggle.tsx'

export function FieldsInUse() {
  const t = useText('inspector')
  const { document, fields } = useEditorState((state) => ({
    document: state.document,
    fields: state.reference.fields,
  }))
  const uses = usesOfFields(document)
  const rows = [...uses.keys()]
    .map((key) => ({ key, label: fields[key]?.label || key, known: fields[key] !== undefined }))
    .sort((a, b) => a.label.localeCompare(b.label))
  return (
    <InspectorSection id="process.fields" title={t('fieldsInUse')} note={String(rows.length)}>
      {rows.length === 0 ? (
        <p className={panel.nothing}>{t('fieldsInUseNone')}</p>
      ) : (
        <ul className={panel.picked} aria-label={t('fieldsInUse')}>
          {rows.map(({ key, label, known }) => (
            <li key={key} data-unknown={known ? undefined : true}>
              <span className={panel.pickedName}>{label}</span>
              <UsesToggle
                name={label}
                words={t('placesCount', { count: uses.get(key)?.length ?? 0 })}
                uses={uses.get(key) ?? []}
              />
            </li>
          ))}
        </ul>
      )}
    </InspectorSection>
  )
}
