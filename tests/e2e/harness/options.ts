import { eventually, type Tab } from '#lib/commands/browsers.ts';
import type { Session } from './session.ts';

/** The options page, in a viewport that holds all of it. */
export interface Options {
  readonly tab: Tab;
  click(role: string, name: string): Promise<void>;
  /** Types into a field, found by its label. */
  fill(label: string, value: string): Promise<void>;
  /** Picks a value of a select, found by its label. */
  pick(label: string, value: string): Promise<void>;
  /** Gives a file to the file field with this label. */
  giveFile(label: string, name: string, content: string): Promise<void>;
  /** Drops a file on the packs. */
  dropFile(name: string, content: string): Promise<void>;
  /** What was just done. */
  done(): Promise<string>;
  /** The text of a group, by its id. */
  group(id: string): Promise<string>;
}

/** The middle of a control in the viewport, or null where there is none that can be pressed. */
const PLACE = (role: string, name: string) => `(() => {
  const controls = { button: 'button:not(:disabled)', switch: '[role=switch]', radio: '[type=radio]' }[${JSON.stringify(role)}];
  const nameOf = (control) => control.getAttribute('aria-label') ?? (control.labels?.[0] ?? control).innerText.trim();
  const control = [...document.querySelectorAll(controls)].find((one) => nameOf(one) === ${JSON.stringify(name)} && one.checkVisibility());
  control?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = control?.getBoundingClientRect();
  return box ? [box.x + box.width / 2, box.y + box.height / 2] : null;
})()`;
const FIELD = (label: string, kind = 'input, textarea') => `(() => {
  const wanted = ${JSON.stringify(label)};
  return [...document.querySelectorAll('${kind}')].find((field) =>
    field.getAttribute('aria-label') === wanted || [...(field.labels ?? [])].some((label) => label.innerText.trim().split('\\n')[0] === wanted));
})()`;
const TELL = (value: string, prototype: string) => `(() => {
  Object.getOwnPropertyDescriptor(${prototype}.prototype, 'value').set.call(field, ${JSON.stringify(value)});
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
})()`;
const FILES = (name: string, content: string) => `(() => {
  const files = new DataTransfer();
  files.items.add(new File([${JSON.stringify(content)}], ${JSON.stringify(name)}, { type: 'application/json' }));
  return files;
})()`;

/** Opens the options page. */
export async function openOptions({ browser }: Session): Promise<Options> {
  const tab = await browser.newTab();
  await tab.activate();
  await tab.resize(1000, 5000);
  await tab.navigate(browser.pageAddress('options.html'));
  return optionsIn(tab);
}

/** The options page in a tab that the extension opened. */
export function optionsIn(tab: Tab): Options {
  /** Does something with a field once it is there: a page that was opened just now may not be drawn. */
  const withField = async (label: string, kind: string | undefined, act: string) => {
    const done = () =>
      tab.evaluate<true | null>(`(() => { const field = ${FIELD(label, kind)}; if (!field) return null; ${act}; return true; })()`);
    await eventually(`a field is called "${label}"`, done, 10_000);
  };
  return {
    tab,
    click: async (role, name) => {
      await tab.activate();
      const box = await eventually(
        `a ${role} named "${name}" is there`,
        () => tab.evaluate<[number, number] | null>(PLACE(role, name)),
        10_000,
      );
      await tab.click(...box);
    },
    fill: (label, value) => withField(label, undefined, TELL(value, 'Object.getPrototypeOf(field).constructor')),
    pick: (label, value) => withField(label, 'select', TELL(value, 'HTMLSelectElement')),
    giveFile: (label, name, content) =>
      withField(
        label,
        'input[type=file]',
        `field.files = ${FILES(name, content)}.files; field.dispatchEvent(new Event('change', { bubbles: true }))`,
      ),
    dropFile: (name, content) =>
      tab.evaluate(
        `document.querySelector('.packs').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: ${FILES(name, content)} })) && undefined`,
      ),
    done: () => tab.evaluate<string>(`document.querySelector('.done')?.innerText ?? ''`),
    group: (id) => tab.evaluate<string>(`document.getElementById(${JSON.stringify(id)}).innerText`),
  };
}
