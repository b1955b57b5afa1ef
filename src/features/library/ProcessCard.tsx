import EditOutlined from '@mui/icons-material/EditOutlined'
import ErrorOutlined from '@mui/icons-material/ErrorOutlined'
import GroupOutlined from '@mui/icons-material/GroupOutlined'
import MoreHoriz from '@mui/icons-material/MoreHoriz'
import PublicOutlined from '@mui/icons-material/PublicOutlined'
import { useMemo, useState } from 'react'
import { say, useText } from '../../text/index.ts'
import { shortly } from '../../text/when.ts'
import { ActionMenu, type MenuActions } from '../../ui/actions/ActionMenu.tsx'
import { ToolButton } from '../../ui/actions/ToolButton.tsx'
import { StatusPill } from '../../ui/display/StatusPill.tsx'
import { ConfirmDialog } from '../../ui/feedback/ConfirmDialog.tsx'
import { MiniPicture } from '../../ui/graph/MiniPicture.tsx'
import { Link } from '../../ui/routing/Link.tsx'
import { drawn } from './drawn.ts'
import styles from './Library.module.css'
import type { LibraryItem } from './libraryItem.ts'

/** Names as one reads them. */
export interface EditorsAtWork {
  readonly count: number
  readonly names: string
}

interface ProcessCardProps {
  readonly item: LibraryItem
  readonly editors: EditorsAtWork | null
  /** That keep the draft from being published. */
  readonly errors: number
  readonly href: string
  readonly mayChange: boolean
  readonly onOpen: () => void
  readonly onDuplicate: () => void
  readonly onSaveAsTemplate: () => void
  readonly onKeep: () => void
  /** True where it worked. */
  readonly onArchive: () => Promise<boolean>
  readonly onDiscard: () => Promise<boolean>
}

export function ProcessCard({
  item,
  editors,
  errors,
  href,
  mayChange,
  onOpen,
  onDuplicate,
  onSaveAsTemplate,
  onKeep,
  onArchive,
  onDiscard,
}: ProcessCardProps) {
  const t = useText('library')
  const [asking, setAsking] = useState<'archive' | 'discard' | null>(null)
  const [busy, setBusy] = useState(false)
  const picture = useMemo(() => drawn(item.outline), [item.outline])
  const unpublished = item.revision === 0
  const refusal = item.isDefault ? t('archiveDefault') : item.openDeals > 0 ? t('archiveDeals') : null

  const discardAction = {
    id: 'discard',
    label: t(unpublished ? 'deleteDraft' : 'discard'),
    danger: true,
    run: () => setAsking('discard'),
  }
  const archiveAction = {
    id: 'archive',
    label: t('archive'),
    danger: true,
    disabledReason: refusal,
    run: () => setAsking('archive'),
  }
  const actions: MenuActions = [
    { id: 'open', label: t('open'), run: onOpen },
    ...(mayChange
      ? [
          { id: 'duplicate', label: t('duplicate'), run: onDuplicate },
          { id: 'template', label: t('saveAsTemplate'), run: onSaveAsTemplate },
          null,
          ...(item.draft ? [discardAction] : []),
          ...(item.leaving ? [{ id: 'keep', label: t('keep'), run: onKeep }] : []),
          ...(unpublished || item.leaving ? [] : [archiveAction]),
        ]
      : []),
  ]

  const question =
    asking === 'archive'
      ? {
          title: t('archiveTitle', { name: item.name }),
          body: t('archiveBody'),
          confirm: t('archiveConfirm'),
        }
      : unpublished
        ? { title: t('deleteTitle', { name: item.name }), body: t('deleteBody'), confirm: t('deleteConfirm') }
        : {
            title: t('discardTitle', { name: item.name }),
            body: t('discardBody', { revision: item.revision }),
            confirm: t('discardConfirm'),
          }
  const confirm = async () => {
    setBusy(true)
    await (asking === 'archive' ? onArchive() : onDiscard())
    setBusy(false)
    setAsking(null)
  }

  return (
    <li className={styles.card}>
      <div className={styles.picture}>
        <MiniPicture {...picture} />
      </div>
      <div className={styles.cardBody}>
        <h2>
          <Link to={href}>{item.name}</Link>
        </h2>
        <p className={styles.numbers}>
          {t('stages', { count: item.outline.stages.length })} ·{' '}
          {t('transitions', { count: item.transitionCount })}
          {item.openDeals > 0 ? ` · ${t('deals', { count: item.openDeals })}` : null}
        </p>
        <p className={styles.pills}>
          {item.isDefault ? <StatusPill tone="accent">{t('isDefault')}</StatusPill> : null}
          {unpublished ? (
            <StatusPill>{t('neverPublished')}</StatusPill>
          ) : (
            <StatusPill tone="success" icon={<PublicOutlined aria-hidden />}>
              {t('published', { revision: item.revision })}
            </StatusPill>
          )}
          {item.draft && !unpublished ? (
            <StatusPill tone="info" icon={<EditOutlined aria-hidden />}>
              {t('changes', { count: item.draft.changes })}
            </StatusPill>
          ) : null}
          {item.leaving ? (
            <StatusPill tone="warning">
              {item.leaving.why === null ? t('leaving') : t('notArchived')}
            </StatusPill>
          ) : null}
          {editors ? (
            <StatusPill tone="info" icon={<GroupOutlined aria-hidden />}>
              {t('editing', { ...editors })}
            </StatusPill>
          ) : null}
          {errors > 0 ? (
            <StatusPill tone="error" icon={<ErrorOutlined aria-hidden />}>
              {t('problems', { count: errors })}
            </StatusPill>
          ) : null}
        </p>
        {item.leaving?.why ? <p className={styles.when}>{say(item.leaving.why)}</p> : null}
        {item.changedAt ? (
          <p className={styles.when}>{t('changed', { when: shortly(item.changedAt, new Date()) })}</p>
        ) : null}
      </div>
      <div className={styles.cardMenu}>
        <ActionMenu
          label={t('actionsOf', { name: item.name })}
          actions={actions}
          button={({ onClick, 'aria-expanded': expanded }) => (
            <ToolButton
              size="small"
              label={t('actionsOf', { name: item.name })}
              icon={<MoreHoriz />}
              expanded={expanded}
              onClick={onClick}
            />
          )}
        />
      </div>
      <ConfirmDialog
        open={asking !== null}
        title={question.title}
        confirmLabel={question.confirm}
        danger
        busy={busy}
        onConfirm={() => void confirm()}
        onClose={() => setAsking(null)}
      >
        {question.body}
      </ConfirmDialog>
    </li>
  )
}
