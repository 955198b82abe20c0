/** What all parts of the page have in common: they render into the page itself, so that one style sheet and one focus order serve all. */
import {LitElement} from 'lit';

const COALESCED_MILLIS = 250;
const AGAIN_AFTER_MILLIS = 3_000;

export class Part extends LitElement {
  static properties = {app: {attribute: false}};

  constructor() {
    super();
    /** @type {import('./app.js').App} */
    this.app = /** @type {any} */ (undefined);
    /** @type {(() => void)[]} */
    this.leaving = [];
  }

  createRenderRoot() {
    return this;
  }

  /** @param {string} key @param {Record<string, string | number>} [values] */
  t(key, values) {
    return this.app.texts.t(key, values);
  }

  /** Until this part leaves the page. @param {EventTarget} target @param {string} type @param {(event: any) => void} listener */
  listen(target, type, listener) {
    target.addEventListener(type, listener);
    this.leaving.push(() => target.removeEventListener(type, listener));
  }

  /**
   * Reads again when something was written here, when others changed what is relevant, and when the stream was away; once for
   * changes that come together, and after a while where it came to false, which says that nobody answered.
   *
   * @param {() => unknown} read @param {(message: import('./live.js').ChangeMessage) => boolean} [relevant]
   */
  readAgainOnChanges(read, relevant = () => true) {
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const within = (/** @type {number} */ millis) => {
      timer ??= setTimeout(async () => {
        timer = undefined;
        if (await read() === false && this.isConnected) {
          within(AGAIN_AFTER_MILLIS);
        }
      }, millis);
    };
    const soon = () => within(COALESCED_MILLIS);
    this.leaving.push(
      this.app.live.onChange(message => relevant(message) && soon()), this.app.live.onReset(soon), () => clearTimeout(timer));
    this.listen(this.app, 'written', soon);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.leaving.forEach(leave => leave());
    this.leaving = [];
  }
}

/** A part that the address names; its parameters stand there. */
export class View extends Part {
  static properties = {app: {attribute: false}, parameters: {attribute: false}};

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.parameters = {};
  }
}

/** @param {ParentNode} within @param {string} selector */
export function focusOn(within, selector) {
  const element = within.querySelector(selector);
  if (element instanceof HTMLElement) {
    element.focus();
  }
}
