// MathLive, with its defaults turned towards answers: no guessing of exponents, no surprising shortcuts, no
// sounds, no network. Loaded only by pages that ask for a formula.
import { followTyping } from "./typing-rules.js";

let loading = null;

/** Load the editor once. `mathlive` and `fonts` are addresses of vendored files. */
export function loadMathLive({ mathlive, fonts }) {
  loading ??= import(mathlive).then(({ MathfieldElement }) => {
    MathfieldElement.soundsDirectory = null;
    MathfieldElement.plonkSound = null;
    MathfieldElement.keypressSound = null;
    MathfieldElement.fontsDirectory = fonts;
    MathfieldElement.locale = "en";
    MathfieldElement.decimalSeparator = ".";
    const { theme } = document.documentElement.dataset;
    if (theme === "light" || theme === "dark") document.body.setAttribute("theme", theme);
    followKeyboard();
    return MathfieldElement;
  });
  return loading;
}

// The first layout of the on-screen keyboard holds what most answers need: digits, brackets, comma, fraction.
const NUMBERS = {
  label: "123",
  tooltip: "Numbers, vectors and formulas",
  rows: [
    ["x", "y", "7", "8", "9", "\\frac{#@}{#?}", "(", ")", ",", "[backspace]"],
    ["a", "b", "4", "5", "6", "\\cdot", "[", "]", "#@^{#?}", "\\sqrt{#0}"],
    ["<", ">", "1", "2", "3", "-", "\\{", "\\}", "\\pi", "e"],
    ["\\le", "\\ge", "0", ".", "=", "+", "\\infty", "[left]", "[right]", "[hide-keyboard]"],
  ],
};

// What is typed must stay what it is: "xx" is x·x, "dx" is d·x; nothing grows boxes that an answer never needs.
const DROPPED = [
  "xx", "dx", "dy", "dt", "d/dx", "log_2", "Im", "Re", "ii", "jj", "ee", "th", "to", "in", "!in", "sum", "prod",
  "int", "lim", "forall", "exists", "grad", "del", "deg", "or", "and", "not",
];
const ADDED = {
  log: "\\log",
  abs: "\\operatorname{abs}",
  relu: "\\operatorname{relu}",
  sigmoid: "\\operatorname{sigmoid}",
  softmax: "\\operatorname{softmax}",
  tr: "\\operatorname{tr}",
  rank: "\\operatorname{rank}",
  inf: "\\infty",
  oo: "\\infty",
  or: "\\lor",
};

/** Make an editor that stands for a text input. */
export function makeEditor(MathfieldElement, label, input) {
  const editor = new MathfieldElement();
  editor.className = "field";
  editor.setAttribute("aria-label", label.trim());
  if (input.placeholder) editor.placeholder = `\\text{${input.placeholder.replaceAll(/[\\{}$]/g, "")}}`;
  editor.id = `${input.id}-editor`;
  // The on-screen keyboard is for touch: on a desk it would cover the question.
  editor.mathVirtualKeyboardPolicy = matchMedia("(pointer: coarse)").matches ? "auto" : "manual";
  editor.addEventListener("mount", () => configure(editor), { once: true });
  editor.addEventListener("keydown", (event) => {
    if (event.key === "Enter") submit(input, event);
    else if (event.key === "Escape") editor.blur();
  }, { capture: true });
  followTyping(editor);
  return editor;
}

/** Put names of functions together again, which MathLive spells letter by letter in plain text. */
export function joinNames(text) {
  let joined = text;
  for (const name of Object.keys(ADDED)) joined = joined.replaceAll([...name].join(" "), name);
  return joined.replaceAll(/\b(\w+) \(/g, "$1(");
}

function configure(editor) {
  editor.smartMode = false;
  editor.smartSuperscript = false;
  editor.smartFence = true;
  editor.menuItems = [];
  editor.popoverPolicy = "off";
  editor.environmentPopoverPolicy = "off";
  const shortcuts = { ...editor.inlineShortcuts };
  for (const name of DROPPED) delete shortcuts[name];
  editor.inlineShortcuts = { ...shortcuts, ...ADDED };
}

function submit(input, event) {
  event.preventDefault();
  event.stopPropagation();
  input.form.requestSubmit(input.form.querySelector("[data-check]"));
}

// The thumb bar rises above the on-screen keyboard, so that Check stays in reach and the question in sight.
function followKeyboard() {
  const keyboard = window.mathVirtualKeyboard;
  if (!keyboard) return;
  keyboard.layouts = [NUMBERS, "symbols", "alphabetic", "greek"];
  keyboard.addEventListener("geometrychange", () => {
    const height = Math.round(keyboard.boundingRect?.height ?? 0);
    document.documentElement.style.setProperty("--keyboard", `${height}px`);
  });
}
