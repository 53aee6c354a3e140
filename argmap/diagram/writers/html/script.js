
"use strict";
{
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  const pages = all(".page");
  const rows = all("#outline li[id^=r]");
  const large = root.classList.contains("large");
  const outline = byId("outline");

  /* What the boxes of a row are. Worked out when it is first asked for. */
  let boxes;
  const boxesOf = (row) => {
    if (!boxes) {
      boxes = new Map();
      for (const box of all('.links a[href^="#r"]')) {
        const name = box.getAttribute("href").slice(1);
        if (boxes.has(name)) boxes.get(name).push(box);
        else boxes.set(name, [box]);
      }
    }
    return boxes.get(row.id) || [];
  };

  /* Pages and what is seen of them. */
  const LEAST_TEXT = 8; /* pixels; a box that is brought into sight gets its own size otherwise */
  let shown = -1, near = [];
  const whole = new WeakMap();
  const picture = () => pages[shown]?.querySelector("svg");
  const extent = (svg) => {
    if (!whole.has(svg)) {
      const { x, y, width, height } = svg.viewBox.baseVal;
      whole.set(svg, { x, y, width, height });
    }
    return whole.get(svg);
  };
  const look = (svg, x, y, width) => {
    const full = extent(svg);
    const share = Math.min(1, Math.max(1 / 60, width / full.width));
    const [wide, high] = [full.width * share, full.height * share];
    const within = (at, size, from, most) =>
      share === 1 ? from : Math.min(from + most - size / 2, Math.max(from - size / 2, at));
    const left = within(x, wide, full.x, full.width), top = within(y, high, full.y, full.height);
    svg.setAttribute("viewBox", `${left} ${top} ${wide} ${high}`);
    svg.parentElement.classList.toggle("zoomed", share < 1);
  };
  const out = (box, seen) => {
    const { x, y, width, height } = box.getBBox();
    return x < seen.x || y < seen.y || x + width > seen.x + seen.width
      || y + height > seen.y + seen.height;
  };
  const fit = (svg) => look(svg, 0, 0, extent(svg).width);
  const place = (svg, x, y) => new DOMPoint(x, y).matrixTransform(svg.getScreenCTM().inverse());
  const centre = (svg) => {
    const seen = svg.viewBox.baseVal, box = near.find((one) => svg.contains(one));
    const { x, y, width, height } = box && !out(box, seen) ? box.getBBox() : seen;
    return { x: x + width / 2, y: y + height / 2 };
  };
  const zoom = (factor, x, y) => {
    const svg = picture();
    if (!svg) return;
    extent(svg);
    const seen = svg.viewBox.baseVal;
    const at = x === undefined ? centre(svg) : place(svg, x, y);
    const width = Math.min(extent(svg).width, Math.max(extent(svg).width / 60, seen.width / factor));
    const part = width / seen.width;
    look(svg, at.x - (at.x - seen.x) * part, at.y - (at.y - seen.y) * part, width);
  };
  const pan = (x, y) => {
    const svg = picture();
    if (!svg) return;
    extent(svg);
    const seen = svg.viewBox.baseVal, scale = svg.getScreenCTM().a;
    look(svg, seen.x - x / scale, seen.y - y / scale, seen.width);
  };
  const turnTo = (number) => {
    if (number < 0 || number >= pages.length || number === shown) return;
    pages[shown]?.classList.remove("shown");
    shown = number;
    pages[number].classList.add("shown");
    const list = byId("pages");
    if (list) list.selectedIndex = number;
    for (const [name, last] of [["back", 0], ["on", pages.length - 1]]) {
      const button = byId(`do-${name}`);
      if (button) button.disabled = number === last;
    }
  };

  /* Bring a box into sight, or a row of the outline. */
  const point = (found) => {
    for (const box of near) box.classList.remove("near");
    near = found;
    for (const box of near) box.classList.add("near");
  };
  const showBox = (box) => {
    turnTo(pages.indexOf(box.closest(".page")));
    const svg = picture(), area = box.getBBox(), seen = svg.viewBox.baseVal;
    extent(svg);
    const scale = svg.getScreenCTM().a, small = scale * 12 < LEAST_TEXT;
    if (small || out(box, seen)) {
      const width = small ? seen.width * scale : seen.width;
      const [x, y] = [area.x + area.width / 2, area.y + area.height / 2];
      look(svg, x - width / 2, y - (width * seen.height) / seen.width / 2, width);
    }
    point([box]);
  };
  const showBoxOf = (row) => {
    const found = boxesOf(row);
    const here = found.find((box) => pages.indexOf(box.closest(".page")) === shown);
    if (found.length) showBox(here || found[0]);
  };
  const showRow = (row) => {
    for (let up = row.parentElement; up && up !== outline; up = up.parentElement)
      if (up.tagName === "DETAILS") up.open = true;
    const cites = all(":scope > .cites, :scope > details > .cites", row)[0];
    if (cites) cites.open = true;
    row.scrollIntoView({ block: "nearest" });
    const line = row.querySelector(":scope > details > summary, :scope > p, :scope > h3, :scope > h4");
    line?.scrollIntoView({ block: "nearest" });
    return line;
  };
  const visit = (name) => {
    const found = name && byId(name);
    if (!found) return;
    if (found.matches(".page")) turnTo(pages.indexOf(found));
    else if (found.closest(".links")) showBox(found);
    else if (outline.contains(found)) {
      root.classList.contains("alone") && byId("do-aside").click();
      showRow(found)?.focus({ preventScroll: true });
      point(boxesOf(found));
    }
  };

  /* Mouse, pen and fingers. */
  const down = new Map();
  let moved = false;
  const middle = () => {
    const at = [...down.values()];
    const x = at.reduce((sum, one) => sum + one.x, 0) / at.length;
    const y = at.reduce((sum, one) => sum + one.y, 0) / at.length;
    const apart = at.length > 1 ? Math.hypot(at[0].x - at[1].x, at[0].y - at[1].y) : 0;
    return { x, y, apart };
  };
  const start = (event) => {
    if (event.button > 0) return;
    if (!down.size) moved = false;
    down.set(event.pointerId, { x: event.clientX, y: event.clientY });
  };
  const move = (event) => {
    if (!down.has(event.pointerId)) return;
    const from = middle(), old = down.get(event.pointerId);
    if (!moved && Math.hypot(event.clientX - old.x, event.clientY - old.y) < 4) return;
    if (!moved) event.currentTarget.setPointerCapture(event.pointerId);
    moved = true;
    event.currentTarget.classList.add("moving");
    down.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const to = middle();
    pan(to.x - from.x, to.y - from.y);
    if (from.apart && to.apart) zoom(to.apart / from.apart, to.x, to.y);
  };
  const stop = (event) => {
    down.delete(event.pointerId);
    if (!down.size) event.currentTarget.classList.remove("moving");
  };
  const roll = (event) => {
    event.preventDefault();
    const step = event.deltaMode ? event.deltaY * 30 : event.deltaY;
    zoom(Math.exp(-Math.max(-300, Math.min(300, step)) / 500), event.clientX, event.clientY);
  };
  const surface = byId("pictures");
  const inView = (act) => (event) => {
    const view = event.target.closest?.(".view");
    if (view) act(Object.defineProperty(event, "currentTarget", { value: view }));
  };
  surface.addEventListener("pointerdown", inView(start));
  surface.addEventListener("pointermove", inView(move));
  for (const end of ["pointerup", "pointercancel"]) surface.addEventListener(end, inView(stop));
  surface.addEventListener("wheel", inView(roll), { passive: false });
  surface.addEventListener("dragstart", (event) => event.preventDefault());
  surface.addEventListener("click", (event) => {
    if (moved && event.target.closest(".view")) event.preventDefault();
  }, true);
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#']");
    if (link && !event.defaultPrevented) visit(link.getAttribute("href").slice(1));
  });

  /* Search. */
  let hits = [], now = -1, texts;
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const textsOfRows = () => {
    const said = new Map(rows.map((row) => [row, ""]));
    for (const part of all(".outline .t, .outline .cites")) {
      const row = part.closest("li");
      said.set(row, `${said.get(row)} ${part.textContent}`);
    }
    return [...said.values()].map(plain);
  };
  const mark = (row, name, on) => {
    row.classList.toggle(name, on);
    for (const box of boxesOf(row)) box.classList.toggle(name, on);
  };
  const tell = () => {
    const some = hits.length.toLocaleString("en");
    byId("found").textContent = !byId("find").value.trim() ? ""
      : !hits.length ? "none" : now < 0 ? `${some} found` : `${now + 1} of ${some}`;
  };
  const search = () => {
    for (const row of hits) mark(row, "hit", false);
    if (hits[now]) mark(hits[now], "now", false);
    const sought = plain(byId("find").value.trim());
    texts ||= textsOfRows();
    hits = sought ? rows.filter((_, at) => texts[at].includes(sought)) : [];
    now = -1;
    for (const row of hits) mark(row, "hit", true);
    root.classList.toggle("seek", hits.length > 0);
    tell();
  };
  const step = (by) => {
    if (!hits.length) return;
    if (hits[now]) mark(hits[now], "now", false);
    now = now < 0 && by < 0 ? hits.length - 1 : (now + by + hits.length) % hits.length;
    mark(hits[now], "now", true);
    showRow(hits[now]);
    showBoxOf(hits[now]);
    tell();
  };
  let waiting;
  byId("find").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, large ? 250 : 0);
  });
  byId("find").addEventListener("keydown", (event) => {
    if (event.key === "Enter") step(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape") {
      event.target.value = "";
      search();
      event.target.blur();
    } else return;
    event.preventDefault();
  });

  /* Folding. What is folded away in the outline is pale in the picture. */
  let dimming = 0;
  const dim = () => {
    dimming = 0;
    for (const row of rows) {
      const away = row.parentElement.closest("details.branch:not([open])");
      for (const box of boxesOf(row)) box.classList.toggle("dim", Boolean(away));
    }
  };
  outline.addEventListener("toggle", () => {
    if (!large) dimming ||= requestAnimationFrame(dim);
  }, true);
  const foldAll = (open) => {
    for (const branch of all("details.branch")) branch.open = open;
    if (!open) for (const top of all("#outline > ul > li > .branch")) top.open = true;
  };
  const pointAt = (event) => {
    const row = event.target.closest?.("li[id^=r]");
    if (row) point(boxesOf(row));
  };
  outline.addEventListener("pointerover", pointAt);
  outline.addEventListener("focusin", pointAt);

  /* Buttons and keys. */
  const dark = () => {
    const night = root.dataset.look ? root.dataset.look === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    return night;
  };
  const pressed = (name, state) => byId(`do-${name}`)?.setAttribute("aria-pressed", String(state));
  const actions = {
    back: () => turnTo(shown - 1),
    on: () => turnTo(shown + 1),
    out: () => zoom(1 / 1.25),
    in: () => zoom(1.25),
    fit: () => picture() && fit(picture()),
    up: () => step(-1),
    down: () => step(1),
    fold: () => foldAll(false),
    open: () => foldAll(true),
    aside: () => pressed("aside", !root.classList.toggle("alone")),
    dark: () => {
      root.dataset.look = dark() ? "light" : "dark";
      pressed("dark", dark());
    },
  };
  for (const [name, act] of Object.entries(actions)) byId(`do-${name}`)?.addEventListener("click", act);
  byId("pages")?.addEventListener("change", (event) => turnTo(event.target.selectedIndex));
  const arrows = {
    ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60],
  };
  const anywhere = { "+": actions.in, "=": actions.in, "-": actions.out, 0: actions.fit };
  const onPicture = { PageUp: actions.back, PageDown: actions.on };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input, select, textarea")) return;
    const there = !outline.contains(event.target) || event.target === document.body;
    if (event.key === "/") byId("find").focus();
    else if (anywhere[event.key]) anywhere[event.key]();
    else if (there && arrows[event.key]) pan(...arrows[event.key]);
    else if (there && onPicture[event.key]) onPicture[event.key]();
    else return;
    event.preventDefault();
  });

  /* Paper shows everything. */
  let folded = [], zoomed = [];
  addEventListener("beforeprint", () => {
    folded = all("details:not([open])");
    for (const one of folded) one.open = true;
    zoomed = all(".zoomed > svg").map((svg) => [svg, svg.getAttribute("viewBox")]);
    for (const [svg] of zoomed) fit(svg);
  });
  addEventListener("afterprint", () => {
    for (const one of folded) one.open = false;
    for (const [svg, seen] of zoomed) {
      svg.setAttribute("viewBox", seen);
      svg.parentElement.classList.add("zoomed");
    }
  });

  byId("tools").hidden = false;
  pressed("dark", dark());
  for (const view of all(".view")) {
    view.tabIndex = 0;
    view.setAttribute("role", "group");
    view.setAttribute("aria-label", "Picture: + and - change its size, 0 shows all, arrows move it");
  }
  turnTo(0);
  addEventListener("hashchange", () => visit(location.hash.slice(1)));
  if (location.hash) visit(location.hash.slice(1));
}
