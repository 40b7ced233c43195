import { useWords } from '#components/words/index.ts';

/** What stands over the welcome page's article: how it works, why it needs to read pages, and how to narrow that. */
export function WelcomeView() {
  const { say } = useWords();
  return (
    <>
      <h1>{say('welcome_title')}</h1>
      <p>{say('welcome_how')}</p>
      <p>{say('welcome_why')}</p>
      <p>{say('welcome_narrow')}</p>
      <p>
        <a href="/options.html">{say('open_settings')}</a> · <a href="/privacy.html">{say('privacy_title')}</a>
      </p>
    </>
  );
}
