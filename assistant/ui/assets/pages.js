// The pages beside the chat: opened at first need, filled in live, restored from the address.
window.rashinban.pages = (() => {
  const words = window.rashinbanWords;
  const NAMES = ["chat", "figures", "papers", "roi", "phrases", "data"];
  const TYPING_PAUSE = 30; // milliseconds between the last key and the question to the server
  const JOB_PAUSE = 250; // milliseconds between two looks at a job
  const LARGEST_FILE = 50 * 2 ** 20; // bytes, as the server takes
  const narrow = window.matchMedia("(max-width: 640px)");
  const places = {};
  let shown = null;

  // ---- which page ---------------------------------------------------------------------------------------------------
  function address() {
    const parameters = Object.fromEntries(new URLSearchParams(location.search));
    const name = NAMES.includes(parameters.screen) ? parameters.screen : "chat";
    delete parameters.screen;
    return { name, parameters };
  }

  function query(name, parameters) {
    return name === "chat" ? location.pathname : "?" + new URLSearchParams({ screen: name, ...parameters });
  }

  function go(name, parameters = {}, focus = true) {
    history.pushState(null, "", query(name, parameters));
    show(name, parameters, focus);
  }

  function show(name, parameters, focus) {
    shown = name;
    window.rashinban.closeEvidence();
    settle();
    for (const place of Object.values(places)) place.box.hidden = place.name !== name;
    document.querySelectorAll("nav.pages a").forEach((link) => {
      if (link.dataset.page === name) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
    });
    document.querySelectorAll(".tool.talks, .tool.renew").forEach((button) => { button.hidden = name !== "chat"; });
    document.title = name === "chat" ? words.page_title : `${words["page_" + name]} — ${words.product}`;
    if (name !== "chat" && places[name]) open(places[name], parameters, focus);
    if (focus) window.scrollTo(0, 0);
  }

  // Gradio puts the parts of the page in one by one: the chat may come after the header that starts this.
  function settle() {
    const chat = document.getElementById("page-chat");
    if (chat) chat.hidden = shown !== null && shown !== "chat";
  }

  function start() {
    const { name, parameters } = address();
    if (shown === null) show(name, parameters, false);
    window.addEventListener("popstate", () => { const at = address(); show(at.name, at.parameters, true); });
    document.addEventListener("click", onLink);
  }

  function onLink(click) {
    const link = click.target.closest("a.inside");
    if (!link || click.ctrlKey || click.metaKey || click.shiftKey || click.button) return;
    click.preventDefault();
    const parameters = Object.fromEntries(new URL(link.href).searchParams);
    const name = parameters.screen;
    delete parameters.screen;
    go(name, parameters);
  }

  // ---- one page -----------------------------------------------------------------------------------------------------
  function attach(element, name, server, upload) {
    const place = places[name] = { element, name, box: document.getElementById(`page-${name}`), server, upload, state: {}, turn: 0, timers: {} };
    element.addEventListener("input", (event) => onInput(place, event));
    element.addEventListener("change", (event) => onChange(place, event));
    element.addEventListener("submit", (event) => { event.preventDefault(); onSubmit(place, event.target, event.submitter); });
    element.addEventListener("click", (event) => onClick(place, event));
    const at = address();
    place.box.hidden = at.name !== name;
    if (at.name === name) open(place, at.parameters, false);
  }

  async function call(place, what, parameters) {
    try { return (await place.server[what](parameters)).html; }
    catch (error) { return `<p class="problem" role="alert">${words.no_answer_from_server}</p>`; }
  }

  async function open(place, parameters, focus, keep = null) {
    place.state = { ...parameters };
    const turn = ++place.turn;
    const html = await call(place, "page_open", parameters);
    if (turn !== place.turn) return;
    place.element.innerHTML = html;
    window.rashinban.drawCharts(place.element);
    window.rashinban.talks.showFavourites(place.element);
    if (narrow.matches) fold(place.element, !parameters.q && !parameters.theme && !parameters.stance);
    if (keep) place.element.querySelector(`[name="${keep}"]`)?.focus();
    else if (focus) place.element.querySelector(".page-head h2")?.focus({ preventScroll: true });
  }

  // On a phone all shelves open are eighty screens long, and a long table stands between a chart and its meaning.
  function fold(element, shelves) {
    if (shelves) [...element.querySelectorAll(".shelf")].slice(1).forEach((shelf) => { shelf.open = false; });
    element.querySelectorAll("details.fold").forEach((table) => { table.open = false; });
  }

  // ---- forms that answer while they are filled in ---------------------------------------------------------------------
  function values(form) {
    const found = {};
    for (const control of form.elements) {
      if (!control.name || control.type === "file") continue;
      const value = control.type === "checkbox" ? (control.checked ? "yes" : "no") : control.value;
      found[control.name] = value === (control.dataset.default ?? "") ? "" : value;
    }
    return found;
  }

  function remember(place, form) {
    for (const [name, value] of Object.entries(values(form))) {
      if (value === "") delete place.state[name]; else place.state[name] = value;
    }
    history.replaceState(null, "", query(place.name, place.state));
  }

  function onInput(place, event) {
    const form = event.target.closest("form.live");
    if (event.target.matches(".slide")) writeSlide(event.target);
    if (!form || event.isComposing || event.target.matches("select, [type=checkbox], [type=radio], [type=file]")) return;
    clearTimeout(place.timers[form.dataset.part]);
    place.timers[form.dataset.part] = setTimeout(() => refresh(place, form), TYPING_PAUSE);
  }

  function onChange(place, event) {
    const form = event.target.closest("form.live");
    if (event.target.matches("input[type=file].add")) return addFiles(place, event.target);
    if (!form || event.target.matches("[type=file]")) return;
    if (event.target.dataset.again) {
      remember(place, form);
      const forget = event.target.dataset.forget || "split split2";
      if (forget === "*") place.state = place.state[event.target.name] ? { [event.target.name]: place.state[event.target.name] } : {};
      else forget.split(" ").forEach((name) => delete place.state[name]);
      history.replaceState(null, "", query(place.name, place.state));
      return open(place, place.state, false, event.target.name);
    }
    if (event.target.matches("select, [type=checkbox], [type=radio]")) refresh(place, form);
  }

  // A slider writes its value into the text field of its name, as a reader writes it: 1億2,000万円, 30.2円, 8%.
  function writeSlide(slide) {
    const value = Number(slide.value), unit = slide.dataset.unit, plain = value.toLocaleString("en-US", { maximumFractionDigits: 10 });
    const man = value / 1e4, parts = [[Math.floor(man / 1e4), "億"], [man % 1e4, "万"]].filter(([amount]) => amount);
    const text = unit === "円" && value && Number.isInteger(man) ? parts.map(([amount, name]) => amount.toLocaleString("en-US") + name).join("") + unit : plain + (unit === "-" ? "" : unit);
    slide.setAttribute("aria-valuetext", text);
    slide.closest("form").elements[slide.dataset.for].value = text;
  }

  // What was typed moves its slider, as far as the slider reaches (one that is being drawn stays), and has another origin than the default.
  function setValues(place, part) {
    for (const [name, [value, text, origin]] of Object.entries(JSON.parse(part.querySelector("data.values")?.value || "{}"))) {
      const row = place.element.querySelector(`.assumption [name="${name}"]`)?.closest(".assumption"), slide = row?.querySelector(".slide");
      if (row) row.querySelector(".from").innerHTML = origin;
      if (slide && slide !== document.activeElement) { slide.value = value; slide.setAttribute("aria-valuetext", text); }
    }
    const line = place.element.querySelector(".live-line");
    if (line) line.textContent = part.querySelector(".verdict-line, .problem")?.textContent || "";
  }

  async function refresh(place, form) {
    remember(place, form);
    const name = form.dataset.part;
    const turn = place.timers[`${name}-turn`] = (place.timers[`${name}-turn`] || 0) + 1;
    const html = await call(place, "page_live", { ...place.state, part: name });
    if (turn !== place.timers[`${name}-turn`]) return; // a later key has asked again
    const part = place.element.querySelector(`.part[data-name="${name}"]`);
    if (!part) return;
    if (keptBehind(part, html)) return markProblems(place, part);
    const closed = new Set([...part.querySelectorAll("details[data-keep]")].map((one) => one.dataset.keep + one.open));
    part.innerHTML = html;
    part.querySelectorAll("details[data-keep]").forEach((one) => {
      if (closed.has(one.dataset.keep + true)) one.open = true;
      if (closed.has(one.dataset.keep + false)) one.open = false;
    });
    markProblems(place, part);
    setValues(place, part);
    window.rashinban.drawCharts(part);
    window.rashinban.talks.showFavourites(place.element);
  }

  // Inputs that cannot be used are said above the result of the last ones that could.
  function keptBehind(part, html) {
    const refused = Object.assign(document.createElement("div"), { className: "refused", innerHTML: html }), note = refused.querySelector(".kept-note");
    const line = part.closest(".page, body").querySelector(".live-line"), verdict = part.querySelector(".verdict-line");
    if (!note || !verdict) return false;
    note.hidden = false;
    part.querySelector(".refused")?.remove();
    verdict.before(refused);
    if (line) line.textContent = refused.textContent;
    return true;
  }

  function markProblems(place, part) {
    const named = new Set([...part.querySelectorAll("[data-field]")].map((one) => one.dataset.field));
    place.element.querySelectorAll("[aria-invalid]").forEach((control) => control.removeAttribute("aria-invalid"));
    place.element.querySelectorAll("form [name]").forEach((control) => { if (named.has(control.name)) control.setAttribute("aria-invalid", "true"); });
  }

  function onSubmit(place, form, button) {
    if (form.matches(".act")) return act(place, form, { ...(form.dataset.state ? place.state : {}), ...values(form), ...(button?.name ? { [button.name]: button.value } : {}) });
    if (form.matches(".live")) refresh(place, form);
  }

  // A job's HTML names the job while it runs: ask again until it names none, showing each step.
  async function finished(ask, first, show) {
    let html = await ask(first), job;
    while ((job = /data-job="(\w+)"/.exec(html))) {
      show(html);
      await new Promise((later) => setTimeout(later, JOB_PAUSE));
      html = await ask({ act: "job", job: job[1] });
    }
    show(html);
    return html;
  }

  async function act(place, form, parameters) {
    const output = form.querySelector("output");
    if (output) output.textContent = words.opening;
    form.setAttribute("aria-busy", "true");
    const html = await finished((one) => call(place, "page_act", one), parameters, (step) => { if (output) output.innerHTML = step; });
    form.removeAttribute("aria-busy");
    if (!form.dataset.reopen) return;
    await open(place, place.state, false);
    const told = place.element.querySelector(`output[data-told="${form.dataset.reopen}"]`);
    if (told) told.innerHTML = html;
  }

  async function addFiles(place, input) {
    const list = input.closest("form").querySelector("output");
    await sendFiles([...input.files], list, place.upload, (one) => call(place, "page_act", one));
    input.value = "";
    const done = list.innerHTML;
    await open(place, place.state, false);
    const fresh = place.element.querySelector("form.documents output");
    if (fresh) fresh.innerHTML = done;
  }

  // Sends files one by one, with a line on each; returns the ids of the documents that are in now.
  async function sendFiles(files, list, upload, ask) {
    list.replaceChildren();
    const ids = [];
    for (const file of files) {
      const line = list.appendChild(document.createElement("div"));
      line.textContent = `${file.name}：${words.attach_sending}`;
      if (file.size > LARGEST_FILE) { refuse(line, file, words.attach_too_large); continue; }
      try {
        const { path } = await upload(file);
        const html = await finished(ask, { act: "add", path, name: file.name }, (step) => { line.innerHTML = step; });
        const id = /data-document="([^"]+)"/.exec(html);
        if (id) ids.push(id[1]);
      } catch (error) { refuse(line, file, words.attach_not_sent); }
    }
    return ids;
  }

  function refuse(line, file, reason) {
    const told = Object.assign(document.createElement("p"), { className: "problem", textContent: `${file.name}：${reason}` });
    told.setAttribute("role", "alert");
    line.replaceChildren(told);
  }

  // ---- buttons --------------------------------------------------------------------------------------------------------
  function onClick(place, event) {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.matches(".cite")) window.rashinban.openEvidence(button);
    else if (button.matches(".ask")) { go("chat"); window.rashinban.ask(button.dataset.question); }
    else if (button.matches(".copy")) window.rashinban.copy(button);
    else if (button.matches(".share")) window.rashinban.copy(button, location.href, words.link_copied);
    else if (button.matches(".picture")) window.rashinban.savePicture(place.element.querySelector(".canvas.drawn"), button.dataset.format);
    else if (button.matches(".favourite")) window.rashinban.talks.favourite(button);
  }

  return { attach, start, go, settle, sendFiles };
})();
