// Makes an editor of the YAML document, helps with the fields of the form, and tries the interests on the last days at every pause of
// who types. Without it the text field and the button for a preview are there.
(function () {
  "use strict";

  const PAUSE = 300;
  const form = document.getElementById("edit");
  const area = form.querySelector("textarea.code");
  const preview = document.getElementById("preview");
  const announced = document.getElementById("announced");
  let timer = 0;
  let asked = null;
  let problems = [];
  let schema = null;
  const editor = area && window.CodeMirror ? edit(area) : null;

  // The editor

  function edit(area) {
    const label = document.querySelector(`label[for="${area.id}"]`);
    const made = CodeMirror.fromTextArea(area, {
      mode: "yaml",
      inputStyle: "contenteditable",
      lineWrapping: true,
      viewportMargin: Infinity,
      tabSize: 2,
      screenReaderLabel: label.textContent,
      gutters: ["CodeMirror-lint-markers"],
      lint: { getAnnotations: () => problems.map(annotation), lintOnChange: false },
      hintOptions: { hint: complete, completeSingle: false, container: form },
      // The key for the next field stays just that.
      extraKeys: { Tab: false, "Shift-Tab": false, "Ctrl-Space": "autocomplete" },
    });
    label.addEventListener("click", () => made.focus());
    const field = made.getInputField();
    field.setAttribute("role", "textbox");
    field.setAttribute("aria-multiline", "true");
    field.setAttribute("aria-describedby", "keys");
    document.getElementById("keys").hidden = false;
    // After a dash a word is most often a topic, and Enter is not to make a key of it.
    made.on("inputRead", (cm, change) => {
      const topic = /^\s*- /.test(cm.getLine(cm.getCursor().line));
      if (/^[a-z]$/i.test(change.text[0]) && !topic && !cm.state.completionActive) {
        cm.showHint();
      }
    });
    return made;
  }

  /** Columns are counted in whole characters, and the editor counts halves of some. */
  function offset(line, column) {
    return Array.from(editor.getLine(line) || "").slice(0, column).join("").length;
  }

  function annotation(problem) {
    const line = Math.min(problem.line, editor.lineCount()) - 1;
    const from = offset(line, problem.column - 1);
    const word = /^\S+/.exec((editor.getLine(line) || "").slice(from));
    return {
      from: CodeMirror.Pos(line, from),
      to: CodeMirror.Pos(line, from + (word ? word[0].length : 1)),
      message: problem.message,
      severity: "error",
    };
  }

  /** From the place of a problem to its line. */
  function linkPlaces() {
    preview.querySelectorAll("[data-line] .place").forEach((place) => {
      const item = place.closest("[data-line]");
      const button = document.createElement("button");
      button.type = "button";
      button.className = "place";
      button.textContent = place.textContent;
      button.addEventListener("click", () => {
        const line = Number(item.dataset.line) - 1;
        editor.focus();
        editor.setCursor(line, offset(line, Number(item.dataset.column) - 1));
      });
      place.replaceWith(button);
    });
  }

  // Completion

  async function complete(cm) {
    schema = schema || (await (await fetch(form.dataset.schema)).json());
    const cursor = cm.getCursor();
    const before = cm.getLine(cursor.line).slice(0, cursor.ch);
    const value = /^(\s*(?:- +)*)([a-z_]+):\s+(\S*)$/.exec(before);
    const key = /^(\s*(?:- +)*)([a-z_]*)$/.exec(before);
    const start = value || key;
    if (!start) {
      return null;
    }
    const typed = start[start.length - 1];
    const keys = keysAt(cm, cursor.line, start[1]);
    const words = value ? values(keys[value[2]]) : Object.keys(keys).map((name) => keyword(name, keys[name]));
    return {
      list: words.filter((word) => word.text.startsWith(typed) && word.text.trim() !== typed),
      from: CodeMirror.Pos(cursor.line, cursor.ch - typed.length),
      to: cursor,
    };
  }

  /** The keys that may stand at this indent, by the nearest line above that is further left. */
  function keysAt(cm, line, indent) {
    for (let above = line - 1; indent.length > 0 && above >= 0; above--) {
      const found = /^(\s*(?:- +)*)([a-z_]+):/.exec(cm.getLine(above));
      if (found && found[1].length < indent.length) {
        const known = { interests: schema.definitions.interest, digest: schema.definitions.digest };
        return (known[found[2]] || { properties: {} }).properties;
      }
    }
    return indent.length === 0 ? schema.properties : {};
  }

  function keyword(name, about) {
    const described = about.$ref ? schema.definitions[about.$ref.split("/").pop()] : about;
    const nested = name === "interests" || name === "digest";
    return { text: name + (nested ? ":" : ": "), displayText: name, about: described.description, render: render };
  }

  function values(about) {
    const choices = ((about || {}).anyOf || []).flatMap((each) => each.enum || []);
    const others = [(about || {}).default].concat((about || {}).examples || []);
    return (choices.length ? choices : others)
      .filter((each) => each !== undefined && !Array.isArray(each))
      .map((each) => ({ text: /:/.test(each) ? `"${each}"` : String(each) }));
  }

  function render(element, data, word) {
    const about = document.createElement("span");
    element.append(word.displayText, about);
    about.className = "about";
    about.textContent = word.about || "";
  }

  // The form

  function fields() {
    const every = document.getElementById("every");
    const weekly = document.querySelector("[data-with]");
    const only = () => { weekly.hidden = every.value !== weekly.dataset.with; };
    every.addEventListener("change", only);
    only();
  }

  // The preview

  function later() {
    clearTimeout(timer);
    timer = setTimeout(now, PAUSE);
  }

  async function now() {
    if (editor) {
      editor.save();
    }
    if (asked) {
      asked.abort();
    }
    const mine = new AbortController();
    asked = mine;
    preview.setAttribute("aria-busy", "true");
    try {
      const path = location.pathname.replace(/\/+$/, "") + "/preview?lang=" + document.documentElement.lang;
      const answer = await fetch(path, {
        method: "POST",
        mode: "same-origin", // As a form is sent, under whatever name of the host.
        body: new URLSearchParams(new FormData(form)),
        signal: mine.signal,
      });
      const html = await answer.text();
      if (asked === mine) {
        show(answer.ok ? html : null);
      }
    } catch (failure) {
      if (asked === mine) {
        show(null);
      }
    }
  }

  function show(html) {
    preview.removeAttribute("aria-busy");
    if (html === null) {
      announced.textContent = preview.dataset.failed;
      preview.replaceChildren(document.createElement("p"));
      preview.firstChild.textContent = preview.dataset.failed;
      return;
    }
    preview.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
    announced.textContent = preview.querySelector(".summary").textContent;
    problems = Array.from(preview.querySelectorAll("[data-line]"), (item) => ({
      line: Number(item.dataset.line),
      column: Number(item.dataset.column),
      message: item.querySelector(".message").textContent,
    }));
    if (editor) {
      editor.performLint();
      linkPlaces();
    }
  }

  let changed = false;

  function typed() {
    changed = true;
    later();
  }

  form.addEventListener("input", typed);
  form.addEventListener("submit", () => { changed = false; });
  addEventListener("beforeunload", (event) => {
    if (changed) {
      event.preventDefault();
    }
  });
  if (editor) {
    editor.on("change", typed);
  } else {
    fields();
  }
  now();
})();
