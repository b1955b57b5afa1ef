import { roles } from '../../../process/role.ts'
import { isNobody, whoInWords } from '../../../process/who.ts'
import { changeTransition } from '../../fixes.ts'
import { defineRule } from '../../rule.ts'
import { transitionWords } from '../../words.ts'

const known: ReadonlySet<string> = new Set(roles)

export const unknownRole = defineRule({
  id: 'access/unknown-role',
  title: 'The roles that may run a transition exist',
  why: 'A role that nobody has lets nobody through. It may be misspelled, or come from another system.',
  *check(context) {
    for (const transition of context.graph.transitions) {
      const { id, runBy = [] } = transition
      for (const who of runBy) {
        if (who.kind !== 'role' || isNobody(who) || known.has(who.ref)) continue
        const role = `“${whoInWords(who)}”`
        const others = runBy.filter((other) => other !== who)
        yield {
          at: { kind: 'transition', id, field: 'runBy' },
          key: who.ref,
          message: `${transitionWords(context, transition)} is kept for the role ${role}, which this company does not have. Pick another one.`,
          fixes: [
            changeTransition(others.length > 0 ? `Leave the role ${role} out` : 'Let everybody run it', id, {
              runBy: others,
            }),
          ],
        }
      }
    }
  },
})
