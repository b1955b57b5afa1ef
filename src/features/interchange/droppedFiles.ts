/** What a drag carries. While dragging only the kinds are known, the files only on drop. */

export const holdsFiles = (transfer: Pick<DataTransfer, 'types'> | null): boolean =>
  transfer !== null && [...transfer.types].includes('Files')

export const filesOf = (transfer: Pick<DataTransfer, 'files'> | null): File[] => [...(transfer?.files ?? [])]
