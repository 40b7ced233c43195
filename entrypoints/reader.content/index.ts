import { defineContentScript } from 'wxt/utils/define-content-script';
import { startReader } from './reader.ts';

/** Comes only to articles, sent by the background after the gate knocked. */
export default defineContentScript({
  registration: 'runtime',
  matches: ['http://*/*', 'https://*/*', 'file:///*'],
  main(context) {
    const scope = globalThis as { dramatisReads?: boolean };
    if (scope.dramatisReads) return;
    scope.dramatisReads = true;
    void startReader(context.signal);
  },
});
