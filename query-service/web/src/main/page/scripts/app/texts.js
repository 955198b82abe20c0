/** What the page says, in the reader's language: one file for each, English where a sentence is missing. */

/** @typedef {string | Record<string, string>} Text by plural category where it is a table */

export const LANGUAGES = /** @type {const} */ (['en', 'de', 'ar']);
const RIGHT_TO_LEFT = ['ar', 'he', 'fa', 'ur'];

export class Texts {
  /** @param {string} language @param {Record<string, Text>} own @param {Record<string, Text>} english */
  constructor(language, own, english) {
    this.language = language;
    this.own = own;
    this.english = english;
    this.plurals = new Intl.PluralRules(language);
  }

  /** @param {string} language */
  static async in(language) {
    const [own, english] = await Promise.all([read(language), read('en')]);
    return new Texts(language, own, english);
  }

  get direction() {
    return RIGHT_TO_LEFT.includes(this.language) ? 'rtl' : 'ltr';
  }

  /** @param {string} key */
  has(key) {
    return key in this.own || key in this.english;
  }

  /** @param {string} key @param {Record<string, string | number>} [values] @returns {string} */
  t(key, values = {}) {
    const text = this.own[key] ?? this.english[key] ?? key;
    const chosen = typeof text === 'string' ? text : text[this.plurals.select(Number(values.count ?? 0))] ?? text.other;
    return chosen.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
  }

  /** Of an enumeration: `status.CONFIRMED`, or the word itself. @param {string} group @param {string | undefined} value */
  word(group, value) {
    const key = `${group}.${value}`;
    return value === undefined ? '' : this.has(key) ? this.t(key) : value;
  }
}

/** @param {readonly string[]} wished by the browser, best first */
export function bestLanguage(wished) {
  return wished.map(tag => tag.split('-')[0]).find(tag => LANGUAGES.some(known => known === tag)) ?? 'en';
}

/** @param {string} language @returns {Promise<Record<string, Text>>} */
async function read(language) {
  const answer = await fetch(`/page/texts/${language}.json`);
  return answer.ok ? answer.json() : {};
}
