// Pictures that answer to the mouse and to arrow keys; everything here is also a link.
"use strict";

document.documentElement.classList.add("scripted");
const MOVED = 6; // pixels after which a press is a drag

// Only one mark of a group is in the tab order; arrow keys go from mark to mark.
function rove(root) {
  for (const group of root.querySelectorAll("[data-roving]")) {
    const marks = [...group.querySelectorAll("a[href]")];
    marks.forEach((mark, n) => mark.setAttribute("tabindex", n ? "-1" : "0"));
  }
}

function step(event) {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const group = event.target.closest?.("[data-roving]");
  if (!by || !group) return;
  const marks = [...group.querySelectorAll("a[href]")];
  const next = marks[marks.indexOf(event.target.closest("a")) + by];
  if (!next) return;
  event.preventDefault();
  for (const mark of marks) mark.setAttribute("tabindex", mark === next ? "0" : "-1");
  next.focus();
}

// The address without the part after "#", which changes within a page: "Skip to content" does.
const place = () => location.pathname + location.search;
let shown = place();

// The picture's part of the page is fetched and put in place, so that nothing else moves.
async function go(address, push = true) {
  const panel = document.querySelector("[data-picture]");
  panel.classList.add("waiting");
  try {
    const answer = await fetch(address);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-picture]");
    if (!answer.ok || !fresh) throw new Error(answer.status);
    const held = [...panel.querySelectorAll("[data-swap]")].indexOf(document.activeElement);
    panel.replaceWith(fresh);
    const form = page.querySelector("form.filters");
    if (form) document.querySelector("form.filters")?.replaceWith(form);
    if (held >= 0) fresh.querySelectorAll("[data-swap]")[held]?.focus({ preventScroll: true });
    if (push) history.pushState({ picture: true }, "", address);
    shown = place();
    begin(fresh);
  } catch {
    location.assign(address);
  }
}

function changed(values) {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(values)) address.searchParams.set(name, value);
  return address.href;
}

// Units of the picture at a pointer.
function at(picture, event) {
  const shown = picture.getBoundingClientRect();
  const scale = picture.viewBox.baseVal.width / shown.width;
  return { x: (event.clientX - shown.left) * scale, y: (event.clientY - shown.top) * scale, scale };
}

function day(scale, x, left, right) {
  const first = Date.parse(scale.dataset.from);
  const days = (Date.parse(scale.dataset.to) - first) / 86400000 + 1;
  const share = Math.min(Math.max((x - left) / (right - left), 0), 1);
  const number = Math.min(Math.floor(share * days), days - 1);
  return new Date(first + number * 86400000).toISOString().slice(0, 10);
}

// Drag across a time axis to choose a window.
function brush(picture, event) {
  const left = Number(picture.dataset.plotLeft);
  const right = Number(picture.dataset.plotRight);
  const begin = at(picture, event).x;
  const scale = event.target.closest("[data-from]");
  if (!scale || begin < left || begin > right) return;
  const box = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  const ground = scale === picture ? { y: 0, height: picture.viewBox.baseVal.height } : scale.getBBox();
  box.setAttribute("class", "brush");
  box.setAttribute("y", ground.y);
  box.setAttribute("height", ground.height);
  drag(picture, event, (now) => {
    const end = Math.min(Math.max(at(picture, now).x, left), right);
    box.setAttribute("x", Math.min(begin, end));
    box.setAttribute("width", Math.abs(end - begin));
    if (!box.parentNode) picture.append(box);
  }, (now) => {
    const end = at(picture, now).x;
    box.remove();
    const days = [begin, end].sort((a, b) => a - b).map((x) => day(scale, x, left, right));
    go(changed({ since: days[0], until: days[1] }));
  }, () => box.remove());
}

// The address of another part of the world: middle moved by units of the picture, span scaled.
function part(picture, x, y, factor = 1) {
  const span = Number(picture.dataset.span);
  const unit = span / picture.viewBox.baseVal.width;
  const to = [Number(picture.dataset.x) + x * unit, Number(picture.dataset.y) - y * unit, span * factor];
  return changed({ view: to.map((n) => n.toFixed(4)).join(",") });
}

// Drag the map to move it.
function pan(picture, event) {
  const begin = at(picture, event);
  const moves = picture.querySelector(".map-moves");
  const shift = (now) => ({ x: at(picture, now).x - begin.x, y: at(picture, now).y - begin.y });
  drag(picture, event, (now) => {
    const { x, y } = shift(now);
    moves.setAttribute("transform", `translate(${x} ${y})`);
  }, (now) => {
    const { x, y } = shift(now);
    go(part(picture, -x, -y));
  }, () => moves.removeAttribute("transform"));
}

// A double click on the map zooms in there.
function zoomIn(picture, event) {
  const { x, y } = at(picture, event);
  const { width, height } = picture.viewBox.baseVal;
  go(part(picture, (x - width / 2) * 0.5, (y - height / 2) * 0.5, 0.5));
}

function drag(picture, event, move, end, cancel) {
  const moved = (now) => Math.hypot(now.clientX - event.clientX, now.clientY - event.clientY) > MOVED;
  let dragging = false;
  const moves = (now) => {
    dragging ||= moved(now);
    if (dragging) move(now);
  };
  const stop = (now) => {
    document.removeEventListener("pointermove", moves);
    document.removeEventListener("pointerup", stop);
    document.removeEventListener("pointercancel", stop);
    if (!dragging) return;
    // The click that ends a drag must not open the mark below.
    const swallow = (click) => { click.preventDefault(); click.stopPropagation(); };
    document.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => document.removeEventListener("click", swallow, { capture: true }), 50);
    if (now.type === "pointerup") end(now); else cancel();
  };
  document.addEventListener("pointermove", moves);
  document.addEventListener("pointerup", stop);
  document.addEventListener("pointercancel", stop);
}

function begin(panel) {
  rove(panel);
  for (const picture of panel.querySelectorAll("svg.picture")) {
    picture.addEventListener("dragstart", (event) => event.preventDefault());
    picture.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      if (picture.dataset.span) pan(picture, event);
      else if (picture.dataset.plotLeft) brush(picture, event);
    });
    picture.addEventListener("dblclick", (event) => {
      if (picture.dataset.span && !event.target.closest("a")) zoomIn(picture, event);
    });
  }
  const slider = panel.querySelector("input[type=range][data-steps]");
  slider?.addEventListener("change", () => go(JSON.parse(slider.dataset.steps)[slider.value]));
}

document.addEventListener("keydown", step);
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-swap]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  go(link.href);
});
window.addEventListener("popstate", () => {
  if (place() !== shown) go(location.href, false);
});
const panel = document.querySelector("[data-picture]");
if (panel) begin(panel);
