// Keep what is typed: on the server a second after the last key, and when the page is left.
const QUIET_MS = 1000;

/** Save a form's draft as it changes; `prepare` puts the active time in. */
export function startDraft(form, prepare) {
  let timer = 0;
  let dirty = false;

  const body = () => {
    prepare();
    dirty = false;
    return new FormData(form);
  };
  const save = () => {
    if (!dirty || !form.isConnected) return;
    fetch(form.dataset.draft, { method: "POST", body: body() }).catch(() => {
      dirty = true; // The server is away: the next key or Check tries again.
    });
  };
  form.addEventListener("input", () => {
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(save, QUIET_MS);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    dirty = false;
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "hidden" || !dirty || !form.isConnected) return;
    clearTimeout(timer);
    navigator.sendBeacon(form.dataset.draft, body());
  });
}
