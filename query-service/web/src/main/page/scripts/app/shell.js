/** The frame of the page: where one can go, the zone that times are shown in, whether what is shown is live, notes, and help. */
import {html, LitElement, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import '../calendar/calendar-view.js';
import '../operations/operations-view.js';
import '../heatmap/heatmap-view.js';
import '../conflicts/conflict-panel.js';
import '../month/month-view.js';
import '../assets/timeline-view.js';
import '../notifications/notifications-view.js';
import '../list/plain-list.js';
import {address, here} from './app.js';
import {openDialog} from './dialog.js';
import {concernsInbox, unreadCount} from '../notifications/inbox.js';
import {SignInNeeded} from './session.js';
import {LANGUAGES} from './texts.js';
import {zoneName} from './times.js';
import {focusOn} from './view.js';

/** @typedef {import('./app.js').App} App */

/** @type {Record<string, (app: App, parameters: Record<string, string>) => unknown>} */
const VIEWS = {
  calendar: (app, parameters) => html`<almanac-calendar .app=${app} .parameters=${parameters}></almanac-calendar>`,
  month: (app, parameters) => html`<almanac-month .app=${app} .parameters=${parameters}></almanac-month>`,
  operations: (app, parameters) => html`<almanac-operations .app=${app} .parameters=${parameters}></almanac-operations>`,
  fleet: (app, parameters) => html`<almanac-heatmap .app=${app} .parameters=${parameters}></almanac-heatmap>`,
  timeline: (app, parameters) => html`<almanac-timeline .app=${app} .parameters=${parameters}></almanac-timeline>`,
  notifications: (app, parameters) => html`<almanac-notifications .app=${app} .parameters=${parameters}></almanac-notifications>`,
};
/** Those that ask for calendar views, which may be switched off: a list stands in their place. */
const CALENDAR_VIEWS = ['calendar', 'month', 'fleet', 'timeline'];
const COUNTED_AFTER_MILLIS = 500;
const SHORTCUTS = ['?', 't', 'j', 'k', 'g', 'm', 'w', 'd', 'l', 'r', 'n', '/', 'c', 'u', 'o', 'f'];

export class AlmanacApp extends LitElement {
  static properties = {
    app: {state: true},
    failure: {state: true},
    place: {state: true},
    conflictsOpen: {state: true},
    signInNeeded: {state: true},
    openConflicts: {state: true},
    unread: {state: true},
    typedZone: {state: true},
  };

  constructor() {
    super();
    /** @type {App | null} */
    this.app = null;
    /** @type {unknown} */
    this.failure = null;
    this.place = here();
    this.conflictsOpen = false;
    this.signInNeeded = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.counting = undefined;
    this.openConflicts = 0;
    this.unread = 0;
    /** What is being typed outlasts whatever else is drawn anew. @type {string | null} */
    this.typedZone = null;
  }

  createRenderRoot() {
    return this;
  }

  /** @param {App} app */
  show(app) {
    this.app = app;
    const again = () => this.requestUpdate();
    app.toasts.addEventListener('change', again);
    app.live.addEventListener('status', again);
    app.settings.addEventListener('change', again);
    app.addEventListener('calendars', again);
    app.session.onSignInNeeded = () => (this.signInNeeded = true);
    app.addEventListener('conflict-count', event => (this.openConflicts = /** @type {CustomEvent} */ (event).detail));
    app.addEventListener('open-conflicts', () => (this.conflictsOpen = true));
    app.live.onChange(message => concernsInbox(message) && this.countUnread(app));
    app.live.onReset(() => this.countUnread(app));
    app.addEventListener('written', () => this.countUnread(app));
    this.countUnread(app);
    const moved = () => (this.place = here());
    addEventListener('hashchange', moved);
    app.addEventListener('navigated', moved);
    addEventListener('keydown', event => this.pressed(event));
    this.place = here();
    if (!(this.place.view in VIEWS)) {
      history.replaceState(null, '', address('calendar'));
      this.place = here();
    }
  }

  /** At most twice a second, however much is told. @param {App} app */
  countUnread(app) {
    this.counting ??= setTimeout(async () => {
      this.counting = undefined;
      this.unread = await unreadCount(app) ?? this.unread;
    }, COUNTED_AFTER_MILLIS);
  }

  /** @param {unknown} failure */
  fail(failure) {
    console.warn(failure);
    this.failure = failure;
  }

  render() {
    if (this.failure) {
      return this.failed();
    }
    if (!this.app) {
      return html`<p class="starting" role="status">Almanac</p>`;
    }
    const app = this.app;
    const name = this.place.view in VIEWS ? this.place.view : 'calendar';
    const isList = !app.settings.configured.calendarViewsEnabled && CALENDAR_VIEWS.includes(name);
    return html`
      <a class="skip" href="#main" @click=${this.skip}>${app.texts.t('skip')}</a>
      ${this.header(app)}
      ${this.signInNeeded ? this.signIn(app) : nothing}
      ${app.live.status === 'offline'
        ? html`<p class="banner warning" role="status">${app.texts.t('live.offline')}
            <button type="button" @click=${() => app.live.again()}>${app.texts.t('live.again')}</button></p>`
        : nothing}
      <div class="stage">
        <main id="main" tabindex="-1">${isList
          ? html`<almanac-plain-list .app=${app} .parameters=${this.place.parameters}></almanac-plain-list>`
          : VIEWS[name](app, this.place.parameters)}</main>
        <almanac-conflicts
          class=${this.conflictsOpen ? 'open' : 'closed'}
          .app=${app}
          .open=${this.conflictsOpen}
          @close-panel=${() => this.closeConflicts()}
        ></almanac-conflicts>
      </div>
      ${this.toasts(app)}
    `;
  }

  /** @param {App} app */
  viewsOf(app) {
    return Object.keys(VIEWS).filter(view => app.settings.configured.calendarViewsEnabled || view === 'calendar' || !CALENDAR_VIEWS.includes(view));
  }

  /** @param {App} app */
  header(app) {
    const t = app.texts.t.bind(app.texts);
    return html`
      <header class="top">
        <a class="brand" href="#/calendar"><img src="/page/icon.svg" alt="" width="24" height="24"> Almanac</a>
        <nav aria-label=${t('nav.label')}>
          ${this.viewsOf(app).map(view => html`
            <a href=${`#/${view}`} aria-current=${this.place.view === view ? 'page' : nothing}>${t(`nav.${view}`)}${view === 'notifications' && this.unread
              ? html` <span class="count some">${this.unread}<span class="visually-hidden"> ${t('notifications.unread')}</span></span>`
              : nothing}</a>`)}
        </nav>
        <div class="tools">
          <button
            type="button"
            class="conflict-button"
            aria-expanded=${this.conflictsOpen}
            @click=${() => (this.conflictsOpen = !this.conflictsOpen)}
          >${t('conflicts.title')} <span class=${this.openConflicts ? 'count some' : 'count'}>${this.openConflicts}</span></button>
          <label class="zone"><span>${t('zone')}</span>
            <input
              list="time-zones"
              size="16"
              .value=${live(this.typedZone ?? app.settings.timeZone)}
              @input=${(/** @type {Event} */ event) => (this.typedZone = /** @type {HTMLInputElement} */ (event.target).value)}
              @blur=${() => (this.typedZone = null)}
              @change=${this.choseZone}
              autocomplete="off"
              spellcheck="false"
            ><span class="offset">${zoneName(app)}</span></label>
          <datalist id="time-zones">${app.settings.timeZones.map(zone => html`<option value=${zone}></option>`)}</datalist>
          <span class=${`live ${app.live.status}`} role="status" title=${t(`live.${app.live.status}.title`)}>
            ${t(`live.${app.live.status}.name`)}</span>
          <button type="button" class="plain" @click=${() => this.settings(app)}>
            ${app.session.user.subject}<span class="visually-hidden">, ${t('settings.title')}</span></button>
          <button type="button" class="plain" @click=${() => this.help(app)} aria-label=${t('help.title')}>?</button>
        </div>
      </header>`;
  }

  /** @param {App} app */
  toasts(app) {
    return html`
      <div class="toasts" role="log" aria-live="polite" aria-label=${app.texts.t('notes')}>
        ${app.toasts.shown.map(toast => html`
          <div class=${`toast ${toast.kind}`}>
            <span>${toast.text}</span>
            ${toast.actions.map(action => html`
              <button
                type="button"
                @click=${() => {
                  app.toasts.close(toast.id);
                  action.action();
                }}
              >${action.text}</button>`)}
            <button type="button" class="plain" aria-label=${app.texts.t('close')} @click=${() => app.toasts.close(toast.id)}>✕</button>
          </div>`)}
      </div>`;
  }

  /** @param {App} app */
  signIn(app) {
    const again = async () => {
      await app.session.signInAgain();
      this.signInNeeded = false;
      app.live.again();
    };
    return html`<p class="banner warning" role="alert">${app.texts.t('sign-in.over')}
      <button type="button" @click=${again}>${app.texts.t('sign-in.again')}</button></p>`;
  }

  /** Before there are texts: in the two languages most of the readers have. */
  failed() {
    const german = navigator.language.startsWith('de');
    const asleep = this.failure instanceof SignInNeeded;
    return html`<main class="starting" role="alert">
      <h1>Almanac</h1>
      <p>${german
        ? asleep ? 'Die Anmeldung hat nicht geklappt.' : 'Der Kalender ist gerade nicht zu erreichen.'
        : asleep ? 'Signing in did not work.' : 'The calendar cannot be reached now.'}</p>
      <button type="button" class="primary" @click=${() => location.reload()}>${german ? 'Noch einmal versuchen' : 'Try again'}</button>
    </main>`;
  }

  closeConflicts() {
    this.conflictsOpen = false;
    focusOn(this, '.conflict-button');
  }

  /** @param {Event} event */
  skip(event) {
    event.preventDefault();
    focusOn(this, '#main');
  }

  /** @param {Event} event */
  choseZone(event) {
    const app = /** @type {App} */ (this.app);
    const wish = /** @type {HTMLInputElement} */ (event.target).value.trim().toLowerCase();
    this.typedZone = null;
    const zone = app.settings.timeZones.find(known => known.toLowerCase() === wish);
    if (zone) {
      app.settings.choose({timeZone: zone});
    } else {
      app.toasts.news(app.texts.t('zone.unknown'));
      this.requestUpdate();
    }
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    const typing = target.closest('input, textarea, select, [contenteditable]');
    if (!this.app || typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) {
      return;
    }
    const go = {o: 'operations', f: 'fleet'}[event.key];
    if (event.key === '?') {
      this.help(this.app);
    } else if (event.key === 'c') {
      this.conflictsOpen = !this.conflictsOpen;
    } else if (event.key === 'u') {
      const toast = [...this.app.toasts.shown].reverse().find(shown => shown.kind === 'done' && shown.actions.length);
      if (toast) {
        this.app.toasts.close(toast.id);
        toast.actions[0].action();
      }
    } else if (go) {
      this.app.navigate(go);
    } else if (SHORTCUTS.includes(event.key)) {
      // The view that is shown knows what it means there.
      this.app.dispatchEvent(new CustomEvent('shortcut', {detail: event.key}));
    } else {
      return;
    }
    event.preventDefault();
  }

  /** @param {App} app */
  help(app) {
    openDialog(
      app.texts.t('help.title'),
      () => html`<dl class="keys">${SHORTCUTS.map(key => html`<dt><kbd>${key}</kbd></dt><dd>${app.texts.t(`key.${key}`)}</dd>`)}</dl>
        <p>${app.texts.t('help.calendar')}</p>`,
      {closeText: app.texts.t('close')});
  }

  /** @param {App} app */
  settings(app) {
    const t = app.texts.t.bind(app.texts);
    /** @param {string} name @param {string} label @param {[string, string][]} options @param {string} chosen @param {(value: string) => void} choose */
    const select = (name, label, options, chosen, choose) => html`
      <label>${label}
        <select name=${name} @change=${(/** @type {Event} */ event) => choose(/** @type {HTMLSelectElement} */ (event.target).value)}>
          ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
        </select></label>`;
    const {chosen} = app.settings;
    openDialog(
      t('settings.title'),
      () => html`
        <p>${t('settings.who', {user: app.session.user.subject, roles: app.session.user.roles.join(', ')})}</p>
        <div class="fields">
          ${select('language', t('settings.language'), LANGUAGES.map(tag => [tag, new Intl.DisplayNames([tag], {type: 'language'}).of(tag) ?? tag]),
            app.texts.language, language => {
              app.settings.choose({language});
              location.reload();
            })}
          ${select('theme', t('settings.theme'), ['system', 'light', 'dark'].map(theme => [theme, t(`settings.theme.${theme}`)]),
            chosen.theme ?? 'system', theme => app.settings.choose({theme: theme === 'system' ? undefined : /** @type {'light' | 'dark'} */ (theme)}))}
          ${select('week-start', t('settings.week-start'), ['monday', 'sunday', 'saturday'].map(day => [day, t(`day.${day}`)]),
            ['sunday', 'monday', '', '', '', '', 'saturday'][app.settings.firstDay],
            day => app.settings.choose({weekStart: /** @type {'monday'} */ (day)}))}
          ${select('time-format', t('settings.time-format'), [['24h', '18:30'], ['12h', '6:30 PM']],
            app.settings.isTwelveHours ? '12h' : '24h', format => app.settings.choose({timeFormat: /** @type {'12h'} */ (format)}))}
        </div>
        <p class="buttons"><button type="button" @click=${() => app.session.signOut()}>${t('sign-out')}</button></p>`,
      {closeText: t('close')});
  }
}

customElements.define('almanac-app', AlmanacApp);
