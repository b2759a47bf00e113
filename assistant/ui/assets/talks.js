// The list of conversations, opinions, the stop button and favourite phrases.
window.rashinban.talks = (() => {
  const words = window.rashinbanWords;
  const OPEN_TALK = "rashinban-talk", FAVOURITES = "rashinban-favourites";
  let send = null, server = null;

  function attach(events, calls) {
    send = (event, detail) => events[event](detail);
    server = calls;
    const dialog = document.getElementById("talks");
    document.querySelector(".tool.talks").addEventListener("click", () => { dialog.showModal(); fill(""); document.getElementById("talks-title").focus(); });
    document.addEventListener("click", (click) => { if (click.target.closest("#stop")) stop(); });
    dialog.addEventListener("click", (click) => onClick(click, dialog));
    dialog.querySelector("input").addEventListener("input", (event) => { if (!event.isComposing) fill(event.target.value); });
    document.addEventListener("click", onOpinion);
    document.addEventListener("keydown", oneAtATime, true);
    document.addEventListener("click", oneAtATime, true);
    const before = sessionStorage.getItem(OPEN_TALK);
    if (before) send("restore", { talk: before });
  }

  const busy = () => document.getElementById("stop")?.hidden === false || sending;

  function oneAtATime(event) {
    const asks = event.type === "click" ? event.target.closest("#page-chat .ask, #question .submit-button") : event.key === "Enter" && !event.shiftKey && event.target.closest("#question");
    if (!asks || !busy()) return;
    event.preventDefault();
    event.stopPropagation();
  }

  // ---- documents in the conversation ------------------------------------------------------------------------------------
  let sending = false, sendDocuments = null;
  const told = () => document.querySelector("#told output");
  const attachedIds = () => [...document.querySelectorAll("#attached .detach")].map((button) => button.dataset.document);

  // While files are taken in no question is sent, and the other way round: both change the conversation.
  function attachDocuments(element, trigger, calls, upload) {
    const input = element.querySelector("input");
    sendDocuments = (documents) => trigger({ documents });
    const call = (one) => calls.document_act(one).then((answer) => answer.html);
    const take = async (files) => {
      if (busy() || !files.length) return;
      sending = true;
      try {
        const ids = await window.rashinban.pages.sendFiles(files, told(), upload, call);
        if (ids.length) sendDocuments([...attachedIds().filter((id) => !ids.includes(id)), ...ids]);
      } finally { sending = false; input.value = ""; }
    };
    input.addEventListener("change", () => take([...input.files]));
    const chat = document.getElementById("page-chat");
    chat.addEventListener("dragover", (event) => { if (event.dataTransfer?.types.includes("Files")) event.preventDefault(); });
    chat.addEventListener("drop", (event) => { if (event.dataTransfer?.files.length) { event.preventDefault(); take([...event.dataTransfer.files]); } });
  }

  function detach(id) { if (!busy()) sendDocuments(attachedIds().filter((other) => other !== id)); }

  let asked = 0;

  async function fill(q) {
    const turn = ++asked;
    const { html } = await server.talk_list({ q });
    if (turn === asked) document.querySelector("#talks .list").innerHTML = html;
  }

  async function onClick(click, dialog) {
    const button = click.target.closest("button");
    if (click.target === dialog || button?.matches(".close-talks")) return dialog.close();
    const talk = button?.closest(".talk");
    if (!talk) return;
    const id = talk.dataset.talk;
    if (button.matches(".open-talk")) { dialog.close(); sessionStorage.setItem(OPEN_TALK, id); send("restore", { talk: id }); window.scrollTo(0, 0); }
    else if (button.dataset.act === "rename") rename(talk, id);
    else if (button.dataset.act === "export") save(talk.dataset.title, (await server.talk_act({ act: "export", talk: id })).html);
    else if (button.dataset.act === "delete") remove(button, id);
  }

  function rename(talk, id) {
    if (talk.querySelector("form")) return;
    const form = document.createElement("form");
    const input = Object.assign(document.createElement("input"), { type: "text", value: talk.dataset.title });
    input.setAttribute("aria-label", words.talk_rename_ask);
    form.append(input);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      document.querySelector("#talks .list").innerHTML = (await server.talk_act({ act: "rename", talk: id, title: input.value })).html;
    });
    talk.prepend(form);
    input.select();
  }

  async function remove(button, id) {
    if (button.textContent !== words.talk_delete_sure) { button.textContent = words.talk_delete_sure; return; } // the second press deletes
    document.querySelector("#talks .list").innerHTML = (await server.talk_act({ act: "delete", talk: id })).html;
    if (sessionStorage.getItem(OPEN_TALK) === id) { sessionStorage.removeItem(OPEN_TALK); send("renew", {}); }
  }

  function save(title, text) {
    const href = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
    Object.assign(document.createElement("a"), { href, download: `${title.replace(/[\\/:*?"<>|\n]/g, "")}.md` }).click();
    setTimeout(() => URL.revokeObjectURL(href), 1000);
  }

  // ---- the turn being answered ------------------------------------------------------------------------------------------
  function follow(turn) {
    const button = document.getElementById("stop");
    if (button) button.hidden = turn?.getAttribute("aria-busy") !== "true";
    if (turn?.getAttribute("aria-busy") === "true") told()?.replaceChildren();
    if (turn?.dataset.talk && turn.getAttribute("aria-busy") === "false") sessionStorage.setItem(OPEN_TALK, turn.dataset.talk);
  }

  function forget() { sessionStorage.removeItem(OPEN_TALK); }

  function stop() {
    const question = window.rashinban.turns.questionOf(document.querySelector("#current .turn"));
    if (!question) return;
    document.getElementById("stop").hidden = true;
    send("stop", { question });
  }

  async function onOpinion(click) {
    const button = click.target.closest(".opinion button");
    if (!button) return;
    const box = button.closest(".opinion"), reasons = box.querySelector(".reasons");
    if (button.dataset.judge === "no") { reasons.hidden = false; reasons.querySelector("button").focus(); return; }
    const liked = button.dataset.judge === "yes" ? "yes" : "no";
    reasons.hidden = true;
    box.querySelectorAll(".thumb").forEach((thumb) => thumb.setAttribute("aria-pressed", String(thumb.dataset.judge === liked)));
    const { html } = await server.talk_act({ act: "judge", turn: box.dataset.turn, liked, reason: button.dataset.reason || "" });
    box.querySelector(".said").innerHTML = html;
  }

  // ---- favourite phrases: the server's; those of an older release, kept in the browser, are handed over once --------------
  let kept = [], loading = null;

  async function askFavourites(method, one) {
    const body = one && { body: JSON.stringify(one), headers: { "content-type": "application/json" } };
    const answer = await fetch("page/favourites", { method, keepalive: true, ...body }).catch(() => null);
    const said = await answer?.json().catch(() => null);
    if (answer?.ok) return said.favourites;
    throw new Error(typeof said?.detail === "string" ? said.detail : words.no_answer_from_server);
  }

  async function loadFavourites(page) {
    const old = JSON.parse(localStorage.getItem(FAVOURITES) || "[]");
    kept = await askFavourites("GET");
    for (const one of old) kept = await askFavourites("POST", { text: one.text.slice(0, 400), source: one.source.slice(0, 400) });
    localStorage.removeItem(FAVOURITES);
    showFavourites(page);
  }

  // Shown at once; when the server refuses, what it holds is shown again with its sentence.
  async function favourite(button) {
    const { text, source } = button.dataset, page = button.closest(".page"), told = page.querySelector(".kept .told");
    await loading;
    const before = kept, removing = before.some((one) => one.text === text);
    kept = removing ? before.filter((one) => one.text !== text) : [...before, { text, source }];
    showFavourites(page);
    told.textContent = "";
    try { await askFavourites(removing ? "DELETE" : "POST", { text, source }); }
    catch (error) { kept = before; showFavourites(page); told.textContent = error.message; }
  }

  function showFavourites(page) {
    const list = page?.querySelector(".favourites");
    if (!list) return;
    loading ??= loadFavourites(page).catch((error) => { loading = null; page.querySelector(".kept .told").textContent = error.message; });
    const model = page.querySelector(".phrases:not(.favourites) li");
    list.replaceChildren(...kept.map((one) => {
      const line = model ? model.cloneNode(true) : document.createElement("li");
      line.querySelector("p").replaceChildren(one.text, document.createElement("br"), Object.assign(document.createElement("small"), { textContent: one.source }));
      line.querySelector(".copy").dataset.copy = `${one.text}（${one.source}）`;
      Object.assign(line.querySelector(".favourite").dataset, one);
      for (const button of line.querySelectorAll("button")) {
        button.setAttribute("aria-label", button.getAttribute("aria-label").replace(/：[\s\S]*/, `：${one.text}`));
      }
      return line;
    }));
    if (!kept.length) list.append(Object.assign(document.createElement("li"), { className: "empty", textContent: list.dataset.none }));
    page.querySelectorAll(".favourite").forEach((button) => {
      const on = kept.some((one) => one.text === button.dataset.text);
      button.setAttribute("aria-pressed", String(on));
      button.textContent = on ? button.dataset.kept : button.dataset.keep;
    });
  }

  return { attach, attachDocuments, detach, follow, forget, favourite, showFavourites };
})();
