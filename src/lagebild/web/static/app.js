// Small comforts on all pages; everything works without.
"use strict";

// The open tab of a narrow screen is scrolled into view.
const tab = document.querySelector(".tabs [aria-current]");
if (tab) tab.closest(".tabs").scrollLeft = tab.offsetLeft - 40;

// "/" goes to the search field, as in most tools.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  document.querySelector(".quick input")?.focus();
});

// Forms send only what was filled in, so that addresses stay short.
for (const form of document.querySelectorAll("form.filters, form.quick")) {
  form.addEventListener("submit", () => {
    for (const field of form.elements) if (field.name && !field.value) field.disabled = true;
  });
  window.addEventListener("pageshow", () => {
    for (const field of form.elements) field.disabled = false;
  });
}

// A part that takes long comes after the page, into the room that is kept for it; 202 is not yet.
async function fill(room) {
  const answer = await fetch(room.dataset.later);
  if (answer.status === 202) return setTimeout(fill, 2000, room);
  if (!answer.ok) return;
  const part = new DOMParser().parseFromString(await answer.text(), "text/html");
  room.replaceChildren(...part.body.childNodes);
  room.removeAttribute("aria-busy");
}
for (const room of document.querySelectorAll("[data-later]")) fill(room).catch(() => {});

// `data-confirm` asks before a form is sent.
document.addEventListener("submit", (event) => {
  const question = event.target.dataset?.confirm;
  if (question && !window.confirm(question)) event.preventDefault();
});

// A link with `data-png` saves the SVG picture it leads to as PNG, twice its size.
document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-png]");
  if (!link) return;
  event.preventDefault();
  const text = await (await fetch(link.href)).text();
  const picture = new Image();
  picture.src = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = picture.width * 2;
  canvas.height = picture.height * 2;
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  const saved = document.createElement("a");
  saved.href = canvas.toDataURL("image/png");
  saved.download = link.dataset.png;
  saved.click();
  URL.revokeObjectURL(picture.src);
});
