/** How often an event repeats: chosen, written as RRULE or as cron; with what comes of it, clock changes named. */
import {html, nothing} from 'lit';
import {Part} from '../app/view.js';
import {sentence} from '../app/problem.js';
import {locale, localOf} from '../app/times.js';

/** @typedef {import('almanac/commands').Recurrence} Recurrence */
/** @typedef {import('almanac/queries').PreviewedOccurrence} PreviewedOccurrence */
/** @typedef {'NONE' | 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY' | 'RRULE' | 'CRON'} Kind */

const KINDS = /** @type {Kind[]} */ (['NONE', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY', 'RRULE', 'CRON']);
const WEEKDAYS = /** @type {const} */ (['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']);
const PREVIEWED = 6;
const LOOKED_AT_DAYS = 800;
const ASKED_AFTER_MILLIS = 300;

export class RecurrenceEditor extends Part {
  static properties = {
    app: {attribute: false},
    start: {attribute: false},
    timeZone: {attribute: false},
    recurrence: {attribute: false},
    kind: {state: true},
    draft: {state: true},
    preview: {state: true},
    failure: {state: true},
  };

  constructor() {
    super();
    /** Local date-time of the first occurrence. */
    this.start = '';
    this.timeZone = 'UTC';
    /** @type {Recurrence | undefined} */
    this.recurrence = undefined;
    /** @type {Kind} */
    this.kind = 'NONE';
    this.draft = {interval: 1, days: /** @type {string[]} */ ([]), end: 'count', count: 10, until: '', rrule: 'FREQ=MONTHLY;BYDAY=-1FR;COUNT=12', cron: '0 9 * * 1-5'};
    /** @type {{next: PreviewedOccurrence[], changes: PreviewedOccurrence[]}} */
    this.preview = {next: [], changes: []};
    this.failure = '';
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.asked = '';
  }

  connectedCallback() {
    super.connectedCallback();
    const {recurrence} = this;
    if (!recurrence) {
      return;
    }
    if (recurrence.pattern) {
      const {pattern} = recurrence;
      this.kind = pattern.type;
      this.draft = {
        ...this.draft,
        interval: pattern.interval ?? 1,
        days: [...(pattern.daysOfWeek ?? [])],
        end: pattern.endDate ? 'until' : 'count',
        count: pattern.occurrenceCount ?? 10,
        until: pattern.endDate ?? '',
      };
    } else if (recurrence.rrule) {
      this.kind = 'RRULE';
      this.draft = {...this.draft, rrule: recurrence.rrule};
    } else if (recurrence.cron) {
      this.kind = 'CRON';
      this.draft = {...this.draft, cron: recurrence.cron, end: recurrence.until ? 'until' : 'count', count: recurrence.count ?? 10, until: (recurrence.until ?? '').slice(0, 10)};
    }
  }

  /** What is chosen, as the services take it. @returns {Recurrence | undefined} */
  get value() {
    const {draft, kind} = this;
    const until = draft.end === 'until' && draft.until;
    if (kind === 'NONE') {
      return undefined;
    }
    if (kind === 'RRULE') {
      return {...this.recurrence?.rrule ? this.recurrence : {}, rrule: draft.rrule.trim()};
    }
    if (kind === 'CRON') {
      return {cron: draft.cron.trim(), ...(until ? {until: `${draft.until}T23:59:59`} : {count: draft.count})};
    }
    return {
      pattern: {
        type: kind,
        interval: draft.interval,
        ...(kind === 'WEEKLY' ? {daysOfWeek: /** @type {any} */ (draft.days.length ? draft.days : [this.weekday()])} : {}),
        ...(kind === 'MONTHLY' ? {dayOfMonth: Number(this.start.slice(8, 10))} : {}),
        ...(until ? {endDate: draft.until} : {occurrenceCount: draft.count}),
      },
    };
  }

  weekday() {
    const day = new Date(`${this.start.slice(0, 10)}T00:00:00Z`).getUTCDay();
    return WEEKDAYS[(day + 6) % 7];
  }

  updated() {
    const value = this.value;
    const asked = JSON.stringify([value, this.start, this.timeZone]);
    if (asked === this.asked) {
      return;
    }
    this.asked = asked;
    this.dispatchEvent(new CustomEvent('recurrence', {detail: value, bubbles: true}));
    clearTimeout(this.timer);
    if (value && this.start) {
      this.timer = setTimeout(() => this.ask(value, asked), ASKED_AFTER_MILLIS);
    }
  }

  /** @param {Recurrence} recurrence @param {string} asked */
  async ask(recurrence, asked) {
    try {
      const from = new Date(Math.max(Date.now(), Date.parse(`${this.start}Z`) - 86_400_000));
      const till = new Date(from.getTime() + LOOKED_AT_DAYS * 86_400_000);
      const answer = await this.app.api.queries.previewRecurrence({
        previewRequest: {
          recurrence: /** @type {any} */ (recurrence), timeZone: this.timeZone, start: this.start, from: from.toISOString(), till: till.toISOString(), limit: 1000,
        },
      });
      if (asked === this.asked) {
        const changes = answer.occurrences.filter(occurrence => occurrence.adjusted !== 'NONE');
        this.preview = {next: answer.occurrences.slice(0, PREVIEWED), changes: changes.slice(0, PREVIEWED)};
        this.failure = answer.occurrences.length ? '' : this.t('recurrence.none-comes');
      }
    } catch (failure) {
      if (asked === this.asked) {
        this.preview = {next: [], changes: []};
        this.failure = sentence(this.app.texts, failure);
      }
    }
  }

  render() {
    const t = this.t.bind(this);
    const {draft, kind} = this;
    const change = (/** @type {Partial<typeof draft>} */ more) => (this.draft = {...this.draft, ...more});
    const isPattern = kind !== 'NONE' && kind !== 'RRULE' && kind !== 'CRON';
    return html`<fieldset>
      <legend>${t('recurrence')}</legend>
      <label>${t('recurrence.repeats')}
        <select name="recurrence-kind" @change=${(/** @type {Event} */ event) => (this.kind = /** @type {Kind} */ (of(event)))}>
          ${KINDS.map(each => html`<option value=${each} ?selected=${each === kind}>${t(`recurrence.${each}`)}</option>`)}
        </select></label>
      ${isPattern
        ? html`<label>${t(`recurrence.every.${kind}`)}
            <input type="number" name="interval" min="1" max="99" .value=${String(draft.interval)} @input=${(/** @type {Event} */ event) => change({interval: Number(of(event)) || 1})}></label>`
        : nothing}
      ${kind === 'WEEKLY'
        ? html`<div class="weekdays" role="group" aria-label=${t('recurrence.weekdays')}>${WEEKDAYS.map(day => html`
            <label><input type="checkbox" .checked=${(draft.days.length ? draft.days : [this.weekday()]).includes(day)}
              @change=${() => change({days: WEEKDAYS.filter(each => (each === day) !== (draft.days.length ? draft.days : [this.weekday()]).includes(each))})}>
              ${t(`day.${day.toLowerCase()}`)}</label>`)}</div>`
        : nothing}
      ${kind === 'RRULE'
        ? html`<label>RRULE <input name="rrule" size="36" .value=${draft.rrule} spellcheck="false" @input=${(/** @type {Event} */ event) => change({rrule: of(event)})}></label>`
        : nothing}
      ${kind === 'CRON'
        ? html`<label>cron <input name="cron" size="24" .value=${draft.cron} spellcheck="false" @input=${(/** @type {Event} */ event) => change({cron: of(event)})}></label>`
        : nothing}
      ${isPattern || kind === 'CRON'
        ? html`<div class="ends" role="group" aria-label=${t('recurrence.ends')}>
            <label><input type="radio" name="ends" .checked=${draft.end === 'count'} @change=${() => change({end: 'count'})}> ${t('recurrence.after')}</label>
            <label><span class="visually-hidden">${t('recurrence.count')}</span>
              <input type="number" name="count" min="1" max="365" .value=${String(draft.count)} @input=${(/** @type {Event} */ event) => change({count: Number(of(event)) || 1, end: 'count'})}> ${t('recurrence.times')}</label>
            <label><input type="radio" name="ends" .checked=${draft.end === 'until'} @change=${() => change({end: 'until'})}> ${t('recurrence.until')}</label>
            <label><span class="visually-hidden">${t('recurrence.last-day')}</span>
              <input type="date" name="until" .value=${draft.until} @input=${(/** @type {Event} */ event) => change({until: of(event), end: 'until'})}></label>
          </div>`
        : nothing}
      ${kind === 'NONE' ? nothing : this.previewed()}
    </fieldset>`;
  }

  previewed() {
    const {next, changes} = this.preview;
    const when = (/** @type {PreviewedOccurrence} */ occurrence) => {
      const format = new Intl.DateTimeFormat(locale(this.app), {
        timeZone: this.timeZone, weekday: 'short', year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit',
        timeZoneName: 'short', hourCycle: this.app.settings.isTwelveHours ? 'h12' : 'h23',
      });
      return format.format(new Date(occurrence.start));
    };
    return html`<div class="preview" role="status">
      ${this.failure ? html`<p class="field-problem">${this.failure}</p>` : nothing}
      ${next.length ? html`<h3>${this.t('recurrence.next')}</h3><ol>${next.map(each => html`<li>${when(each)}</li>`)}</ol>` : nothing}
      ${changes.length
        ? html`<h3>${this.t('recurrence.clock-changes')}</h3><ul>${changes.map(each => html`
            <li>${this.t(`recurrence.${each.adjusted}`, {nominal: each.localDateTime.replace('T', ' ').slice(0, 16), actual: localOf(each.start, this.timeZone).slice(11, 16)})}</li>`)}</ul>`
        : nothing}
    </div>`;
  }
}

/** @param {Event} event */
function of(event) {
  return /** @type {HTMLInputElement} */ (event.target).value;
}

customElements.define('almanac-recurrence', RecurrenceEditor);
