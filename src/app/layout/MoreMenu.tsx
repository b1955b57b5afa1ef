import MoreVert from '@mui/icons-material/MoreVert'
import { openThreadCounts } from '../../domain/process/comment.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { ExportOutcome, useExport } from '../../features/interchange/index.ts'
import { useText } from '../../text/index.ts'
import { ActionMenu } from '../../ui/actions/ActionMenu.tsx'
import { ToolButton } from '../../ui/actions/ToolButton.tsx'
import { useProcessPlace } from '../processSession.ts'
import { useAccess } from '../workspaces.ts'
import { useAccount } from './useAccount.tsx'

/** What is needed now and then: take the process out, all commands, the keys; beside a short bar what it leaves out. */
export function MoreMenu({ short }: { readonly short: boolean }) {
  const t = useText('app')
  const editor = useEditor()
  const { ui } = useProcessPlace()
  const readOnly = useEditorState((state) => state.readOnly)
  const mayKeep = useEditorState(({ permissions }) => permissions.includes('manage_reference_data'))
  const openComments = useEditorState(({ document }) =>
    [...openThreadCounts(document.comments).values()].reduce((sum, count) => sum + count, 0),
  )
  const mayCount = useEditorState(({ permissions }) => permissions.includes('view_analytics'))
  const { backend } = useAccess()
  const account = useAccount()
  const { actions, notice, dismiss } = useExport(
    () => editor.store.getState().document,
    () => editor.store.getState().reference,
  )
  return (
    <>
      <ActionMenu
        label={t('more')}
        actions={[
          {
            id: 'import',
            label: t('importHere'),
            disabledReason: readOnly,
            run: () => {
              ui.show('design')
              ui.startImport([])
            },
          },
          ...actions,
          {
            id: 'handbook',
            label: t('handbook'),
            run: () => ui.open({ name: 'handbook' }),
          },
          ...(mayCount && !backend.limits
            ? [{ id: 'analytics', label: t('view_analytics'), run: () => ui.show('analytics') }]
            : []),
          null,
          {
            id: 'templates',
            label: t('applyTemplate'),
            disabledReason: readOnly,
            run: () => ui.open({ name: 'templates' }),
          },
          ...(mayKeep
            ? [{ id: 'template', label: t('saveTemplate'), run: () => ui.open({ name: 'saveAsTemplate' }) }]
            : []),
          null,
          {
            id: 'search',
            label: t('searchHere'),
            shortcut: 'Mod+F',
            run: () => ui.open({ name: 'search' }),
          },
          {
            id: 'comments',
            label: openComments === 0 ? t('comments') : t('commentsOpen', { count: openComments }),
            run: () => ui.open({ name: 'comments', targetId: null }),
          },
          {
            id: 'commands',
            label: t('allCommands'),
            shortcut: 'Mod+K',
            run: () => ui.open({ name: 'commandMenu' }),
          },
          {
            id: 'keys',
            label: t('allKeys'),
            shortcut: 'Mod+/',
            run: () => ui.open({ name: 'shortcutHelp' }),
          },
          { id: 'tour', label: t('takeTour'), run: () => ui.open({ name: 'tour' }) },
          {
            id: 'activity',
            label: t('activity'),
            run: () => ui.open({ name: 'activityLog' }),
          },
          ...(short ? [null, ...account.actions] : []),
        ]}
        button={({ onClick, 'aria-expanded': expanded }) => (
          <ToolButton label={t('more')} icon={<MoreVert />} expanded={expanded} onClick={onClick} />
        )}
      />
      {account.question}
      <ExportOutcome notice={notice} onClose={dismiss} />
    </>
  )
}
