import { defineConfig } from 'wxt';
import { worldFile } from './lib/atlas/compile/index.ts';
import { gateScript } from './lib/commands/gate.ts';
import { checkLocales } from './lib/commands/languages.ts';
import { compiledFiles } from './lib/commands/load-glossary.ts';

/** Pages on which names can be shown. */
const PAGES = ['http://*/*', 'https://*/*', 'file:///*'];

/** What the extension's own pages and its background may do: no code but the packed one, no markup made of text, no frame around them. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  // Packs that the reader subscribed to; http on this machine alone.
  "connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  targetBrowsers: ['chrome', 'firefox'],
  manifest: ({ browser }) => ({
    default_locale: 'en',
    name: '__MSG_extension_name__',
    short_name: 'Dramatis',
    description: '__MSG_extension_description__',
    permissions: ['storage', 'scripting', 'contextMenus'],
    host_permissions: PAGES,
    content_security_policy: {
      extension_pages: POLICY.join('; '),
    },
    ...(browser === 'firefox'
      ? {
          // `light` is the icon for light text, which is a dark toolbar.
          action: {
            theme_icons: [16, 24, 32].map((size) => ({ size, light: `icon/dark-${size}.png`, dark: `icon/${size}.png` })),
          },
          browser_specific_settings: {
            gecko: {
              id: 'dramatis@dramatis.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '128' }),
    commands: {
      'add-name': { description: '__MSG_command_add_name__' },
      toggle: { suggested_key: { default: 'Alt+Shift+D' }, description: '__MSG_command_toggle__' },
      'next-name': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_command_next_name__' },
      'previous-name': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_command_previous_name__' },
      'open-panel': { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_command_open_panel__' },
    },
    // Frames too, those without an address of their own included: articles stand in them.
    content_scripts: [{ matches: PAGES, js: ['gate.js'], run_at: 'document_end', all_frames: true, match_origin_as_fallback: true }],
  }),
  hooks: {
    'build:before': checkLocales,
    'prepare:publicPaths': (_wxt, paths) => {
      paths.push('glossary.index', 'glossary.entries', 'atlas.json', 'gate.js');
    },
    // What the pages share is one file, not seven: each costs the popup a journey through the browser before it is drawn.
    'vite:build:extendConfig': (entrypoints, config) => {
      const output = config.build?.rollupOptions?.output;
      if (output && !Array.isArray(output) && entrypoints.some(({ type }) => type === 'popup')) {
        output.codeSplitting = { groups: [{ name: 'shared', minShareCount: 3, test: /(?<!\.css)$/ }] };
      }
    },
    'build:publicAssets': async (wxt, files) => {
      const glossary = await compiledFiles();
      files.push(
        { absoluteSrc: glossary.index, relativeDest: 'glossary.index' },
        { absoluteSrc: glossary.entries, relativeDest: 'glossary.entries' },
        { contents: JSON.stringify(worldFile()), relativeDest: 'atlas.json' },
        { contents: await gateScript(wxt.config.browser === 'firefox'), relativeDest: 'gate.js' },
      );
    },
  },
  vite: () => ({
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { sourcemap: false },
  }),
});
