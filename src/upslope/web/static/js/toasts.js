// Notices stay ten seconds, longer while they have the focus or the pointer.
const SECONDS = 10;

function follow(toast) {
  let left = SECONDS;
  const shown = toast.querySelector(".left");
  const held = () => toast.matches(":hover") || toast.contains(document.activeElement);
  const timer = setInterval(() => {
    if (held()) return;
    left -= 1;
    if (shown) shown.textContent = `${left} s`;
    if (left > 0) return;
    clearInterval(timer);
    toast.remove();
  }, 1000);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && toast.contains(document.activeElement)) toast.remove();
  });
}

/** Let the notices of this page go away by themselves. */
export function startToasts() {
  document.querySelectorAll("[data-toast]").forEach(follow);
}
