/** Whether the disk of a folder has room to write. Looked at ten times a second at most. */
import { statfsSync } from 'node:fs'
import { roomKept } from './room.ts'

const lookEvery = 100

export function diskRoom(folder: string): () => boolean {
  let lookedAt = Number.NEGATIVE_INFINITY
  let hasRoom = true
  return () => {
    const now = performance.now()
    if (now - lookedAt < lookEvery) return hasRoom
    lookedAt = now
    const { blocks, bavail, bsize } = statfsSync(folder)
    // Where a file system does not count, nobody knows better.
    hasRoom = blocks === 0 || bavail * bsize >= roomKept
    return hasRoom
  }
}
