"use strict";

// Runs before anything else: says so when the page cannot start, and keeps a release for use
// without a network.

(() => {
  let started = false;
  addEventListener("TrunkApplicationStarted", () => { started = true; });

  const tell = (what) => {
    if (started) return;
    const place = document.querySelector("#whyweb .starting");
    if (!place) return;
    place.setAttribute("role", "alert");
    place.textContent = `Whyweb could not start (${what}). Reload the page; if it stays so, try a ` +
      "current Firefox, Chrome, Edge or Safari. Nothing that you saved is lost.";
  };

  // A script that did not load tells its own element only, on the way down: hence the `true`.
  addEventListener("error", (event) => {
    const address = event.target?.src ?? event.target?.href;
    tell(address ? `${address} did not load` : event.message);
  }, true);
  addEventListener("unhandledrejection", (event) => tell(event.reason?.message ?? event.reason));

  // Only the release build names a worker: while one works on the page, one wants to see changes.
  addEventListener("load", () => {
    const worker = document.querySelector("meta[name=whyweb-offline]")?.content;
    // Where it cannot be had the page works as before, only not offline: no need to trouble anyone.
    if (worker) navigator.serviceWorker?.register(worker).catch(() => {});
  });
})();
