import { useWords } from '#components/words/index.ts';

/** What the extension reads, keeps and fetches, and what each permission is for. The same stands in PRIVACY.md. */
export function PrivacyView() {
  const { say } = useWords();
  return (
    <main class="privacy">
      <h1>
        Dramatis: <span>{say('privacy_title')}</span>
      </h1>
      <p>
        <strong>{say('nothing_leaves')}</strong>
      </p>
      <p>{say('privacy_read')}</p>
      <p>{say('privacy_kept')}</p>
      <p>{say('privacy_fetched')}</p>
      <p>{say('privacy_links')}</p>
      <p>{say('privacy_permissions')}</p>
      <p>
        <a href="/options.html">{say('open_settings')}</a>
      </p>
    </main>
  );
}
