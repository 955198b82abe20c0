/**
 * Who is signed in: OpenID Connect's authorization code with PKCE (RFC 7636). Tokens are kept in memory only, so that a reload asks
 * the issuer again, silently in a frame; what is remembered over the redirect is the verifier and the place to come back to.
 */

/** @typedef {{issuer: string, clientId: string, scope: string}} PageConfig */
/** @typedef {{subject: string, roles: string[]}} User */
/** @typedef {{authorization_endpoint: string, token_endpoint: string, end_session_endpoint?: string}} Discovery */

const PENDING = 'almanac.sign-in';
const SILENT_TAKES_AT_MOST = 8_000;
const RENEWED_BEFORE_THE_END = 60_000;

/** Nobody is signed in any more, and nobody can be without being asked. */
export class SignInNeeded extends Error {}

export class Session {
  /** @param {PageConfig} config @param {Discovery} issuer */
  constructor(config, issuer) {
    this.config = config;
    this.issuer = issuer;
    /** @type {User} */
    this.user = {subject: '', roles: []};
    this.accessToken = '';
    this.idToken = '';
    this.tillMillis = 0;
    /** @type {Promise<void> | null} */
    this.renewing = null;
    /** Told when a person has to sign in again. */
    this.onSignInNeeded = () => {};
  }

  /** @param {PageConfig} config */
  static async of(config) {
    const answer = await fetch(config.issuer.replace(/\/$/, '') + '/.well-known/openid-configuration');
    if (!answer.ok) {
      throw new Error('issuer-unreachable');
    }
    return new Session(config, await answer.json());
  }

  /** Signed in when this returns; true when the page goes to the issuer instead. */
  async begin() {
    const query = new URLSearchParams(location.search);
    const pending = takePending();
    if (query.has('code') && pending && query.get('state') === pending.state) {
      history.replaceState(null, '', '/' + pending.fragment);
      await this.exchange(query.get('code') ?? '', pending.verifier, location.origin + '/');
      return false;
    }
    if (query.has('code') || query.has('error')) {
      history.replaceState(null, '', '/' + location.hash);
    }
    try {
      await this.renew();
      return false;
    } catch (failure) {
      if (!(failure instanceof SignInNeeded)) {
        throw failure;
      }
      await this.redirect();
      return true;
    }
  }

  /** A token that is good for a while. */
  async token() {
    if (Date.now() > this.tillMillis - RENEWED_BEFORE_THE_END) {
      this.renewing ??= this.renew().finally(() => {
        this.renewing = null;
      });
      try {
        await this.renewing;
      } catch (failure) {
        if (failure instanceof SignInNeeded) {
          this.onSignInNeeded();
        }
        if (Date.now() > this.tillMillis) {
          throw failure;
        }
      }
    }
    return this.accessToken;
  }

  /** In a frame nobody sees: the issuer knows by its own cookie who this is. */
  async renew() {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    frame.title = 'sign-in';
    const asked = await this.ask({prompt: 'none'}, location.origin + '/silent.html');
    const answer = heard(asked.state, SILENT_TAKES_AT_MOST);
    frame.src = asked.address;
    document.body.append(frame);
    try {
      const query = await answer;
      await this.exchange(query.get('code') ?? '', asked.verifier, location.origin + '/silent.html');
    } finally {
      frame.remove();
    }
  }

  /** In a window of its own, so that nothing typed in this one is lost. */
  async signInAgain() {
    const asked = await this.ask({}, location.origin + '/silent.html');
    const answer = heard(asked.state, 600_000);
    window.open(asked.address, '_blank', 'popup,width=480,height=640');
    const query = await answer;
    await this.exchange(query.get('code') ?? '', asked.verifier, location.origin + '/silent.html');
  }

  async redirect() {
    const asked = await this.ask({}, location.origin + '/');
    sessionStorage.setItem(
      PENDING, JSON.stringify({state: asked.state, verifier: asked.verifier, fragment: location.hash}));
    location.assign(asked.address);
  }

  signOut() {
    const end = this.issuer.end_session_endpoint;
    if (!end) {
      location.assign('/');
      return;
    }
    const address = new URL(end);
    address.searchParams.set('id_token_hint', this.idToken);
    address.searchParams.set('post_logout_redirect_uri', location.origin + '/');
    location.assign(address.href);
  }

  /** @param {...string} roles */
  hasRole(...roles) {
    return roles.some(role => this.user.roles.includes(role));
  }

  /** @param {Record<string, string>} more @param {string} back */
  async ask(more, back) {
    const verifier = random(32);
    const state = random(16);
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
    const address = new URL(this.issuer.authorization_endpoint);
    const parameters = {
      response_type: 'code',
      client_id: this.config.clientId,
      redirect_uri: back,
      scope: this.config.scope,
      state,
      code_challenge: base64Url(new Uint8Array(digest)),
      code_challenge_method: 'S256',
      ...more,
    };
    Object.entries(parameters).forEach(([name, value]) => address.searchParams.set(name, value));
    return {address: address.href, state, verifier};
  }

  /** @param {string} code @param {string} verifier @param {string} back */
  async exchange(code, verifier, back) {
    const answer = await fetch(this.issuer.token_endpoint, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        redirect_uri: back,
        client_id: this.config.clientId,
        code_verifier: verifier,
      }),
    });
    if (!answer.ok) {
      throw new SignInNeeded('the issuer refused the code');
    }
    const tokens = await answer.json();
    const claims = claimsOf(tokens.access_token);
    this.accessToken = tokens.access_token;
    this.idToken = tokens.id_token ?? '';
    this.tillMillis = Date.now() + tokens.expires_in * 1000;
    this.user = {subject: String(claims.sub ?? ''), roles: claims.roles ?? []};
  }
}

/** @param {string} state @param {number} millis @returns {Promise<URLSearchParams>} */
function heard(state, millis) {
  const channel = new BroadcastChannel('almanac-sign-in');
  /** @type {Promise<URLSearchParams>} */
  const answer = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new SignInNeeded('the issuer did not answer')), millis);
    channel.onmessage = message => {
      const query = new URLSearchParams(String(message.data));
      if (query.get('state') !== state) {
        return;
      }
      clearTimeout(timer);
      if (query.has('code')) {
        resolve(query);
      } else {
        reject(new SignInNeeded(query.get('error') ?? 'refused'));
      }
    };
  });
  return answer.finally(() => channel.close());
}

/** @returns {{state: string, verifier: string, fragment: string} | null} */
function takePending() {
  const pending = sessionStorage.getItem(PENDING);
  sessionStorage.removeItem(PENDING);
  return pending ? JSON.parse(pending) : null;
}

/** @param {string} token */
function claimsOf(token) {
  const text = atob(token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/'));
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(text, letter => letter.charCodeAt(0))));
}

/** @param {number} bytes */
function random(bytes) {
  return base64Url(crypto.getRandomValues(new Uint8Array(bytes)));
}

/** @param {Uint8Array} bytes */
function base64Url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
