/** Timers that wait. */
const timers = new Set<unknown>();
const intervals = new Set<unknown>();
/** Listeners that do not go with what they listen to. */
const listeners: { readonly type: string; readonly signal: AbortSignal | undefined }[] = [];
const observers = new Set<MutationObserver>();

/** What of the browser is held on to: timers, observers that observe, listeners that nothing takes away. */
export const held = () => ({
  timers: timers.size,
  intervals: intervals.size,
  observers: observers.size,
  listeners: listeners.filter(({ signal }) => !signal?.aborted).map(({ type }) => type),
});

/** Watches what is held on to from now on. Gives the way to end it. */
export function watchHeld(): () => void {
  timers.clear();
  intervals.clear();
  listeners.length = 0;
  observers.clear();
  const restore: (() => void)[] = [];
  const wrap = <Owner extends object, Key extends keyof Owner>(owner: Owner, key: Key, made: (own: Owner[Key]) => Owner[Key]) => {
    const own = owner[key];
    owner[key] = made(own);
    restore.push(() => {
      owner[key] = own;
    });
  };
  wrap(
    window,
    'setTimeout',
    (own) =>
      Object.assign((work: () => void, time?: number, ...given: unknown[]) => {
        const id = own(() => {
          timers.delete(id);
          (work as (...all: unknown[]) => void)(...given);
        }, time);
        timers.add(id);
        return id;
      }, own) as typeof own,
  );
  wrap(window, 'clearTimeout', (own) => (id) => {
    timers.delete(id);
    own(id);
  });
  wrap(
    window,
    'setInterval',
    (own) =>
      ((work: () => void, time?: number) => {
        const id = own(work, time);
        intervals.add(id);
        return id;
      }) as typeof own,
  );
  wrap(window, 'clearInterval', (own) => (id) => {
    intervals.delete(id);
    own(id);
  });
  const heard = (on: unknown, type: string, options: boolean | AddEventListenerOptions | undefined) => {
    const { signal, once = false } = typeof options === 'object' ? options : {};
    // What is in the card goes with it.
    const dies = on instanceof AbortSignal || (on instanceof Element && on !== document.documentElement) || once;
    if (!dies) listeners.push({ type, signal });
  };
  wrap(
    EventTarget.prototype,
    'addEventListener',
    (own) =>
      function (this: EventTarget, type, listener, options) {
        heard(this, type, options);
        own.call(this, type, listener, options);
      },
  );
  // The window of a test has one of its own.
  if (Object.hasOwn(window, 'addEventListener'))
    wrap(
      window,
      'addEventListener',
      (own) => (type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions) => {
        heard(window, type, options);
        own.call(window, type, listener, options);
      },
    );
  wrap(
    MutationObserver.prototype,
    'observe',
    (own) =>
      function (this: MutationObserver, target, options) {
        observers.add(this);
        own.call(this, target, options);
      },
  );
  wrap(
    MutationObserver.prototype,
    'disconnect',
    (own) =>
      function (this: MutationObserver) {
        observers.delete(this);
        own.call(this);
      },
  );
  return () => {
    for (const undo of restore.reverse()) undo();
  };
}
