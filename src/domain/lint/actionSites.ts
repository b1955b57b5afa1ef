/** Every place where a process names an action of the company, with the way to take that mention out again. */
import type { StageAction } from '../process/action.ts'
import type { TransitionAction } from '../process/transition.ts'
import { changeStage, forAll } from './fixes.ts'
import { actionByCode, actionOf } from './known.ts'
import type { Finding, LintContext, ProblemTarget, QuickFix } from './rule.ts'
import { stageWords, transitionWords } from './words.ts'

export interface ActionSite {
  readonly at: ProblemTarget
  /** The id or code by which the action is named. */
  readonly name: string
  /** The action itself, where the company has it. */
  readonly action: StageAction | undefined
  /** Where a transition sets parameters of its own. */
  readonly own: TransitionAction | null
  readonly owner: string
  /** Takes the actions with these names out of this list. */
  readonly without: (title: string, names: ReadonlySet<string>) => QuickFix
}

export function* actionSites(context: LintContext): Iterable<ActionSite> {
  for (const stage of context.graph.stages) {
    if (stage.entryActionIds.length === 0 && stage.exitActionIds.length === 0) continue
    for (const field of ['entryActionIds', 'exitActionIds'] as const)
      for (const id of stage[field])
        yield {
          at: { kind: 'stage', id: stage.id, field },
          name: id,
          action: actionOf(context, id),
          own: null,
          owner: stageWords(context, stage.id),
          without: (title, names) =>
            changeStage(title, stage.id, { [field]: stage[field].filter((other) => !names.has(other)) }),
        }
  }
  for (const transition of context.graph.transitions) {
    if (transition.actionIds.length === 0 && transition.actions.length === 0) continue
    const owner = transitionWords(context, transition)
    const update = (
      title: string,
      changes: { actionIds: string[] } | { actions: TransitionAction[] },
    ): QuickFix => ({
      title,
      command: { id: 'updateTransition', payload: { transitionId: transition.id, changes } },
    })
    for (const id of transition.actionIds)
      yield {
        at: { kind: 'transition', id: transition.id, field: 'actionIds' },
        name: id,
        action: actionOf(context, id),
        own: null,
        owner,
        without: (title, names) =>
          update(title, { actionIds: transition.actionIds.filter((other) => !names.has(other)) }),
      }
    for (const own of transition.actions)
      yield {
        at: { kind: 'transition', id: transition.id, field: 'actions' },
        name: own.action_code,
        action: actionByCode(context, own.action_code),
        own,
        owner,
        without: (title, names) =>
          update(title, { actions: transition.actions.filter((other) => !names.has(other.action_code)) }),
      }
  }
}

/** One finding for each name in each list of which `wrong` says what is wrong; fixes remove one or all of the list. */
export function* actionFindings(
  context: LintContext,
  wrong: (site: ActionSite) => string | null,
): Iterable<Finding> {
  const lists = new Map<string, { site: ActionSite; message: string }[]>()
  for (const site of actionSites(context)) {
    const message = wrong(site)
    if (message === null) continue
    const list = `${site.at.kind} ${site.at.id} ${site.at.field}`
    const found = lists.get(list)
    if (!found) lists.set(list, [{ site, message }])
    else if (!found.some((other) => other.site.name === site.name)) found.push({ site, message })
  }
  for (const found of lists.values())
    for (const { site, message } of found) {
      const one = site.without('Remove the action', new Set([site.name]))
      const names = new Set(found.map((other) => other.site.name))
      const all =
        found.length > 1 ? [forAll(site.without(`Remove all ${found.length} such actions here`, names))] : []
      yield { at: site.at, key: site.name, message, fixes: all.length > 0 ? [one, ...all] : [forAll(one)] }
    }
}
