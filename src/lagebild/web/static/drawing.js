// A page that is still being computed shows how far it is, and goes on by itself when it is done.
"use strict";

const PAUSE_MS = 2000;

async function look() {
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (answer.status !== 202) return location.reload();
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of ["drawing", "drawing-said"]) {
      const now = document.getElementById(id);
      const next = page.getElementById(id);
      if (now.textContent !== next.textContent) now.replaceChildren(...next.childNodes);
    }
  } catch {
    // The server is busy or gone; asked again after the same pause.
  }
  setTimeout(look, PAUSE_MS);
}

setTimeout(look, PAUSE_MS);
