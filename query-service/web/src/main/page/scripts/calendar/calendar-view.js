/** Month, week, day and list over all calendars that the reader sees, and resources side by side. */
import {Calendar} from '@fullcalendar/core';
import ar from '@fullcalendar/core/locales/ar.js';
import de from '@fullcalendar/core/locales/de.js';
import dayGrid from '@fullcalendar/daygrid';
import interaction from '@fullcalendar/interaction';
import list from '@fullcalendar/list';
import timeGrid from '@fullcalendar/timegrid';
import {html, nothing} from 'lit';
import {focusOn, View} from '../app/view.js';
import {localOf, plusDays, region, today, wallTimeOf} from '../app/times.js';
import './bulk-bar.js';
import './resource-timeline.js';
import {openDetails} from './event-details.js';
import {openEditor} from './event-editor.js';
import {readFeed, shown, thinned} from './feed.js';
import {exportFile, importFile, subscribe} from './files.js';
import {chosenScope, moveEvent, rescheduling} from './moving.js';
import {Forecasts} from './what-if.js';

/** @typedef {import('@fullcalendar/core').EventApi} EventApi */
/** @typedef {import('almanac/queries').FeedEvent} FeedEvent */

const VIEWS = {month: 'dayGridMonth', week: 'timeGridWeek', day: 'timeGridDay', list: 'listWeek', resources: 'resources'};
const KEYS = {m: 'month', w: 'week', d: 'day', l: 'list', r: 'resources'};
/** Of a list, and side by side in a column: beyond that a number is shown. */
const LISTED_MAX = 500;
const STACKED_MAX = 5;

export class CalendarView extends View {
  static properties = {
    app: {attribute: false},
    parameters: {attribute: false},
    title: {state: true},
    events: {state: true},
    loading: {state: true},
    forecast: {state: true},
    search: {state: true},
    colouredBy: {state: true},
    selecting: {state: true},
    selected: {state: true},
    hiddenCount: {state: true},
    dropping: {state: true},
  };

  constructor() {
    super();
    this.title = '';
    /** @type {FeedEvent[]} */
    this.events = [];
    this.loading = false;
    /** @type {import('./what-if.js').Forecast | null} */
    this.forecast = null;
    this.search = '';
    /** @type {import('./feed.js').ColouredBy} */
    this.colouredBy = 'calendar';
    this.selecting = false;
    /** @type {Map<string, FeedEvent>} */
    this.selected = new Map();
    this.hiddenCount = 0;
    this.dropping = false;
    /** @type {Calendar | null} */
    this.calendar = null;
    /** @type {Forecasts | null} */
    this.forecasts = null;
    /** @type {AbortController | null} */
    this.reading = null;
    this.readRange = '';
    /** That nobody answers is said once. */
    this.failing = false;
    /** The view and date that the grid shows. */
    this.shownPlace = '';
  }

  get viewName() {
    return this.parameters.view in VIEWS ? /** @type {keyof typeof VIEWS} */ (this.parameters.view) : this.usual;
  }

  /** On a phone a day's list; else as the services are configured. */
  get usual() {
    const configured = this.app.settings.configured.viewSettings.defaultView;
    return matchMedia('(max-width: 40rem)').matches ? 'list' : configured in VIEWS ? /** @type {'month'} */ (configured) : 'month';
  }

  get date() {
    return /^\d{4}-\d{2}-\d{2}$/.test(this.parameters.date ?? '') ? this.parameters.date : today(this.app.settings.timeZone);
  }

  firstUpdated() {
    const app = this.app;
    this.forecasts = new Forecasts(app, forecast => (this.forecast = forecast));
    this.listen(app.settings, 'change', () => this.settingsChanged());
    this.listen(app, 'shortcut', event => this.pressed(event.detail));
    this.listen(app, 'calendars', () => this.draw());
    this.listen(this, 'dragover', event => this.draggedOver(event));
    this.listen(this, 'dragleave', event => event.target === this.querySelector('.drop-hint') && (this.dropping = false));
    this.listen(this, 'drop', event => this.dropped(event));
    this.readAgainOnChanges(() => this.read(true), message => 'scheduleId' in message.change || 'seriesId' in message.change
      || message.type.includes('Conflict') || message.type.includes('Entry') || message.type.includes('Calendar'));
    this.calendar = new Calendar(/** @type {HTMLElement} */ (this.querySelector('.grid')), this.options());
    this.leaving.push(() => this.calendar?.destroy());
    // The panel of conflicts takes room of it.
    const sized = new ResizeObserver(() => this.calendar?.updateSize());
    sized.observe(/** @type {HTMLElement} */ (this.querySelector('.calendar-main')));
    this.leaving.push(() => sized.disconnect());
    this.calendar.render();
    this.shownPlace = `${this.viewName} ${this.date}`;
    this.read();
  }

  /** @returns {import('@fullcalendar/core').CalendarOptions} */
  options() {
    const {settings, texts} = this.app;
    const zone = settings.timeZone;
    return {
      plugins: [dayGrid, timeGrid, list, interaction],
      initialView: this.viewName === 'resources' ? VIEWS.week : VIEWS[this.viewName],
      initialDate: this.date,
      headerToolbar: false,
      locales: [de, ar],
      locale: region(this.app),
      direction: /** @type {'ltr'} */ (texts.direction),
      timeZone: zone,
      // Local times of the zone come from the services: FullCalendar converts none.
      now: () => localOf(new Date().toISOString(), settings.timeZone),
      firstDay: settings.firstDay,
      height: this.height(),
      stickyHeaderDates: true,
      nowIndicator: true,
      navLinks: true,
      navLinkDayClick: date => this.go('day', wallTimeOf(date).slice(0, 10)),
      views: {timeGridWeek: {dayHeaderFormat: {weekday: 'short', day: 'numeric'}}},
      slotDuration: '00:30:00',
      snapDuration: '00:15:00',
      scrollTime: settings.configured.viewSettings.dayStart,
      slotMinTime: '00:00:00',
      eventTimeFormat: this.timeFormat(),
      displayEventEnd: false,
      slotLabelFormat: this.timeFormat(),
      eventMaxStack: STACKED_MAX,
      eventDisplay: 'block',
      eventInteractive: true,
      selectable: true,
      selectMirror: true,
      editable: true,
      eventDurationEditable: true,
      longPressDelay: 350,
      events: (_, done) => done(this.inputs()),
      datesSet: () => this.datesSet(),
      // The days of a week are reached by the keyboard, which also scrolls them; Enter books on one.
      dayCellDidMount: ({el}) => el.matches('td.fc-timegrid-col') && el.setAttribute('tabindex', '0'),
      eventClick: clicked => {
        clicked.jsEvent.preventDefault();
        this.clicked(clicked.event, clicked.jsEvent);
      },
      eventDidMount: mounted => this.mounted(mounted.el, mounted.event),
      select: selected => {
        this.forecasts?.forget();
        this.create(local(selected.startStr), local(selected.endStr), selected.allDay);
      },
      eventAllow: (drop, event) => {
        if (event) {
          this.foresee(event, drop.startStr, drop.endStr);
        }
        return true;
      },
      eventDragStop: () => setTimeout(() => this.forecasts?.forget(), 1_500),
      eventDrop: dropped => this.moved(dropped.event),
      eventResize: resized => this.moved(resized.event),
    };
  }

  /** Hours scroll in a frame of their own; a month and a list are as long as they are. */
  height() {
    return this.viewName === 'week' || this.viewName === 'day' ? 'max(32rem, calc(100dvh - 8.5rem))' : 'auto';
  }

  timeFormat() {
    return /** @type {const} */ ({hour: 'numeric', minute: '2-digit', hour12: this.app.settings.isTwelveHours});
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has('parameters') && this.calendar) {
      const place = `${this.viewName} ${this.date}`;
      if (place !== this.shownPlace) {
        this.shownPlace = place;
        if (this.viewName !== 'resources') {
          this.calendar.setOption('height', this.height());
          this.calendar.changeView(VIEWS[this.viewName], this.date);
        } else {
          this.calendar.gotoDate(this.date);
          this.datesSet();
        }
        this.read();
      }
    }
    if (changed.has('search') || changed.has('colouredBy') || changed.has('selected') || changed.has('selecting')) {
      this.draw();
    }
  }

  render() {
    const t = this.t.bind(this);
    const name = this.viewName;
    return html`
      <div class="calendar-bar no-print">
        <div class="group">
          <button type="button" @click=${() => this.step(-1)} aria-label=${t('previous')}>${this.app.texts.direction === 'rtl' ? '→' : '←'}</button>
          <button type="button" @click=${() => this.go(name, today(this.app.settings.timeZone))}>${t('today')}</button>
          <button type="button" @click=${() => this.step(1)} aria-label=${t('next')}>${this.app.texts.direction === 'rtl' ? '←' : '→'}</button>
          <label><span class="visually-hidden">${t('go-to-date')}</span>
            <input type="date" class="jump" .value=${this.date} @change=${this.jumped}></label>
        </div>
        <h1 aria-live="polite">${this.title}</h1>
        <div class="group" role="group" aria-label=${t('nav.label')}>
          ${Object.keys(VIEWS).map(view => html`
            <button type="button" aria-pressed=${view === name} @click=${() => this.go(view, this.date)}>${t(`view.${view}`)}</button>`)}
        </div>
        <div class="group">
          <label class="search"><span class="visually-hidden">${t('search')}</span>
            <input type="search" placeholder=${t('search')} .value=${this.search}
              @input=${(/** @type {Event} */ event) => (this.search = value(event))}></label>
          <button type="button" class="primary" @click=${() => this.createNow()}>${t('new-event')}</button>
        </div>
      </div>
      <div class="calendar-body">
        ${this.side()}
        <div class="calendar-main">
          <p class="visually-hidden" role="status">${this.loading ? t('loading') : t('events-shown', {count: this.events.length})}</p>
          ${this.hiddenCount ? html`<p class="warning">${t('list.more', {count: this.hiddenCount})}</p>` : nothing}
          ${name === 'resources'
            ? html`<almanac-resources .app=${this.app} .date=${this.date} .events=${this.visible()}
                @open-event=${(/** @type {CustomEvent} */ event) => this.open(event.detail)}></almanac-resources>`
            : nothing}
          <div class="grid" ?hidden=${name === 'resources'} @keydown=${this.pressedOnDay}></div>
          ${this.selecting
            ? html`<almanac-bulk .app=${this.app} .selected=${this.selected} @done=${() => this.stopSelecting()}></almanac-bulk>`
            : nothing}
        </div>
      </div>
      <p class=${`forecast ${this.forecast?.kind ?? 'none'}`} role="status">${this.forecast?.text ?? ''}</p>
      ${this.dropping ? html`<div class="drop-hint"><p>${t('import.drop')}</p></div>` : nothing}
    `;
  }

  /** Which calendars are shown, and what can be done with all of them. */
  side() {
    const t = this.t.bind(this);
    const {app} = this;
    return html`<aside class="side no-print" aria-label=${t('calendars')}>
      <details ?open=${matchMedia('(min-width: 60rem)').matches}>
        <summary>${t('calendars')}</summary>
        <ul class="calendar-list">${app.calendars.map(calendar => html`
          <li><label>
            <input type="checkbox" .checked=${!app.settings.isHidden(calendar.id)} @change=${() => this.toggle(calendar.id)}>
            <span class=${`swatch c${app.colourOf(calendar.id)}`} aria-hidden="true"></span> ${calendar.name}</label></li>`)}
        </ul>
        ${app.calendars.length === 0 ? html`<p class="quiet">${t('calendars.none')}</p>` : nothing}
        <label>${t('coloured-by')}
          <select @change=${(/** @type {Event} */ event) => (this.colouredBy = /** @type {'calendar'} */ (value(event)))}>
            <option value="calendar">${t('coloured-by.calendar')}</option>
            <option value="category">${t('coloured-by.category')}</option>
          </select></label>
        <div class="side-buttons">
          <button type="button" aria-pressed=${this.selecting} @click=${() => (this.selecting ? this.stopSelecting() : (this.selecting = true))}>
            ${t('select')}</button>
          <label class="button">${t('import')}
            <input type="file" accept=".ics,text/calendar" class="visually-hidden" @change=${this.chosenFile}></label>
          <button type="button" @click=${() => exportFile(app, this.viewName, this.date)}>${t('export')}</button>
          <button type="button" @click=${() => subscribe(app)}>${t('subscribe')}</button>
          <button type="button" @click=${() => print()}>${t('print')}</button>
        </div>
      </details>
    </aside>`;
  }

  /** What is shown is read, unless it is there already. @param {boolean} [again] */
  async read(again = false) {
    const {from, till} = this.range();
    const wanted = `${this.app.settings.timeZone} ${from} ${till}`;
    if (wanted === this.readRange && !again) {
      return true;
    }
    this.reading?.abort();
    this.reading = new AbortController();
    const {signal} = this.reading;
    this.loading = true;
    try {
      const events = await readFeed(this.app, from, till, signal);
      const same = wanted === this.readRange && JSON.stringify(events) === JSON.stringify(this.events);
      this.readRange = wanted;
      this.failing = false;
      if (!same) {
        this.events = events;
        this.draw();
      }
      markFirstView();
    } catch (failure) {
      if (!signal.aborted) {
        if (!this.failing) {
          this.app.toasts.failed(failure, [{text: this.t('live.again'), action: () => this.read(true)}]);
        }
        this.failing = true;
        return false;
      }
    } finally {
      this.loading = this.reading?.signal === signal ? false : this.loading;
    }
    return true;
  }

  range() {
    if (this.viewName === 'resources' || !this.calendar) {
      return {from: `${this.date}T00:00:00`, till: `${plusDays(this.date, 1)}T00:00:00`};
    }
    const {activeStart, activeEnd} = this.calendar.view;
    return {from: wallTimeOf(activeStart), till: wallTimeOf(activeEnd)};
  }

  visible() {
    const wish = this.search.trim().toLowerCase();
    return this.events.filter(event =>
      !this.app.settings.isHidden(event.extendedProps.calendarId ?? '')
      && (!wish || `${event.title} ${event.extendedProps.location ?? ''} ${event.extendedProps.category ?? ''}`.toLowerCase().includes(wish)));
  }

  inputs() {
    const inputs = this.visible().map(event => {
      const input = shown(this.app, event, this.colouredBy);
      return this.selected.has(event.id) ? {...input, classNames: [...(/** @type {string[]} */ (input.classNames)), 'selected']} : input;
    });
    if (this.viewName === 'month') {
      return thinned(inputs, count => this.t('more', {count}));
    }
    return this.viewName === 'list' ? inputs.slice(0, LISTED_MAX) : inputs;
  }

  draw() {
    this.hiddenCount = this.viewName === 'list' ? Math.max(0, this.visible().length - LISTED_MAX) : 0;
    this.calendar?.refetchEvents();
    this.requestUpdate();
  }

  /** @param {KeyboardEvent} event */
  pressedOnDay(event) {
    const day = /** @type {HTMLElement} */ (event.target);
    if (event.key === 'Enter' && day.matches('td.fc-timegrid-col')) {
      this.create(`${day.dataset.date}T10:00:00`, `${day.dataset.date}T11:00:00`, false);
    }
  }

  datesSet() {
    const title = this.viewName === 'resources' && this.calendar
      ? this.calendar.formatDate(this.date, {weekday: 'long', year: 'numeric', month: 'long', day: 'numeric'})
      : this.calendar?.view.title ?? '';
    queueMicrotask(() => (this.title = title));
  }

  settingsChanged() {
    const {settings} = this.app;
    this.calendar?.setOption('timeZone', settings.timeZone);
    this.calendar?.setOption('firstDay', settings.firstDay);
    this.calendar?.setOption('eventTimeFormat', this.timeFormat());
    this.calendar?.setOption('slotLabelFormat', this.timeFormat());
    this.draw();
    this.read();
  }

  /** @param {string} view @param {string} date */
  go(view, date) {
    this.app.navigate('calendar', {view, date});
  }

  /** @param {number} steps */
  step(steps) {
    const days = {week: 7, day: 1, list: 7, resources: 1, month: 0}[this.viewName];
    if (days) {
      this.go(this.viewName, plusDays(this.date, days * steps));
    } else {
      const first = new Date(`${this.date.slice(0, 7)}-01T00:00:00Z`);
      first.setUTCMonth(first.getUTCMonth() + steps);
      this.go('month', first.toISOString().slice(0, 10));
    }
  }

  /** @param {Event} event */
  jumped(event) {
    if (value(event)) {
      this.go(this.viewName, value(event));
    }
  }

  /** @param {string} key */
  pressed(key) {
    if (key in KEYS) {
      this.go(KEYS[/** @type {'m'} */ (key)], this.date);
    } else if (key === 't') {
      this.go(this.viewName, today(this.app.settings.timeZone));
    } else if (key === 'j') {
      this.step(1);
    } else if (key === 'k') {
      this.step(-1);
    } else if (key === 'g') {
      focusOn(this, '.jump');
    } else if (key === '/') {
      focusOn(this, '.search input');
    } else if (key === 'n') {
      this.createNow();
    }
  }

  /** @param {string} calendarId */
  toggle(calendarId) {
    const hidden = this.app.settings.chosen.hidden ?? [];
    this.app.settings.choose({
      hidden: hidden.includes(calendarId) ? hidden.filter(id => id !== calendarId) : [...hidden, calendarId],
    });
  }

  /** @param {HTMLElement} element @param {EventApi} event */
  mounted(element, event) {
    const feed = event.extendedProps.feed;
    if (!feed) {
      return;
    }
    const calendar = this.app.calendar(feed.calendarId);
    const notes = [
      calendar?.name,
      feed.location,
      this.app.texts.word('status', feed.status),
      feed.conflictLevel && feed.conflictLevel !== 'NONE' ? this.t('in-conflict', {level: this.app.texts.word('level', feed.conflictLevel)}) : '',
      feed.recurring ? this.t('recurring') : '',
    ].filter(Boolean);
    element.title = [event.title, ...notes].join(' · ');
    if (element.tagName === 'A') {
      element.setAttribute('aria-label', `${element.textContent ?? event.title}, ${notes.join(', ')}`);
    }
  }

  /** @param {EventApi} event @param {MouseEvent} pointer */
  clicked(event, pointer) {
    const {moreOf} = event.extendedProps;
    if (moreOf) {
      this.go('day', moreOf);
      return;
    }
    const feed = this.events.find(known => known.id === event.id);
    if (!feed) {
      return;
    }
    if (this.selecting || pointer.ctrlKey || pointer.metaKey) {
      this.selecting = true;
      const selected = new Map(this.selected);
      if (!selected.delete(feed.id)) {
        selected.set(feed.id, feed);
      }
      this.selected = selected;
      return;
    }
    this.open(feed);
  }

  /** @param {FeedEvent} event */
  open(event) {
    openDetails(this.app, event.id);
  }

  stopSelecting() {
    this.selecting = false;
    this.selected = new Map();
  }

  /** @param {string} start @param {string} end @param {boolean} allDay */
  async create(start, end, allDay) {
    await openEditor(this.app, {start, end, allDay});
    this.calendar?.unselect();
  }

  createNow() {
    const day = this.date;
    this.create(`${day}T10:00:00`, `${day}T11:00:00`, false);
  }

  /** @param {EventApi} event @param {string} start @param {string} end */
  foresee(event, start, end) {
    const feed = event.extendedProps.feed;
    if (!feed) {
      return;
    }
    this.forecasts?.ask({
      method: 'POST',
      path: `/schedules/${feed.id}/reschedule`,
      body: rescheduling({start: local(start), end: local(end), timeZone: this.app.settings.timeZone}),
    });
  }

  /** Drawn anew where it is not to be: the events that were read are the truth. @param {EventApi} event */
  async moved(event) {
    const feed = event.extendedProps.feed;
    const start = event.start;
    if (!feed || !start) {
      this.draw();
      return;
    }
    const scope = feed.recurring ? await chosenScope(this.app, event.title) : undefined;
    if (scope === null) {
      this.draw();
      return;
    }
    const end = event.end ?? new Date(start.getTime() + (event.allDay ? 86_400_000 : 3_600_000));
    const movable = {
      id: feed.id, title: event.title, version: scope === 'ALL' || !feed.recurring ? feed.version : undefined, recurring: feed.recurring,
    };
    const move = {start: wallTimeOf(start), end: wallTimeOf(end), timeZone: this.app.settings.timeZone, scope};
    if (!(await moveEvent(this.app, movable, move))) {
      this.draw();
    }
    this.forecasts?.forget();
  }

  /** @param {DragEvent} event */
  draggedOver(event) {
    if (event.dataTransfer?.types.includes('Files')) {
      event.preventDefault();
      this.dropping = true;
    }
  }

  /** @param {DragEvent} event */
  dropped(event) {
    const file = event.dataTransfer?.files[0];
    this.dropping = false;
    if (file) {
      event.preventDefault();
      importFile(this.app, file);
    }
  }

  /** @param {Event} event */
  chosenFile(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const file = input.files?.[0];
    if (file) {
      importFile(this.app, file);
    }
    input.value = '';
  }
}

/** When the reader first had something to look at and to press, for those who measure. */
function markFirstView() {
  if (performance.getEntriesByName('first-view').length === 0) {
    requestAnimationFrame(() => performance.mark('first-view'));
  }
}

/** @param {Event} event */
function value(event) {
  return /** @type {HTMLInputElement} */ (event.target).value;
}

/** @param {string} text of FullCalendar: a date, or a date-time of the zone */
function local(text) {
  return text.length === 10 ? `${text}T00:00:00` : text.slice(0, 19);
}

customElements.define('almanac-calendar', CalendarView);
