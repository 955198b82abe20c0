// Where the issuer comes back to in a frame or a window of its own: the page that asked hears of it, and no other origin can.
new BroadcastChannel('almanac-sign-in').postMessage(location.search);
if (window.parent === window) {
  window.close();
}
