/** Several events moved at once: all or none, or each that can be. */
import {html} from 'lit';
import {Problem} from '../app/problem.js';
import {Part} from '../app/view.js';
import {localOf} from '../app/times.js';

/** @typedef {import('almanac/queries').FeedEvent} FeedEvent */

const UNITS = {minutes: 60_000, hours: 3_600_000, days: 86_400_000, weeks: 7 * 86_400_000};

export class BulkBar extends Part {
  static properties = {app: {attribute: false}, selected: {attribute: false}, sending: {state: true}};

  constructor() {
    super();
    /** @type {Map<string, FeedEvent>} */
    this.selected = new Map();
    this.sending = false;
  }

  render() {
    const t = this.t.bind(this);
    return html`<form class="bulk" @submit=${this.submitted} aria-label=${t('bulk')}>
      <strong role="status">${t('bulk.selected', {count: this.selected.size})}</strong>
      <label>${t('bulk.by')} <input type="number" name="amount" value="1" required></label>
      <label><span class="visually-hidden">${t('bulk.unit')}</span>
        <select name="unit">${Object.keys(UNITS).map(unit => html`<option value=${unit} ?selected=${unit === 'days'}>${t(`unit.${unit}`)}</option>`)}</select></label>
      <label><input type="checkbox" name="each"> ${t('bulk.each')}</label>
      <button type="submit" class="primary" ?disabled=${this.sending || this.selected.size === 0}>${t('move')}</button>
      <button type="button" @click=${() => this.dispatchEvent(new Event('done'))}>${t('cancel')}</button>
    </form>`;
  }

  /** @param {SubmitEvent} event */
  async submitted(event) {
    event.preventDefault();
    const data = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const unit = UNITS[/** @type {'days'} */ (String(data.get('unit')))];
    const {timeZone} = this.app.settings;
    const items = [...this.selected.values()].map(each => {
      const local = localOf(each.extendedProps.startDateTime ?? each.start, timeZone);
      // By the clock of the zone: a day later is the same time of day, also where the clocks change between.
      const moved = new Date(Date.parse(`${local}Z`) + Number(data.get('amount')) * unit).toISOString().slice(0, 19);
      return {scheduleId: each.id, newStartDateTime: moved};
    });
    this.sending = true;
    try {
      const answer = await this.app.api.commands.bulkReschedule({
        bulkRescheduleRequest: {items, mode: data.has('each') ? 'EACH' : 'ATOMIC', timeZone},
      });
      const refused = answer.items.filter(item => item.problem);
      const moved = answer.items.length - refused.length;
      this.app.toasts.done(this.t('bulk.moved', {count: moved}));
      if (refused.length) {
        this.app.toasts.failed(new Problem(/** @type {any} */ ({...refused[0].problem, detail: this.t('bulk.refused', {count: refused.length, detail: refused[0].problem?.detail ?? ''})})));
      }
      this.app.dispatchEvent(new Event('written'));
      this.dispatchEvent(new Event('done'));
    } catch (failure) {
      this.app.toasts.failed(failure);
    } finally {
      this.sending = false;
    }
  }
}

customElements.define('almanac-bulk', BulkBar);
