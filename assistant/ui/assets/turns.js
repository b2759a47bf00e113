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
  }

  const find = (id) => id && [...past().querySelectorAll(":scope > .turn")].find((turn) => idOf(turn) === id);

  function keep(turn) {
    turn.classList.add("moved");
    past().append(turn);
    const turns = past().querySelectorAll(":scope > .turn"), most = Number(past().dataset.most);
    if (turns.length <= most) return;
    turns[0].remove();
    const note = past().querySelector(".earlier") || Object.assign(document.createElement("p"), { className: "earlier", role: "note" });
    note.dataset.count = Number(note.dataset.count || 0) + 1;
    note.textContent = words.earlier_turns.replace("{count}", Number(note.dataset.count).toLocaleString("ja-JP"));
    past().prepend(note);
  }

  return { attach };
})();
