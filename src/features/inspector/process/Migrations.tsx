import { stagesInOrder } from '../../../domain/process/process.ts'
import { useEditor, useEditorState } from '../../../editor/react.ts'
import { stageNameOf } from '../../../editor/rowNames.ts'
import { say, useText } from '../../../text/index.ts'
import { ChoiceEdit } from '../fields/ChoiceEdit.tsx'
import styles from '../inspector.module.css'

/** Where open deals of stages that go away continue. */
export function Migrations({ migrations }: { readonly migrations: Readonly<Record<string, string>> }) {
  const t = useText('inspector')
  const editor = useEditor()
  const { document, base } = useEditorState((state) => ({ document: state.document, base: state.base }))
  const readOnly = useEditorState((state) => state.readOnly !== null)
  const targets = stagesInOrder(document).filter(({ isActive }) => isActive)
  const nameOf = (id: string) => stageNameOf(document.stages[id] || !base ? document : base, id)
  if (Object.keys(migrations).length === 0) return null
  return (
    <div className={styles.fields}>
      {Object.entries(migrations).map(([stageId, toStageId]) => {
        const set = (to: string | null) => {
          const done = editor.dispatch('setStageMigration', { stageId, toStageId: to })
          return done.ok ? null : say(done.reason)
        }
        return (
          <ChoiceEdit
            key={stageId}
            binding={{
              field: `stageMigrations.${stageId}`,
              id: `inspector-migration-${stageId}`,
              value: toStageId,
              problems: [],
              readOnly,
              set,
              type: set,
              done: () => editor.closeStep(),
            }}
            label={t('dealsOf', { name: nameOf(stageId) })}
            none={t('migrationNone')}
            options={targets
              .filter(({ id }) => id !== stageId)
              .map(({ id }) => ({ value: id, label: stageNameOf(document, id) }))}
          />
        )
      })}
    </div>
  )
}
