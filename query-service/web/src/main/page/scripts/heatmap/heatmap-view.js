/** The fleet: a year of hours at a glance, with numbers for those who do not see colours. */
import {html, nothing} from 'lit';
import {openDialog} from '../app/dialog.js';
import {dateAndTime, locale, plusDays, today} from '../app/times.js';
import {focusOn, View} from '../app/view.js';
import {styles} from '../app/styles.js';
import {Grid, parts, readHours} from './density.js';

/** @typedef {import('almanac/queries').RunItem} RunItem */

const RANGES = /** @type {Record<string, number>} */ ({year: 365, quarter: 91, month: 31});
const HOURS = 24;
const CELL_HEIGHT = 16;
const PARTS_SAID_MAX = 4;
const RUNS_SHOWN_MAX = 200;

export class HeatmapView extends View {
  static properties = {
    app: {attribute: false}, parameters: {attribute: false}, grid: {state: true}, loading: {state: true}, day: {state: true}, hour: {state: true},
    asTable: {state: true}, width: {state: true},
  };

  constructor() {
    super();
    /** @type {Grid | null} */
    this.grid = null;
    this.loading = false;
    this.day = 0;
    this.hour = 0;
    this.asTable = false;
    this.width = 0;
    this.wanted = '';
    /** @type {AbortController | null} */
    this.reading = null;
  }

  get range() {
    return this.parameters.range in RANGES ? this.parameters.range : 'year';
  }

  get days() {
    return RANGES[this.range];
  }

  get date() {
    return /^\d{4}-\d{2}-\d{2}$/.test(this.parameters.date ?? '') ? this.parameters.date : today(this.app.settings.timeZone);
  }

  get queue() {
    return this.parameters.queue ?? '';
  }

  firstUpdated() {
    this.readAgainOnChanges(() => this.read(true), message => message.type.startsWith('Rule') || message.type.includes('.Rule'));
    this.listen(this.app.settings, 'change', () => this.read(true));
    this.listen(this.app, 'calendars', () => this.requestUpdate());
    this.listen(this.app, 'shortcut', event => this.pressedKey(event.detail));
    const sized = new ResizeObserver(([entry]) => (this.width = entry.contentRect.width));
    sized.observe(this);
    this.leaving.push(() => sized.disconnect());
    const dark = matchMedia('(prefers-color-scheme: dark)');
    this.listen(dark, 'change', () => this.draw());
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has('parameters')) {
      this.read();
    }
    this.draw();
  }

  /** @param {string} key */
  pressedKey(key) {
    const steps = {j: this.days, k: -this.days}[key];
    if (steps) {
      this.go({date: plusDays(this.date, steps)});
    } else if (key === 't') {
      this.go({date: ''});
    } else if (key === 'g') {
      focusOn(this, '.jump');
    }
  }

  /** @param {Record<string, string>} more */
  go(more) {
    this.app.navigate('fleet', Object.fromEntries(Object.entries({...this.parameters, ...more}).filter(([, value]) => value !== '')));
  }

  async read(again = false) {
    const wanted = [this.date, this.range, this.queue, this.app.settings.timeZone].join(' ');
    if (wanted === this.wanted && !again) {
      return true;
    }
    this.wanted = wanted;
    this.reading?.abort();
    this.reading = new AbortController();
    const {signal} = this.reading;
    this.loading = true;
    try {
      const {date, days} = this;
      this.grid = new Grid(date, days, await readHours(this.app, date, days, this.queue, signal));
      this.day = Math.min(this.day, days - 1);
    } catch (failure) {
      if (!signal.aborted) {
        this.app.toasts.failed(failure, [{text: this.t('live.again'), action: () => this.read(true)}]);
      }
    } finally {
      this.loading = false;
    }
    return true;
  }

  render() {
    const t = this.t.bind(this);
    const {app, grid} = this;
    const queues = app.calendars.filter(calendar => calendar.calendarType === 'QUEUE');
    return html`
      <div class="calendar-bar">
        <h1>${t('fleet.title')}</h1>
        <div class="group">
          <button type="button" aria-label=${t('previous')} @click=${() => this.pressedKey('k')}>${app.texts.direction === 'rtl' ? '→' : '←'}</button>
          <button type="button" @click=${() => this.pressedKey('t')}>${t('today')}</button>
          <button type="button" aria-label=${t('next')} @click=${() => this.pressedKey('j')}>${app.texts.direction === 'rtl' ? '←' : '→'}</button>
          <label><span class="visually-hidden">${t('go-to-date')}</span>
            <input type="date" class="jump" .value=${this.date} @change=${(/** @type {Event} */ event) => this.go({date: valueOf(event)})}></label>
        </div>
        <div class="group" role="group" aria-label=${t('fleet.range')}>${Object.keys(RANGES).map(range => html`
          <button type="button" aria-pressed=${range === this.range} @click=${() => this.go({range})}>${t(`fleet.${range}`)}</button>`)}</div>
        <label>${t('fleet.queue')}
          <select name="queue" @change=${(/** @type {Event} */ event) => this.go({queue: valueOf(event)})}>
            <option value="">${t('fleet.all')}</option>
            ${queues.map(queue => html`<option value=${queue.name} ?selected=${queue.name === this.queue}>${queue.name}</option>`)}
          </select></label>
        <button type="button" aria-pressed=${this.asTable} @click=${() => (this.asTable = !this.asTable)}>${t('fleet.table')}</button>
      </div>
      <p role="status">${this.loading || !grid ? t('loading') : this.summary(grid)}</p>
      ${grid ? this.legend(grid) : nothing}
      ${grid ? this.asTable ? this.table(grid) : this.map(grid) : nothing}`;
  }

  /** @param {Grid} grid */
  summary(grid) {
    let peak = 0;
    for (let day = 1; day < grid.days; day++) {
      peak = grid.ofDay(day) > grid.ofDay(peak) ? day : peak;
    }
    return this.t('fleet.summary', {
      count: grid.total, day: this.dayName(peak), most: grid.ofDay(peak), average: Math.round(grid.total / grid.days), total: grid.total.toLocaleString(locale(this.app)),
    });
  }

  /** @param {Grid} grid */
  legend(grid) {
    return html`<ul class="legend" aria-label=${this.t('fleet.legend')}>
      <li><span class="cell-sample" ${styles({'background-color': 'transparent'})}></span> 0</li>
      ${grid.legend().map(({level, from, till}) => html`
        <li><span class="cell-sample" ${styles({'background-color': this.colour(level)})}></span> ${from === till ? from : `${from}–${till}`} <span class="quiet">${this.t(`fleet.level.${level}`)}</span></li>`)}
    </ul>`;
  }

  /** @param {Grid} grid */
  map(grid) {
    const t = this.t.bind(this);
    return html`
      <div class="heatmap">
        <div class="heatmap-hours" aria-hidden="true">${[0, 6, 12, 18].map(hour => html`<span ${styles({'inset-block-start': `${hour * CELL_HEIGHT}px`})}>${String(hour).padStart(2, '0')}</span>`)}</div>
        <div class="heatmap-scroll">
          <canvas
            tabindex="0"
            role="application"
            aria-roledescription=${t('fleet.map')}
            aria-label=${t('fleet.map.how')}
            aria-describedby="heatmap-cell"
            @pointermove=${(/** @type {PointerEvent} */ event) => this.point(event)}
            @click=${(/** @type {PointerEvent} */ event) => {
              this.point(event);
              this.enter(this.day, this.hour);
            }}
            @keydown=${this.pressed}
          ></canvas>
          <div class="heatmap-months" aria-hidden="true">${this.months(grid)}</div>
        </div>
      </div>
      <p id="heatmap-cell" class="cell-said" aria-live="polite">${this.said(grid, this.day, this.hour)}</p>`;
  }

  /** @param {Grid} grid */
  months(grid) {
    const format = new Intl.DateTimeFormat(locale(this.app), {timeZone: 'UTC', month: 'short'});
    const firsts = [];
    for (let day = 0; day < grid.days; day++) {
      const date = plusDays(grid.from, day);
      if (date.endsWith('-01') || (day === 0 && Number(date.slice(8)) < 20)) {
        firsts.push(html`<span ${styles({'inset-inline-start': `${(day / grid.days) * 100}%`})}>${format.format(new Date(`${date}T00:00:00Z`))}</span>`);
      }
    }
    return firsts;
  }

  /** @param {number} day */
  dayName(day) {
    return new Intl.DateTimeFormat(locale(this.app), {timeZone: 'UTC', weekday: 'short', year: 'numeric', month: 'short', day: 'numeric'})
      .format(new Date(`${plusDays(this.grid?.from ?? this.date, day)}T00:00:00Z`));
  }

  /** @param {Grid} grid @param {number} day @param {number} hour */
  said(grid, day, hour) {
    const buckets = grid.at(day, hour);
    const count = grid.count(day, hour);
    const when = `${this.dayName(day)}, ${String(hour).padStart(2, '0')}:00`;
    if (buckets.length === 0) {
      return this.t('fleet.skipped', {when});
    }
    const queues = parts(buckets, 'queues').slice(0, PARTS_SAID_MAX).map(([name, of]) => `${name} ${of}`).join(', ');
    const minutes = Math.round(buckets.reduce((seconds, bucket) => seconds + bucket.estimatedDurationSeconds, 0) / 60);
    return [this.t('fleet.hour', {when, count}), queues, minutes ? this.t('fleet.minutes', {count: minutes}) : ''].filter(Boolean).join(' · ');
  }

  /** @param {import('./density.js').Level} level */
  colour(level) {
    return this.app.settings.configured.viewSettings.densityColors[level] ?? '#888888';
  }

  draw() {
    const canvas = this.querySelector('canvas');
    const {grid} = this;
    if (!(canvas instanceof HTMLCanvasElement) || !grid) {
      return;
    }
    const ratio = devicePixelRatio;
    const width = Math.max(grid.days * 2, canvas.parentElement?.clientWidth ?? 0);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${HOURS * CELL_HEIGHT}px`;
    canvas.width = width * ratio;
    canvas.height = HOURS * CELL_HEIGHT * ratio;
    const paper = canvas.getContext('2d');
    if (!paper) {
      return;
    }
    const looks = getComputedStyle(this);
    const cell = canvas.width / grid.days;
    const height = CELL_HEIGHT * ratio;
    const gap = cell > 6 ? ratio : 0;
    const rightToLeft = this.app.texts.direction === 'rtl';
    paper.fillStyle = looks.getPropertyValue('--surface');
    paper.fillRect(0, 0, canvas.width, canvas.height);
    for (let day = 0; day < grid.days; day++) {
      const left = (rightToLeft ? grid.days - 1 - day : day) * cell;
      for (let hour = 0; hour < HOURS; hour++) {
        const level = grid.level(grid.count(day, hour));
        if (level) {
          paper.fillStyle = this.colour(level);
          paper.fillRect(left, hour * height, cell - gap, height - ratio);
        } else if (grid.at(day, hour).length === 0) {
          paper.fillStyle = looks.getPropertyValue('--line');
          paper.fillRect(left, hour * height, cell - gap, height - ratio);
        }
      }
    }
    paper.strokeStyle = looks.getPropertyValue('--focus');
    paper.lineWidth = 2 * ratio;
    paper.strokeRect((rightToLeft ? grid.days - 1 - this.day : this.day) * cell, this.hour * height, Math.max(cell, 3 * ratio), height);
  }

  /** @param {PointerEvent} event */
  point(event) {
    const canvas = /** @type {HTMLCanvasElement} */ (event.currentTarget);
    const box = canvas.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    const days = this.grid?.days ?? 1;
    const day = Math.floor((this.app.texts.direction === 'rtl' ? 1 - share : share) * days);
    this.day = Math.max(0, Math.min(days - 1, day));
    this.hour = Math.max(0, Math.min(HOURS - 1, Math.floor((event.clientY - box.top) / CELL_HEIGHT)));
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const onward = this.app.texts.direction === 'rtl' ? -1 : 1;
    const days = (this.grid?.days ?? 1) - 1;
    const moves = /** @type {Record<string, [number, number]>} */ ({
      ArrowRight: [onward, 0], ArrowLeft: [-onward, 0], ArrowUp: [0, -1], ArrowDown: [0, 1], PageDown: [7, 0], PageUp: [-7, 0], Home: [-days, 0], End: [days, 0],
    });
    const move = moves[event.key];
    if (move) {
      event.preventDefault();
      this.day = Math.max(0, Math.min(days, this.day + move[0]));
      this.hour = Math.max(0, Math.min(HOURS - 1, this.hour + move[1]));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.enter(this.day, this.hour);
    }
  }

  /** The same in numbers: each day, and its busiest hour. @param {Grid} grid */
  table(grid) {
    const t = this.t.bind(this);
    const days = Array.from({length: grid.days}, (_, day) => day);
    return html`<div class="heatmap-scroll"><table class="numbers">
      <thead><tr><th scope="col">${t('fleet.day')}</th><th scope="col">${t('fleet.runs')}</th><th scope="col">${t('fleet.busiest')}</th><th scope="col">${t('fleet.queues')}</th></tr></thead>
      <tbody>${days.map(day => {
        let busiest = 0;
        for (let hour = 1; hour < HOURS; hour++) {
          busiest = grid.count(day, hour) > grid.count(day, busiest) ? hour : busiest;
        }
        const all = Array.from({length: HOURS}, (_, hour) => grid.at(day, hour)).flat();
        return html`<tr>
          <th scope="row"><button type="button" class="plain" @click=${() => this.enter(day, busiest)}>${this.dayName(day)}</button></th>
          <td>${grid.ofDay(day)}</td>
          <td>${grid.ofDay(day) ? `${String(busiest).padStart(2, '0')}:00 (${grid.count(day, busiest)})` : '–'}</td>
          <td>${parts(all, 'queues').slice(0, PARTS_SAID_MAX).map(([name, count]) => `${name} ${count}`).join(', ')}</td></tr>`;
      })}</tbody></table></div>`;
  }

  /** What runs on that day, from that hour on. @param {number} day @param {number} hour */
  async enter(day, hour) {
    const t = this.t.bind(this);
    const date = plusDays(this.grid?.from ?? this.date, day);
    try {
      const answer = await this.app.api.queries.getDayOfRuns({date, timeZone: this.app.settings.timeZone, queue: this.queue || undefined, limit: 1000});
      const names = new Map(answer.recurringRules.map(rule => [rule.id, rule]));
      const ofHour = (/** @type {RunItem} */ run) => Number(run.localDateTime.slice(11, 13)) === hour || run.lane;
      const chosen = answer.jobs.filter(ofHour);
      const others = answer.jobs.length - chosen.length;
      const line = (/** @type {RunItem} */ run) => html`<li>${dateAndTime(this.app, run.scheduledAt)} <strong>${names.get(run.ruleId)?.name ?? run.ruleId}</strong>
        <span class="quiet">${names.get(run.ruleId)?.queue ?? ''} ${run.count > 1 ? `× ${run.count}` : ''}</span></li>`;
      await openDialog(`${this.dayName(day)}, ${String(hour).padStart(2, '0')}:00`, close => html`
        <p>${this.said(/** @type {Grid} */ (this.grid), day, hour)}</p>
        <ul>${chosen.slice(0, RUNS_SHOWN_MAX).map(line)}</ul>
        ${chosen.length > RUNS_SHOWN_MAX || answer.nextCursor ? html`<p class="quiet">${t('fleet.more')}</p>` : nothing}
        ${others ? html`<details><summary>${t('fleet.rest', {count: others})}</summary><ul>${answer.jobs.filter(run => !ofHour(run)).slice(0, RUNS_SHOWN_MAX).map(line)}</ul></details>` : nothing}
        <p class="buttons"><button type="button" class="primary" @click=${() => {
          close();
          this.app.navigate('operations', {view: 'day', date});
        }}>${t('fleet.operations')}</button></p>`, {closeText: t('close')});
      focusOn(this, 'canvas');
    } catch (failure) {
      this.app.toasts.failed(failure);
    }
  }
}

/** @param {Event} event */
function valueOf(event) {
  return /** @type {HTMLInputElement} */ (event.target).value;
}

customElements.define('almanac-heatmap', HeatmapView);
