import { text } from '../texts/text.ts'
import { change, view } from '../view/current.ts'
import { questions } from './questions.ts'

/** What a newcomer sees first: what this is, and questions to begin with. */
export function Welcome() {
  const t = text.value
  const { lang, scheme, mode } = view.value
  return (
    <section class="welcome" aria-labelledby="welcome">
      <h2 id="welcome" class="tagline">
        {t.tagline}
      </h2>
      <h3>{t.tryQuestions}</h3>
      <ul class="questions">
        {questions(t, lang, scheme).map(question => (
          <li key={question.address}>
            <a href={question.address}>{question.text}</a>
          </li>
        ))}
      </ul>
      {mode !== 'reading' && (
        <p>
          <button type="button" class="link" onClick={() => change({ mode: 'reading' })}>
            {t.orRead}
          </button>
        </p>
      )}
      <p class="quiet">{t.howTo}</p>
    </section>
  )
}
