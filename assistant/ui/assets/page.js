// What the page does by itself: evidence panel, charts, copying, light and dark. Questions go to the server through Gradio's events.
window.rashinban = (() => {
  const words = window.rashinbanWords;
  const wide = window.matchMedia("(min-width: 1180px)");
  const THEME_KEY = "rashinban-theme";
  const NARROW_CHART = 420; // pixels under which the years would touch

  // ---- parts of the page -------------------------------------------------------------------------------------------
  let sendQuestion = null;

  function attach(element, trigger, event, watch, props) {
    element.addEventListener("click", (click) => onClick(click, trigger, event));
    if (event === "renew") return startPage();
    sendQuestion = trigger;
    const shown = () => { drawCharts(element); followTurn(element); };
    if (element.querySelector(".turns")) window.rashinban.turns.attach(element, props, watch, shown); else watch("value", shown);
    if (element.querySelector(".welcome, .turn")) document.getElementById("first-view")?.remove();
    window.rashinban.pages.settle();
  }

  function onClick(click, trigger, event) {
    const hit = (selector) => click.target.closest(selector);
    if (event === "ask" && hit(".ask")) ask(hit(".ask").dataset.question);
    else if (event === "ask" && hit(".consent")) send(hit(".consent").dataset.question, { question: hit(".consent").dataset.question, consent: hit(".consent").dataset.consent });
    else if (event === "ask" && hit(".reword")) send(window.rashinban.turns.questionOf(hit(".turn")), { reword: hit(".reword").dataset.turn });
    else if (hit(".detach")) window.rashinban.talks.detach(hit(".detach").dataset.document);
    else if (hit(".cite")) openEvidence(hit(".cite"));
    else if (hit(".copy")) copy(hit(".copy"));
    else if (hit(".permalink")) copy(hit(".permalink"), new URL(hit(".permalink").dataset.link, location.href).href, words.link_copied);
    else if (hit(".renew")) { closeEvidence(); window.rashinban.talks.forget(); window.rashinban.turns.fill(""); trigger({}); window.scrollTo(0, 0); }
    else if (hit(".theme")) switchTheme();
    else if (hit("#evidence .close") || click.target.id === "evidence") closeEvidence();
  }

  function ask(question) { send(question, { question }); }

  function send(question, detail) {
    closeEvidence();
    window.rashinban.turns.asked(question, detail.reword);
    sendQuestion(detail);
  }

  function startPage() {
    window.rashinban.pages.start();
    const chosen = localStorage.getItem(THEME_KEY);
    if (chosen) document.body.classList.toggle("dark", chosen === "dark");
    new MutationObserver(() => document.querySelectorAll(".canvas.drawn").forEach(colourChart)).observe(document.body, { attributeFilter: ["class"] });
    document.addEventListener("keydown", (key) => { if (key.key === "Escape") closeEvidence(); });
    wide.addEventListener("change", closeEvidence);
    nameSendButton();
    (window.requestIdleCallback || setTimeout)(() => plotly());
  }

  function nameSendButton() {
    const button = document.querySelector("#question .submit-button");
    if (button) button.setAttribute("aria-label", words.send); else requestAnimationFrame(nameSendButton);
  }

  // ---- the turn being answered --------------------------------------------------------------------------------------
  function followTurn(element) {
    const turn = element.querySelector(".turn");
    if (element.id !== "current" && !element.closest("#current")) return;
    window.rashinban.talks.follow(turn);
    if (element.querySelector(".working")) {
      document.getElementById("announcement").textContent = "";
      closeEvidence();
      const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      turn.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
    } else if (turn && turn.getAttribute("aria-busy") === "false" && !turn.querySelector(".consenting")) {
      document.getElementById("announcement").textContent = words.answer_ready;
    }
  }

  // ---- evidence -----------------------------------------------------------------------------------------------------
  let opener = null;

  function openEvidence(mark) {
    const card = mark.closest(".turn").querySelector(`.card[data-card="${mark.dataset.cite}"]`);
    if (!card) return;
    const panel = document.getElementById("evidence");
    closeEvidence();
    panel.querySelector("#evidence-title").textContent = card.dataset.title;
    panel.querySelector(".content").replaceChildren(card.cloneNode(true));
    fetchMore(panel.querySelector("[data-more]"));
    opener = mark;
    mark.classList.add("open");
    if (wide.matches) panel.show(); else panel.showModal();
    document.body.classList.toggle("with-evidence", wide.matches);
    panel.scrollTop = 0;
    panel.querySelector("#evidence-title").focus({ preventScroll: true });
  }

  async function fetchMore(place) {
    if (!place) return;
    const answer = await fetch(place.dataset.more).catch(() => null);
    if (!answer?.ok || !place.isConnected) return;
    place.innerHTML = await answer.text();
    drawCharts(place);
    const box = place.querySelector(".around"), mark = box?.querySelector("mark");
    if (mark) box.scrollTop = mark.offsetTop - box.offsetTop - 16;
  }

  function closeEvidence() {
    const panel = document.getElementById("evidence");
    document.body.classList.remove("with-evidence");
    if (!panel || !panel.open) return;
    panel.close();
    opener?.classList.remove("open");
    opener?.focus({ preventScroll: true });
    opener = null;
  }

  // ---- charts -------------------------------------------------------------------------------------------------------
  let loading = null;

  function plotly() {
    loading ||= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = "page/plotly.min.js";
      script.onload = () => resolve(window.Plotly);
      script.onerror = () => { loading = null; reject(new Error("plotly.min.js")); };
      document.head.append(script);
    });
    return loading;
  }

  const seen = new IntersectionObserver((entries) => entries.forEach((entry) => {
    if (!entry.isIntersecting) return;
    seen.unobserve(entry.target);
    drawChart(entry.target);
  }), { rootMargin: "200px" });

  const resized = new ResizeObserver((entries) => entries.forEach((entry) => {
    if (entry.target.isConnected && entry.contentRect.width > 0) window.Plotly.Plots.resize(entry.target);
  }));

  function drawCharts(element) {
    element.querySelectorAll(".canvas:not(.drawn)").forEach((canvas) => seen.observe(canvas));
  }

  function neutralColours() {
    const style = getComputedStyle(document.body);
    const [ink, soft, grid, sheet] = ["--ink", "--ink-soft", "--grid", "--sheet"].map((name) => style.getPropertyValue(name).trim());
    return {
      "font.color": ink, "font.family": style.fontFamily, "font.size": 14, "xaxis.color": soft, "yaxis.color": soft, "xaxis.gridcolor": grid, "yaxis.gridcolor": grid,
      "yaxis.zerolinecolor": soft, "xaxis.zerolinecolor": soft, "hoverlabel.bgcolor": sheet, "hoverlabel.font.color": ink, "hoverlabel.bordercolor": grid,
    };
  }

  async function drawChart(canvas) {
    try {
      const chart = await plotly();
      const figure = JSON.parse(canvas.dataset.figure);
      await chart.newPlot(canvas, figure.data, figure.layout, { displaylogo: false, displayModeBar: false, showTips: false });
      canvas.classList.add("drawn");
      colourChart(canvas);
      resized.observe(canvas);
    } catch (error) {
      canvas.style.height = "auto";
      canvas.textContent = words.plotly_error;
    }
  }

  // The chart as a file, on white with title and source, so that it can be pasted into a document as it is.
  async function savePicture(canvas, format) {
    if (!canvas) return;
    const chart = await plotly(), figure = JSON.parse(canvas.dataset.figure), box = canvas.closest(".chart");
    const title = box.querySelector("figcaption").firstChild.textContent, notes = [...box.querySelectorAll(".note")].map((note) => note.textContent);
    const family = getComputedStyle(document.body).fontFamily;
    const source = { text: notes.join("<br>"), xref: "paper", yref: "paper", x: 0, y: 0, yshift: -70, showarrow: false, align: "left", xanchor: "left", yanchor: "top", font: { size: 15 } };
    const layout = {
      ...figure.layout, title: { text: title, x: 0.02, font: { size: 24 } }, font: { family, size: 18, color: "#1d2228" }, paper_bgcolor: "#ffffff", plot_bgcolor: "#ffffff",
      width: 1200, height: 675, margin: { l: 30, r: 40, t: 90, b: 150 }, legend: { orientation: "h", x: 0, y: 1.08, yanchor: "bottom" },
      annotations: [...(figure.layout.annotations || []), source],
    };
    const address = await chart.toImage({ data: figure.data, layout }, { format, width: 1200, height: 675, scale: format === "png" ? 2 : 1 });
    Object.assign(document.createElement("a"), { href: address, download: `${title}.${format}` }).click();
  }

  function colourChart(canvas) {
    window.Plotly.relayout(canvas, { ...neutralColours(), "xaxis.tickfont.size": canvas.clientWidth < NARROW_CHART ? 12 : 14 });
  }

  // ---- buttons ------------------------------------------------------------------------------------------------------
  async function copy(button, text = button.dataset.copy, done = words.copied) {
    if (!await write(text)) return;
    const label = button.textContent;
    button.textContent = done;
    setTimeout(() => { button.textContent = label; }, 1600);
  }

  async function write(text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text).then(() => true, () => false);
    const area = Object.assign(document.createElement("textarea"), { value: text }); // a page opened by address in the office network has no clipboard object
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }

  function switchTheme() {
    const dark = document.body.classList.toggle("dark");
    localStorage.setItem(THEME_KEY, dark ? "dark" : "light");
  }

  return { attach, ask, copy, write, drawCharts, openEvidence, closeEvidence, savePicture };
})();
