import MoreHoriz from '@mui/icons-material/MoreHoriz'
import { useState } from 'react'
import type { ProcessTemplates } from '../../data/api/processTemplates.ts'
import type { CompanyTemplate } from '../../domain/templates/companyTemplate.ts'
import { useText } from '../../text/index.ts'
import { ActionMenu } from '../../ui/actions/ActionMenu.tsx'
import { ToolButton } from '../../ui/actions/ToolButton.tsx'
import { announce } from '../../ui/announcer/index.ts'
import { ConfirmDialog } from '../../ui/feedback/ConfirmDialog.tsx'
import { TemplateForm } from './TemplateForm.tsx'

interface OwnTemplateMenuProps {
  readonly template: CompanyTemplate
  readonly shelf: ProcessTemplates
  readonly onChanged: () => void
}

/** Rename, describe, delete a template of the company. */
export function OwnTemplateMenu({ template, shelf, onChanged }: OwnTemplateMenuProps) {
  const t = useText('templates')
  /** As it was when the dialog opened: what somebody else made of it meanwhile is not written over. */
  const [dialog, setDialog] = useState<{
    readonly to: 'edit' | 'delete'
    readonly read: CompanyTemplate
  } | null>(null)
  const [busy, setBusy] = useState(false)
  const name = template.templateName
  const close = () => setDialog(null)
  const remove = async () => {
    setBusy(true)
    const answer = await shelf.remove(dialog?.read ?? template)
    setBusy(false)
    close()
    onChanged()
    if (answer.ok) announce(t('deleted', { name }))
    else announce(t('deleteFailed', { why: answer.failure.message }))
  }
  return (
    <>
      <ActionMenu
        label={t('actionsOf', { name })}
        actions={[
          { id: 'edit', label: t('edit'), run: () => setDialog({ to: 'edit', read: template }) },
          null,
          {
            id: 'delete',
            label: t('delete'),
            danger: true,
            run: () => setDialog({ to: 'delete', read: template }),
          },
        ]}
        button={({ onClick, 'aria-expanded': expanded }) => (
          <ToolButton
            size="small"
            label={t('actionsOf', { name })}
            icon={<MoreHoriz />}
            expanded={expanded}
            onClick={onClick}
          />
        )}
      />
      {dialog?.to === 'edit' ? (
        <TemplateForm
          title={t('editTitle')}
          confirm={t('save')}
          given={dialog.read}
          onSave={async (words) => {
            const answer = await shelf.change(dialog.read, words)
            // One that is gone takes this form with it when the list is read again: its words stay instead.
            if (answer.ok || ('code' in answer.failure && answer.failure.code === 'VERSION_CONFLICT'))
              onChanged()
            if (!answer.ok) return answer.failure
            announce(t('changed', { name: words.templateName }))
            close()
            return null
          }}
          onClose={close}
        />
      ) : null}
      <ConfirmDialog
        open={dialog?.to === 'delete'}
        title={t('deleteTitle', { name })}
        confirmLabel={t('deleteConfirm')}
        danger
        busy={busy}
        onConfirm={() => void remove()}
        onClose={close}
      >
        {t('deleteBody')}
      </ConfirmDialog>
    </>
  )
}
