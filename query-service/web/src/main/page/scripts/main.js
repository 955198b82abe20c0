/** Starts the page. */
import './app/shell.js';
import {App} from './app/app.js';
import {keptLanguage, showTheme} from './app/settings.js';

showTheme();

const shell = /** @type {import('./app/shell.js').AlmanacApp} */ (document.querySelector('almanac-app'));
App.start(keptLanguage())
  .then(app => {
    if (app) {
      shell.show(app);
    }
  })
  .catch(failure => shell.fail(failure));
