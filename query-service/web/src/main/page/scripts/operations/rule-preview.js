/** What would come of a rule: its next runs, and what it does at each change of its zone's clocks. */
import {html, nothing} from 'lit';
import {sentence} from '../app/problem.js';
import {locale} from '../app/times.js';
import {Part} from '../app/view.js';
import {clockChange} from './clock-changes.js';

/** @typedef {import('almanac/queries').PreviewedOccurrence} PreviewedOccurrence */
/** @typedef {{recurrence: any, timeZone: string, start?: string, dstGap: any, dstOverlap: any}} Asked */

const PREVIEWED = 8;
const ASKED_AFTER_MILLIS = 300;
const DAY_MILLIS = 86_400_000;
const LOOKED_AT_DAYS = 800;
const CHANGES_MAX = 4;
const LISTED_OF_A_CHANGE = 4;

export class RulePreview extends Part {
  static properties = {app: {attribute: false}, asked: {attribute: false}, next: {state: true}, changes: {state: true}, failure: {state: true}};

  constructor() {
    super();
    /** @type {Asked | null} */
    this.asked = null;
    /** @type {PreviewedOccurrence[]} */
    this.next = [];
    /** @type {PreviewedOccurrence[]} */
    this.changes = [];
    this.failure = '';
    this.known = '';
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  updated() {
    const asked = JSON.stringify(this.asked);
    if (this.asked && asked !== this.known) {
      this.known = asked;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask(/** @type {Asked} */ (this.asked), asked), ASKED_AFTER_MILLIS);
    }
  }

  /** @param {Asked} wish @param {string} asked */
  async ask(wish, asked) {
    try {
      // Alone, so that what is said wrongly is refused once.
      const next = await this.preview(wish, Date.now(), Date.now() + LOOKED_AT_DAYS * DAY_MILLIS, PREVIEWED);
      const around = await Promise.all(clockChangesOf(wish.timeZone).map(change =>
        this.preview(wish, Math.max(Date.now(), change - DAY_MILLIS), change + DAY_MILLIS, 1000)));
      if (asked === this.known) {
        this.next = next;
        this.changes = around.flatMap(occurrences => occurrences.filter(each => each.adjusted !== 'NONE').slice(0, LISTED_OF_A_CHANGE));
        this.failure = next.length ? '' : this.t('recurrence.none-comes');
      }
    } catch (failure) {
      if (asked === this.known) {
        this.next = [];
        this.changes = [];
        this.failure = sentence(this.app.texts, failure);
      }
    }
  }

  /** @param {Asked} wish @param {number} from @param {number} till @param {number} limit */
  async preview(wish, from, till, limit) {
    const answer = await this.app.api.queries.previewRecurrence({
      previewRequest: /** @type {any} */ ({...wish, from: new Date(from).toISOString(), till: new Date(till).toISOString(), limit}),
    });
    return answer.occurrences;
  }

  render() {
    const timeZone = this.asked?.timeZone ?? 'UTC';
    const format = new Intl.DateTimeFormat(locale(this.app), {
      timeZone, weekday: 'short', year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit',
      timeZoneName: 'short', hourCycle: this.app.settings.isTwelveHours ? 'h12' : 'h23',
    });
    return html`<div class="preview" role="status">
      ${this.failure ? html`<p class="field-problem">${this.failure}</p>` : nothing}
      ${this.next.length ? html`<h3>${this.t('operations.next-runs')}</h3><ol>${this.next.map(each => html`<li>${format.format(new Date(each.start))}</li>`)}</ol>` : nothing}
      ${this.changes.length
        ? html`<h3>${this.t('recurrence.clock-changes')}</h3><ul>${this.changes.map(each => html`
            <li>${clockChange(this.app, each.adjusted, each.localDateTime, each.start, timeZone)}</li>`)}</ul>`
        : nothing}
    </div>`;
  }
}

/** The days on which the zone's offset changes, as the browser knows them. @param {string} timeZone */
function clockChangesOf(timeZone) {
  const format = new Intl.DateTimeFormat('en', {timeZone, timeZoneName: 'longOffset'});
  const offset = (/** @type {number} */ at) => format.formatToParts(at).find(part => part.type === 'timeZoneName')?.value;
  /** @type {number[]} */
  const changes = [];
  const first = Math.floor(Date.now() / DAY_MILLIS) * DAY_MILLIS;
  let before = offset(first);
  for (let day = 1; day <= LOOKED_AT_DAYS && changes.length < CHANGES_MAX; day++) {
    const after = offset(first + day * DAY_MILLIS);
    if (after !== before) {
      changes.push(first + (day - 0.5) * DAY_MILLIS);
      before = after;
    }
  }
  return changes;
}

customElements.define('almanac-rule-preview', RulePreview);
