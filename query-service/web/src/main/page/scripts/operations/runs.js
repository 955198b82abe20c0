/** Runs as the services' operations feed has them, and what the views say of each. */
import {all} from '../app/api.js';
import {localOf, plusDays} from '../app/times.js';

/** @typedef {import('../app/app.js').App} App */
/** @typedef {import('almanac/queries').OperationsEvent} OperationsEvent */
/** @typedef {import('almanac/queries').RuleItem} RuleItem */
/** @typedef {import('almanac/queries').RunItem} RunItem */
/** @typedef {{source: string, owner: string}} Filter */

/** A window of so many runs at most is read; beyond that the reader is told. */
const PAGES_MAX = 4;
const PAGE = 1000;

/** Beside the word: no state is told by its colour alone. @type {Record<string, string>} */
const ICONS = {
  SCHEDULED: '○', DUE: '◔', RUNNING: '▶', RETRYING: '↻', SUCCESS: '✓', FAILED: '✗', MISSED: '!', POSTPONED: '↷', SKIPPED: '⊘', PAUSED: '‖',
  DISABLED: '■', ACTIVE: '●', EXPIRED: '□',
};
export const SOURCES = /** @type {const} */ (['CRON', 'HEARTBEAT']);
export const STATES = /** @type {const} */ ([
  'SCHEDULED', 'DUE', 'RUNNING', 'RETRYING', 'SUCCESS', 'FAILED', 'MISSED', 'POSTPONED', 'SKIPPED', 'PAUSED', 'DISABLED',
]);

/** @param {string} state */
export function iconOf(state) {
  // Without the variation selector some of them are drawn as pictures.
  return `${ICONS[state] ?? '·'}\uFE0E`;
}

/**
 * @param {App} app @param {string} from date @param {string} till date, exclusive @param {Filter} filter @param {AbortSignal} signal
 * @returns {Promise<{events: OperationsEvent[], truncated: boolean}>}
 */
export async function readWindow(app, from, till, filter, signal) {
  let pages = 0;
  let truncated = false;
  const events = await all(async cursor => {
    const page = await app.api.queries.listOperations({
      from: /** @type {any} */ (`${from}T00:00:00`),
      till: /** @type {any} */ (`${till}T00:00:00`),
      timeZone: app.settings.timeZone,
      source: /** @type {any} */ (filter.source || undefined),
      owner: filter.owner || undefined,
      limit: PAGE,
      cursor,
    }, {signal});
    truncated = ++pages === PAGES_MAX && Boolean(page.nextCursor);
    return page;
  }, PAGES_MAX);
  return {events, truncated};
}

/** One run as it stands now. @param {App} app @param {{id: string, scheduledAt: string, lane?: string}} run @returns {Promise<OperationsEvent | undefined>} */
export async function readRun(app, run) {
  const {timeZone} = app.settings;
  const day = localOf(run.scheduledAt, timeZone).slice(0, 10);
  const window = run.lane === 'ALWAYS_RUNNING'
    ? {from: `${day}T00:00:00`, till: `${plusDays(day, 1)}T00:00:00`}
    : {from: run.scheduledAt, till: new Date(Date.parse(run.scheduledAt) + 1_000).toISOString()};
  const page = await app.api.queries.listOperations({.../** @type {any} */ (window), timeZone, limit: PAGE});
  return page.items.find(found => found.id === run.id);
}

/** @param {RuleItem} rule */
export function ownerOf(rule) {
  return rule.metadata.owner ?? rule.createdBy;
}

/** A run of a list, as the feed would have it. @param {RunItem} run @param {RuleItem | undefined} rule @param {OperationsEvent['actions']} actions @returns {OperationsEvent} */
export function eventOf(run, rule, actions) {
  return {
    id: run.occurrenceId,
    ruleId: run.ruleId,
    source: rule?.recurrence.every ? 'HEARTBEAT' : 'CRON',
    owner: rule ? ownerOf(rule) : '',
    title: rule?.name ?? run.ruleId,
    description: rule?.metadata.description,
    status: run.status,
    attempt: run.attempt,
    reason: run.reason,
    scheduledAt: run.scheduledAt,
    scheduledAtLocal: run.scheduledAt,
    lane: 'SCHEDULED',
    count: run.count,
    postponedTo: run.postponedTo,
    color: 'red',
    durationHintSeconds: rule?.jobTemplate.timeoutSeconds ?? 0,
    logsUrl: run.note.logsUrl,
    sessionUrl: run.note.sessionUrl,
    actions,
  };
}

/** @param {string | undefined} address that a worker wrote @returns {string | undefined} only of the web: no script */
export function webAddress(address) {
  try {
    const url = new URL(address ?? '');
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** @param {OperationsEvent} event @param {string} wish in lower case */
export function matches(event, wish) {
  return !wish || `${event.title} ${event.owner} ${event.description ?? ''}`.toLowerCase().includes(wish);
}

/** Such as 2 h 30 min. @param {App} app @param {number} seconds */
export function length(app, seconds) {
  /** @type {[number, 'hour' | 'minute' | 'second'][]} */
  const parts = [[Math.floor(seconds / 3600), 'hour'], [Math.floor(seconds / 60) % 60, 'minute'], [seconds % 60, 'second']];
  return parts.filter(([count]) => count > 0).slice(0, 2)
    .map(([count, unit]) => new Intl.NumberFormat(`${app.texts.language}-u-nu-latn`, {style: 'unit', unit, unitDisplay: 'short'}).format(count))
    .join(' ');
}
