import type { Settings } from '#lib/settings/index.ts';
import { loadSettings } from '../storage/settings-store.ts';

/** The settings as they are now: read once while the background lives; a change replaces them. */
export class CurrentSettings {
  #settings: Promise<Settings> | null = null;

  current(): Promise<Settings> {
    this.#settings ??= loadSettings();
    return this.#settings;
  }

  set(settings: Settings): void {
    this.#settings = Promise.resolve(settings);
  }

  /** They are read anew when they are asked for next. */
  forget(): void {
    this.#settings = null;
  }
}
