// The player: fields, live reading, drafts, time, and what happens when a verdict arrives.
import "./answer-field.js";
import "./matrix-grid.js";
import "./order-list.js";
import { ActiveTime, said } from "./active-time.js";
import { startDraft } from "./draft.js";
import { startForms } from "./forms.js";
import { startReading } from "./reading.js";

const GUARD_MS = 300;
const BUSY_AFTER_MS = 400;
const CLOCK_MS = 5000;
let clock = null;
let guardedUntil = 0;

const player = () => document.querySelector("#player");
const form = () => document.querySelector("#answer-form");

/** Start the question of this page, and each that replaces it. */
export function startPlayer() {
  open();
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", guard, { capture: true });
  document.addEventListener("submit", guard, { capture: true });
  document.body.addEventListener("htmx:configRequest", onRequest);
  document.body.addEventListener("htmx:beforeRequest", (event) => busy(event.detail.elt, true));
  document.body.addEventListener("htmx:afterRequest", (event) => busy(event.detail.elt, false));
  document.body.addEventListener("htmx:afterSettle", onArrival);
  document.body.addEventListener("htmx:sendError", () => trouble("The server does not answer.", "What you typed is still in the field. Start Upslope again, then press Check."));
  document.body.addEventListener("htmx:responseError", onResponseError);
  setInterval(showClock, CLOCK_MS);
}

function open() {
  const current = form();
  if (current === null) return;
  const spent = Number(current.elements.namedItem("active_ms").value) || 0;
  if (clock === null) clock = new ActiveTime(spent);
  else clock.reset(Math.max(spent, clock.milliseconds));
  startReading(current);
  startDraft(current, putTime);
  current.addEventListener("submit", putTime);
}

function putTime() {
  const field = form()?.elements.namedItem("active_ms");
  if (field) field.value = String(clock.milliseconds);
}

function showClock() {
  const shown = document.querySelector("[data-clock]");
  if (shown && clock) shown.textContent = said(clock.milliseconds);
}

function onRequest(event) {
  if (clock && "active_ms" in event.detail.parameters) event.detail.parameters.active_ms = String(clock.milliseconds);
  trouble("", "");
}

function busy(element, on) {
  const button = element.matches?.("form") ? element.querySelector("[data-check]") : element;
  if (!(button instanceof HTMLButtonElement)) return;
  clearTimeout(button.busyTimer);
  if (!on) {
    button.disabled = false;
    if (button.busyLabel !== undefined) button.firstChild.textContent = button.busyLabel;
    return;
  }
  button.style.minWidth = `${button.offsetWidth}px`;
  button.busyTimer = setTimeout(() => {
    button.busyLabel = button.firstChild.textContent;
    button.firstChild.textContent = `${button.dataset.busy ?? "One moment"} `;
    button.disabled = true;
  }, BUSY_AFTER_MS);
}

function onArrival(event) {
  if (event.detail.target?.id === "hints" || event.detail.elt?.id === "hints") return onHint();
  if (event.detail.elt?.id !== "player" && event.detail.target?.id !== "player") return;
  guardedUntil = performance.now() + GUARD_MS;
  open();
  startForms(player());
  const next = document.querySelector("[data-next]");
  if (next) {
    next.setAttribute("aria-describedby", "verdict-title");
    next.focus({ preventScroll: true });
  } else {
    focusField();
  }
  document.querySelector(".verdict")?.scrollIntoView({ block: "nearest" });
}

// The hint is announced where it stands; the learner goes on where the answer is typed.
function onHint() {
  document.querySelector("#hints .hint:last-child")?.scrollIntoView({ block: "nearest" });
  if (!matchMedia("(pointer: coarse)").matches) focusField();
}

function focusField() {
  const field = form()?.querySelector("answer-field");
  if (field) field.focusField();
  else form()?.querySelector(".matrix input, .options input, .order button")?.focus();
}

// Enter pressed twice must not skip a verdict.
function guard(event) {
  if (performance.now() >= guardedUntil) return;
  if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
  event.preventDefault();
  event.stopPropagation();
}

function onClick(event) {
  const use = event.target.closest("[data-use]");
  if (use === null) return;
  event.preventDefault();
  const line = use.closest("[data-reading-of]");
  const fields = [...form().querySelectorAll("answer-field")];
  const named = (field) => field.querySelector("[data-reads]")?.dataset.reads;
  const field = fields.find((each) => line && named(each) === line.dataset.readingOf) ?? fields[0];
  if (!field) return;
  field.value = use.dataset.use;
  field.focusField();
}

function onResponseError(event) {
  const page = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
  const message = page.querySelector("[data-trouble-message]")?.textContent ?? "Something kept the answer from being checked.";
  const hint = page.querySelector("[data-trouble-hint]")?.textContent ?? "What you typed is still in the field. Press Check again.";
  trouble(message, hint);
}

function trouble(message, hint) {
  const place = document.querySelector("#server-trouble");
  place.replaceChildren();
  if (!message) return;
  const box = document.createElement("div");
  box.className = "alert";
  const text = document.createElement("p");
  const strong = document.createElement("b");
  strong.textContent = `${message} `;
  text.append(strong, hint);
  box.append(text);
  place.append(box);
  box.scrollIntoView({ block: "nearest" });
}
