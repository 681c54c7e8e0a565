// Typing in the formula editor follows the rules of typing a line of text.
//
// A space inside brackets is a space, not a step out of them: (1, 2, 3). A comma or a closing bracket belongs to
// the brackets, so it leaves exponents and fractions first: (2/3, 1/3). A sign of a sum leaves an exponent that
// holds something: x^2+1; who wants it inside writes x^(2+1). The bracket that closes sqrt(2) closes the root.
// MathLive names no event for this, so its model is asked where the caret stands; where that fails, MathLive's
// own behaviour remains.
const BRANCHES = new Set(["subsup", "genfrac", "surd", "overunder"]);
const LEAVE_EXPONENT = new Set(["+", "-", "=", "<", ">"]);
const CLOSING = new Set([",", ")", "]", "}", ";"]);
const DEEPEST = 12;

/** Attach the rules to an editor. */
export function followTyping(editor) {
  editor.addEventListener("keydown", (event) => onKey(editor, event), { capture: true });
}

function onKey(editor, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (editor.closedRoot && event.key.length === 1) leave(editor, (here) => here.type === "surd" && here.afterBrackets);
  editor.closedRoot = event.key === ")";
  const place = placeOf(editor);
  if (place === null) return;
  if (event.key === " " && !BRANCHES.has(place.type)) {
    event.preventDefault();
    event.stopPropagation();
  } else if (CLOSING.has(event.key)) {
    leave(editor, (here) => BRANCHES.has(here.type) && here.bracketed);
  } else if (LEAVE_EXPONENT.has(event.key)) {
    leave(editor, (here) => here.type === "subsup" && here.filled);
  }
}

function leave(editor, wanted) {
  for (let step = 0; step < DEEPEST; step += 1) {
    const here = placeOf(editor);
    if (here === null || !wanted(here)) return;
    editor.executeCommand("moveAfterParent");
  }
}

/** Say what the caret stands in, whether brackets lie around that, and whether anything stands before it there. */
function placeOf(editor) {
  const model = editor._mathfield?.model;
  const atom = model?.at?.(model.position);
  if (!atom) return null;
  const parent = atom.parent;
  let bracketed = false;
  for (let up = parent?.parent; up; up = up.parent) bracketed ||= up.type === "leftright" || up.type === "array";
  return {
    type: parent?.type ?? "root",
    bracketed,
    filled: atom.type !== "first",
    afterBrackets: atom.type === "leftright",
  };
}
