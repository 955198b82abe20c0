import {html, nothing} from 'lit';
import {Part} from '../app/view.js';

export class ConflictPanel extends Part {
  static properties = {app: {attribute: false}, open: {attribute: false}};

  constructor() {
    super();
    this.open = false;
  }

  render() {
    return this.open ? html`<aside aria-label=${this.t('conflicts.title')}><h2>${this.t('conflicts.title')}</h2></aside>` : nothing;
  }
}

customElements.define('almanac-conflicts', ConflictPanel);
