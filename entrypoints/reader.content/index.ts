import { defineContentScript } from 'wxt/utils/define-content-script';
import { startReader } from './reader.ts';

/** Comes only to articles, sent by the background after the gate knocked. */
export default defineContentScript({
  registration: 'runtime',
  // The page need not hear of it.
  noScriptStartedPostMessage: true,
  matches: ['http://*/*', 'https://*/*', 'file:///*'],
  main(context) {
    const scope = globalThis as { dramatisReads?: boolean };
    if (scope.dramatisReads) return;
    scope.dramatisReads = true;
    // A reader that comes a second time has stopped the first before it gets here.
    context.onInvalidated(() => {
      scope.dramatisReads = false;
    });
    void startReader(context.signal);
  },
});
