import { useWords } from '#components/words/index.ts';

/** Bundled data and code, and what the recogniser was trained on, with their licences; names and licences are the same in every language. */
const SOURCES: readonly string[] = [
  'GeoNames, CC BY 4.0',
  'Natural Earth, public domain',
  'ISO 3166 names: iso-3166, i18n-iso-countries, i18n-nationality, MIT',
  'GUM corpus, CC BY 4.0 (news: Wikinews, CC BY 2.5)',
  'WikiGold, CC BY 4.0',
  're3d, Defence Science and Technology Laboratory, OGL 3.0',
  'GloVe word vectors, public domain',
  'Preact, Valibot, compromise, jsonc-parser (MIT); d3-geo, topojson-client (ISC); idb-keyval (Apache 2.0); webextension-polyfill (MPL 2.0)',
];

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
      <h2>{say('privacy_data_title')}</h2>
      <p>{say('privacy_data')}</p>
      <ul>
        {SOURCES.map((text) => (
          <li key={text} lang="en">
            {text}
          </li>
        ))}
      </ul>
      <p>
        <a href="/options.html">{say('open_settings')}</a> · <a href="/support.html">{say('support_title')}</a>
      </p>
    </main>
  );
}
