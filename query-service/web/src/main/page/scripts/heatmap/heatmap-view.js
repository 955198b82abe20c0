/** The fleet: a year of hours at a glance, with numbers for those who do not see colours. */
import {html, nothing} from 'lit';
import {openDialog} from '../app/dialog.js';
import {Problem} from '../app/problem.js';
import {dateAndTime, locale, plusDays, today} from '../app/times.js';
import {focusOn, View} from '../app/view.js';
import {styles} from '../app/styles.js';
import {Grid, HOURS, parts, readHours} from './density.js';
import './queue-choice.js';

/** @typedef {import('almanac/queries').RunItem} RunItem */

const RANGES = /** @type {Record<string, number>} */ ({year: 365, quarter: 91, month: 31});
const CELL_HEIGHT = 16;
const LOW_LINE = 3;
/** The name of a month that begins later would be cut. */
const LABELLED = 0.97;
/** Narrower ones are scrolled to. */
const CELL_WIDTH_MIN = 2;
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
    /** The cells without the mark of the one that is read out: drawn when they change, copied when the mark moves. */
    this.cells = document.createElement('canvas');
    this.drawnAs = '';
    this.drawing = 0;
    this.readings = 0;
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
    const {date = ''} = this.parameters;
    return /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date)) ? date : today(this.app.settings.timeZone);
  }

  /** Their names, one a line: a name may have commas. */
  get queues() {
    return (this.parameters.queue ?? '').split('\n').filter(Boolean);
  }

  firstUpdated() {
    this.readAgainOnChanges(() => this.read(true), message => message.type.startsWith('Rule') || message.type.includes('.Rule'));
    this.listen(this.app.settings, 'change', () => {
      this.read();
      this.requestUpdate();
    });
    this.listen(this.app, 'calendars', () => this.requestUpdate());
    this.listen(this.app, 'shortcut', event => this.pressedKey(event.detail));
    const sized = new ResizeObserver(([entry]) => (this.width = entry.contentRect.width));
    sized.observe(this);
    this.leaving.push(() => sized.disconnect());
    const dark = matchMedia('(prefers-color-scheme: dark)');
    this.listen(dark, 'change', () => this.draw());
    this.leaving.push(() => cancelAnimationFrame(this.drawing));
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

  /** False where nobody answered. */
  async read(again = false) {
    const wanted = [this.date, this.range, this.app.settings.timeZone, ...this.queues].join('\n');
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
      this.grid = new Grid(date, days, await readHours(this.app, date, days, this.queues, signal));
      this.readings++;
      this.day = Math.min(this.day, days - 1);
    } catch (failure) {
      if (!signal.aborted) {
        this.app.toasts.failed(failure, [{text: this.t('live.again'), action: () => this.read(true)}]);
        return !(failure instanceof Problem && failure.isUnreachable);
      }
    } finally {
      this.loading = this.reading?.signal === signal ? false : this.loading;
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
        <almanac-queue-choice .app=${app} .queues=${queues.map(queue => queue.name)} .chosen=${this.queues}
          @choose=${(/** @type {CustomEvent<string[]>} */ event) => this.go({queue: event.detail.join('\n')})}></almanac-queue-choice>
        <button type="button" aria-pressed=${this.asTable} @click=${() => (this.asTable = !this.asTable)}>${t('fleet.table')}</button>
      </div>
      <p role="status">${this.loading || !grid ? t('loading') : this.summary(grid)}</p>
      ${grid ? this.legend(grid) : nothing}
      ${grid ? this.asTable ? this.table(grid) : this.map(grid) : nothing}`;
  }

  /** @param {Grid} grid */
  summary(grid) {
    if (grid.total === 0) {
      return this.t('fleet.none');
    }
    const {peak} = grid;
    return this.t('fleet.summary', {
      count: grid.total, day: this.dayName(peak), most: grid.ofDay(peak), average: Math.round(grid.total / grid.days), total: grid.total.toLocaleString(locale(this.app)),
    });
  }

  /** @param {Grid} grid */
  legend(grid) {
    return html`<ul class="legend" aria-label=${this.t('fleet.legend')}>
      <li><span class="cell-sample" ${styles({'background-color': 'transparent'})}></span> 0</li>
      ${grid.legend().map(({level, from, till}) => html`
        <li><span class=${`cell-sample ${level}`} ${styles({'background-color': this.colour(level), ...(level === 'low' ? {'border-block-end-color': this.colour('high')} : {})})}></span> ${from === till ? from : `${from}–${till}`} <span class="quiet">${this.t(`fleet.level.${level}`)}</span></li>`)}
    </ul>`;
  }

  /** @param {Grid} grid */
  map(grid) {
    const t = this.t.bind(this);
    return html`
      <div class="heatmap">
        <div class="heatmap-hours" aria-hidden="true">${[0, 6, 12, 18].map(hour => html`<span ${styles({'inset-block-start': `${hour * CELL_HEIGHT}px`})}>${this.hourName(hour, true)}</span>`)}</div>
        <div class="heatmap-scroll"><div class="heatmap-sheet" ${styles({'min-inline-size': `${grid.days * CELL_WIDTH_MIN}px`})}>
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
        </div></div>
      </div>
      <p id="heatmap-cell" class="cell-said" aria-live="polite">${this.said(grid, this.day, this.hour)}</p>`;
  }

  /** @param {Grid} grid */
  months(grid) {
    const format = new Intl.DateTimeFormat(locale(this.app), {timeZone: 'UTC', month: 'short'});
    const firsts = [];
    for (let day = 0; day < grid.days; day++) {
      const date = plusDays(grid.from, day);
      const fits = day < grid.days * LABELLED;
      if ((date.endsWith('-01') && fits) || (day === 0 && Number(date.slice(8)) < 20)) {
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

  /** @param {number} hour @param {boolean} [briefly] */
  hourName(hour, briefly = false) {
    const twelve = this.app.settings.isTwelveHours;
    /** @type {Intl.DateTimeFormatOptions} */
    const options = {timeZone: 'UTC', hour: twelve ? 'numeric' : '2-digit', hourCycle: twelve ? 'h12' : 'h23', ...(briefly ? {} : {minute: '2-digit'})};
    return new Intl.DateTimeFormat(locale(this.app), options).format(hour * 3_600_000);
  }

  /** @param {Grid} grid @param {number} day @param {number} hour */
  said(grid, day, hour) {
    const buckets = grid.at(day, hour);
    const count = grid.count(day, hour);
    const when = `${this.dayName(day)}, ${this.hourName(hour)}`;
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

  /** However much happens within a frame, once. */
  draw() {
    cancelAnimationFrame(this.drawing);
    this.drawing = requestAnimationFrame(() => this.drawNow());
  }

  drawNow() {
    const canvas = this.querySelector('canvas');
    const {grid} = this;
    const paper = canvas?.getContext('2d');
    if (!canvas || !paper || !grid) {
      return;
    }
    const ratio = devicePixelRatio;
    canvas.style.height = `${HOURS * CELL_HEIGHT}px`;
    const width = Math.round(canvas.clientWidth * ratio);
    const height = HOURS * CELL_HEIGHT * ratio;
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
    }
    const looks = getComputedStyle(this);
    this.drawCells(grid, looks, width, height);
    paper.clearRect(0, 0, width, height);
    paper.drawImage(this.cells, 0, 0);
    const cell = width / grid.days;
    paper.strokeStyle = looks.getPropertyValue('--focus');
    paper.lineWidth = 2 * ratio;
    paper.strokeRect(this.left(grid, this.day) * cell, this.hour * CELL_HEIGHT * ratio, Math.max(cell, 3 * ratio), CELL_HEIGHT * ratio);
  }

  /** In columns. @param {Grid} grid @param {number} day */
  left(grid, day) {
    return this.app.texts.direction === 'rtl' ? grid.days - 1 - day : day;
  }

  /** @param {Grid} grid @param {CSSStyleDeclaration} looks @param {number} width @param {number} height */
  drawCells(grid, looks, width, height) {
    const [none, skipped] = ['--surface', '--control-line'].map(name => looks.getPropertyValue(name));
    const drawnAs = [this.wanted, this.readings, width, height, none, skipped].join(' ');
    const paper = this.cells.getContext('2d');
    if (drawnAs === this.drawnAs || !paper) {
      return;
    }
    this.drawnAs = drawnAs;
    this.cells.width = width;
    this.cells.height = height;
    const ratio = devicePixelRatio;
    const cell = width / grid.days;
    const tall = CELL_HEIGHT * ratio;
    const gap = cell > 6 ? ratio : 0;
    paper.fillStyle = none;
    paper.fillRect(0, 0, width, height);
    for (let day = 0; day < grid.days; day++) {
      const left = this.left(grid, day) * cell;
      for (let hour = 0; hour < HOURS; hour++) {
        const level = grid.level(grid.count(day, hour));
        if (!level && grid.at(day, hour).length > 0) {
          continue;
        }
        paper.fillStyle = level ? this.colour(level) : skipped;
        paper.fillRect(left, hour * tall, cell - gap, tall - ratio);
        if (level === 'low') {
          // Its colour is hardly another one than that of nothing.
          paper.fillStyle = this.colour('high');
          paper.fillRect(left, (hour + 1) * tall - LOW_LINE * ratio - ratio, cell - gap, LOW_LINE * ratio);
        }
      }
    }
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
      this.scrollToDay();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.enter(this.day, this.hour);
    }
  }

  /** What the keys come to is never out of sight. */
  scrollToDay() {
    const sheet = this.querySelector('.heatmap-scroll');
    const canvas = this.querySelector('canvas');
    if (!sheet || !canvas || !this.grid) {
      return;
    }
    const cell = canvas.clientWidth / this.grid.days;
    const from = canvas.getBoundingClientRect().left + this.left(this.grid, this.day) * cell;
    const box = sheet.getBoundingClientRect();
    if (from < box.left || from + cell > box.right) {
      sheet.scrollBy({left: from - (box.left + box.width / 2)});
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
          <td>${grid.ofDay(day) ? `${this.hourName(busiest)} (${grid.count(day, busiest)})` : '–'}</td>
          <td>${parts(all, 'queues').slice(0, PARTS_SAID_MAX).map(([name, count]) => `${name} ${count}`).join(', ')}</td></tr>`;
      })}</tbody></table></div>`;
  }

  /** @param {string} date */
  async runsOf(date) {
    const {queues} = this;
    const answers = await Promise.all((queues.length ? queues : [undefined]).map(queue =>
      this.app.api.queries.getDayOfRuns({date, timeZone: this.app.settings.timeZone, queue, limit: 1000})));
    return {
      jobs: answers.flatMap(answer => answer.jobs).sort((a, b) => a.scheduledAt.localeCompare(b.scheduledAt)),
      recurringRules: answers.flatMap(answer => answer.recurringRules),
      isMore: answers.some(answer => answer.nextCursor),
    };
  }

  /** What runs on that day, from that hour on. @param {number} day @param {number} hour */
  async enter(day, hour) {
    const t = this.t.bind(this);
    const date = plusDays(this.grid?.from ?? this.date, day);
    try {
      const answer = await this.runsOf(date);
      const names = new Map(answer.recurringRules.map(rule => [rule.id, rule]));
      const ofHour = (/** @type {RunItem} */ run) => Number(run.localDateTime.slice(11, 13)) === hour || run.lane;
      const chosen = answer.jobs.filter(ofHour);
      const others = answer.jobs.length - chosen.length;
      const line = (/** @type {RunItem} */ run) => html`<li>${dateAndTime(this.app, run.scheduledAt)} <strong>${names.get(run.ruleId)?.name ?? run.ruleId}</strong>
        <span class="quiet">${names.get(run.ruleId)?.queue ?? ''} ${run.count > 1 ? `× ${run.count}` : ''}</span></li>`;
      await openDialog(`${this.dayName(day)}, ${this.hourName(hour)}`, close => html`
        <p>${this.said(/** @type {Grid} */ (this.grid), day, hour)}</p>
        <ul>${chosen.slice(0, RUNS_SHOWN_MAX).map(line)}</ul>
        ${chosen.length > RUNS_SHOWN_MAX || answer.isMore ? html`<p class="quiet">${t('fleet.more')}</p>` : nothing}
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
