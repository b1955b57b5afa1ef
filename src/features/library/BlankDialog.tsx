import { zodResolver } from '@hookform/resolvers/zod'
import Button from '@mui/material/Button'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { newProcess, type ProcessDocument } from '../../domain/process/process.ts'
import { text, useText } from '../../text/index.ts'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import { ErrorSummary } from '../../ui/forms/ErrorSummary.tsx'
import { formErrors } from '../../ui/forms/formErrors.ts'
import { TextField } from '../../ui/forms/TextField.tsx'
import styles from './Library.module.css'
import type { LibraryItem } from './libraryItem.ts'
import { freeProcessCode } from './processCode.ts'

export interface BlankDialogProps {
  readonly open: boolean
  readonly taken: readonly LibraryItem[]
  readonly companyId: string
  readonly newId: () => string
  readonly onClose: () => void
  readonly onCreate: (document: ProcessDocument) => void
}

const idOf = (field: string) => `blank-${field}`

const schemaFor = (taken: readonly LibraryItem[]) =>
  z.object({
    processName: z
      .string()
      .trim()
      .min(1, { error: () => text('library', 'nameMissing') })
      .max(100, { error: () => text('library', 'nameLong') })
      .refine((name) => taken.every((item) => item.name !== name), {
        error: ({ input }) => text('library', 'nameTaken', { name: String(input) }),
      }),
    description: z.string().max(5_000),
  })

/** Every opening begins empty. */
export const BlankDialog = ({ open, ...props }: BlankDialogProps) => (open ? <BlankForm {...props} /> : null)

function BlankForm({ taken, companyId, newId, onClose, onCreate }: Omit<BlankDialogProps, 'open'>) {
  const t = useText('library')
  const form = useForm({
    resolver: zodResolver(schemaFor(taken)),
    defaultValues: { processName: '', description: '' },
    shouldFocusError: false,
  })
  const { errors, submitCount } = form.formState
  const create = form.handleSubmit(({ processName, description }) => {
    const processCode = freeProcessCode(processName, new Set(taken.map((item) => item.code)))
    onCreate(newProcess({ id: newId(), companyId, processName, processCode, description }))
  })
  return (
    <HouseDialog
      open
      title={t('blankTitle')}
      description={t('blankBody')}
      onClose={onClose}
      onSubmit={(event) => void create(event)}
      actions={
        <>
          <Button variant="outlined" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained">
            {t('create')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <ErrorSummary
          errors={formErrors(errors, ['processName', 'description'], idOf)}
          attempt={submitCount}
        />
        <TextField
          {...form.register('processName')}
          id={idOf('processName')}
          label={t('name')}
          required
          autoFocus
          maxLength={100}
          autoComplete="off"
          error={errors.processName?.message}
        />
        <TextField
          {...form.register('description')}
          id={idOf('description')}
          label={t('description')}
          rows={3}
          error={errors.description?.message}
        />
      </div>
    </HouseDialog>
  )
}
