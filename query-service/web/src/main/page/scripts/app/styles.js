/** Styles that come from data. Set by script, property by property: a style attribute would need what the content policy forbids. */
import {noChange} from 'lit';
import {directive, Directive} from 'lit/directive.js';

class Styles extends Directive {
  /** @param {Record<string, string>} _properties */
  render(_properties) {
    return noChange;
  }

  /** @param {any} part @param {[Record<string, string>]} values */
  update(part, [properties]) {
    Object.entries(properties).forEach(([name, value]) => part.element.style.setProperty(name, value));
    return noChange;
  }
}

/** In the place of an attribute: `<div ${styles({'inline-size': '50%'})}>`. */
export const styles = directive(Styles);
