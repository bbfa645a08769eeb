"use strict";
// The page: what is pasted or dropped goes to the API of the same server, what comes back is shown as text.

const at = (id) => document.getElementById(id);
const status = at("status");
const FORMATS = { md: "markdown", markdown: "markdown", txt: "text", html: "html", htm: "html" };
const FILES = new Set(["docx", "odt", "epub"]);
let file = null; // of a word processor: its format and its content in base64
let asked = 0;
let source = "";

at("form").addEventListener("submit", (event) => { event.preventDefault(); check(); });
at("form").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); check(); }
});
at("file").addEventListener("change", () => take(at("file").files[0]));
at("text").addEventListener("input", () => { setFile(null); });
at("copy").addEventListener("click", copy);
for (const name of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(name, (event) => {
    if (!event.dataTransfer || ![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    at("form").classList.toggle("drop", name === "dragover");
    if (name === "drop") take(event.dataTransfer.files[0]);
  });
}

function setFile(value) {
  file = value;
  for (const id of ["title", "date", "lang", "format"]) at(id).disabled = value !== null;
}

async function take(chosen) {
  if (!chosen) return;
  const suffix = chosen.name.split(".").pop().toLowerCase();
  if (FILES.has(suffix)) {
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    let letters = "";
    for (let start = 0; start < bytes.length; start += 8192) {
      letters += String.fromCharCode(...bytes.subarray(start, start + 8192));
    }
    at("text").value = "";
    setFile({ format: suffix, data: btoa(letters) });
  } else {
    setFile(null);
    at("text").value = await chosen.text();
    at("format").value = FORMATS[suffix] || "text";
  }
  check();
}

async function check() {
  const number = ++asked;
  const wish = file || {
    text: at("text").value, format: at("format").value,
    title: at("title").value, date: at("date").value, lang: at("lang").value,
  };
  const common = { offsets: "utf-16", messages: document.documentElement.lang };
  tell(status.dataset.busy);
  try {
    const reply = await fetch("api/check", {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ ...wish, ...common }),
    });
    const told = await reply.json();
    if (number !== asked) return; // something newer was asked
    if (reply.ok) show(told, wish);
    else fail(reply.status === 413 ? status.dataset.large : `${status.dataset.failed} ${told.error}`);
  } catch {
    if (number === asked) fail(status.dataset.failed);
  }
}

function tell(what) {
  status.textContent = what;
  status.classList.remove("heard");
}

function fail(why) {
  at("result").hidden = true;
  tell(why);
}

function show(told, wish) {
  source = told.text ?? wish.text;
  const findings = told.findings;
  status.textContent = findings.length ? `${status.dataset.found} (${findings.length})` : status.dataset.none;
  if (told.failures.length) status.textContent = status.dataset.failed;
  status.classList.toggle("heard", findings.length > 0 && !told.failures.length); // the heading says the same
  at("count").textContent = `(${findings.length})`;
  at("findings").replaceChildren(...findings.map((finding, index) => card(finding, index, told.rules[finding.rule])));
  at("failures").replaceChildren(...told.failures.concat(told.notices).map((line) => element("li", line)));
  at("shown").replaceChildren(...marked(findings));
  at("copy").textContent = at("copy").dataset.label;
  at("copy").hidden = file !== null || !findings.some(replacement);
  at("result").hidden = false;
  at("findings-title").scrollIntoView({ block: "nearest" });
}

const replacement = (finding) => finding.field === "" && (finding.fix ?? finding.suggestion) !== null;

function element(name, text, kind = "") {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = kind;
  return made;
}

function card(finding, index, rule) {
  const made = at("finding").content.cloneNode(true).firstElementChild;
  const find = (selector) => made.querySelector(selector);
  made.id = `finding-${index}`;
  made.className = finding.severity;
  find(".badge").textContent = find(".badge").dataset[finding.severity];
  find(".message").textContent = finding.message;
  find("q").textContent = finding.text;
  find(".field").textContent = finding.field ? find(".field").dataset[finding.field] : finding.within ?? "";
  const labels = [...new Set(finding.related.map((each) => each.label).filter(Boolean))];
  find(".related").replaceChildren(...labels.map((label) => element("li", label)));
  find("details p").textContent = rule.rationale;
  const text = finding.fix ?? finding.suggestion;
  const use = find(".use input");
  find("ins").textContent = text === "" ? find("ins").dataset.empty : text;
  find(".use").hidden = text === null;
  use.hidden = file !== null || !replacement(finding);
  use.checked = finding.fix !== null;
  use.addEventListener("change", () => { finding.used = use.checked; });
  finding.used = use.checked;
  made.finding = finding;
  find(".show").hidden = finding.field !== "";
  find(".show").addEventListener("click", () => choose(index, true));
  made.addEventListener("focusin", () => choose(index, false));
  return made;
}

function marked(findings) {
  const ranges = [];
  findings.forEach((finding, index) => {
    if (finding.field === "") ranges.push({ ...finding, index, kind: finding.severity });
    for (const each of finding.related) if (each.field === "") ranges.push({ ...each, index, kind: "other" });
  });
  const cuts = new Set([0, source.length]);
  for (const each of ranges) { cuts.add(each.start); cuts.add(each.end); }
  const places = [...cuts].sort((one, other) => one - other);
  return places.slice(0, -1).map((start, number) => {
    const end = places[number + 1];
    const over = ranges.filter((each) => each.start <= start && each.end >= end && each.start < each.end);
    if (!over.length) return document.createTextNode(source.slice(start, end));
    const first = over.find((each) => each.kind !== "other") ?? over[0];
    const mark = element("mark", source.slice(start, end), first.kind);
    mark.dataset.of = over.map((each) => each.index).join(" ");
    mark.addEventListener("click", () => at(`finding-${first.index}`).focus());
    return mark;
  });
}

function choose(index, scroll) {
  for (const each of document.querySelectorAll(".current")) each.classList.remove("current");
  at(`finding-${index}`).classList.add("current");
  const marks = [...document.querySelectorAll(`mark[data-of~="${index}"]`)];
  for (const mark of marks) mark.classList.add("current");
  if (scroll && marks.length) {
    const main = marks.find((mark) => !mark.classList.contains("other")) ?? marks[0];
    main.scrollIntoView({ block: "center" });
  }
}

function corrected() {
  const used = [...at("findings").children].map((each) => each.finding).filter((each) => each.used && replacement(each));
  let text = source;
  let before = Infinity;
  for (const each of used.sort((one, other) => other.start - one.start)) {
    if (each.end > before) continue; // it overlaps one that is written already
    text = text.slice(0, each.start) + (each.fix ?? each.suggestion) + text.slice(each.end);
    before = each.start;
  }
  return text;
}

async function copy() {
  const text = corrected();
  try {
    await navigator.clipboard.writeText(text);
  } catch { // not allowed, or, without TLS on another machine, not there
    copyBySelecting(text);
  }
  tell(status.dataset.copied);
  status.classList.add("heard"); // it may be far from the button, which tells it to who sees
  at("copy").textContent = status.dataset.copied;
}

function copyBySelecting(text) {
  const area = element("textarea", text);
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
  at("copy").focus();
}
