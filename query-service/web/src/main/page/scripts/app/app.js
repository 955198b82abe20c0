/** What every view is given: the API, who is signed in, the texts and settings, what others change, and where notes to the reader go. */
import {Api, all} from './api.js';
import {Live} from './live.js';
import {Session} from './session.js';
import {Settings} from './settings.js';
import {Texts} from './texts.js';
import {Toasts} from './toasts.js';

/** @typedef {import('almanac/queries').CalendarItem} CalendarItem */
/** @typedef {import('almanac/queries').ResourceItem} ResourceItem */

const COLOURS = 12;

export class App extends EventTarget {
  /** @param {{session: Session, texts: Texts, settings: Settings, api: Api}} parts */
  constructor({session, texts, settings, api}) {
    super();
    this.session = session;
    this.texts = texts;
    this.settings = settings;
    this.api = api;
    this.live = new Live(session);
    this.toasts = new Toasts(this);
    /** @type {CalendarItem[]} */
    this.calendars = [];
    /** @type {Map<string, number>} */
    this.places = new Map();
    /** @type {ResourceItem[]} */
    this.resources = [];
  }

  /** Null where the page goes to the issuer instead. @param {string} language @returns {Promise<App | null>} */
  static async start(language) {
    const reading = Texts.in(language);
    const config = await (await fetch('/page/config.json')).json();
    const session = await Session.of(config);
    if (await session.begin()) {
      return null;
    }
    const api = new Api(session);
    const [texts, settings] = await Promise.all([reading, api.queries.getCalendarConfig()]);
    document.documentElement.lang = texts.language;
    document.documentElement.dir = texts.direction;
    const app = new App({session, texts, settings: new Settings(settings), api});
    await Promise.all([app.readCalendars(), app.readResources()]);
    app.live.onChange(message => app.heard(message));
    app.live.onReset(() => app.readLists());
    app.live.start();
    return app;
  }

  /** Behind the reader's back: where it fails, the page says that it is offline, and they are read again when it no longer is. */
  readLists() {
    Promise.all([this.readCalendars(), this.readResources()]).catch(() => {});
  }

  async readCalendars() {
    const read = await all(cursor => this.api.queries.listCalendars({active: true, limit: 500, cursor}));
    if (JSON.stringify(read) === JSON.stringify(this.calendars)) {
      return;
    }
    this.calendars = read;
    const oldestFirst = [...this.calendars].sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id));
    this.places = new Map(oldestFirst.map((calendar, place) => [calendar.id, place]));
    this.dispatchEvent(new Event('calendars'));
  }

  async readResources() {
    const read = await all(cursor => this.api.queries.listResources({limit: 500, cursor}));
    if (JSON.stringify(read) !== JSON.stringify(this.resources)) {
      this.resources = read;
      this.dispatchEvent(new Event('resources'));
    }
  }

  /** @param {import('./live.js').ChangeMessage} message */
  heard(message) {
    this.api.expect(message.position);
    const ofCalendar = message.type.includes('Calendar') && 'calendarId' in message.change && !('scheduleId' in message.change);
    if (ofCalendar || message.type.includes('Resource')) {
      this.readLists();
    }
  }

  /** @param {string} id */
  calendar(id) {
    return this.calendars.find(calendar => calendar.id === id);
  }

  /** @param {string} id */
  resource(id) {
    return this.resources.find(resource => resource.id === id);
  }

  /** One of twelve: a calendar keeps its own, and neighbours differ. @param {string} id */
  colourOf(id) {
    const place = this.places.get(id);
    if (place !== undefined) {
      return place % COLOURS;
    }
    let hash = 0;
    for (const letter of id) {
      hash = (hash * 31 + letter.charCodeAt(0)) >>> 0;
    }
    return hash % COLOURS;
  }

  /** Goes to another view or place, before the next key is heard. @param {string} view @param {Record<string, string>} [parameters] */
  navigate(view, parameters = {}) {
    location.hash = address(view, parameters);
    // The browser tells of it later.
    this.dispatchEvent(new Event('navigated'));
  }
}

/** @param {string} view @param {Record<string, string>} parameters */
export function address(view, parameters = {}) {
  const query = new URLSearchParams(parameters);
  return `#/${view}${query.size ? `?${query}` : ''}`;
}

/** What the fragment names: `#/calendar?view=month`. */
export function here() {
  const [path, query] = location.hash.replace(/^#\/?/, '').split('?');
  return {view: path || '', parameters: Object.fromEntries(new URLSearchParams(query ?? ''))};
}
