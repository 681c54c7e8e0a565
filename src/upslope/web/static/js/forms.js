// Small conveniences of forms: saving a choice at once, asking before what cannot be undone, closing.
function confirmFirst(form) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.confirmed) return;
    event.preventDefault();
    ask(form.dataset.confirm, form.dataset.confirmVerb, () => {
      form.dataset.confirmed = "yes";
      form.requestSubmit(event.submitter);
    });
  });
}

function ask(question, verb, then) {
  const dialog = document.createElement("dialog");
  const title = document.createElement("h2");
  title.textContent = question;
  title.id = "confirm-title";
  dialog.setAttribute("aria-labelledby", title.id);
  const row = document.createElement("div");
  row.className = "row end";
  const keep = button("Leave it as it is", "btn", () => dialog.close());
  row.append(
    keep,
    button(verb, "btn primary", () => {
      dialog.close();
      then();
    }),
  );
  dialog.append(title, row);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  keep.focus();
}

function button(label, name, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = name;
  made.textContent = label;
  made.addEventListener("click", act);
  return made;
}

function saveAtOnce(form) {
  form.addEventListener("change", () => form.requestSubmit());
}

function offerToClose(closer) {
  // A script may close only windows it opened: elsewhere the sentence beside the button has to do.
  if (window.opener === null && window.history.length > 1) return;
  closer.hidden = false;
  closer.addEventListener("click", () => window.close());
  if (closer.autofocus) closer.focus();
}

function noneExcludesOthers(list) {
  list.addEventListener("change", (event) => {
    if (!event.target.checked) return;
    const none = event.target.value === "none";
    for (const box of list.querySelectorAll("input[type=checkbox]")) {
      if (box !== event.target && (none || box.value === "none")) box.checked = false;
    }
  });
}

/** Attach to the forms of the page, or of a part that was replaced. */
export function startForms(root = document) {
  root.querySelectorAll("[data-confirm]").forEach(confirmFirst);
  root.querySelectorAll("[data-autosubmit]").forEach(saveAtOnce);
  root.querySelectorAll("[data-close-window]").forEach(offerToClose);
  root.querySelectorAll("[data-none]").forEach(noneExcludesOthers);
}
