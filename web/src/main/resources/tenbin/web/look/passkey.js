// Passkeys: the browser's own navigator.credentials, between two answers of the hub. Without it the
// forms stay hidden and the password is there.
(function () {
  "use strict";
  if (!window.PublicKeyCredential || !PublicKeyCredential.parseCreationOptionsFromJSON) { return; }

  function post(path, type, body) {
    var headers = { "Content-Type": type };
    headers[document.querySelector("meta[name=csrf-header]").content] =
      document.querySelector("meta[name=csrf-token]").content;
    return fetch(path, { method: "POST", headers: headers, body: body, credentials: "same-origin" })
      .then(function (answer) {
        if (!answer.ok) { throw new Error(String(answer.status)); }
        return answer.json();
      });
  }

  function act(form, begin, make, path) {
    var note = form.querySelector("[role=alert]");
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      note.hidden = true;
      form.setAttribute("aria-busy", "true");
      post(form.dataset.begin, "application/x-www-form-urlencoded", begin())
        .then(make)
        .then(function (credential) {
          return post(path(), "application/json", JSON.stringify(credential.toJSON()));
        })
        .then(function (answer) { window.location.assign(answer.to); })
        .catch(function () {
          note.textContent = form.dataset.failed;
          note.hidden = false;
        })
        .finally(function () { form.removeAttribute("aria-busy"); });
    });
    form.hidden = false;
  }

  var making = document.querySelector("form[data-passkey-make]");
  if (making) {
    act(
      making,
      function () { return new URLSearchParams({ current: making.elements.current.value }); },
      function (options) {
        return navigator.credentials.create(
          { publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
      },
      function () {
        return making.getAttribute("action") + "?" + new URLSearchParams({ label: making.elements.label.value });
      });
    document.querySelector("[data-passkey-absent]").hidden = true;
  }

  var signing = document.querySelector("form[data-passkey-sign-in]");
  if (signing) {
    act(
      signing,
      function () { return ""; },
      function (options) {
        return navigator.credentials.get(
          { publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      },
      function () { return signing.getAttribute("action"); });
  }
})();
