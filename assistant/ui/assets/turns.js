// The conversation on the page. The server sends the turn being answered; the one before it is moved into the past as it stands, with its chart drawn.
// Gradio would write the whole transcript anew with every question.
window.rashinban.turns = (() => {
  const words = window.rashinbanWords;
  const past = () => document.querySelector("#past .turns"), current = () => document.querySelector("#current .turns");
  const idOf = (turn) => turn.dataset.turn || turn.querySelector(".opinion")?.dataset.turn;
  const finished = (turn) => turn?.matches(".turn[aria-busy=false]") && !turn.querySelector(".consenting");

  // `props.value` is the markup of one part of the page, "past" or "current"; `shown` is told when it has changed.
  function attach(element, props, watch, shown) {
    const place = element.querySelector(".turns");
    const write = () => {
      if (place === current()) follow(place.querySelector(":scope > .turn"), props.value); else place.innerHTML = props.value;
      shown();
    };
    if (place === current()) { Object.assign(parts, { props, write }); recover(); }
    write();
    watch("value", write);
  }

  function follow(before, markup) {
    const next = Object.assign(document.createElement("template"), { innerHTML: markup }).content;
    const turn = next.querySelector(".turn");
    if (before && turn?.dataset.talk === before.dataset.talk) {
      if (finished(before) && idOf(turn) !== idOf(before) && !find(idOf(before))) keep(before);
      find(idOf(turn))?.remove(); // the question was taken back: the turn before it is the last one again
    } else past().querySelectorAll(":scope > .moved").forEach((other) => other.remove());
    current().replaceChildren(next);
    if (!turn?.matches("[aria-busy=true]")) arrived(turn);
  }

  const find = (id) => id && [...past().querySelectorAll(":scope > .turn")].find((turn) => idOf(turn) === id);

  function keep(turn) {
    turn.classList.add("moved");
    past().append(turn);
    const turns = past().querySelectorAll(":scope > .turn"), most = Number(past().dataset.most);
    if (turns.length <= most) return;
    turns[0].remove();
    const note = past().querySelector(".earlier") || Object.assign(document.createElement("p"), { className: "earlier moved", role: "note" });
    note.dataset.count = Number(note.dataset.count || 0) + 1;
    note.textContent = words.earlier_turns.replace("{count}", Number(note.dataset.count).toLocaleString("ja-JP"));
    past().prepend(note);
  }

  // ---- a question on its way ----------------------------------------------------------------------------------------------
  const ASKED = "rashinban-asked"; // outlives the reload by which Gradio ends a lost connection
  const parts = {};
  let before = "", recovered = "";

  const questionOf = (turn) => [...turn?.querySelector(".question")?.childNodes ?? []].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent).join("");

  // The question is shown before the server has it. `reworded`: the turn that gets another wording and stays in its place.
  function asked(question, reworded) {
    const turn = document.createElement("article"), heading = document.createElement("h2"), label = document.createElement("span");
    const working = Object.assign(document.createElement("p"), { className: "working", role: "status", textContent: words.working });
    Object.assign(turn.dataset, { talk: current().querySelector(".turn")?.dataset.talk ?? "", turn: reworded ?? "asked" });
    turn.className = "turn";
    turn.setAttribute("aria-busy", "true");
    heading.className = "question";
    heading.append(Object.assign(label, { className: "hidden", textContent: words.question_heading }), question);
    working.append(Object.assign(document.createElement("span"), { className: "dots", ariaHidden: "true" }));
    turn.append(heading, working);
    sessionStorage.setItem(ASKED, question);
    withdraw();
    before = parts.props.value;
    show(turn.outerHTML);
  }

  function show(markup) {
    parts.props.value = markup; // Gradio then notices the answer as new, even when it is the turn from before
    parts.write();
  }

  function askedFromBox(text) {
    window.rashinban.closeEvidence();
    asked(text);
    fill("");
  }

  // The server is gone or refuses: the page as before, and the question back in the box.
  function failed() {
    const question = questionOf(current().querySelector(".turn[aria-busy=true]"));
    if (!question) return;
    show(before);
    sessionStorage.removeItem(ASKED);
    putBack(question, words.no_answer_from_server);
  }

  // A question that was on its way when the connection was lost, put back into the box unless its answer turns out to be there.
  function recover() {
    recovered = sessionStorage.getItem(ASKED) ?? "";
    if (!recovered) return;
    sessionStorage.removeItem(ASKED);
    const whenThere = () => { if (!recovered) return; if (box() && parts.notice) putBack(recovered, words.connection_was_lost); else requestAnimationFrame(whenThere); };
    whenThere();
  }

  function arrived(turn) {
    sessionStorage.removeItem(ASKED);
    if (!recovered || questionOf(turn) !== recovered) return;
    if (box()?.value === recovered) { fill(""); withdraw(); }
    recovered = "";
  }

  function attachNotice(element, watch) {
    parts.notice = element;
    watch("value", () => putBack(element.querySelector("[data-back]")?.dataset.back));
  }

  // What was typed meanwhile stays below it.
  function putBack(text, sentence) {
    if (sentence) parts.notice.replaceChildren(Object.assign(document.createElement("p"), { className: "own", role: "alert", textContent: sentence }));
    if (text) fill([text, box().value].filter(Boolean).join("\n"));
  }

  function withdraw() { parts.notice?.querySelector(".own")?.remove(); } // the server does not know of a sentence of the script

  const box = () => document.querySelector("#question textarea");

  function fill(text) {
    box().value = text;
    box().dispatchEvent(new Event("input", { bubbles: true }));
  }

  return { attach, attachNotice, asked, askedFromBox, failed, fill, questionOf };
})();
