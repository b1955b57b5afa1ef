/** All processes of the company as cards, what can be begun, and what can be done with each. */
import Add from '@mui/icons-material/Add'
import FilterAltOffOutlined from '@mui/icons-material/FilterAltOffOutlined'
import SchemaOutlined from '@mui/icons-material/SchemaOutlined'
import Button from '@mui/material/Button'
import { type ReactNode, useDeferredValue, useState } from 'react'
import type { Beginning, ImportedFrom } from '../../domain/process/beginning.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import { say, useText } from '../../text/index.ts'
import { ActionMenu } from '../../ui/actions/ActionMenu.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Failed } from '../../ui/feedback/Failed.tsx'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { later } from '../../ui/later.tsx'
import { PageHeader } from '../../ui/layout/PageHeader.tsx'
import type { BlankDialogProps } from './BlankDialog.tsx'
import { CardSkeleton, CardSkeletons } from './CardSkeletons.tsx'
import { Elsewhere } from './Elsewhere.tsx'
import styles from './Library.module.css'
import { LibraryControls } from './LibraryControls.tsx'
import { findItems, type LibraryItem } from './libraryItem.ts'
import { type EditorsAtWork, ProcessCard } from './ProcessCard.tsx'
import { freeProcessCode, freeProcessName } from './processCode.ts'
import { type Unfinished, UnfinishedNotice } from './UnfinishedNotice.tsx'
import { useDraftErrors } from './useDraftErrors.ts'
import { type LibrarySources, useLibrary } from './useLibrary.ts'
import { everything, useLibraryQuery } from './useLibraryQuery.ts'

const BlankDialog = later<BlankDialogProps>(
  async () => (await import('./BlankDialog.tsx')).BlankDialog,
  ({ open }) => open,
)

export interface ImportSlot {
  readonly files: readonly File[]
  readonly takenCodes: ReadonlySet<string>
  readonly onClose: () => void
  readonly onImported: (document: ProcessDocument, from: ImportedFrom) => Promise<void>
}

/** What the gallery of templates needs. */
export interface GallerySlot {
  readonly onClose: () => void
  /** Begins a process with the content, under a name and a code that are free. */
  readonly onUse: (template: { readonly name: string; readonly document: ProcessDocument }) => void
}

/** What the dialog that keeps a process as a template needs. */
export interface SaveTemplateSlot {
  readonly document: ProcessDocument
  readonly onClose: () => void
}

export interface LibraryProps extends LibrarySources {
  /** Who else works on a process now, by its id. */
  readonly editors: ReadonlyMap<string, EditorsAtWork>
  readonly addressOf: (processId: string) => string
  readonly onOpen: (processId: string) => void
  /** Makes a process step by step; absent where there is no such way. */
  readonly onWizard?: () => void
  readonly gallery: (given: GallerySlot) => ReactNode
  readonly saveTemplate: (given: SaveTemplateSlot) => ReactNode
  /** The dialog that reads files; absent where there is none. */
  readonly importDialog?: (given: ImportSlot) => ReactNode
  readonly unfinished: Unfinished | null
  /** Stands above the cards: what to do first. */
  readonly checklist?: ReactNode
  /** Files dropped on the page, for the import dialog; null where none wait. */
  readonly droppedFiles: readonly File[] | null
  readonly onDroppedFilesTaken: () => void
}

export function Library(props: LibraryProps) {
  const { user, newId, addressOf, onOpen, onWizard, droppedFiles, onDroppedFilesTaken } = props
  const { gallery, saveTemplate, importDialog, unfinished, checklist } = props
  const t = useText('library')
  const library = useLibrary(props)
  const [query, setQuery] = useLibraryQuery()
  const [template, setTemplate] = useState<ProcessDocument | null>(null)
  const [dialog, setDialog] = useState<'blank' | 'gallery' | 'import' | null>(null)
  const searched = useDeferredValue(query)
  const close = () => {
    setDialog(null)
    onDroppedFilesTaken()
  }
  const taken = library.state === 'ready' ? library.items : []
  const errors = useDraftErrors(taken)
  const begin = async (document: ProcessDocument, from: Beginning | null) => {
    const id = await library.begin(document, from)
    close()
    onOpen(id)
  }

  const saveAsTemplate = async (item: LibraryItem) => setTemplate(await library.documentOf(item))
  const beginFrom = ({ name, document: given }: Parameters<GallerySlot['onUse']>[0]) => {
    const names = new Set(taken.map((item) => item.name))
    const codes = new Set(taken.map((item) => item.code))
    const processName = freeProcessName(given.process.processName, names)
    const { processCode: own } = given.process
    const processCode = own === '' || codes.has(own) ? freeProcessCode(processName, codes) : own
    const document = { ...given, process: { ...given.process, processName, processCode } }
    void begin(document, { kind: 'template', name })
  }

  const mayCreate = user.permissions.includes('configure_process')
  // Where there is nothing yet, what to begin with stands in its place.
  const isEmpty = library.state === 'ready' && library.items.length === 0
  const newMenu = mayCreate ? (
    <ActionMenu
      label={t('newProcess')}
      actions={[
        { id: 'template', label: t('newTemplate'), run: () => setDialog('gallery') },
        { id: 'blank', label: t('newBlank'), run: () => setDialog('blank') },
        ...(importDialog ? [{ id: 'import', label: t('newImport'), run: () => setDialog('import') }] : []),
        ...(onWizard ? [{ id: 'wizard', label: t('newWizard'), run: onWizard }] : []),
      ]}
      button={(button) => (
        <Button variant={isEmpty ? 'outlined' : 'contained'} startIcon={<Add />} {...button}>
          {t('newProcess')}
        </Button>
      )}
    />
  ) : null

  const content = () => {
    if (library.state === 'loading') return <CardSkeletons />
    if (library.state === 'failed')
      return (
        <Failed title={t('errorTitle')} onRetry={library.reload}>
          {t('errorBody', { why: say(library.why) })}
        </Failed>
      )
    const { items } = library
    if (items.length === 0)
      return (
        <EmptyState
          icon={<SchemaOutlined />}
          title={t(library.offline ? 'emptyOffline' : 'emptyTitle')}
          actions={
            mayCreate ? (
              <>
                <Button variant="contained" onClick={() => setDialog('gallery')}>
                  {t('newTemplate')}
                </Button>
                {onWizard ? (
                  <Button variant="outlined" onClick={onWizard}>
                    {t('newWizard')}
                  </Button>
                ) : null}
                {importDialog ? (
                  <Button variant="outlined" onClick={() => setDialog('import')}>
                    {t('newImport')}
                  </Button>
                ) : null}
              </>
            ) : null
          }
        >
          {t(library.offline ? 'emptyOfflineBody' : mayCreate ? 'emptyBody' : 'emptyReader')}
        </EmptyState>
      )
    const found = findItems(items, searched, { errors, editors: props.editors })
    return (
      <>
        <LibraryControls query={query} found={found.length} onChange={setQuery} />
        {found.length === 0 ? (
          <EmptyState
            icon={<FilterAltOffOutlined />}
            title={t('noneTitle')}
            actions={
              <Button variant="outlined" onClick={() => setQuery(everything)}>
                {t('clearFilters')}
              </Button>
            }
          >
            {searched.search ? t('noneBody', { query: searched.search }) : t('noneFilterBody')}
          </EmptyState>
        ) : (
          <ul className={styles.cards}>
            {found.map((item) =>
              item.awaited ? (
                <CardSkeleton key={item.id} />
              ) : (
                <ProcessCard
                  key={item.id}
                  item={item}
                  editors={props.editors.get(item.id) ?? null}
                  errors={errors.get(item.id) ?? 0}
                  href={addressOf(item.id)}
                  mayChange={mayCreate}
                  onOpen={() => onOpen(item.id)}
                  onDuplicate={() => void library.duplicate(item)}
                  onSaveAsTemplate={() => void saveAsTemplate(item)}
                  onKeep={() => void library.keep(item)}
                  onArchive={() => library.archive(item)}
                  onDiscard={() => library.discard(item)}
                />
              ),
            )}
          </ul>
        )}
      </>
    )
  }

  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('lead', { company: user.company.name })}
        actions={newMenu}
      />
      <div className={styles.stack}>
        {library.offline ? (
          <Failed tone="warning" title={t('offlineTitle')} onRetry={library.reload}>
            {t('offlineBody')}
          </Failed>
        ) : null}
        {library.problem ? <Notice tone="error" title={library.problem} /> : null}
        {unfinished && mayCreate ? <UnfinishedNotice {...unfinished} /> : null}
        {mayCreate ? (
          <Elsewhere device={props.device} owner={`${user.company.id}:${user.id}`} onOpen={onOpen} />
        ) : null}
        {checklist}
        {content()}
      </div>
      <BlankDialog
        open={dialog === 'blank'}
        taken={taken}
        companyId={user.company.id}
        newId={newId}
        onClose={close}
        onCreate={(document) => void begin(document, null)}
      />
      {dialog === 'gallery' ? gallery({ onClose: close, onUse: beginFrom }) : null}
      {template ? saveTemplate({ document: template, onClose: () => setTemplate(null) }) : null}
      {(dialog === 'import' || droppedFiles !== null) && mayCreate
        ? importDialog?.({
            files: droppedFiles ?? [],
            takenCodes: new Set(taken.map((item) => item.code)),
            onClose: close,
            onImported: (document, { format, files }) => begin(document, { kind: 'import', format, files }),
          })
        : null}
    </>
  )
}
