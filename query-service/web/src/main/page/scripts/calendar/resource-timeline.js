/** One day, calendars and resources side by side: who is taken when. */
import {html, nothing} from 'lit';
import {styles} from '../app/styles.js';
import {Part} from '../app/view.js';
import {plusDays, timeOnly, wallTime} from '../app/times.js';
import {openEditor} from './event-editor.js';
import {moveEvent, rescheduling} from './moving.js';
import {Forecasts} from './what-if.js';

/** @typedef {import('almanac/queries').FeedEvent} FeedEvent */
/** @typedef {{id: string, name: string, kind: 'calendar' | 'resource', type: string}} Lane */
/** @typedef {{event: FeedEvent, from: number, till: number, row: number}} Block minutes of the day */

const DAY_MINUTES = 24 * 60;
const SNAP_MINUTES = 15;
const HOURS = Array.from({length: 24}, (_, hour) => hour);

export class ResourceTimeline extends Part {
  static properties = {
    app: {attribute: false}, date: {attribute: false}, events: {attribute: false}, dragged: {state: true}, forecast: {state: true},
  };

  constructor() {
    super();
    this.date = '';
    /** @type {FeedEvent[]} */
    this.events = [];
    /** @type {{event: FeedEvent, minutes: number, startX: number, width: number} | null} */
    this.dragged = null;
    /** @type {import('./what-if.js').Forecast | null} */
    this.forecast = null;
  }

  firstUpdated() {
    this.forecasts = new Forecasts(this.app, forecast => (this.forecast = forecast));
    this.leaving.push(() => this.forecasts?.forget());
    this.listen(this.app, 'resources', () => this.requestUpdate());
  }

  /** @returns {Lane[]} */
  get lanes() {
    const {app} = this;
    return [
      ...app.calendars.filter(calendar => !app.settings.isHidden(calendar.id) && calendar.calendarType !== 'QUEUE')
        .map(calendar => ({id: calendar.id, name: calendar.name, kind: /** @type {const} */ ('calendar'), type: app.texts.word('calendar-type', calendar.calendarType)})),
      ...app.resources.map(resource => ({id: resource.id, name: resource.name, kind: /** @type {const} */ ('resource'), type: app.texts.word('resource-type', resource.resourceType)})),
    ];
  }

  /** @param {Lane} lane @returns {Block[]} */
  blocks(lane) {
    /** @type {number[]} */
    const rows = [];
    return this.events
      .filter(event => (lane.kind === 'calendar'
        ? event.extendedProps.calendarId === lane.id
        : event.extendedProps.resources?.some(claim => claim.resourceId === lane.id)))
      .map(event => ({event, from: this.minute(event.start), till: this.minute(event.end)}))
      .filter(block => block.till > 0 && block.from < DAY_MINUTES)
      .sort((a, b) => a.from - b.from)
      .map(block => {
        const free = rows.findIndex(till => till <= block.from);
        const row = free < 0 ? rows.length : free;
        rows[row] = block.till;
        return {...block, row};
      });
  }

  /** @param {string} local */
  minute(local) {
    return (Date.parse(`${wallTime(local)}Z`) - Date.parse(`${this.date}T00:00:00Z`)) / 60_000;
  }

  render() {
    const hours = HOURS.map(hour => this.hour(hour));
    return html`<div class="resources" role="table" aria-label=${this.t('view.resources')}>
      <div class="lane head" role="row"><span class="lane-name" role="columnheader">${this.t('resources')}</span>
        <div class="track" role="columnheader" aria-label=${this.t('hours')}>${hours.map((hour, index) => html`
          <span class="hour" ${styles({'inset-inline-start': `${(index / 24) * 100}%`})}>${hour}</span>`)}</div></div>
      ${this.lanes.map(lane => this.lane(lane))}
    </div>
    <p class=${`forecast ${this.forecast?.kind ?? 'none'}`} role="status">${this.forecast?.text ?? ''}</p>`;
  }

  /** @param {number} hour */
  hour(hour) {
    return this.app.settings.isTwelveHours ? `${hour % 12 || 12} ${hour < 12 ? 'AM' : 'PM'}` : `${String(hour).padStart(2, '0')}`;
  }

  /** @param {Lane} lane */
  lane(lane) {
    const blocks = this.blocks(lane);
    const rows = Math.max(1, ...blocks.map(block => block.row + 1));
    return html`<div class="lane" role="row">
      <span class="lane-name" role="rowheader">${lane.name} <span class="quiet">${lane.type}</span></span>
      <div class="track" role="cell" ${styles({'min-block-size': `${rows * 2.1}rem`})} @dblclick=${(/** @type {MouseEvent} */ event) => this.create(lane, event)}>
        ${blocks.length ? blocks.map(block => this.block(block)) : html`<span class="visually-hidden">${this.t('free')}</span>`}
      </div>
    </div>`;
  }

  /** @param {Block} block */
  block(block) {
    const {event} = block;
    const props = event.extendedProps;
    const moved = this.dragged?.event === event ? this.dragged.minutes : 0;
    const from = Math.max(0, block.from + moved);
    const till = Math.min(DAY_MINUTES, block.till + moved);
    const conflict = props.conflictLevel && props.conflictLevel !== 'NONE';
    return html`<button
      type="button"
      class=${`block c${this.app.colourOf(props.calendarId ?? '')}${conflict ? ' in-conflict' : ''}${props.status === 'TENTATIVE' ? ' tentative' : ''}`}
      ${styles({
        'inset-inline-start': `${(from / DAY_MINUTES) * 100}%`,
        'inline-size': `${((till - from) / DAY_MINUTES) * 100}%`,
        'inset-block-start': `${block.row * 2.1}rem`,
      })}
      title=${`${event.title} ${timeOnly(this.app, props.startDateTime ?? event.start)}`}
      @pointerdown=${(/** @type {PointerEvent} */ pointer) => this.grabbed(pointer, event)}
      @pointermove=${(/** @type {PointerEvent} */ pointer) => this.pulled(pointer)}
      @pointerup=${() => this.let()}
      @pointercancel=${() => (this.dragged = null)}
      @click=${() => this.clicked(event)}
    >${conflict ? html`<span aria-hidden="true">⚠ </span><span class="visually-hidden">${this.t('in-conflict', {level: ''})}</span>` : nothing}${event.title}</button>`;
  }

  /** @param {PointerEvent} pointer @param {FeedEvent} event */
  grabbed(pointer, event) {
    const target = /** @type {HTMLElement} */ (pointer.currentTarget);
    const track = /** @type {HTMLElement} */ (target.parentElement);
    if (pointer.button !== 0 || event.extendedProps.run || event.extendedProps.entry) {
      return;
    }
    target.setPointerCapture(pointer.pointerId);
    this.wasDragged = false;
    this.dragged = {event, minutes: 0, startX: pointer.clientX, width: track.clientWidth};
  }

  /** @param {PointerEvent} pointer */
  pulled(pointer) {
    if (!this.dragged) {
      return;
    }
    const direction = document.documentElement.dir === 'rtl' ? -1 : 1;
    const pulled = (direction * (pointer.clientX - this.dragged.startX) / this.dragged.width) * DAY_MINUTES;
    const minutes = Math.round(pulled / SNAP_MINUTES) * SNAP_MINUTES;
    if (minutes !== this.dragged.minutes) {
      this.wasDragged = true;
      this.dragged = {...this.dragged, minutes};
      this.forecasts?.ask({
        method: 'POST', path: `/schedules/${this.dragged.event.id}/reschedule`, body: rescheduling(this.move(this.dragged.event, minutes)),
      });
    }
  }

  async let() {
    const {dragged} = this;
    if (dragged && dragged.minutes !== 0) {
      const {id, title, extendedProps} = dragged.event;
      const scope = extendedProps.recurring ? /** @type {const} */ ('THIS') : undefined;
      await moveEvent(this.app, {id, title, version: extendedProps.recurring ? undefined : extendedProps.version}, {...this.move(dragged.event, dragged.minutes), scope});
    }
    this.dragged = null;
    this.forecasts?.forget();
  }

  /** @param {FeedEvent} event @param {number} minutes */
  move(event, minutes) {
    const later = (/** @type {string} */ local) => new Date(Date.parse(`${wallTime(local)}Z`) + minutes * 60_000).toISOString().slice(0, 19);
    return {start: later(event.start), end: later(event.end), timeZone: this.app.settings.timeZone};
  }

  /** @param {FeedEvent} event */
  clicked(event) {
    if (!this.wasDragged) {
      this.dispatchEvent(new CustomEvent('open-event', {detail: event}));
    }
    this.wasDragged = false;
  }

  /** @param {Lane} lane @param {MouseEvent} pointer */
  create(lane, pointer) {
    const track = /** @type {HTMLElement} */ (pointer.currentTarget);
    const box = track.getBoundingClientRect();
    const share = document.documentElement.dir === 'rtl' ? (box.right - pointer.clientX) / box.width : (pointer.clientX - box.left) / box.width;
    const hour = Math.min(23, Math.floor(share * 24));
    const pad = (/** @type {number} */ number) => String(number).padStart(2, '0');
    openEditor(this.app, {
      start: `${this.date}T${pad(hour)}:00:00`,
      end: hour === 23 ? `${plusDays(this.date, 1)}T00:00:00` : `${this.date}T${pad(hour + 1)}:00:00`,
      ...(lane.kind === 'calendar' ? {calendarId: lane.id} : {resourceIds: [lane.id]}),
    });
  }
}

customElements.define('almanac-resources', ResourceTimeline);
