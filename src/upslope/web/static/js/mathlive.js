// MathLive, with its defaults turned towards answers: no guessing of exponents, no surprising shortcuts, no
// sounds, no network. Loaded only by pages that ask for a formula.
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
    followKeyboard();
    return MathfieldElement;
  });
  return loading;
}

// "xx" typed for x·x, and "dx" typed for d·x, must stay what they are.
const DROPPED = ["xx", "dx", "dy", "dt", "d/dx", "log_2", "Im", "Re", "ii", "jj", "ee", "th", "to", "in", "!in"];
const ADDED = {
  relu: "\\operatorname{relu}",
  sigmoid: "\\operatorname{sigmoid}",
  softmax: "\\operatorname{softmax}",
  tr: "\\operatorname{tr}",
  rank: "\\operatorname{rank}",
  inf: "\\infty",
  oo: "\\infty",
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
    if (event.key === "Escape") editor.blur();
  }, { capture: true });
  return editor;
}

function configure(editor) {
  editor.smartMode = false;
  editor.smartSuperscript = false;
  editor.smartFence = true;
  editor.menuItems = [];
  editor.popoverPolicy = "off";
  editor.environmentPopoverPolicy = "off";
  const shortcuts = { ...editor.inlineShortcuts, ...ADDED };
  for (const name of DROPPED) delete shortcuts[name];
  editor.inlineShortcuts = shortcuts;
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
  keyboard.layouts = ["numeric", "symbols", "alphabetic", "greek"];
  keyboard.addEventListener("geometrychange", () => {
    const height = Math.round(keyboard.boundingRect?.height ?? 0);
    document.documentElement.style.setProperty("--keyboard", `${height}px`);
  });
}
