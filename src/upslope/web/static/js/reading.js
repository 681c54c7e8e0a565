// Show how what is being typed is understood, 150 ms after the last key. Never judged, never kept.
const QUIET_MS = 150;

/** Watch a form's fields and fill the line under each. */
export function startReading(form) {
  const timers = new Map();
  form.addEventListener("input", (event) => {
    const source = event.target.closest("[data-reads]");
    if (source === null) return;
    const name = source.dataset.reads;
    clearTimeout(timers.get(name));
    timers.set(name, setTimeout(() => read(form, name), QUIET_MS));
  });
  for (const source of form.querySelectorAll("[data-reads]")) {
    if (source.value) read(form, source.dataset.reads);
  }
}

let latest = 0;

async function read(form, name) {
  const line = [...form.querySelectorAll("[data-reading-of]")].find((each) => each.dataset.readingOf === name);
  if (line === undefined) return;
  const number = (latest += 1);
  line.dataset.asked = String(number);
  const data = new FormData(form);
  if (name.startsWith("part.")) data.set("part", name.slice("part.".length));
  try {
    const response = await fetch(form.dataset.reading, { method: "POST", body: data });
    const text = await response.text();
    if (!response.ok || line.dataset.asked !== String(number)) return;
    if (line.innerHTML.trim() !== text.trim()) line.innerHTML = text;
  } catch {
    line.textContent = "";
  }
}
