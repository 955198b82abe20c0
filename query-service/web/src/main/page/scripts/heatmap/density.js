/** What runs when, hour by hour: read in pieces that the service answers at once, and put where a calendar has it. */
import {plusDays} from '../app/times.js';

/** @typedef {import('../app/app.js').App} App */
/** @typedef {import('almanac/queries').JobBucket} JobBucket */
/** @typedef {'low' | 'medium' | 'high' | 'critical'} Level */

/** The service answers hours of 31 days at once; one of them may have 25. */
const HOURS_OF_DAYS = 30;
/** Of a day as the clock counts them. */
export const HOURS = 24;
const LEVELS = /** @type {Level[]} */ (['low', 'medium', 'high', 'critical']);

/**
 * @param {App} app @param {string} from date @param {number} days @param {string[]} queues all where empty @param {AbortSignal} signal
 * @returns {Promise<JobBucket[]>}
 */
export async function readHours(app, from, days, queues, signal) {
  const pieces = [];
  for (let done = 0; done < days; done += HOURS_OF_DAYS) {
    const start = plusDays(from, done);
    const end = plusDays(from, Math.min(days, done + HOURS_OF_DAYS));
    pieces.push(app.api.queries.getJobWindow({
      from: `${start}T00:00:00`, till: `${end}T00:00:00`, timeZone: app.settings.timeZone, granularity: 'HOUR', queue: queues.length ? queues : undefined,
    }, {signal}));
  }
  return (await Promise.all(pieces)).flatMap(answer => answer.buckets);
}

/** Hours of a day by the clock of the zone: where an hour comes twice, both count; where one is skipped, there is none. */
export class Grid {
  /** @param {string} from @param {number} days @param {JobBucket[]} buckets */
  constructor(from, days, buckets) {
    this.from = from;
    this.days = days;
    const places = new Map(Array.from({length: days}, (_, day) => [plusDays(from, day), day]));
    /** By day and hour, a day after the other: drawn again and again, counted once. @type {JobBucket[][]} */
    this.hours = Array.from({length: days * HOURS}, () => []);
    for (const bucket of buckets) {
      const day = places.get(bucket.localTime.slice(0, 10));
      if (day !== undefined) {
        this.hours[day * HOURS + Number(bucket.localTime.slice(11, 13))].push(bucket);
      }
    }
    this.counts = this.hours.map(sum);
    this.daily = Array.from({length: days}, (_, day) => this.counts.slice(day * HOURS, (day + 1) * HOURS).reduce((all, count) => all + count, 0));
    this.most = this.counts.reduce((most, count) => Math.max(most, count), 0);
    this.total = this.daily.reduce((all, count) => all + count, 0);
    /** The first where several have the most. */
    this.peak = this.daily.reduce((peak, count, day) => (count > this.daily[peak] ? day : peak), 0);
  }

  /** @param {number} day @param {number} hour */
  at(day, hour) {
    return this.hours[day * HOURS + hour] ?? [];
  }

  /** @param {number} day @param {number} hour */
  count(day, hour) {
    return this.counts[day * HOURS + hour] ?? 0;
  }

  /** @param {number} day */
  ofDay(day) {
    return this.daily[day] ?? 0;
  }

  /** Quarters of the most; nothing has no level. @param {number} count @returns {Level | null} */
  level(count) {
    return count === 0 ? null : LEVELS[Math.min(3, Math.ceil((count / this.most) * 4) - 1)];
  }

  /** From which count on, and up to which. @returns {{level: Level, from: number, till: number}[]} */
  legend() {
    return LEVELS
      .map((level, index) => ({level, from: Math.floor((index * this.most) / 4) + 1, till: Math.floor(((index + 1) * this.most) / 4)}))
      .filter(({from, till}) => till >= from);
  }
}

/** @param {JobBucket[]} buckets */
export function sum(buckets) {
  return buckets.reduce((count, bucket) => count + bucket.jobCount, 0);
}

/** @param {JobBucket[]} buckets @param {'queues' | 'jobTypes'} by @returns {[string, number][]} most first */
export function parts(buckets, by) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const bucket of buckets) {
    Object.entries(bucket[by]).forEach(([name, count]) => counts.set(name, (counts.get(name) ?? 0) + Number(count)));
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}
