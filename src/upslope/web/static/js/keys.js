// Single-key shortcuts: never inside a field, never with a modifier, and off where the setting says so.
const GO_WITHIN_MS = 1500;
let goUntil = 0;

const singleKeys = () => document.documentElement.dataset.keys !== "off";

/** Tell whether keys belong to what has the focus. */
export function typing(event) {
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) return false;
  return (
    target.closest("textarea, select, math-field, [contenteditable]") !== null ||
    (target instanceof HTMLInputElement && !["radio", "checkbox", "button", "submit"].includes(target.type)) ||
    event.composedPath().some((element) => element.localName === "math-field")
  );
}

function press(selector) {
  const found = document.querySelector(selector);
  if (found === null || found.hidden || found.disabled) return false;
  found.click();
  return true;
}

function choose(number) {
  const input = document.querySelector(`#answer-form [data-number="${number}"]`);
  if (input === null) return false;
  input.focus();
  input.click();
  return true;
}

function showSolution() {
  const solution = document.querySelector("#solution");
  if (solution === null) return false;
  if (solution instanceof HTMLDetailsElement) solution.open = !solution.open;
  solution.scrollIntoView({ block: "start" });
  if (solution.tabIndex >= 0 || solution.hasAttribute("tabindex")) solution.focus({ preventScroll: true });
  return true;
}

/** Follow the page's one filled button when nothing that Enter belongs to has the focus. */
function followPrimary() {
  const focused = document.activeElement;
  if (focused !== null && focused !== document.body && focused.id !== "main") return false;
  return press(".btn.primary");
}

function showKeys() {
  const dialog = document.querySelector("#keys-dialog");
  if (dialog === null || dialog.open) return false;
  dialog.showModal();
  return true;
}

function go(key) {
  const link = document.querySelector(`[data-go="${key}"]`);
  const places = { t: "/", m: "/map/", p: "/progress/", h: "/history/", s: "/settings/" };
  const url = link?.getAttribute("href") ?? places[key];
  if (url === undefined) return false;
  location.assign(url);
  return true;
}

const ACTIONS = {
  h: () => press("[data-hint]"),
  e: showSolution,
  u: () => press('[data-key="u"]') || press("[data-undo] button"),
  r: () => press('[data-key="r"]'),
  "?": showKeys,
};

function onKey(event) {
  if (event.altKey && event.key === "0") {
    if (press("[data-give-up]")) event.preventDefault();
    return;
  }
  if (event.key === "Escape" && typing(event)) {
    document.activeElement?.blur();
    return;
  }
  if (event.key === "Enter" && followPrimary()) {
    event.preventDefault();
    return;
  }
  if (!singleKeys() || typing(event) || event.altKey || event.ctrlKey || event.metaKey) return;
  if (document.querySelector("dialog[open]")) return;
  if (handle(event.key)) event.preventDefault();
}

function handle(key) {
  if (performance.now() < goUntil) {
    goUntil = 0;
    return go(key);
  }
  if (key === "g") {
    goUntil = performance.now() + GO_WITHIN_MS;
    return true;
  }
  if (/^[1-9]$/.test(key)) return choose(key);
  return ACTIONS[key]?.() ?? false;
}

/** Listen for shortcuts. */
export function startKeys() {
  document.addEventListener("keydown", onKey);
}
