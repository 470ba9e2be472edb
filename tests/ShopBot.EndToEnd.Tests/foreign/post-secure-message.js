// Posts one message in secure mode with a crypto client that others wrote, and prints what came back, opened by the same client.
// Reads a JSON object from standard input: url, token, key, appId, and xml, the clear text of the message.
'use strict';
const http = require('http');
const Crypto = require('wechat-crypto');

let input = '';
process.stdin.on('data', part => { input += part; });
process.stdin.on('end', () => {
  const { url, token, key, appId, xml } = JSON.parse(input);
  const crypto = new Crypto(token, key, appId);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const nonce = String(Math.floor(Math.random() * 1e9));
  const encrypt = crypto.encrypt(xml);
  const query = new URLSearchParams({ timestamp, nonce, encrypt_type: 'aes', msg_signature: crypto.getSignature(timestamp, nonce, encrypt) });
  const body = `<xml><ToUserName><![CDATA[gh_000000000000]]></ToUserName><Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>`;

  const request = http.request(`${url}?${query}`, { method: 'POST', headers: { 'Content-Type': 'text/xml' } }, response => {
    let text = '';
    response.setEncoding('utf8');
    response.on('data', part => { text += part; });
    response.on('end', () => {
      const field = name => (text.match(new RegExp(`<${name}>(?:<!\\[CDATA\\[)?([\\s\\S]*?)(?:\\]\\]>)?</${name}>`)) || [])[1];
      const answer = field('Encrypt');
      const opened = answer && crypto.decrypt(answer);
      process.stdout.write(JSON.stringify({
        status: response.statusCode,
        signatureFits: Boolean(answer) && field('MsgSignature') === crypto.getSignature(field('TimeStamp'), field('Nonce'), answer),
        appId: opened && opened.id,
        message: opened && opened.message,
        raw: text,
      }));
    });
  });
  request.end(body);
});
