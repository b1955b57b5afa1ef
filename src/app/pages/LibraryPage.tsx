import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { v7 as newId } from 'uuid'
import { Library, libraryKey } from '../../features/library/index.ts'
import { useText } from '../../text/index.ts'
import { addressOf } from '../addresses.ts'
import { usePage } from '../usePage.ts'
import { useWorkspace } from '../workspaces.ts'

export function LibraryPage() {
  const t = useText('app')
  usePage(t('title', { page: t('library') }), 'library')
  const workspace = useWorkspace()
  const cache = useQueryClient()
  const navigate = useNavigate()
  useEffect(
    () => workspace.onEvent(() => void cache.invalidateQueries({ queryKey: libraryKey })),
    [workspace, cache],
  )
  return (
    <Library
      backend={workspace.backend}
      drafts={workspace.drafts}
      copies={workspace.copies}
      user={workspace.user}
      newId={newId}
      addressOf={(id) => addressOf(id)}
      onOpen={(id) => void navigate(addressOf(id))}
    />
  )
}
