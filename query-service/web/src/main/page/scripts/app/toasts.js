/** Notes to the reader that go by themselves: what was done, with undo where that is possible, and what failed. */
import {sentence} from './problem.js';

/** @typedef {{text: string, action: () => unknown}} Action */
/** @typedef {{id: number, kind: 'done' | 'failed' | 'news', text: string, actions: Action[], tillMillis: number}} Toast */

const STAYS_MILLIS = 8_000;
const TOASTS_MAX = 4;

export class Toasts extends EventTarget {
  /** @param {import('./app.js').App} app */
  constructor(app) {
    super();
    this.app = app;
    /** @type {Toast[]} */
    this.shown = [];
    this.next = 1;
  }

  /**
   * Done; with undo until the service no longer takes it back.
   *
   * @param {string} text @param {{changeId?: string, undoableUntil?: string, warnings?: string[]}} [answer]
   */
  done(text, answer = {}) {
    const undoable = answer.changeId && answer.undoableUntil;
    const warnings = answer.warnings ?? [];
    this.show({
      kind: 'done',
      text: [text, ...warnings].join(' '),
      actions: undoable ? [{text: this.app.texts.t('undo'), action: () => this.undo(answer.changeId ?? '')}] : [],
      tillMillis: undoable ? Date.parse(answer.undoableUntil ?? '') : Date.now() + STAYS_MILLIS,
    });
  }

  /** @param {unknown} failure @param {Action[]} [actions] */
  failed(failure, actions = []) {
    this.show({kind: 'failed', text: sentence(this.app.texts, failure), actions, tillMillis: Date.now() + 3 * STAYS_MILLIS});
  }

  /** @param {string} text @param {Action[]} [actions] */
  news(text, actions = []) {
    this.show({kind: 'news', text, actions, tillMillis: Date.now() + STAYS_MILLIS});
  }

  /** @param {string} changeId */
  async undo(changeId) {
    try {
      await this.app.api.commands.undoChange({changeId});
      this.news(this.app.texts.t('undone'));
      this.app.dispatchEvent(new Event('written'));
    } catch (failure) {
      this.failed(failure);
    }
  }

  /** @param {Omit<Toast, 'id'>} toast */
  show(toast) {
    const shown = {...toast, id: this.next++};
    // Undo is offered for minutes, and what is older than two changes would be in the way of what is below.
    const done = this.shown.filter(each => each.kind === 'done');
    const kept = toast.kind === 'done' && done.length > 1 ? this.shown.filter(each => each !== done[0]) : this.shown;
    this.shown = [...kept, shown].slice(-TOASTS_MAX);
    setTimeout(() => this.close(shown.id), Math.max(0, shown.tillMillis - Date.now()));
    this.dispatchEvent(new Event('change'));
  }

  /** @param {number} id */
  close(id) {
    this.shown = this.shown.filter(toast => toast.id !== id);
    this.dispatchEvent(new Event('change'));
  }
}
