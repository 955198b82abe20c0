import {html} from 'lit';
import {View} from '../app/view.js';

export class HeatmapView extends View {
  render() {
    return html`<h1>${this.t('fleet.title')}</h1>`;
  }
}

customElements.define('almanac-heatmap', HeatmapView);
