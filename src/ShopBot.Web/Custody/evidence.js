// Checks the record in this file and shows it. What is shown is what was checked: both are made from the same JSON, and nothing is loaded from anywhere.
(function () {
  'use strict';

  // Not the browser's own SHA-256: that one is missing where a file is opened outside of what the browser calls a secure context.
  var K = [];
  (function () {
    for (var n = 2; K.length < 64; n++) {
      var prime = true;
      for (var d = 2; d * d <= n; d++) if (n % d === 0) { prime = false; break; }
      if (prime) K.push(fraction(Math.cbrt(n)));
    }
  })();

  function fraction(x) { return ((x - Math.floor(x)) * 4294967296) | 0; }

  function sha256(bytes) {
    var h = [2, 3, 5, 7, 11, 13, 17, 19].map(function (p) { return fraction(Math.sqrt(p)); });
    var length = bytes.length, blocks = ((length + 8) >> 6) + 1, padded = new Uint8Array(blocks * 64), w = new Int32Array(64);
    padded.set(bytes);
    padded[length] = 0x80;
    var view = new DataView(padded.buffer);
    view.setUint32(padded.length - 8, Math.floor(length / 536870912));
    view.setUint32(padded.length - 4, (length << 3) >>> 0);
    for (var at = 0; at < padded.length; at += 64) {
      var i;
      for (i = 0; i < 16; i++) w[i] = view.getInt32(at + i * 4);
      for (i = 16; i < 64; i++) {
        var x = w[i - 15], y = w[i - 2];
        w[i] = (w[i - 16] + ((x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3) + w[i - 7] + ((y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10)) | 0;
      }
      var a = h[0], b = h[1], c = h[2], d = h[3], e = h[4], f = h[5], g = h[6], z = h[7];
      for (i = 0; i < 64; i++) {
        var t1 = (z + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
        var t2 = (((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        z = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
      }
      h = [h[0] + a, h[1] + b, h[2] + c, h[3] + d, h[4] + e, h[5] + f, h[6] + g, h[7] + z].map(function (v) { return v | 0; });
    }
    return h.map(function (v) { return ('0000000' + (v >>> 0).toString(16)).slice(-8); }).join('');
  }

  function utf8(text) { return new TextEncoder().encode(text); }

  function ofHex(hex) {
    var bytes = new Uint8Array(hex.length / 2);
    for (var i = 0; i < bytes.length; i++) bytes[i] = parseInt(hex.substr(i * 2, 2), 16);
    return bytes;
  }

  function ofBase64(text) {
    var raw = atob(text), bytes = new Uint8Array(raw.length);
    for (var i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
    return bytes;
  }

  // The lines that are hashed; the shop's README of custody specifies them.
  function linesOf(entry, previous) {
    return [
      ['order', entry.order], ['sequence', entry.sequence], ['previous', previous], ['kind', entry.kind], ['at', entry.at], ['role', entry.role],
      ['seal', entry.seal === null ? '-' : entry.seal], ['pieces', entry.pieces === null ? '-' : entry.pieces],
      ['photos', entry.photos.length === 0 ? '-' : entry.photos.map(function (p) { return p.sha256; }).sort().join(',')],
      ['who', entry.who.commitment || '-'], ['place', entry.place.commitment || '-'], ['note', entry.note.commitment || '-']
    ];
  }

  // Erased is good; changed is not.
  function isTrue(text) {
    if (text.value === null && text.salt === null) return true;
    if (text.value === null || text.salt === null || text.commitment === null || !/^[0-9a-f]{32}$/i.test(text.salt)) return false;
    var salt = ofHex(text.salt), value = utf8(text.value), both = new Uint8Array(salt.length + value.length);
    both.set(salt);
    both.set(value, salt.length);
    return sha256(both) === text.commitment;
  }

  function faultOf(entry, place, previous) {
    if (entry.order !== file.order) return 'order';
    if (entry.sequence !== place) return 'sequence';
    var written = entry.form.split('\n');
    if (written[0] !== 'shopbot-custody 1') return 'version';
    var lines = linesOf(entry, previous), form = 'shopbot-custody 1\n';
    for (var i = 0; i < lines.length; i++) {
      if (written[i + 1] !== lines[i][0] + ' ' + lines[i][1]) return lines[i][0];
      form += lines[i][0] + ' ' + lines[i][1] + '\n';
    }
    if (form !== entry.form || sha256(utf8(form)) !== entry.hash) return 'hash';
    if (!isTrue(entry.who)) return 'who';
    if (!isTrue(entry.place)) return 'place';
    if (!isTrue(entry.note)) return 'note';
    for (var p = 0; p < entry.photos.length; p++) {
      var photo = entry.photos[p];
      if (photo.data !== null && sha256(ofBase64(photo.data)) !== photo.sha256) return 'photos';
    }
    return null;
  }

  function add(parent, name, words, className) {
    var element = document.createElement(name);
    if (words !== undefined && words !== null) element.textContent = words;
    if (className) element.className = className;
    parent.appendChild(element);
    return element;
  }

  function say(id, words, isGood) {
    var element = document.getElementById(id);
    element.textContent = words;
    element.className = isGood ? 'good' : 'bad';
  }

  function moment(at) {
    try {
      return new Intl.DateTimeFormat(file.language, { timeZone: file.zone, dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(at));
    } catch (unknown) {
      return new Date(at).toISOString();
    }
  }

  function personal(text) { return text.value !== null ? text.value : text.commitment !== null ? file.words.erased : null; }

  function show(entry, fault) {
    var item = add(document.getElementById('entries'), 'li');
    item.id = 'entry-' + entry.sequence;
    add(item, 'h2', entry.sequence + '. ' + (file.steps[entry.kind] || entry.kind) + (entry.seal === null ? '' : ' ' + entry.seal));
    add(item, 'p', [moment(entry.at), personal(entry.who), file.roles[entry.role] || entry.role, entry.pieces === null ? null : file.words.pieces.replace('#', entry.pieces),
      personal(entry.place), personal(entry.note)].filter(function (part) { return part !== null; }).join(' · '), 'soft');
    add(item, 'p', fault === null ? '✓ ' + file.words.good : '✗ ' + (file.faults[fault] || fault), fault === null ? 'good' : 'bad');
    entry.photos.forEach(function (photo) {
      if (photo.data === null) add(item, 'p', file.words.leftOut, 'soft');
      else add(item, 'img').src = 'data:' + photo.type + ';base64,' + photo.data;
      add(item, 'code', file.words.sha256 + ' ' + photo.sha256);
    });
    var details = add(item, 'details');
    add(details, 'summary', 'SHA-256');
    add(details, 'code', entry.hash);
    add(details, 'pre', entry.form);
  }

  var file = JSON.parse(document.getElementById('record').textContent);
  var previous = new Array(65).join('0'), broken = null;
  file.entries.forEach(function (entry, index) {
    var fault = faultOf(entry, index + 1, previous);
    if (fault !== null && broken === null) broken = { sequence: entry.sequence, fault: fault };
    show(entry, fault);
    previous = entry.hash;
  });
  if (broken === null) say('verdict', '✓ ' + file.words.intact, true);
  else say('verdict', '✗ ' + file.words.broken.replace('#', broken.sequence).replace('@', file.faults[broken.fault] || broken.fault), false);

  var sealed = file.entries.filter(function (entry) { return entry.sequence === file.sealed; })[0];
  document.getElementById('code').addEventListener('input', function () {
    var typed = this.value.toUpperCase().replace(/[^0-9A-F]/g, '');
    if (typed.length < 16) { document.getElementById('match').textContent = ''; return; }
    var same = broken === null && sealed !== undefined && typed === sealed.hash.slice(0, 16).toUpperCase();
    say('match', same ? '✓ ' + file.words.matches : '✗ ' + file.words.differs, same);
  });
})();
