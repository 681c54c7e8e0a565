// Reload the preview when a file of the template changes; keep the place on the page.
const state = document.querySelector("script[data-state]").dataset.state;

async function look() {
  try {
    const answer = await fetch("/state", { cache: "no-store" });
    const now = (await answer.json()).state;
    if (now !== state) location.reload();
  } catch {
    // the server is restarting or stopped: the next look will tell
  }
}

setInterval(look, 700);
