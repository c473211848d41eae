import type { Texts } from '../texts/en.ts'
import { writeAddress } from '../view/address.ts'
import { emptyView, type Language, type Scheme, type Step, type View } from '../view/view.ts'

/** A question to begin with, and the address of the view that answers it. */
export interface Question {
  readonly text: string
  readonly address: string
}

type Answered = Partial<View> & { readonly steps: readonly Step[] }

/** The questions that the seed answers, each as a view. */
export function questions(t: Texts, lang: Language, scheme: Scheme): readonly Question[] {
  const ask = (text: string, view: Answered): Question => ({
    text,
    address: writeAddress({ ...emptyView(lang), scheme, ...view }),
  })
  return [
    ask(t.questionEuropol, {
      steps: [
        { kind: 'expand', id: 'institution/europol', type: 'HANDLES', direction: 'OUT' },
        { kind: 'expand', id: 'commitment/fr-be-2018-06-11/17a', type: 'HANDLES', direction: 'IN' },
      ],
      selected: 'commitment/fr-be-2018-06-11/17a',
    }),
    ask(t.questionPnr, {
      steps: [
        { kind: 'expand', id: 'commitment/fr-be-2018-06-11/16a', type: 'HANDLES', direction: 'IN' },
        { kind: 'expand', id: 'commitment/fr-be-2018-06-11/16a', type: 'CONCERNS', direction: 'OUT' },
        { kind: 'expand', id: 'system/eu-pnr', type: 'GOVERNS', direction: 'IN' },
      ],
      selected: 'commitment/fr-be-2018-06-11/16a',
    }),
    ask(t.questionLiege, {
      steps: [
        { kind: 'expand', id: 'event/liege-2018-05-29', type: 'TRIGGERED', direction: 'OUT' },
        { kind: 'expand', id: 'event/liege-2018-05-29', type: 'LOCATED_IN', direction: 'OUT' },
      ],
      selected: 'event/liege-2018-05-29',
    }),
    ask(t.questionOutcome, {
      steps: [
        { kind: 'expand', id: 'event/liege-2018-05-29', type: 'TRIGGERED', direction: 'OUT' },
        { kind: 'expand', id: 'commitment/fr-be-2018-06-11/11a', type: 'REPORTS_ON', direction: 'IN' },
      ],
      selected: 'commitment/fr-be-2018-06-11/11a',
    }),
    ask(t.questionEurojust, {
      steps: [{ kind: 'expand', id: 'institution/eurojust', type: 'GOVERNS', direction: 'IN' }],
      selected: 'institution/eurojust',
      validAt: '2019-06-01',
    }),
  ]
}
