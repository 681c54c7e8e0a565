// What this browser remembers about typing; everything that matters is kept by the server.
const KEY = "upslope-entry";

/** Return "math" (formula editor) or "text" (one line of signs). */
export function entry() {
  try {
    return localStorage.getItem(KEY) === "text" ? "text" : "math";
  } catch {
    return "math";
  }
}

/** Remember how answers are typed. */
export function rememberEntry(kind) {
  try {
    localStorage.setItem(KEY, kind);
  } catch {
    // A browser that keeps nothing still lets one type.
  }
}
