/**
 * The services' API. Operations bear the names and types of the clients that are generated from the OpenAPI documents; how each is
 * sent stands in a table that is generated from the same documents.
 */
import {commands, queries} from '../generated/operations.js';
import {Problem} from './problem.js';

/** @typedef {{in: string, name: string, as: string}} Parameter */
/** @typedef {{method: string, path: string, parameters: Parameter[], body?: {as: string, type: string}}} Operation */
/** @typedef {import('almanac/queries').QueriesApi} QueriesApi */
/** @typedef {import('almanac/commands').CommandsApi} CommandsApi */

const ATTEMPTS = 4;
const PAUSE_MILLIS = 700;
/** For so long after a write, reads wait for it. */
const WRITE_IS_NEWS_FOR = 15_000;

export class Api {
  /** @param {{token(): Promise<string>}} session */
  constructor(session) {
    this.session = session;
    this.position = 0;
    this.writtenAt = 0;
    /** @type {(reachable: boolean) => void} */
    this.onReachable = () => {};
    this.queries = /** @type {QueriesApi} */ (/** @type {unknown} */ (this.operations(queries, false)));
    this.commands = /** @type {CommandsApi} */ (/** @type {unknown} */ (this.operations(commands, true)));
  }

  /** @param {Record<string, Operation>} table @param {boolean} writes */
  operations(table, writes) {
    return Object.fromEntries(Object.entries(table).map(([name, operation]) => [
      name,
      /** @param {Record<string, any>} [values] @param {RequestInit} [more] */
      (values = {}, more = {}) => this.send(operation, values, more, writes),
    ]));
  }

  /**
   * @param {Operation} operation @param {Record<string, any>} values @param {RequestInit} more @param {boolean} writes
   */
  async send(operation, values, more, writes) {
    const query = new URLSearchParams();
    /** @type {Record<string, string>} */
    const headers = {Accept: 'application/json, application/problem+json, */*;q=0.1'};
    let path = operation.path;
    for (const parameter of operation.parameters) {
      const value = values[parameter.as];
      if (parameter.in === 'path') {
        path = path.replace(`{${parameter.name}}`, encodeURIComponent(String(value)));
      } else if (value !== undefined && value !== null) {
        if (parameter.in === 'header') {
          headers[parameter.name] = String(value);
        } else {
          [value].flat().forEach(one => query.append(parameter.name, String(one)));
        }
      }
      if (parameter.name === 'After-Position' && value === undefined && Date.now() < this.writtenAt + WRITE_IS_NEWS_FOR) {
        headers[parameter.name] = String(this.position);
      }
      if (parameter.name === 'Idempotency-Key' && value === undefined && writes) {
        // Sent again after the network failed, it is still done once.
        headers[parameter.name] = crypto.randomUUID();
      }
    }
    /** @type {BodyInit | undefined} */
    let body;
    if (operation.body && values[operation.body.as] !== undefined) {
      headers['Content-Type'] = operation.body.type;
      const given = values[operation.body.as];
      body = operation.body.type.endsWith('json') ? JSON.stringify(given) : given;
    }
    const address = path + (query.size ? `?${query}` : '');
    const answer = await this.attempts(address, {...more, method: operation.method, headers, body});
    return this.read(answer, writes);
  }

  /** @param {string} address @param {RequestInit & {headers: Record<string, string>}} request */
  async attempts(address, request) {
    for (let attempt = 1; ; attempt++) {
      const last = attempt === ATTEMPTS;
      try {
        const token = await this.session.token();
        const answer = await fetch(address, {...request, headers: {...request.headers, Authorization: `Bearer ${token}`}});
        if (answer.status !== 503 || last) {
          this.onReachable(answer.status !== 503);
          return answer;
        }
      } catch (failure) {
        if (request.signal?.aborted || !(failure instanceof TypeError)) {
          throw failure;
        }
        if (last) {
          this.onReachable(false);
          throw Problem.unreachable();
        }
      }
      await new Promise(resolve => setTimeout(resolve, PAUSE_MILLIS * attempt));
    }
  }

  /** What is read in the next seconds shows what was changed here, or what the stream told of. @param {number} position */
  expect(position) {
    this.position = Math.max(this.position, position);
    this.writtenAt = Date.now();
  }

  /** @param {Response} answer @param {boolean} writes */
  async read(answer, writes) {
    const type = answer.headers.get('Content-Type') ?? '';
    if (!answer.ok) {
      throw new Problem(type.includes('json') ? await answer.json() : {status: answer.status});
    }
    if (writes) {
      this.expect(Number(answer.headers.get('Change-Position') ?? 0));
    }
    return type.includes('json') ? answer.json() : answer.status === 204 ? undefined : answer.blob();
  }
}

/**
 * All items of a list, page by page; at most so many pages.
 *
 * @template T
 * @param {(cursor: string | undefined) => Promise<{items: T[], nextCursor?: string | null}>} page
 * @param {number} [pagesMax]
 * @returns {Promise<T[]>}
 */
export async function all(page, pagesMax = 20) {
  /** @type {T[]} */
  const items = [];
  /** @type {string | undefined} */
  let cursor;
  for (let read = 0; read < pagesMax; read++) {
    const answer = await page(cursor);
    items.push(...answer.items);
    if (!answer.nextCursor) {
      break;
    }
    cursor = answer.nextCursor;
  }
  return items;
}
