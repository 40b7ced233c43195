import { useWords } from '#components/words/index.ts';
import type { Cast, DatedFact } from '#lib/cast/index.ts';
import { dayToIso, parsePartialDate, wordDate, wordDay } from '#lib/chronicle/index.ts';

function Fact({ fact: { date, name, text } }: { readonly fact: DatedFact }) {
  const parsed = parsePartialDate(date);
  return (
    <li>
      <time dir="ltr" datetime={date}>
        {parsed ? wordDate(parsed) : date}
      </time>
      <span dir="auto">
        <b dir="auto">{name}</b> {text}
      </span>
    </li>
  );
}

/** The dated facts that an article's names bring along, with the article's own day among them. */
export function DatesView({ cast }: { readonly cast: Cast }) {
  const { say } = useWords();
  if (cast.facts.length === 0) return null;
  const [before, later] = [cast.facts.filter(({ later: is }) => !is), cast.facts.filter(({ later: is }) => is)];
  const key = ({ date, member, text }: DatedFact) => `${date} ${member} ${text}`;
  return (
    <section aria-labelledby="dates">
      <h2 id="dates">{say('panel_dates')}</h2>
      <ol class="dates">
        {before.map((fact) => (
          <Fact key={key(fact)} fact={fact} />
        ))}
        <li class="today">
          <time dir="ltr" datetime={dayToIso(cast.day)}>
            {wordDay(cast.day)}
          </time>
          <span>{say('panel_this_article')}</span>
        </li>
        {later.map((fact) => (
          <Fact key={key(fact)} fact={fact} />
        ))}
      </ol>
    </section>
  );
}
