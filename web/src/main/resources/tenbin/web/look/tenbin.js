// What pages gain with JavaScript; without it they still work.
(function () {
  "use strict";
  var meta = function (name) {
    var found = document.querySelector('meta[name="' + name + '"]');
    return found ? found.content : "";
  };

  // The browser knows its zone: remember it once, unless the reader chose one.
  var secure = window.location.protocol === "https:";
  var kept = (secure ? "__Host-" : "") + "tenbin-zone=";
  if (!document.cookie.split("; ").some(function (c) { return c.indexOf(kept) === 0; })) {
    var zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zone) {
      document.cookie = kept + zone + "; path=/; max-age=31536000; samesite=lax" + (secure ? "; secure" : "");
    }
  }

  document.addEventListener("htmx:configRequest", function (event) {
    event.detail.headers[meta("csrf-header")] = meta("csrf-token");
  });

  // Sends a file as one stream with a bar; the plain form stays for browsers without script.
  function send(form, file) {
    var bar = form.querySelector("progress");
    var said = form.querySelector("[data-said]");
    var request = new XMLHttpRequest();
    var query = new URLSearchParams({ name: file.name });
    form.querySelectorAll("[data-field]").forEach(function (field) {
      if (field.value) { query.set(field.name, field.value); }
    });
    request.open("POST", form.dataset.stream + "?" + query);
    request.setRequestHeader(meta("csrf-header"), meta("csrf-token"));
    request.setRequestHeader("Content-Type", "application/octet-stream");
    bar.hidden = false;
    said.textContent = file.name;
    request.upload.onprogress = function (event) {
      if (event.lengthComputable) {
        bar.max = event.total;
        bar.value = event.loaded;
        said.textContent = file.name + " · " + Math.floor(100 * event.loaded / event.total) + " %";
      }
    };
    request.onload = function () {
      if (request.status === 200 || request.status === 201) {
        window.location.assign(JSON.parse(request.responseText).page);
      } else {
        var text = form.dataset.failed;
        try { text += " " + JSON.parse(request.responseText).detail; } catch (ignored) { text += " " + request.status; }
        said.textContent = text;
        bar.hidden = true;
      }
    };
    request.onerror = function () { said.textContent = form.dataset.failed; bar.hidden = true; };
    request.send(file);
  }

  document.querySelectorAll("form[data-stream]").forEach(function (form) {
    var input = form.querySelector("input[type=file]");
    form.addEventListener("submit", function (event) {
      if (input.files.length) { event.preventDefault(); send(form, input.files[0]); }
    });
    input.addEventListener("change", function () { if (input.files.length) { send(form, input.files[0]); } });
    form.addEventListener("dragover", function (event) { event.preventDefault(); form.classList.add("over"); });
    form.addEventListener("dragleave", function () { form.classList.remove("over"); });
    form.addEventListener("drop", function (event) {
      event.preventDefault();
      form.classList.remove("over");
      if (event.dataTransfer.files.length) { send(form, event.dataTransfer.files[0]); }
    });
  });

  // The secret of a portal's link stands behind the "#", which browsers send to nobody: it is put
  // into the form and taken out of the address. To open a page acts on nothing.
  var door = document.querySelector("form[data-portal-door]");
  if (door && window.location.hash.length > 1) {
    door.querySelector("input[name=secret]").value = window.location.hash.slice(1);
    window.history.replaceState(null, "", window.location.pathname);
    if (!door.hasAttribute("data-stays")) { door.submit(); }
  }

  // The menu of one's own organisation goes away as menus do; without script its own line closes it.
  var more = document.querySelector("details.more");
  if (more) {
    document.addEventListener("click", function (event) {
      if (!more.contains(event.target)) { more.open = false; }
    });
    more.addEventListener("keydown", function (event) {
      if (event.key === "Escape") { more.open = false; more.querySelector("summary").focus(); }
    });
  }

  // What an open page shows is put away when its session is over; before that its reader is told.
  var ending = document.querySelector("[data-session-left]");
  if (ending) {
    var opened = Date.now();
    var look = function () {
      var gone = (Date.now() - opened) / 1000;
      var left = Number(ending.dataset.sessionLeft) - gone;
      if (left <= 0 || gone >= Number(ending.dataset.sessionIdle)) {
        window.clearInterval(looking);
        var link = document.createElement("a");
        link.href = window.location.href;
        link.textContent = ending.dataset.sessionOn;
        var said = document.createElement("p");
        said.className = "note";
        said.setAttribute("role", "status");
        said.append(ending.dataset.sessionOver + " ", link);
        document.getElementById("main").replaceChildren(said);
        ending.remove();
      } else if (left <= Number(ending.dataset.sessionNotice)) {
        ending.hidden = false;
      }
    };
    var looking = window.setInterval(look, 15000);
    document.addEventListener("visibilitychange", look);
  }

  // Whoever sent a form and waits longer than a second is told that it is being done.
  var main = document.getElementById("main");
  document.addEventListener("submit", function (event) {
    if (event.defaultPrevented || !main) { return; }
    window.setTimeout(function () {
      if (event.target.querySelector(".working")) { return; }
      var said = document.createElement("p");
      said.className = "working";
      said.setAttribute("role", "status");
      var bar = document.createElement("progress");
      bar.setAttribute("aria-hidden", "true");
      said.append(bar, main.dataset.working);
      event.target.append(said);
    }, 1000);
  });
  // Nobody waits any more who comes back by the browser's own button.
  window.addEventListener("pageshow", function () {
    document.querySelectorAll(".working").forEach(function (said) { said.remove(); });
  });

  // One rung of a ladder is shown, the one on which the slider stands; a page comes with all.
  document.querySelectorAll("input[data-slide]").forEach(function (slide) {
    var rungs = document.querySelectorAll("[data-rung]");
    var words = slide.form.querySelectorAll("[data-slide-words]");
    var show = function () {
      rungs.forEach(function (rung) { rung.hidden = rung.dataset.rung !== slide.value; });
      slide.setAttribute("aria-valuetext", words[Number(slide.value)].textContent);
    };
    slide.addEventListener("input", show);
    show();
  });

  document.querySelectorAll("[data-copy]").forEach(function (button) {
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    });
  });
})();
