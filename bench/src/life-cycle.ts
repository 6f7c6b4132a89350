import type { Actor } from '@redress/core'
import type {
  AcceptComplaint,
  AnswerComplaint,
  AssignHandler,
  ClassifyComplaint,
  CloseComplaint,
  DeliverAnswer,
  EvaluateAnswer,
  FileComplaint,
  HearStatement,
  RegisterComplaint,
} from '@redress/petition'
import type { CasePlan } from './case-plan.js'

type Command<Input> = (id: string, input: Input, by: Actor) => Promise<unknown>

/** The ten commands that take a complaint from filing to its end. Each resolves when what it did is stored. */
export interface LifeCycle {
  readonly file: (input: FileComplaint, by: Actor) => Promise<{ readonly id: string }>
  readonly register: Command<RegisterComplaint>
  readonly classify: Command<ClassifyComplaint>
  readonly accept: Command<AcceptComplaint>
  readonly assign: Command<AssignHandler>
  readonly hearStatement: Command<HearStatement>
  readonly answer: Command<AnswerComplaint>
  readonly deliver: Command<DeliverAnswer>
  readonly evaluate: Command<EvaluateAnswer>
  readonly close: Command<CloseComplaint>
}

/** What is measured: an empty store behind the ten commands. */
export interface Contender {
  readonly lifeCycle: LifeCycle
  /** Reads one case as it stands. */
  read(id: string): Promise<unknown>
}

export const commandsPerCase = 10

/** One command of the life cycle on its plan; `file` has no id yet. */
export type Step = (cycle: LifeCycle, plan: CasePlan, id: string) => Promise<unknown>

export const steps: readonly Step[] = [
  (cycle, plan) => cycle.file(plan.file, plan.resident),
  (cycle, plan, id) => cycle.register(id, plan.register, plan.desk),
  (cycle, plan, id) => cycle.classify(id, plan.classify, plan.desk),
  (cycle, plan, id) => cycle.accept(id, plan.accept, plan.desk),
  (cycle, plan, id) => cycle.assign(id, plan.assign, plan.desk),
  (cycle, plan, id) => cycle.hearStatement(id, plan.hearStatement, plan.handler),
  (cycle, plan, id) => cycle.answer(id, plan.answer, plan.handler),
  (cycle, plan, id) => cycle.deliver(id, plan.deliver, plan.handler),
  (cycle, plan, id) => cycle.evaluate(id, plan.evaluate, plan.resident),
  (cycle, plan, id) => cycle.close(id, plan.close, plan.handler),
]
