/** Commands run lately from the command menu, the last first: remembered by this device. */
const key = 'stagecraft.recentCommands'
const most = 5

export function recentCommands(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : []
  } catch (error) {
    console.warn('The commands used lately could not be read.', error)
    return []
  }
}

export function rememberCommand(id: string): void {
  const next = [id, ...recentCommands().filter((other) => other !== id)].slice(0, most)
  try {
    localStorage.setItem(key, JSON.stringify(next))
  } catch (error) {
    console.warn('The command could not be remembered for the next visit.', error)
  }
}
